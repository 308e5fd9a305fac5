import { collectiveReviewMachine, memberReviewMachine, orgClassificationMachine, type SubjectKind } from '@binhxet/domain';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

const MACHINES: Readonly<Record<SubjectKind, { readonly moves: Readonly<Record<string, readonly string[]>> }>> = {
  MEMBER: memberReviewMachine,
  COLLECTIVE: collectiveReviewMachine,
  ORGANISATION: orgClassificationMachine,
};

/** A vote without a decision goes back to what was proposed first: nobody loses a level, there was none yet. */
const BACK: Readonly<Record<SubjectKind, string>> = { MEMBER: 'PROPOSED', COLLECTIVE: 'SELF_RATED', ORGANISATION: 'SELF_RATED' };

/** Ends undecided reviews as not yet rated. Decided ones, and those that ended otherwise, are left alone. @returns the reviews moved, as they were */
export async function endWithoutLevel(tx: Tx, reviews: readonly ReviewRow[]): Promise<ReviewRow[]> {
  const open = reviews.filter((review) => review.decidedLevel === null);
  const may = (review: ReviewRow, to: string): boolean => MACHINES[review.subjectKind].moves[review.state]?.includes(to) ?? false;
  const straight = open.filter((review) => may(review, 'NOT_YET_RATED'));
  const voted = open.filter((review) => review.state === 'VERIFIED' && may(review, BACK[review.subjectKind]));
  const back: ReviewRow[] = [];
  for (const kind of ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const) back.push(...(await tx.reviews.moveMany(voted.filter((review) => review.subjectKind === kind), BACK[kind])));
  await tx.reviews.moveMany([...straight, ...back], 'NOT_YET_RATED', () => ({ nonLevel: 'NOT_YET_RATED' }));
  return [...straight, ...voted];
}
