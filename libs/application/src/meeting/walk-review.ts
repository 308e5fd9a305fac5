import { type SubjectKind } from '@binhxet/domain';
import { type ReviewChange, type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The ordinary way of each kind of subject through its machine. */
const WAYS: Readonly<Record<SubjectKind, readonly string[]>> = {
  MEMBER: ['READY', 'REVIEWED', 'PROPOSED', 'VERIFIED', 'DECIDED', 'NOTIFIED'],
  COLLECTIVE: ['NOT_STARTED', 'REPORT_DRAFT', 'OPINIONS_PENDING', 'READY', 'REVIEWED', 'SELF_RATED', 'VERIFIED', 'DECIDED', 'NOTIFIED'],
  ORGANISATION: ['NOT_STARTED', 'WAITING_SUBORDINATES', 'SELF_RATED', 'SUBMITTED', 'VERIFYING', 'PROPOSED', 'QUOTA_CHECK', 'BALLOTED', 'DECIDED', 'NOTIFIED'],
};

/**
 * Takes reviews of one kind along their way to a state, through the states between in which this body has nothing to add; the
 * change comes with the last move. A review that is there already is only changed.
 * @returns the reviews as they are now, in the order given
 * @throws AppError {NOUN}.ILLEGAL_MOVE (conflict) for a review off its ordinary way, or past the state
 */
export async function walkReviews(tx: Tx, reviews: readonly ReviewRow[], to: string, change: (review: ReviewRow) => ReviewChange = () => ({})): Promise<ReviewRow[]> {
  const now = new Map(reviews.map((review) => [review.id, review]));
  for (const review of reviews.filter((one) => one.state === to)) {
    await tx.reviews.change(review.id, change(review));
    now.set(review.id, { ...review, ...withoutProof(change(review)) });
  }
  for (;;) {
    const open = [...now.values()].filter((review) => review.state !== to);
    if (open.length === 0) return reviews.map((review) => now.get(review.id) ?? review);
    // The one farthest back moves first, together with everybody who stands beside it.
    const least = Math.min(...open.map((review) => place(review, review.state)));
    const step = open.filter((review) => place(review, review.state) === least);
    const next = nextOf(step[0]!, to);
    const moved = await tx.reviews.moveMany(step, next, (review) => (next === to ? change(now.get(review.id) ?? review) : {}));
    for (const review of moved) now.set(review.id, review);
  }
}

const place = (review: ReviewRow, state: string): number => WAYS[review.subjectKind].indexOf(state);

/** The next state on the way; a review that is not on its way, or past `to`, is moved straight so that its machine refuses. */
function nextOf(review: ReviewRow, to: string): string {
  const way = WAYS[review.subjectKind];
  const [at, end] = [way.indexOf(review.state), way.indexOf(to)];
  return at < 0 || at >= end ? to : (way[at + 1] ?? to);
}

function withoutProof(change: ReviewChange): Partial<ReviewRow> {
  const { proof: _proof, ...rest } = change;
  return rest;
}
