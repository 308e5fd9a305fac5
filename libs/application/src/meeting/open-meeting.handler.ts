import { type CommandName, type CommandOutcome, type CommandRef } from '@binhxet/contracts';
import { AppError, type Json } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { type BallotRow } from '../ports/ballot.store.js';
import { type CommandRow } from '../ports/command.store.js';
import { type AttendanceRow, type MeetingRow } from '../ports/meeting.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook, type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { ballotRuleOf } from '../rules/cycle-rules.js';
import { meetingOf } from './meeting-of.js';
import { type CountedMeeting, countMeeting, quorumNumbers, unrecorded } from './roll.js';

/**
 * Opens a meeting on the recorded attendance. Without quorum it is refused with the numbers and nothing changes: the chair
 * postpones. Who is absent is not reviewed here and leaves the ballots.
 */
export class OpenMeetingHandler implements CommandHandler {
  readonly name: CommandName = 'openMeeting';
  constructor(private readonly rules: Rules) {}

  async handle(tx: Tx, command: CommandRow, ref: CommandRef): Promise<Omit<CommandOutcome, 'commandId'>> {
    const meeting = await meetingOf(tx, command, ref);
    const book = this.rules.forCycle(await tx.cycles.get(meeting.cycleId));
    const roll = await tx.meetings.attendance(meeting.id);
    const subjects = await membersReviewedHere(tx, meeting);
    assertRecorded(meeting, roll, book, subjects);
    const counted = countMeeting(roll, ballotRuleOf(book, bodyKind(meeting)).counted);
    const quorum = quorumNumbers(book, counted);

    const { summoned, present } = counted.attendance;
    const opened = await tx.meetings.move(meeting, 'OPENED', { summoned, present, counted: counted.body.counted, quorum });
    const reviewing = await tx.meetings.move(opened, 'REVIEWING');
    const absent = await leaveOutAbsent(tx, reviewing, roll, subjects);
    await this.record(tx, command, reviewing, counted, quorum, absent);
    return { meetingId: meeting.id };
  }

  private async record(tx: Tx, command: CommandRow, meeting: MeetingRow, counted: CountedMeeting, quorum: Json, absent: readonly ReviewRow[]): Promise<void> {
    const unit = await tx.cycles.unit(meeting.cycleId, meeting.organisationId);
    tx.ledger.append({
      type: 'meeting.opened',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: {
        by: actedBy(command.actor),
        meeting: meeting.id,
        ...counted.attendance,
        counted: counted.body.counted,
        entitled: counted.body.present,
        rule: counted.body.rule,
        clause: counted.body.source,
        quorum,
        people: counted.body.entries.map((entry) => ({ member: entry.personId, counted: entry.counted, entitled: entry.entitled, reason: entry.reason, clause: entry.source })),
        absentSubjects: absent.map((review) => review.id),
      },
    });
  }
}

export const bodyKind = (meeting: Pick<MeetingRow, 'bodyId'>): 'MEMBERS_MEETING' | 'COMMITTEE' => (meeting.bodyId === null ? 'MEMBERS_MEETING' : 'COMMITTEE');

/** Members whose review takes place in this meeting. A committee decides on reviews held elsewhere. */
async function membersReviewedHere(tx: Tx, meeting: MeetingRow): Promise<ReviewRow[]> {
  if (meeting.kind !== 'CELL_REVIEW' && meeting.kind !== 'LATE_REVIEW') return [];
  const ready = (await tx.reviews.atOrganisation(meeting.cycleId, meeting.organisationId, 'MEMBER')).filter((review) => review.state === 'READY');
  if (meeting.kind === 'CELL_REVIEW') return ready;
  const step = await tx.steps.get(meeting.stepId);
  return ready.filter((review) => review.id === step.refId);
}

function assertRecorded(meeting: MeetingRow, roll: readonly AttendanceRow[], book: RuleBook, subjects: readonly ReviewRow[]): void {
  const missing = unrecorded(roll, ballotRuleOf(book, bodyKind(meeting)).counted, subjects.map((review) => review.subjectId));
  if (missing.length > 0) throw new AppError('MEETING.ATTENDANCE_MISSING', 'conflict', 'Attendance of people who are counted or reviewed is not recorded', { memberIds: missing });
  const present = new Set(roll.filter((row) => row.status === 'PRESENT').map((row) => row.memberId));
  const roles: [string, string][] = [['CHAIR', meeting.chairId], ['MINUTE_TAKER', meeting.minuteTakerId]];
  const onRoll = new Set(roll.map((row) => row.memberId));
  for (const teller of meeting.tellerIds) if (onRoll.has(teller)) roles.push(['TELLER', teller]);
  const absent = roles.filter(([, memberId]) => !present.has(memberId)).map(([role, memberId]) => ({ role, memberId }));
  if (absent.length > 0) throw new AppError('MEETING.ROLE_ABSENT', 'conflict', 'Somebody with a role in the meeting is not there: postpone it and convene it with other people', { absent });
  const awaited = meeting.kind === 'LATE_REVIEW' ? subjects.find((review) => !present.has(review.subjectId)) : undefined;
  if (awaited) throw new AppError('MEETING.SUBJECT_ABSENT', 'conflict', 'The member this meeting is for is not there', { reviewId: awaited.id });
}

async function leaveOutAbsent(tx: Tx, meeting: MeetingRow, roll: readonly AttendanceRow[], subjects: readonly ReviewRow[]): Promise<ReviewRow[]> {
  const present = new Set(roll.filter((row) => row.status === 'PRESENT').map((row) => row.memberId));
  const absent = subjects.filter((review) => !present.has(review.subjectId));
  if (absent.length === 0) return [];
  await tx.reviews.moveMany(absent, 'WAITING_ABSENT');
  const gone = new Set(absent.map((review) => review.id));
  for (const ballot of await tx.ballots.ofMeeting(meeting.id)) await withoutSubjects(tx, ballot, gone);
  return absent;
}

/** Takes reviews off a ballot that is still a draft; one that is left empty is void. */
export async function withoutSubjects(tx: Tx, ballot: BallotRow, gone: ReadonlySet<string>): Promise<void> {
  const subjects = ballot.subjects.filter((reviewId) => !gone.has(reviewId));
  if (ballot.state !== 'DRAFT' || subjects.length === ballot.subjects.length) return;
  if (subjects.length === 0) await tx.ballots.move(ballot, 'VOID');
  else await tx.ballots.change(ballot, { subjects });
}
