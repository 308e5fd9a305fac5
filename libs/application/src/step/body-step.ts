import { type StepRow } from '../ports/step.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Posts that act for a body: its leaders and its office. */
export const LEADING_POSTS = ['SECRETARY', 'DEPUTY_SECRETARY', 'OFFICER'] as const;

/**
 * Ends an act of a body (its meeting held, its result handed in, its decision issued): settles the one expectation, closes the step
 * and its tasks. A step that is closed already is left alone.
 */
export async function completeBodyStep(tx: Tx, step: StepRow, by: string | null, at: Date): Promise<void> {
  const settled = await tx.steps.markDone(step.id, step.organisationId, at, step.dueAt !== null && at > step.dueAt);
  if (settled) await tx.steps.settle(step.id, 1);
  await tx.steps.close(step.id, 'ALL_IN', at);
  await tx.tasks.endOfStep(step.id, 'DONE', at);
  void by;
}
