import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { ballotOf } from '../meeting/meeting-of.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { draftSuccessor, reasonOf } from './rerun-ballot.handler.js';

/** Withdraws a ballot before anybody has counted it, with a reason; another takes its place on the agenda. */
export class VoidBallotHandler implements CommandHandler {
  readonly name: CommandName = 'voidBallot';
  constructor(private readonly ids: Ids) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const reason = reasonOf(command);
    const { meeting, ballot } = await ballotOf(tx, command, ref);
    if (await tx.ballots.hasEntries(ballot.id)) throw new AppError('BALLOT.COUNT_ENTERED', 'conflict', 'A ballot that somebody has counted is not withdrawn', { ballotId: ballot.id });
    const voided = await tx.ballots.move(ballot, 'VOID', { reason });
    const closed: string[] = [];
    if (ballot.stepId) {
      await tx.steps.close(ballot.stepId, 'EARLY', now);
      await tx.tasks.endOfStep(ballot.stepId, 'CANCELLED', now);
      closed.push(ballot.stepId);
    }
    const ballotId = await draftSuccessor(tx, voided, ballot.subjects, this.ids);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'ballot.voided',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: { by: actedBy(command.actor), meeting: meeting.id, ballot: ballot.id, before: ballot.state, next: ballotId, reason },
    });
    return { meetingId: meeting.id, ballotId, closed };
  }
}
