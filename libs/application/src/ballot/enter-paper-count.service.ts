import { AppError } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { tellerOf } from '../meeting/meeting-of.js';
import { countMeeting } from '../meeting/roll.js';
import { type BallotRow, type PaperEntry } from '../ports/ballot.store.js';
import { type Clock } from '../ports/clock.port.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { assertEntry, type CountInput, entryOf, recountOf } from './count-entry.js';

/**
 * One teller's own totals of a closed ballot, counted alone. Nothing is ever answered about the other's figures; what differs is
 * asked for again after both are in.
 */
export class EnterPaperCountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError BALLOT.NOT_TELLER (forbidden), BALLOT.NOT_COUNTING (conflict), BALLOT.COUNT_ENTERED (conflict) for a second
   * entry of one attempt, BALLOT.TALLY_INVALID and BALLOT.ROWS_NOT_ASKED (invalid), STEP.CLOSED (conflict)
   */
  async enter(actor: Actor, meetingId: string, ballotId: string, input: CountInput): Promise<{ readonly attempt: number }> {
    return this.uow.run(async (tx) => {
      const ballot = await tx.ballots.get(ballotId);
      const meeting = await tx.meetings.get(meetingId);
      if (ballot.meetingId !== meeting.id) throw notFound();
      const tellerId = await tellerOf(this.access, actor, meeting);
      if (ballot.state !== 'RECONCILING' || !ballot.stepId) throw new AppError('BALLOT.NOT_COUNTING', 'conflict', 'Totals are entered once the ballot is closed and until it is tallied', { state: ballot.state });
      const entry = await checkedEntry(tx, ballot, tellerId, input);
      await this.store(tx, actor, meeting, ballot, ballot.stepId, tellerId, entry);
      return { attempt: ballot.attempt };
    });
  }

  private async store(tx: Tx, actor: Actor, meeting: MeetingRow, ballot: BallotRow, stepId: string, tellerId: string, entry: PaperEntry): Promise<void> {
    const now = this.clock.now();
    if (!(await tx.ballots.insertEntry(ballot.id, tellerId, ballot.attempt, entry, now)) || !(await tx.steps.markDone(stepId, tellerId, now, false))) {
      throw new AppError('BALLOT.COUNT_ENTERED', 'conflict', 'This teller has handed in this count', { ballotId: ballot.id, attempt: ballot.attempt });
    }
    await tx.tasks.done({ kind: 'ENTER_PAPER_COUNT', refId: ballot.id, memberId: tellerId }, tellerId, now);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    // Figures enter the log with the tally, when both tellers are done: until then nobody is to read them.
    tx.ledger.append({ type: 'paper-count.entered', cycleId: meeting.cycleId, org: unit.code, stepId, payload: { by: actedBy(actor), meeting: meeting.id, ballot: ballot.id, attempt: ballot.attempt } });
    const { outstanding, workflowId } = await tx.steps.settle(stepId, 1);
    if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId });
  }
}

async function checkedEntry(tx: Tx, ballot: BallotRow, tellerId: string, input: CountInput): Promise<PaperEntry> {
  const earlier = ballot.attempt > 1 ? await tx.ballots.entries(ballot.id, ballot.attempt - 1) : [];
  const [first, second] = earlier;
  const recount = first && second ? recountOf(first.entry, second.entry) : null;
  const entry = entryOf(input, recount, earlier.find((one) => one.tellerId === tellerId)?.entry ?? null);
  const { attendance } = countMeeting(await tx.meetings.attendance(ballot.meetingId), ballot.rule.counted);
  assertEntry(entry, ballot, attendance, input);
  return entry;
}
