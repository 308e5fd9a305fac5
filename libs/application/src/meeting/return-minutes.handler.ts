import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { reasonOf } from '../ballot/rerun-ballot.handler.js';
import { type CommandHandler } from '../command/command-handler.js';
import { type CommandRow } from '../ports/command.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { meetingOf } from './meeting-of.js';

/**
 * Sends minutes back to be drafted anew, with a reason, as long as the meeting is not closed. Signatures stay with the version they were
 * given to; the next version is signed by everybody again. Source: process.md 10.3
 */
export class ReturnMinutesHandler implements CommandHandler {
  readonly name: CommandName = 'returnMinutes';

  /** @throws AppError MEETING.REASON_MISSING (invalid), MINUTES.NOT_DRAFTED (conflict) where no minutes wait for signatures */
  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const reason = reasonOf(command);
    const meeting = await meetingOf(tx, command, ref);
    const closed = await endSigning(tx, meeting, now);
    const minutes = await tx.meetings.minutes(meeting.id);
    const waits = meeting.state === 'MINUTES_SIGNED' || (meeting.state === 'MINUTES_DRAFT' && closed.length > 0);
    if (!minutes || !waits) throw new AppError('MINUTES.NOT_DRAFTED', 'conflict', 'There are no minutes to return', { state: meeting.state });
    if (meeting.state === 'MINUTES_SIGNED') await tx.meetings.move(meeting, 'MINUTES_DRAFT', { reason });
    else await tx.meetings.note(meeting, reason);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'minutes.returned',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: { by: actedBy(command.actor), command: command.id, meeting: meeting.id, version: minutes.version, sha256: minutes.contentHash, before: meeting.state, reason },
    });
    return { meetingId: meeting.id, closed };
  }
}

/** Nobody signs the present version any more. @returns the step that asked for it, if it was open */
export async function endSigning(tx: Tx, meeting: MeetingRow, now: Date): Promise<string[]> {
  const step = await tx.steps.find(meeting.cycleId, meeting.organisationId, 'SIGN_MINUTES', meeting.id);
  if (!step || !(await tx.steps.close(step.id, 'EARLY', now))) return [];
  await tx.tasks.endOfStep(step.id, 'CANCELLED', now);
  return [step.id];
}
