import { isCell, type OrgRole } from '@binhxet/domain';
import { type BallotKind } from '../ports/ballot.store.js';
import { type MeetingKind } from '../ports/meeting.store.js';
import { type ReviewRow } from '../ports/review.store.js';

/** One ballot of the agenda. */
export interface AgendaItem {
  readonly kind: BallotKind;
  readonly subjects: readonly ReviewRow[];
}

export interface AgendaInput {
  readonly kind: MeetingKind;
  readonly organisationId: string;
  readonly role: OrgRole;
  readonly hasCommittee: boolean;
  /** Reviews held at the organisation (its members, collective and itself) and those its body decides or proposes on. */
  readonly reviews: readonly ReviewRow[];
  /** Members reviewed without getting a level. */
  readonly notRated: ReadonlySet<string>;
  /** False where the organisation itself is not rated: its heads then wait for nothing and are voted on with everybody. */
  readonly headsWait?: boolean;
  /** The subject of a late review. */
  readonly reviewId?: string | null;
  /** Reviews that this body's closed ballots have settled already. */
  readonly voted: ReadonlySet<string>;
  /** Official order of organisations: id → ordinal. */
  readonly ordinals: ReadonlyMap<string, number>;
}

const OWN_COLLECTIVE_STATES = ['NOT_STARTED', 'REPORT_DRAFT', 'OPINIONS_PENDING', 'READY', 'REVIEWED', 'SELF_RATED'];
const OWN_ORGANISATION_STATES = ['NOT_STARTED', 'WAITING_SUBORDINATES', 'SELF_RATED'];
const LOWER_ORGANISATION_STATES = ['SUBMITTED', 'VERIFYING', 'PROPOSED', 'QUOTA_CHECK', 'BALLOTED'];
const LOWER_COLLECTIVE_STATES = ['SELF_RATED', 'VERIFIED'];
/** States in which an earlier vote of the same body stands. */
const VOTED_STATES = new Set(['BALLOTED', 'VERIFIED']);

/**
 * What a meeting votes on, in order: the collective before its members, lower before own. Empty ballots are left out.
 * Source: process.md section 3; exempt and not-rated members are on no ballot (invariant 7)
 */
export function agendaOf(input: AgendaInput): AgendaItem[] {
  const items = itemsOf(input).map((item) => ({ ...item, subjects: inOrder(item.subjects, input.ordinals) }));
  return items.filter((item) => item.subjects.length > 0);
}

function itemsOf(input: AgendaInput): AgendaItem[] {
  const own = (kind: 'COLLECTIVE' | 'ORGANISATION', states: readonly string[]) =>
    input.reviews.filter((review) => review.subjectKind === kind && review.subjectId === input.organisationId && states.includes(review.state));
  const lower = (kind: ReviewRow['subjectKind'], states: readonly string[]) =>
    input.reviews.filter((review) => review.subjectKind === kind && review.subjectId !== input.organisationId && states.includes(review.state) && !(VOTED_STATES.has(review.state) && input.voted.has(review.id)));
  const ownCollective = () => (input.hasCommittee ? own('COLLECTIVE', OWN_COLLECTIVE_STATES) : []);
  const ownOrganisation = () => own('ORGANISATION', OWN_ORGANISATION_STATES);
  const lowerBodies = () => [...lower('ORGANISATION', LOWER_ORGANISATION_STATES), ...lower('COLLECTIVE', LOWER_COLLECTIVE_STATES)];
  const members = (...states: readonly string[]) => lower('MEMBER', states);

  switch (input.kind) {
    case 'CELL_REVIEW':
      return [
        { kind: 'CELL_SELF_LEVEL', subjects: [...ownCollective(), ...ownOrganisation()] },
        { kind: 'CELL_MEMBER_LEVEL', subjects: members('READY', 'REVIEWED').filter((review) => !input.notRated.has(review.subjectId)) },
      ];
    case 'LATE_REVIEW':
      return [{ kind: 'CELL_MEMBER_LEVEL', subjects: members('READY', 'REVIEWED').filter((review) => review.id === input.reviewId && !input.notRated.has(review.subjectId)) }];
    case 'COMMITTEE_SITTING': {
      const candidates = members('PROPOSED').filter((review) => !review.isHead || input.headsWait === false);
      if (isCell(input.role)) return [{ kind: 'COMMITTEE_DECISION', subjects: candidates }];
      const onLower: BallotKind = input.role === 'SUBCOMMITTEE_ORG' ? 'COLLECTIVE_PROPOSAL' : 'COMMITTEE_DECISION';
      return [
        { kind: 'COLLECTIVE_PROPOSAL', subjects: ownCollective() },
        { kind: onLower, subjects: lowerBodies() },
        { kind: onLower, subjects: candidates },
        { kind: 'COLLECTIVE_PROPOSAL', subjects: ownOrganisation() },
      ];
    }
    case 'HEADS_SITTING':
      return [{ kind: 'COMMITTEE_DECISION', subjects: members('PROPOSED') }];
    case 'STANDING_SITTING':
      return [{ kind: 'STANDING_DECISION', subjects: lowerBodies() }];
  }
}

/** Organisations in official order, each followed by its collective; members by cell; ids are ordered by code from the opening on. */
function inOrder(reviews: readonly ReviewRow[], ordinals: ReadonlyMap<string, number>): ReviewRow[] {
  const place = (review: ReviewRow): number => ordinals.get(review.organisationId) ?? 0;
  return [...reviews].sort((a, b) => place(a) - place(b) || (a.id < b.id ? -1 : 1));
}
