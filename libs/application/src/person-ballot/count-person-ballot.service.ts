import { AppError, compareEntries, type Json, personBallotResult, type PersonBallotResult } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { tellerOf } from '../meeting/meeting-of.js';
import { countMeeting } from '../meeting/roll.js';
import { type PaperEntry } from '../ports/ballot.store.js';
import { type Clock } from '../ports/clock.port.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type PersonBallotCount, type PersonBallotRow } from '../ports/person-ballot.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type PersonCountInput, personCountsOf, personEntryOf } from './person-ballot-entry.js';

/**
 * One teller's own totals of a ballot about persons. Equal entries of both become the result; others are counted again by both, and
 * neither hears of the other's figures.
 */
export class CountPersonBallotService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError BALLOT.NOT_TELLER (forbidden), BALLOT.NOT_COUNTING, BALLOT.COUNT_ENTERED (conflict), BALLOT.TALLY_INVALID (invalid)
   */
  count(actor: Actor, meetingId: string, ballotId: string, input: PersonCountInput): Promise<{ readonly attempt: number; readonly agreed: boolean | null }> {
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      const ballot = await tx.personBallots.lock(ballotId);
      if (ballot.meetingId !== meeting.id) throw notFound();
      const teller = await tellerOf(this.access, actor, meeting);
      if (ballot.state !== 'RECONCILING') throw new AppError('BALLOT.NOT_COUNTING', 'conflict', 'Totals are entered once the ballot is closed and until it is tallied', { state: ballot.state });
      const { attendance } = countMeeting(await tx.meetings.attendance(meeting.id), ballot.rule.counted);
      const entry = personEntryOf(ballot, attendance, input);
      const now = this.clock.now();
      if (!(await tx.personBallots.insertEntry(ballot.id, teller, ballot.attempt, entry, now))) throw new AppError('BALLOT.COUNT_ENTERED', 'conflict', 'This teller has entered this count', { attempt: ballot.attempt });
      const org = (await tx.cycles.unit(meeting.cycleId, meeting.organisationId)).code;
      // No figures: the other teller must not read them in the log.
      tx.ledger.append({ type: 'person-ballot.counted', cycleId: meeting.cycleId, org, stepId: meeting.stepId, payload: { by: actedBy(actor), meeting: meeting.id, ballot: ballot.id, attempt: ballot.attempt } });
      await tx.tasks.done({ kind: 'COUNT_PERSON_BALLOT', refId: ballot.id, memberId: teller }, teller, now);
      const [first, second] = await tx.personBallots.entries(ballot.id, ballot.attempt);
      if (!first || !second) return { attempt: ballot.attempt, agreed: null };
      if (compareEntries(first.entry, second.entry).length > 0) {
        await askTellers(tx, meeting, await tx.personBallots.change(ballot, { attempt: ballot.attempt + 1 }), now);
        return { attempt: ballot.attempt, agreed: false };
      }
      await settle(tx, meeting, ballot, first.entry, [first.tellerId, second.tellerId], org);
      return { attempt: ballot.attempt, agreed: true };
    });
  }
}

/** What the stored counts and rule come to. */
export function resultOf(ballot: Pick<PersonBallotRow, 'kind' | 'countedBody' | 'rule' | 'seats'>, counts: readonly PersonBallotCount[]): PersonBallotResult {
  return personBallotResult(counts, { kind: ballot.kind, countedBody: ballot.countedBody ?? 0, majority: ballot.rule.majority, seats: ballot.seats });
}

async function settle(tx: Tx, meeting: MeetingRow, ballot: PersonBallotRow, entry: PaperEntry, tellers: readonly string[], org: string): Promise<void> {
  const { distributed, returned, valid, invalid } = entry;
  const totals = { distributed, returned, valid, invalid };
  const counts = personCountsOf(ballot, entry);
  const result = resultOf(ballot, counts);
  await tx.personBallots.move(ballot, 'TALLIED', { totals, counts, result });
  tx.ledger.append({
    type: 'person-ballot.tallied',
    cycleId: meeting.cycleId,
    org,
    stepId: meeting.stepId,
    payload: {
      meeting: meeting.id,
      ballot: ballot.id,
      kind: ballot.kind,
      attempt: ballot.attempt,
      tellers: [...tellers],
      countedBody: ballot.countedBody,
      entitled: ballot.entitled,
      totals,
      rows: counts.map((row): Json => ({ person: row.personId, votes: [...row.votes], blank: row.blank, invalid: row.invalid })),
      outcomes: result.persons.map(({ personId, outcome, level }): Json => ({ person: personId, outcome, level })),
      clause: ballot.rule.majoritySource,
    },
  });
}

/** One personal task for each teller, for the attempt that is counted now. */
export function askTellers(tx: Tx, meeting: MeetingRow, ballot: Pick<PersonBallotRow, 'id' | 'attempt' | 'persons' | 'cycleId' | 'superiorId' | 'organisationId'>, now: Date): Promise<void> {
  return tx.tasks.open(
    meeting.tellerIds.map((memberId) => ({
      kind: 'COUNT_PERSON_BALLOT',
      cycleId: ballot.cycleId,
      superiorId: ballot.superiorId,
      organisationId: ballot.organisationId,
      stepId: null,
      refId: ballot.id,
      holder: { memberId },
      dueAt: null,
      waitingCount: ballot.persons.length,
      facts: { meetingId: meeting.id, ballotId: ballot.id, attempt: ballot.attempt },
    })),
    now,
  );
}
