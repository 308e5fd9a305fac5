import { AppError, type Json } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { methodFor } from '../meeting/ballot-drafts.js';
import { assertNoneUnderWay, BETWEEN_BALLOTS } from '../meeting/meeting-of.js';
import { countMeeting, quorumNumbers } from '../meeting/roll.js';
import { type Clock } from '../ports/clock.port.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type PersonBallotRow } from '../ports/person-ballot.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { askTellers } from './count-person-ballot.service.js';


/** Opens, closes and withdraws ballots about persons. The meeting stays in the state it is in: its own ballots move it. */
export class RunPersonBallotService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * Freezes the roll and counts the body; one ballot of a meeting at a time.
   * @throws AppError MEETING.ILLEGAL_MOVE, BALLOT.OPEN_ALREADY, MEETING.NO_QUORUM (conflict)
   */
  open(actor: Actor, meetingId: string, ballotId: string): Promise<{ readonly ballotId: string }> {
    return this.act(actor, meetingId, ballotId, async (tx, meeting, ballot) => {
      if (!BETWEEN_BALLOTS.includes(meeting.state)) throw new AppError('MEETING.ILLEGAL_MOVE', 'conflict', 'The meeting is not under way', { from: meeting.state, accepted: [...BETWEEN_BALLOTS] });
      const all = [...(await tx.ballots.ofMeeting(meeting.id)), ...(await tx.personBallots.ofMeeting(meeting.id))];
      assertNoneUnderWay(all.filter((other) => other.id !== ballot.id));
      const count = countMeeting(await tx.meetings.attendance(meeting.id), ballot.rule.counted);
      quorumNumbers(this.rules.forCycle(await tx.cycles.get(meeting.cycleId)), count);
      const { body, attendance } = count;
      const method = methodFor(ballot.rule, body.present);
      const frozen = await tx.personBallots.move(ballot, 'ROLL_FROZEN', { countedBody: body.counted, entitled: body.present, present: attendance.present, method });
      await tx.personBallots.move(frozen, 'OPEN');
      await record(tx, actor, meeting, 'person-ballot.opened', {
        ballot: ballot.id,
        kind: ballot.kind,
        method,
        persons: [...ballot.persons],
        seats: ballot.seats,
        countedBody: body.counted,
        entitled: body.present,
        rule: body.rule,
        clause: body.source,
        levels: ballot.rule.levels ? [...ballot.rule.levels] : null,
        majority: ballot.rule.majority ? { ...ballot.rule.majority } : null,
        majorityClause: ballot.rule.majoritySource,
      });
    });
  }

  /** Ends the voting and asks both tellers for their own totals. */
  close(actor: Actor, meetingId: string, ballotId: string): Promise<{ readonly ballotId: string }> {
    return this.act(actor, meetingId, ballotId, async (tx, meeting, ballot) => {
      const closed = await tx.personBallots.move(ballot, 'CLOSED');
      await tx.personBallots.move(closed, 'RECONCILING');
      await askTellers(tx, meeting, ballot, this.clock.now());
      await record(tx, actor, meeting, 'person-ballot.closed', { ballot: ballot.id, tellers: [...meeting.tellerIds] });
    });
  }

  /** Takes a ballot nobody has counted off the agenda. @throws AppError BALLOT.COUNT_ENTERED (conflict) */
  withdraw(actor: Actor, meetingId: string, ballotId: string, reason: string): Promise<{ readonly ballotId: string }> {
    return this.act(actor, meetingId, ballotId, async (tx, meeting, ballot) => {
      if (ballot.attempt > 1 || (await tx.personBallots.entries(ballot.id, ballot.attempt)).length > 0) throw new AppError('BALLOT.COUNT_ENTERED', 'conflict', 'The ballot is being counted', { attempt: ballot.attempt });
      await tx.personBallots.move(ballot, 'VOID', { reason });
      await tx.tasks.endOfRef(ballot.id, 'CANCELLED', this.clock.now());
      await record(tx, actor, meeting, 'person-ballot.voided', { ballot: ballot.id, before: ballot.state, reason });
    });
  }

  private async act(actor: Actor, meetingId: string, ballotId: string, work: (tx: Tx, meeting: MeetingRow, ballot: PersonBallotRow) => Promise<void>): Promise<{ readonly ballotId: string }> {
    const { organisationId } = await this.uow.run((tx) => tx.meetings.get(meetingId));
    await this.access.assertLeads(actor, 'ballot.run', organisationId);
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      const ballot = await tx.personBallots.lock(ballotId);
      if (ballot.meetingId !== meeting.id) throw notFound();
      await work(tx, meeting, ballot);
      return { ballotId };
    });
  }
}

async function record(tx: Tx, actor: Actor, meeting: MeetingRow, type: 'person-ballot.opened' | 'person-ballot.closed' | 'person-ballot.voided', payload: { readonly [key: string]: Json }): Promise<void> {
  const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
  tx.ledger.append({ type, cycleId: meeting.cycleId, org: unit.code, stepId: meeting.stepId, payload: { by: actedBy(actor), meeting: meeting.id, ...payload } });
}
