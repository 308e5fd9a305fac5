import { type CommandName, type CommandOutcome, type CommandRef, type StepRef } from '@binhxet/contracts';
import { AppError, type MeetingState } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { contentHash } from '../cycle/sha256.js';
import { type BallotRow } from '../ports/ballot.store.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type MeetingRow, type MinutesRow } from '../ports/meeting.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { recordOpened } from '../step/record-opened.js';
import { meetingOf, standing } from './meeting-of.js';
import { minutesContent, signatories } from './minutes-content.js';
import { endSigning } from './return-minutes.handler.js';
import { countMeeting } from './roll.js';

/** A meeting without ballots passes through voting and counting in no time. */
const ON_THE_WAY: readonly MeetingState[] = ['REVIEWING', 'BALLOTING', 'TALLYING', 'MINUTES_DRAFT'];

/** Drafts the minutes once every ballot of the agenda is tallied, and asks chair, minute-taker and head teller to sign them. */
export class DraftMinutesHandler implements CommandHandler {
  readonly name: CommandName = 'draftMinutes';
  constructor(private readonly ids: Ids) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const meeting = await meetingOf(tx, command, ref);
    const ballots = await tx.ballots.ofMeeting(meeting.id);
    const open = standing(ballots).filter((ballot) => ballot.state !== 'TALLIED');
    if (open.length > 0) throw new AppError('MEETING.BALLOTS_OPEN', 'conflict', 'Ballots of the agenda are not tallied', { ballots: open.map((ballot) => ({ ballotId: ballot.id, state: ballot.state })) });
    const unsettled = (await tx.personBallots.ofMeeting(meeting.id)).filter((ballot) => ballot.state !== 'TALLIED' && ballot.state !== 'VOID');
    if (unsettled.length > 0) throw new AppError('MEETING.BALLOTS_OPEN', 'conflict', 'Ballots about persons are not tallied', { ballots: unsettled.map((ballot) => ({ ballotId: ballot.id, state: ballot.state })) });
    if (meeting.state === 'MINUTES_SIGNED') throw new AppError('MINUTES.SIGNED_ALREADY', 'conflict', 'Signed minutes are returned with a reason before they are drafted again', { meetingId: meeting.id });
    const closed = await endSigning(tx, meeting, now); // an earlier draft is signed by nobody any more
    await draft(tx, meeting);
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    const minutes = await this.minutes(tx, meeting, unit.code, ballots, command, now);
    await tx.meetings.insertMinutes(minutes);
    const step = await this.askForSignatures(tx, meeting, minutes, now);
    tx.ledger.append({
      type: 'minutes.drafted',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: step.stepId,
      payload: { by: actedBy(command.actor), meeting: meeting.id, version: minutes.version, sha256: minutes.contentHash },
    });
    return { meetingId: meeting.id, opened: [step], closed };
  }

  private async minutes(tx: Tx, meeting: MeetingRow, organisationCode: string, ballots: readonly BallotRow[], command: CommandRow, now: Date): Promise<MinutesRow> {
    const roll = await tx.meetings.attendance(meeting.id);
    const withTally = [];
    for (const ballot of ballots) withTally.push({ ballot, tally: await tx.ballots.tally(ballot.id) });
    const held = meeting.kind === 'CELL_REVIEW' ? await tx.reviews.atOrganisation(meeting.cycleId, meeting.organisationId, 'MEMBER') : [];
    const rule = ballots[0]?.rule.counted;
    const absent = { summoned: meeting.summoned, present: meeting.present, absentExcused: 0, absentUnexcused: 0 };
    const content = minutesContent({
      meeting,
      organisationCode,
      roll,
      attendance: rule ? countMeeting(roll, rule).attendance : absent,
      ballots: withTally,
      personBallots: await tx.personBallots.ofMeeting(meeting.id),
      waiting: held.filter((review) => review.state === 'WAITING_ABSENT').map((review) => review.id),
    });
    const earlier = await tx.meetings.minutes(meeting.id);
    return { meetingId: meeting.id, version: (earlier?.version ?? 0) + 1, content, contentHash: contentHash(content), draftedAt: now, draftedBy: command.actor.memberId };
  }

  private async askForSignatures(tx: Tx, meeting: MeetingRow, minutes: MinutesRow, now: Date): Promise<StepRef> {
    const id = this.ids.next();
    const keys = [...new Set(signatories(meeting).map((one) => one.memberId))];
    const place = { cycleId: meeting.cycleId, superiorId: meeting.superiorId, organisationId: meeting.organisationId };
    await tx.steps.insert({ ...place, id, kind: 'SIGN_MINUTES', refId: meeting.id, round: minutes.version, dueAt: null, closeAt: null, remindAt: [], escalateAt: [], workflowId: meeting.workflowId, openedAt: now, keys });
    await tx.tasks.open(
      keys.map((memberId) => ({
        ...place,
        kind: 'SIGN_MINUTES',
        stepId: id,
        refId: meeting.id,
        holder: { memberId },
        live: true,
        dueAt: null,
        facts: { meetingId: meeting.id, version: minutes.version, contentHash: minutes.contentHash },
      })),
      now,
    );
    const step = await tx.steps.get(id);
    await recordOpened(tx, step, keys.length, now);
    return tx.steps.refOf(step);
  }
}

async function draft(tx: Tx, meeting: MeetingRow): Promise<void> {
  let at = meeting;
  const from = ON_THE_WAY.indexOf(meeting.state);
  const next = from < 0 ? (['MINUTES_DRAFT'] as const) : ON_THE_WAY.slice(from + 1);
  for (const state of next) at = await tx.meetings.move(at, state);
}
