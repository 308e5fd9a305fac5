import { AppError } from '@binhxet/domain';
import { type BallotKind, type VerdictRow } from '../ports/ballot.store.js';
import { type UnitRow } from '../ports/cycle.store.js';
import { type DecisionKind } from '../ports/decision.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Subjects of one decision. */
export interface DecisionScope {
  /** Voted on by the deciding body: these get a level now. */
  readonly ready: readonly ReviewRow[];
  /** Members whose review is still to come or not yet voted on. */
  readonly late: readonly ReviewRow[];
  /** Bodies that handed in nothing. */
  readonly passedOver: readonly ReviewRow[];
  readonly verdicts: ReadonlyMap<string, VerdictRow>;
}

/** Left without a level for good, or gone from here. */
export const ENDED_STATES: readonly string[] = ['EXEMPT', 'NOT_RATED', 'NOT_YET_RATED', 'NOT_RATED_NEW', 'TRANSFERRED_OUT', 'LEFT_PARTY', 'CANCELLED'];
const HANDED_IN = ['SUBMITTED', 'VERIFYING', 'PROPOSED', 'QUOTA_CHECK', 'BALLOTED'];

/** Ballots that carry a body's decision; a cell without committee decides by its members' meeting. */
function decidingBallots(unit: UnitRow, kind: DecisionKind): readonly BallotKind[] {
  if (kind === 'ORGANISATIONS') return ['STANDING_DECISION'];
  return decidesInMeeting(unit) ? ['COMMITTEE_DECISION', 'CELL_MEMBER_LEVEL'] : ['COMMITTEE_DECISION'];
}

const decidesInMeeting = (unit: UnitRow): boolean => unit.role === 'GRASSROOTS_CELL' && !unit.hasCommittee;

/**
 * Who is decided on by this decision.
 * @throws AppError DECISION.NOT_BALLOTED (conflict) for bodies that handed in their result and were not voted on
 */
export async function decisionScope(tx: Tx, cycleId: string, unit: UnitRow, kind: DecisionKind): Promise<DecisionScope> {
  const open = (await tx.reviews.decidedBy(cycleId, unit.organisationId)).filter(
    (review) => review.decidedLevel === null && !ENDED_STATES.includes(review.state) && (review.subjectKind === 'MEMBER' || review.subjectId !== unit.organisationId),
  );
  // Heads wait for their organisation's own result, where it gets one.
  const withHeads = kind === 'HEADS' || (await tx.reviews.ofSubject(cycleId, 'ORGANISATION', unit.organisationId)) === null;
  const members = kind === 'ORGANISATIONS' ? [] : open.filter((review) => review.subjectKind === 'MEMBER' && (withHeads || !review.isHead));
  const bodies = kind === 'HEADS' ? [] : open.filter((review) => review.subjectKind !== 'MEMBER');
  const rows = await tx.ballots.verdicts(cycleId, unit.organisationId, [...members, ...bodies].map((review) => review.id), decidingBallots(unit, kind));
  const verdicts = new Map(rows.map((row) => [row.reviewId, row]));

  const memberState = decidesInMeeting(unit) ? ['PROPOSED', 'VERIFIED'] : ['VERIFIED'];
  const isReady = (review: ReviewRow): boolean => {
    if (!verdicts.has(review.id)) return false;
    if (review.subjectKind === 'MEMBER') return memberState.includes(review.state);
    return review.state === (review.subjectKind === 'ORGANISATION' ? 'BALLOTED' : 'VERIFIED');
  };
  const waiting = bodies.filter((review) => !isReady(review));
  const handedIn = new Set(open.filter((review) => review.subjectKind === 'ORGANISATION' && HANDED_IN.includes(review.state)).map((review) => review.subjectId));
  const unvoted = waiting.filter((review) => handedIn.has(review.subjectId) && (review.subjectKind === 'ORGANISATION' || ['SELF_RATED', 'VERIFIED'].includes(review.state)));
  if (unvoted.length > 0) throw new AppError('DECISION.NOT_BALLOTED', 'conflict', 'The body has not voted on results that were handed in', { reviewIds: unvoted.map((review) => review.id) });
  return {
    ready: [...bodies.filter(isReady), ...members.filter(isReady)],
    late: members.filter((review) => !isReady(review)),
    passedOver: waiting,
    verdicts,
  };
}
