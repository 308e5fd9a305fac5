import { type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
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

/** Ballots that stand: neither void nor run again. */
export function standing(ballots: readonly BallotRow[]): BallotRow[] {
  return ballots.filter((ballot) => ballot.state !== 'VOID' && ballot.state !== 'RERUN');
}
