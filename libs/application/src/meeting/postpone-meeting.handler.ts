import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type FieldError, isLegalDate } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { startOfDay } from '../cycle/cycle-time.js';
import { notify } from '../notification/notify.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { personOrHolders } from '../task/task-holders.js';
import { meetingOf } from './meeting-of.js';

/** Puts a convened meeting off, with a reason; it is convened again under the new date. */
export class PostponeMeetingHandler implements CommandHandler {
  readonly name: CommandName = 'postponeMeeting';

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const { newDate, reason } = postponement(command);
    const meeting = await meetingOf(tx, command, ref);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    const moved = await tx.meetings.move(meeting, 'POSTPONED', { heldOn: newDate, reason });
    await tx.tasks.endOfRef(meeting.id, 'CANCELLED', now);
    await tx.tasks.open(
      [
        {
          kind: 'CONVENE_MEETING',
          cycleId: meeting.cycleId,
          superiorId: meeting.superiorId,
          organisationId: meeting.organisationId,
          stepId: meeting.stepId,
          refId: meeting.id,
          holder: await personOrHolders(tx, 'CONVENE_MEETING', unit, meeting.chairId, newDate),
          dueAt: startOfDay(newDate),
          facts: { meetingId: meeting.id, kind: meeting.kind, heldOn: newDate },
        },
      ],
      now,
    );
    tx.ledger.append({
      type: 'meeting.postponed',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: { by: actedBy(command.actor), meeting: meeting.id, before: meeting.heldOn, after: newDate, reason },
    });
    notify(tx.outbox, (await tx.meetings.attendance(meeting.id)).map((row) => row.memberId), {
      kind: 'MEETING_POSTPONED',
      cycleId: meeting.cycleId,
      organisationId: meeting.organisationId,
      facts: { meetingId: meeting.id, meetingKind: meeting.kind, heldOn: newDate, organisation: unit.code },
      href: `/meetings/${meeting.id}`,
    });
    return { meetingId: moved.id };
  }
}

function postponement({ payload }: CommandRow): { readonly newDate: string; readonly reason: string } {
  const { newDate, reason } = payload;
  const errors: FieldError[] = [];
  if (typeof newDate !== 'string' || !isLegalDate(newDate)) errors.push({ pointer: '/newDate', code: 'REQUEST.NOT_A_DATE' });
  if (typeof reason !== 'string' || reason.trim() === '') errors.push({ pointer: '/reason', code: 'REQUEST.MISSING' });
  if (errors.length > 0) throw new AppError('MEETING.INPUT_INVALID', 'invalid', 'a postponement needs a new date and a reason', {}, errors);
  return { newDate: newDate as string, reason: reason as string };
}
