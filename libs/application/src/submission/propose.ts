import { UNRATED_DUTIES } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** The verdict of the cell's meeting becomes the proposal; no majority stays null and is decided above. Whoever is reviewed but not rated ends here. */
export async function propose(tx: Tx, cycle: CycleRow, unit: UnitRow, reviews: readonly ReviewRow[]): Promise<void> {
  const roll = new Map((await tx.cycles.roll(cycle.id, unit.organisationId)).map((row) => [row.memberId, row]));
  const reviewed = reviews.filter((review) => review.subjectKind === 'MEMBER' && review.state === 'REVIEWED');
  const notRated: ReviewRow[] = [];
  for (const state of UNRATED_DUTIES) {
    const here = reviewed.filter((review) => roll.get(review.subjectId)?.duty === state);
    await tx.reviews.moveMany(here, state, (review) => ({ nonLevel: state, nonLevelClause: roll.get(review.subjectId)?.dutyClause ?? null }));
    notRated.push(...here);
  }
  const rated = reviewed.filter((review) => !notRated.includes(review));
  const rows = await tx.ballots.verdicts(
    cycle.id,
    unit.organisationId,
    rated.map((review) => review.id),
    ['CELL_MEMBER_LEVEL'],
  );
  const verdicts = new Map(rows.map((row) => [row.reviewId, row.verdict]));
  await tx.reviews.moveMany(rated, 'PROPOSED', (review) => ({ proposedLevel: verdicts.get(review.id) ?? null }));
}

/** Members by state: whole numbers for the record and the table above. */
export function countStates(reviews: readonly ReviewRow[]): { [state: string]: number } {
  const counts: { [state: string]: number } = {};
  for (const review of reviews) if (review.subjectKind === 'MEMBER') counts[review.state] = (counts[review.state] ?? 0) + 1;
  return counts;
}
