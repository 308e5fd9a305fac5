import { type BallotMethod, type BallotRule, type NewBallot } from '../ports/ballot.store.js';
import { type Ids } from '../ports/clock.port.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type AgendaItem } from './agenda.js';

/** A secret of very few is none: below the pack's number they vote by show of hands. Source: settled, section 4 */
export function methodFor(rule: Pick<BallotRule, 'secret' | 'secretFromVoters'>, voters: number): BallotMethod {
  return rule.secret && voters >= rule.secretFromVoters ? 'SECRET_BALLOT' : 'SHOW_OF_HANDS';
}

/** Drafts of a meeting's ballots in the order of its agenda. Their ids tell nothing: they stand near a ballot. */
export function ballotDrafts(meeting: Pick<MeetingRow, 'id' | 'cycleId' | 'superiorId' | 'organisationId'>, agenda: readonly AgendaItem[], rule: BallotRule, voters: number, ids: Ids): NewBallot[] {
  return agenda.map((item, index) => ({
    id: ids.secret(),
    meetingId: meeting.id,
    cycleId: meeting.cycleId,
    superiorId: meeting.superiorId,
    organisationId: meeting.organisationId,
    ordinal: index + 1,
    kind: item.kind,
    method: methodFor(rule, voters),
    round: 1,
    supersedes: null,
    subjects: item.subjects.map((review) => review.id),
    rule,
  }));
}
