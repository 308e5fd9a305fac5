import { type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { type Access, notFound } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { type BallotRow } from '../ports/ballot.store.js';
import { type CommandRow } from '../ports/command.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/**
 * The meeting a request is about, locked. Another body's meeting does not exist for this one.
 * @throws AppError MEETING.NOT_FOUND (not-found)
 */
export async function meetingOf(tx: Tx, command: CommandRow, ref: CommandRef): Promise<MeetingRow> {
  const missing = () => new AppError('MEETING.NOT_FOUND', 'not-found', 'This body has no such meeting', { meetingId: ref.meetingId ?? null });
  if (!ref.meetingId) throw missing();
  const meeting = await tx.meetings.lock(ref.meetingId);
  if (meeting.cycleId !== command.cycleId || meeting.organisationId !== command.organisationId || meeting.workflowId !== command.workflowId) throw missing();
  return meeting;
}

/** The ballot a request is about and its meeting, both locked, the meeting first. @throws AppError BALLOT.NOT_FOUND (not-found) */
export async function ballotOf(tx: Tx, command: CommandRow, ref: CommandRef): Promise<{ readonly meeting: MeetingRow; readonly ballot: BallotRow }> {
  const missing = () => new AppError('BALLOT.NOT_FOUND', 'not-found', 'This meeting has no such ballot', { ballotId: ref.ballotId ?? null });
  if (!ref.ballotId) throw missing();
  const { meetingId } = await tx.ballots.get(ref.ballotId);
  const meeting = await meetingOf(tx, command, { ...ref, meetingId });
  return { meeting, ballot: await tx.ballots.lock(ref.ballotId) };
}

/** States of a meeting in which a ballot may be opened. */
export const BETWEEN_BALLOTS: readonly string[] = ['REVIEWING', 'BALLOTING', 'TALLYING'];
/** States of a ballot that has begun and is not tallied yet. */
export const UNDER_WAY: readonly string[] = ['ROLL_FROZEN', 'OPEN', 'CLOSED', 'RECONCILING'];

/** One ballot of a meeting at a time, of whatever kind. @param others all but the one to be opened @throws AppError BALLOT.OPEN_ALREADY (conflict) */
export function assertNoneUnderWay(others: readonly { readonly id: string; readonly state: string }[]): void {
  const underWay = others.find((other) => UNDER_WAY.includes(other.state));
  if (underWay) throw new AppError('BALLOT.OPEN_ALREADY', 'conflict', 'Another ballot of this meeting is under way', { ballotId: underWay.id, state: underWay.state });
}

/** The actor as one of the two tellers of a meeting. @throws AppError BALLOT.NOT_TELLER (forbidden), ACCESS.NOT_FOUND when the meeting is not to be seen */
export async function tellerOf(access: Access, actor: Actor, meeting: MeetingRow): Promise<string> {
  if (actor.memberId !== null && meeting.tellerIds.includes(actor.memberId)) return actor.memberId;
  if (!(await access.canSee(actor, meeting.organisationId))) throw notFound();
  throw new AppError('BALLOT.NOT_TELLER', 'forbidden', 'Only the two tellers of this meeting enter totals', { meetingId: meeting.id });
}

/** Ballots that stand: neither void nor run again. */
export function standing(ballots: readonly BallotRow[]): BallotRow[] {
  return ballots.filter((ballot) => ballot.state !== 'VOID' && ballot.state !== 'RERUN');
}
