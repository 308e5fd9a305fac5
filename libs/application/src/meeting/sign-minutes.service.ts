import { AppError } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock } from '../ports/clock.port.js';
import { type MeetingRow, type SigningRole } from '../ports/meeting.store.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { signatories } from './minutes-content.js';

/** One person's signature under the minutes as they are, in every role that person holds. */
export class SignMinutesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /**
   * @param contentHash hash of the text the person has read: anything else is refused
   * @throws AppError MINUTES.NOT_SIGNATORY (forbidden), MINUTES.NOT_DRAFTED (conflict), MINUTES.CHANGED (stale),
   * MINUTES.SIGNED_ALREADY (conflict), STEP.CLOSED (conflict)
   */
  async sign(actor: Actor, meetingId: string, contentHash: string): Promise<{ readonly version: number; readonly roles: readonly SigningRole[] }> {
    return this.uow.run(async (tx) => {
      const meeting = await tx.meetings.lock(meetingId);
      const { memberId, roles } = await this.signatory(actor, meeting);
      const minutes = await tx.meetings.minutes(meetingId);
      const step = await tx.steps.find(meeting.cycleId, meeting.organisationId, 'SIGN_MINUTES', meetingId);
      if (!minutes || !step || meeting.state !== 'MINUTES_DRAFT') throw new AppError('MINUTES.NOT_DRAFTED', 'conflict', 'There are no minutes to sign', { state: meeting.state });
      if (minutes.contentHash !== contentHash) throw new AppError('MINUTES.CHANGED', 'stale', 'The minutes are not the ones that were read', { version: minutes.version, contentHash: minutes.contentHash });

      const now = this.clock.now();
      for (const role of roles) await tx.meetings.sign({ meetingId, version: minutes.version, role, memberId, contentHash }, now);
      if (!(await tx.steps.markDone(step.id, memberId, now, false))) throw new AppError('MINUTES.SIGNED_ALREADY', 'conflict', 'This person has signed', { version: minutes.version });
      await tx.tasks.done({ kind: 'SIGN_MINUTES', refId: meetingId, memberId }, memberId, now);
      const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
      tx.ledger.append({
        type: 'minutes.signed',
        cycleId: meeting.cycleId,
        org: unit.code,
        stepId: step.id,
        payload: { by: actedBy(actor), meeting: meetingId, version: minutes.version, sha256: contentHash, roles: [...roles] },
      });
      // With the last signature the minutes are signed; until the meeting is closed they may still be returned.
      if ((await tx.steps.waitingKeys(step.id)).length === 0) await tx.meetings.move(meeting, 'MINUTES_SIGNED');
      const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
      return { version: minutes.version, roles };
    });
  }

  private async signatory(actor: Actor, meeting: MeetingRow): Promise<{ readonly memberId: string; readonly roles: readonly SigningRole[] }> {
    const { memberId } = actor;
    const roles = signatories(meeting).filter((one) => one.memberId === memberId).map((one) => one.role);
    if (memberId !== null && roles.length > 0) return { memberId, roles };
    if (!(await this.access.canSee(actor, meeting.organisationId))) throw notFound();
    throw new AppError('MINUTES.NOT_SIGNATORY', 'forbidden', 'Chair, minute-taker and head teller sign the minutes', { meetingId: meeting.id });
  }
}
