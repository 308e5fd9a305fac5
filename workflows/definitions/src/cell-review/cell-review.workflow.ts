import { type BodyOutcome, type CellReviewInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { CellReview } from './cell-review.state.js';

/** Yearly review of one cell, from the first self-review to the decision of the level above. */
export async function cellReview(input: CellReviewInput): Promise<BodyOutcome> {
  const cell = new CellReview(input);
  cell.listen();
  await cell.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!cell.over) return continueAsNew<typeof cellReview>(cell.carry());
  return cell.outcome();
}
