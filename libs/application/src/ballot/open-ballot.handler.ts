import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type Json } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { methodFor } from '../meeting/ballot-drafts.js';
import { assertNoneUnderWay, ballotOf, standing } from '../meeting/meeting-of.js';
import { countMeeting } from '../meeting/roll.js';
import { type BallotRow } from '../ports/ballot.store.js';
import { type CommandRow } from '../ports/command.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { collectiveFirst } from '../rules/cycle-rules.js';

/** Freezes the roll, computes the counted body and opens one ballot; one at a time, in the order of the agenda. */
export class OpenBallotHandler implements CommandHandler {
  readonly name: CommandName = 'openBallot';
  constructor(private readonly rules: Rules) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef): Promise<Omit<CommandOutcome, 'commandId'>> {
    const { meeting, ballot } = await ballotOf(tx, command, ref);
    const others = standing(await tx.ballots.ofMeeting(meeting.id)).filter((other) => other.id !== ballot.id);
    assertNoneUnderWay([...others, ...(await tx.personBallots.ofMeeting(meeting.id))]);
    await this.assertOrder(tx, meeting, ballot, others);

    const { body, attendance } = countMeeting(await tx.meetings.attendance(meeting.id), ballot.rule.counted);
    const frozen = await tx.ballots.move(ballot, 'ROLL_FROZEN', { countedBody: body.counted, entitled: body.present, present: attendance.present, method: methodFor(ballot.rule, body.present) });
    const open = await tx.ballots.move(frozen, 'OPEN');
    if (meeting.state !== 'BALLOTING') await tx.meetings.move(meeting, 'BALLOTING');
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'ballot.opened',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: {
        by: actedBy(command.actor),
        meeting: meeting.id,
        ballot: open.id,
        kind: open.kind,
        round: open.round,
        method: open.method,
        channel: open.channel,
        subjects: [...open.subjects],
        countedBody: body.counted,
        entitled: body.present,
        rule: body.rule,
        clause: body.source,
        majority: open.rule.majority as unknown as Json,
        majorityClause: open.rule.majoritySource,
      },
    });
    return { meetingId: meeting.id, ballotId: open.id };
  }

  private async assertOrder(tx: Tx, meeting: MeetingRow, ballot: BallotRow, others: readonly BallotRow[]): Promise<void> {
    const earlier = others.find((other) => other.ordinal < ballot.ordinal && other.state === 'DRAFT');
    if (!earlier || !collectiveFirst(this.rules.forCycle(await tx.cycles.get(meeting.cycleId)))) return;
    throw new AppError('MEETING.ORDER_BROKEN', 'conflict', 'An earlier ballot of the agenda has not been held', { missing: earlier.kind, ballotId: earlier.id, ordinal: earlier.ordinal });
  }
}
