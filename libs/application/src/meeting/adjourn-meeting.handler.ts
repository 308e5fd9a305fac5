import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { reasonOf } from '../ballot/rerun-ballot.handler.js';
import { type CommandHandler } from '../command/command-handler.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { meetingOf } from './meeting-of.js';

/** Pauses a meeting between its opening and its first ballot, with a reason. Attendance and quorum stay as they were. Source: process.md 10.3 */
export class AdjournMeetingHandler implements CommandHandler {
  readonly name: CommandName = 'adjournMeeting';

  /** @throws AppError MEETING.REASON_MISSING (invalid), MEETING.ILLEGAL_MOVE (conflict) while a ballot is under way */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef): Promise<Omit<CommandOutcome, 'commandId'>> {
    const reason = reasonOf(command);
    const meeting = await meetingOf(tx, command, ref);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    await tx.meetings.move(meeting, 'ADJOURNED', { reason });
    tx.ledger.append({ type: 'meeting.adjourned', cycleId: meeting.cycleId, org: unit.code, stepId: meeting.stepId, payload: { by: actedBy(command.actor), command: command.id, meeting: meeting.id, reason } });
    return { meetingId: meeting.id };
  }
}

/** Goes on with an adjourned meeting, with the same people. */
export class ResumeMeetingHandler implements CommandHandler {
  readonly name: CommandName = 'resumeMeeting';

  /** @throws AppError MEETING.NOT_ADJOURNED (conflict) */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef): Promise<Omit<CommandOutcome, 'commandId'>> {
    const meeting = await meetingOf(tx, command, ref);
    if (meeting.state !== 'ADJOURNED') throw new AppError('MEETING.NOT_ADJOURNED', 'conflict', 'Only a meeting that was adjourned is resumed', { meetingId: meeting.id, state: meeting.state });
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    await tx.meetings.move(meeting, 'REVIEWING');
    tx.ledger.append({ type: 'meeting.resumed', cycleId: meeting.cycleId, org: unit.code, stepId: meeting.stepId, payload: { by: actedBy(command.actor), command: command.id, meeting: meeting.id } });
    return { meetingId: meeting.id };
  }
}
