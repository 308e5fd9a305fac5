import { type BodyOutcome, type OrganisationReviewInput } from '@binhxet/contracts';
import { allHandlersFinished, condition, continueAsNew } from '@temporalio/workflow';
import { OrganisationReview } from './organisation-review.state.js';

/** Yearly review of one organisation that decides or proposes on its cells and members, and is itself decided on above. */
export async function organisationReview(input: OrganisationReviewInput): Promise<BodyOutcome> {
  const organisation = new OrganisationReview(input);
  organisation.listen();
  await organisation.work();
  await condition(allHandlersFinished); // nothing in flight may be lost at the seam
  if (!organisation.over) return continueAsNew<typeof organisationReview>(organisation.carry());
  return organisation.outcome();
}
