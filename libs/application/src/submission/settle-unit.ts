import { type Tx } from '../ports/unit-of-work.port.js';

/** A lower body handed in: its expectation in the UNITS step of the body above is met. The last statement of the transaction. */
export async function settleUnit(tx: Tx, cycleId: string, above: string, organisationId: string, now: Date): Promise<void> {
  const units = await tx.steps.find(cycleId, above, 'UNITS');
  if (!units || !(await tx.steps.markDone(units.id, organisationId, now, false))) return;
  const { outstanding, workflowId } = await tx.steps.settle(units.id, 1);
  if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: units.id });
}
