import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { ballotOf } from '../meeting/meeting-of.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { openPaperCount } from './paper-count-step.js';

/** Ends the voting: from now on nobody votes, and both tellers are asked for their own totals. */
export class CloseBallotHandler implements CommandHandler {
  readonly name: CommandName = 'closeBallot';
  constructor(private readonly ids: Ids) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const { meeting, ballot } = await ballotOf(tx, command, ref);
    const stepId = this.ids.next();
    const closed = await tx.ballots.move(ballot, 'CLOSED');
    const counting = await tx.ballots.move(closed, 'RECONCILING', { stepId });
    await tx.meetings.move(meeting, 'TALLYING');
    const opened = await openPaperCount(tx, meeting, counting, stepId, null, now);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'ballot.closed',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId,
      payload: { by: actedBy(command.actor), meeting: meeting.id, ballot: ballot.id, tellers: [...meeting.tellerIds] },
    });
    return { meetingId: meeting.id, ballotId: ballot.id, opened: [opened] };
  }
}
