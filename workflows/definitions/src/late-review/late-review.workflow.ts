import { type BodyOutcome, type LateReviewInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { LateReview } from './late-review.state.js';

/** Review of one member who was absent when the cell met; may outlive the cell's own review. */
export async function lateReview(input: LateReviewInput): Promise<BodyOutcome> {
  const review = new LateReview(input);
  review.listen();
  await review.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!review.over) return continueAsNew<typeof lateReview>(review.carry());
  return review.outcome();
}
