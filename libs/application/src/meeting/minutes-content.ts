import { type Json } from '@binhxet/domain';
import { type BallotRow, type TallyRow } from '../ports/ballot.store.js';
import { type AttendanceRow, type MeetingRow, type SigningRole } from '../ports/meeting.store.js';
import { type Attendance } from './roll.js';

export interface MinutesSource {
  readonly meeting: MeetingRow;
  readonly organisationCode: string;
  readonly roll: readonly AttendanceRow[];
  readonly attendance: Attendance;
  /** Every ballot in order, superseded ones included, with its tally. */
  readonly ballots: readonly { readonly ballot: BallotRow; readonly tally: readonly TallyRow[] }[];
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
    waiting: [...source.waiting],
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
