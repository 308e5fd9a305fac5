import { type CycleRow } from '../ports/cycle.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Nobody waits for an act any more: the cycle goes on. The last statement of the transaction. */
export async function settleCommendation(tx: Tx, cycle: Pick<CycleRow, 'id' | 'superiorId'>, now: Date): Promise<void> {
  const step = await tx.steps.find(cycle.id, cycle.superiorId, 'COMMENDATION');
  // Commendations that were opened again after the cycle had waited for them.
  if (!step) return tx.tasks.endWithoutStep(cycle.id, 'NOMINATE', 'DONE', now);
  await tx.tasks.endOfStep(step.id, 'DONE', now);
  let settled = 0;
  for (const key of await tx.steps.waitingKeys(step.id)) if (await tx.steps.markDone(step.id, key, now, step.dueAt !== null && now > step.dueAt)) settled += 1;
  if (settled === 0) return;
  const { outstanding, workflowId } = await tx.steps.settle(step.id, settled);
  if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
}
