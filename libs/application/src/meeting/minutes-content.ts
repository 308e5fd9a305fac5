import { type Json } from '@binhxet/domain';
import { type BallotRow, type TallyRow } from '../ports/ballot.store.js';
import { type PersonBallotRow } from '../ports/person-ballot.store.js';
import { type AttendanceRow, type MeetingRow, type SigningRole } from '../ports/meeting.store.js';
import { type Attendance } from './roll.js';

export interface MinutesSource {
  readonly meeting: MeetingRow;
  readonly organisationCode: string;
  readonly roll: readonly AttendanceRow[];
  readonly attendance: Attendance;
  /** Every ballot in order, superseded ones included, with its tally. */
  readonly ballots: readonly { readonly ballot: BallotRow; readonly tally: readonly TallyRow[] }[];
  /** Ballots about persons, in order: beside the rating. */
  readonly personBallots?: readonly PersonBallotRow[];
  /** Reviews that wait for an absent member. */
  readonly waiting: readonly string[];
}

/** Minutes as data: ids, whole numbers and formulas; names are put in when they are read. Source: ballots-and-documents.md section 5 */
export function minutesContent(source: MinutesSource): { readonly [key: string]: Json } {
  const { meeting } = source;
  return {
    v: 1,
    meeting: meeting.id,
    kind: meeting.kind,
    organisation: source.organisationCode,
    body: meeting.bodyId,
    round: meeting.round,
    heldOn: meeting.heldOn,
    place: meeting.place,
    chair: meeting.chairId,
    minuteTaker: meeting.minuteTakerId,
    tellers: [...meeting.tellerIds],
    attendance: {
      ...source.attendance,
      people: source.roll.filter((row) => row.flags.gone !== true).map((row) => ({ member: row.memberId, status: row.status, voter: row.voter, clause: row.excludedClause })),
    },
    quorum: meeting.quorum,
    ballots: source.ballots.map(({ ballot, tally }) => ({
      ballot: ballot.id,
      kind: ballot.kind,
      ordinal: ballot.ordinal,
      round: ballot.round,
      state: ballot.state,
      method: ballot.method,
      channel: ballot.channel,
      entitled: ballot.entitled,
      countedBody: ballot.countedBody,
      countedRule: ballot.rule.counted.rule,
      clause: ballot.rule.majoritySource,
      totals: ballot.totals ? { ...ballot.totals } : null,
      reason: ballot.reason,
      rows: tally.map((row) => ({ review: row.reviewId, votes: [...row.votes], blank: row.blank, invalid: row.invalid, verdict: row.verdict, proof: row.proof })),
    })),
    // Absent where none was held: minutes of a rating read as they always did.
    ...(source.personBallots && source.personBallots.length > 0 && { personBallots: source.personBallots.map(personBallotContent) }),
    waiting: [...source.waiting],
  };
}

function personBallotContent(ballot: PersonBallotRow): Json {
  const outcomes = new Map((ballot.result?.persons ?? []).map((one) => [one.personId, one]));
  return {
    ballot: ballot.id,
    kind: ballot.kind,
    ordinal: ballot.ordinal,
    title: ballot.title,
    document: ballot.document,
    state: ballot.state,
    method: ballot.method,
    seats: ballot.seats,
    levels: ballot.rule.levels ? [...ballot.rule.levels] : null,
    entitled: ballot.entitled,
    countedBody: ballot.countedBody,
    countedRule: ballot.rule.counted.rule,
    majority: ballot.rule.majority ? { ...ballot.rule.majority } : null,
    clause: ballot.rule.majoritySource,
    totals: ballot.totals ? { ...ballot.totals } : null,
    reason: ballot.reason,
    rows: (ballot.counts ?? []).map(({ personId, votes, blank, invalid }): Json => {
      const one = outcomes.get(personId);
      return { person: personId, votes: [...votes], blank, invalid, outcome: one?.outcome ?? null, level: one?.level ?? null, shares: (one?.shares ?? []).map((share): Json => ({ ...share, formula: share.formula ? { ...share.formula } : null })) };
    }),
  };
}

/** Who signs as what; one person may hold several roles and signs once for all of them. */
export function signatories(meeting: Pick<MeetingRow, 'chairId' | 'minuteTakerId' | 'tellerIds'>): { readonly role: SigningRole; readonly memberId: string }[] {
  return [
    { role: 'CHAIR', memberId: meeting.chairId },
    { role: 'MINUTE_TAKER', memberId: meeting.minuteTakerId },
    ...meeting.tellerIds.slice(0, 1).map((memberId) => ({ role: 'HEAD_TELLER' as const, memberId })),
  ];
}
