import { AppError, type FieldError } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { ATTENDANCE_STATUSES, type AttendanceStatus, type MeetingRow } from '../ports/meeting.store.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';

export interface AttendanceInput {
  readonly rows: readonly { readonly memberId: string; readonly status: AttendanceStatus }[];
}

/** Who came: recorded by the chair, the minute-taker or whoever leads the body, until the meeting opens. */
export class RecordAttendanceService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws AppError MEETING.ROLL_FIXED (conflict) once the meeting is open; MEETING.ATTENDANCE_INVALID (invalid) for people who are
   * not on the roll or stand twice; ACCESS.DENIED, ACCESS.NOT_FOUND
   */
  async record(actor: Actor, meetingId: string, input: AttendanceInput): Promise<{ readonly recorded: number }> {
    const seen = await this.uow.run((tx) => tx.meetings.get(meetingId));
    await this.assertMay(actor, seen);
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      if (meeting.state !== 'CONVENED') throw new AppError('MEETING.ROLL_FIXED', 'conflict', 'Attendance is recorded between the notice and the opening', { state: meeting.state });
      const roll = await tx.meetings.attendance(meetingId);
      assertOnRoll(input, new Set(roll.map((row) => row.memberId)));
      const recorded = await tx.meetings.record(meetingId, input.rows, this.clock.now());
      const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
      tx.ledger.append({
        type: 'attendance.recorded',
        cycleId: meeting.cycleId,
        org: unit.code,
        stepId: meeting.stepId,
        payload: { by: actedBy(actor), meeting: meetingId, rows: input.rows.map((row) => ({ member: row.memberId, status: row.status })) },
      });
      return { recorded };
    });
  }

  private async assertMay(actor: Actor, meeting: MeetingRow): Promise<void> {
    if (actor.memberId !== null && [meeting.chairId, meeting.minuteTakerId].includes(actor.memberId)) return;
    await this.access.assertLeads(actor, 'meeting.run', meeting.organisationId);
  }
}

function assertOnRoll(input: AttendanceInput, onRoll: ReadonlySet<string>): void {
  const seen = new Set<string>();
  const errors = input.rows.flatMap(({ memberId, status }, index): FieldError[] => {
    const pointer = `/rows/${index}`;
    const twice = seen.has(memberId);
    seen.add(memberId);
    if (twice) return [{ pointer: `${pointer}/memberId`, code: 'ROLL.PERSON_TWICE' }];
    if (!onRoll.has(memberId)) return [{ pointer: `${pointer}/memberId`, code: 'MEETING.NOT_ON_ROLL' }];
    return ATTENDANCE_STATUSES.includes(status) ? [] : [{ pointer: `${pointer}/status`, code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: ATTENDANCE_STATUSES } }];
  });
  if (errors.length > 0) throw new AppError('MEETING.ATTENDANCE_INVALID', 'invalid', 'the attendance list does not fit the roll', {}, errors);
}
