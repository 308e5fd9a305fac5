import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { ballotOf } from '../meeting/meeting-of.js';
import { type BallotRow } from '../ports/ballot.store.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** A reason people will read. @throws AppError MEETING.REASON_MISSING (invalid) */
export function reasonOf({ payload }: CommandRow): string {
  const { reason } = payload;
  if (typeof reason === 'string' && reason.trim() !== '') return reason;
  throw new AppError('MEETING.REASON_MISSING', 'invalid', 'this act needs a reason', {}, [{ pointer: '/reason', code: 'REQUEST.MISSING' }]);
}

/** Drafts the ballot that takes another's place on the agenda. @returns its id */
export async function draftSuccessor(tx: Tx, ballot: BallotRow, subjects: readonly string[], ids: Ids): Promise<string> {
  const id = ids.secret();
  const { meetingId, cycleId, superiorId, organisationId, ordinal, kind, method, rule } = ballot;
  await tx.ballots.insert([{ id, meetingId, cycleId, superiorId, organisationId, ordinal, kind, method, rule, round: ballot.round + 1, supersedes: ballot.id, subjects }]);
  return id;
}

/** Where no level reached its majority the meeting votes again on those subjects; the verdicts on the others stand. */
export class RerunBallotHandler implements CommandHandler {
  readonly name: CommandName = 'rerunBallot';
  constructor(private readonly ids: Ids) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef): Promise<Omit<CommandOutcome, 'commandId'>> {
    const reason = reasonOf(command);
    const { meeting, ballot } = await ballotOf(tx, command, ref);
    if (meeting.state !== 'TALLYING') throw new AppError('BALLOT.NOTHING_TO_RERUN', 'conflict', 'A ballot is run again before the minutes are drafted', { meetingState: meeting.state });
    const rerun = await tx.ballots.move(ballot, 'RERUN', { reason });
    const undecided = new Set((await tx.ballots.tally(ballot.id)).filter((row) => row.verdict === null).map((row) => row.reviewId));
    const subjects = ballot.subjects.filter((reviewId) => undecided.has(reviewId));
    if (subjects.length === 0) throw new AppError('BALLOT.NOTHING_TO_RERUN', 'conflict', 'Every subject of this ballot has a level', { ballotId: ballot.id });
    const ballotId = await draftSuccessor(tx, rerun, subjects, this.ids);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'ballot.rerun',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: { by: actedBy(command.actor), meeting: meeting.id, ballot: ballot.id, next: ballotId, subjects, reason },
    });
    return { meetingId: meeting.id, ballotId };
  }
}
