import { type StepRow } from '../ports/step.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { cycleDate } from '../cycle/cycle-time.js';

/** Records in the ledger that a step inside a meeting was opened: every entry of the step refers to it. Such a step has no deadline of its own. */
export async function recordOpened(tx: Tx, step: StepRow, expected: number, now: Date): Promise<void> {
  const { code } = await tx.cycles.unit(step.cycleId, step.organisationId);
  const effectiveOn = cycleDate(await tx.cycles.get(step.cycleId), now);
  tx.ledger.append({
    type: 'step.opened',
    cycleId: step.cycleId,
    org: code,
    stepId: step.id,
    payload: { kind: step.kind, ref: step.refId, expected, effectiveOn, dueOn: null, workflow: step.workflowId },
  });
}
