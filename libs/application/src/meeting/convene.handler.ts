import { type CommandName, type CommandOutcome } from '@binhxet/contracts';
import { AppError, isLegalDate, isUnratedDuty, meetingMachine, type OrgRole } from '@binhxet/domain';
import { actedBy } from '../access/record.js';
import { type CommandHandler } from '../command/command-handler.js';
import { startOfDay } from '../cycle/cycle-time.js';
import { notify } from '../notification/notify.js';
import { type BallotKind } from '../ports/ballot.store.js';
import { type Ids } from '../ports/clock.port.js';
import { type CommandRow } from '../ports/command.store.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type AttendanceRow, type MeetingKind, type MeetingRow } from '../ports/meeting.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type StepRow } from '../ports/step.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { ballotRuleOf } from '../rules/cycle-rules.js';
import { personOrHolders } from '../task/task-holders.js';
import { agendaOf, type AgendaItem } from './agenda.js';
import { ballotDrafts } from './ballot-drafts.js';
import { headOf, type MeetingRoles, meetingRoles, type RoleWishes } from './meeting-roles.js';
import { attendanceRoll } from './roll.js';
import { bodyThatSits, meetingKindOf, type SittingBody } from './sitting-place.js';

const VOTES_OF_BODY: readonly BallotKind[] = ['COLLECTIVE_PROPOSAL', 'COMMITTEE_DECISION', 'STANDING_DECISION'];

interface ConvenePayload extends RoleWishes {
  readonly kind?: MeetingKind;
  readonly heldOn: string;
  readonly place?: string;
}

/** Everything a meeting is made of, before it is written. */
interface Plan {
  readonly kind: MeetingKind;
  readonly body: SittingBody;
  readonly roll: readonly AttendanceRow[];
  readonly roles: MeetingRoles;
  readonly agenda: readonly AgendaItem[];
}

/** Summons a body: roll, agenda with its ballots in order, chair, minute-taker, tellers. A postponed meeting goes on under a new date. */
export class ConveneHandler implements CommandHandler {
  readonly name: CommandName = 'convene';
  constructor(
    private readonly rules: Rules,
    private readonly ids: Ids,
  ) {}

  async handle(tx: Tx, command: CommandRow, _ref: unknown, now: Date): Promise<Omit<CommandOutcome, 'commandId'>> {
    const payload = payloadOf(command);
    const cycle = await tx.cycles.get(command.cycleId);
    const unit = await tx.cycles.unit(cycle.id, command.organisationId);
    const step = await openMeetingStep(tx, command);
    const postponed = await continued(tx, step);
    const plan = await this.plan(tx, cycle, unit, step, payload);
    const meeting = postponed ? await this.conveneAgain(tx, postponed, plan, payload) : await this.conveneNew(tx, step, plan, payload, now);
    await this.announce(tx, command, unit, meeting, plan, now);
    return { meetingId: meeting.id };
  }

  private async plan(tx: Tx, cycle: CycleRow, unit: UnitRow, step: StepRow, payload: ConvenePayload): Promise<Plan> {
    const book = this.rules.forCycle(cycle);
    const kind = await meetingKindOf(tx, cycle, unit, step);
    if (payload.kind !== undefined && payload.kind !== kind) {
      throw new AppError('MEETING.KIND_NOT_NOW', 'conflict', 'This body is due to meet for something else', { asked: payload.kind, due: kind });
    }
    await assertReportIsIn(tx, cycle, unit, kind);
    if (kind === 'LATE_REVIEW') await readyLate(tx, step.refId);
    const body = await bodyThatSits(tx, book, unit, kind, payload.heldOn);
    const rule = ballotRuleOf(book, body.as);
    const memberIds = body.as === 'COMMITTEE' ? [...new Set(body.posts.map((post) => post.memberId))] : (await tx.cycles.roll(cycle.id, unit.organisationId)).map((row) => row.memberId);
    const roll = attendanceRoll(await tx.meetings.people(cycle.id, { ids: memberIds }, payload.heldOn), body.as, rule.counted);
    return { kind, body, roll, roles: await rolesOf(tx, cycle, unit, body, roll, payload), agenda: await agenda(tx, cycle, unit, kind, step.refId) };
  }

  private async conveneNew(tx: Tx, step: StepRow, plan: Plan, payload: ConvenePayload, now: Date): Promise<MeetingRow> {
    const id = this.ids.next();
    const round = (await tx.meetings.countRounds(step.cycleId, step.organisationId, plan.kind)) + 1;
    await tx.meetings.insert(
      {
        id,
        cycleId: step.cycleId,
        superiorId: step.superiorId,
        organisationId: step.organisationId,
        bodyId: plan.body.bodyId,
        kind: plan.kind,
        state: meetingMachine.move(meetingMachine.initial, 'CONVENED'),
        stepId: step.id,
        workflowId: step.workflowId,
        round,
        heldOn: payload.heldOn,
        place: payload.place ?? null,
        ...plan.roles,
        previousId: null,
        createdAt: now,
      },
      plan.roll,
    );
    const meeting = await tx.meetings.get(id);
    await this.draftBallots(tx, meeting, plan);
    return meeting;
  }

  /** The agenda is drawn up anew: papers may have come in since. */
  private async conveneAgain(tx: Tx, postponed: MeetingRow, plan: Plan, payload: ConvenePayload): Promise<MeetingRow> {
    const meeting = await tx.meetings.move(postponed, 'CONVENED', { heldOn: payload.heldOn, place: payload.place ?? postponed.place, ...plan.roles });
    await tx.meetings.replaceRoll(meeting.id, plan.roll);
    for (const ballot of await tx.ballots.ofMeeting(meeting.id)) if (ballot.state === 'DRAFT') await tx.ballots.move(ballot, 'VOID');
    await this.draftBallots(tx, meeting, plan);
    return meeting;
  }

  private async draftBallots(tx: Tx, meeting: MeetingRow, plan: Plan): Promise<void> {
    const cycle = await tx.cycles.get(meeting.cycleId);
    const rule = ballotRuleOf(this.rules.forCycle(cycle), plan.body.as);
    await tx.ballots.insert(ballotDrafts(meeting, plan.agenda, rule, plan.roll.filter((row) => row.voter).length, this.ids));
  }

  private async announce(tx: Tx, command: CommandRow, unit: UnitRow, meeting: MeetingRow, plan: Plan, now: Date): Promise<void> {
    await tx.tasks.endOfStep(meeting.stepId, 'DONE', now); // who had to convene has convened
    await tx.tasks.open(
      [
        {
          kind: 'RUN_MEETING',
          cycleId: meeting.cycleId,
          superiorId: meeting.superiorId,
          organisationId: meeting.organisationId,
          stepId: meeting.stepId,
          refId: meeting.id,
          holder: await personOrHolders(tx, 'RUN_MEETING', unit, meeting.chairId, meeting.heldOn),
          dueAt: startOfDay(meeting.heldOn),
          waitingCount: plan.roll.length,
          facts: { meetingId: meeting.id, kind: meeting.kind, heldOn: meeting.heldOn },
        },
      ],
      now,
    );
    tx.ledger.append({
      type: 'meeting.convened',
      cycleId: meeting.cycleId,
      org: unit.code,
      stepId: meeting.stepId,
      payload: {
        by: actedBy(command.actor),
        meeting: meeting.id,
        kind: meeting.kind,
        body: meeting.bodyId,
        heldOn: meeting.heldOn,
        chair: meeting.chairId,
        minuteTaker: meeting.minuteTakerId,
        tellers: meeting.tellerIds,
        roll: plan.roll.map((row) => ({ member: row.memberId, voter: row.voter, clause: row.excludedClause })),
        agenda: plan.agenda.map((item) => ({ ballot: item.kind, reviews: item.subjects.map((review) => review.id) })),
      },
    });
    notify(tx.outbox, plan.roll.map((row) => row.memberId), {
      kind: 'MEETING_CONVENED',
      cycleId: meeting.cycleId,
      organisationId: meeting.organisationId,
      facts: { meetingId: meeting.id, meetingKind: meeting.kind, heldOn: meeting.heldOn, organisation: unit.code },
      href: `/meetings/${meeting.id}`,
    });
  }
}

function payloadOf(command: CommandRow): ConvenePayload {
  const { kind, heldOn, place, chairCode, minuteTakerCode, tellerCodes } = command.payload;
  if (typeof heldOn !== 'string' || !isLegalDate(heldOn)) {
    throw new AppError('MEETING.INPUT_INVALID', 'invalid', 'a meeting needs a date', {}, [{ pointer: '/heldOn', code: 'REQUEST.NOT_A_DATE' }]);
  }
  const text = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
  return {
    heldOn,
    tellerCodes: Array.isArray(tellerCodes) ? tellerCodes.map(String) : [],
    ...(text(kind) && { kind: kind as MeetingKind }),
    ...(text(place) && { place: place as string }),
    ...(text(chairCode) && { chairCode: chairCode as string }),
    ...(text(minuteTakerCode) && { minuteTakerCode: minuteTakerCode as string }),
  };
}

async function openMeetingStep(tx: Tx, command: CommandRow): Promise<StepRow> {
  const stepId = await tx.meetings.openStep(command.cycleId, command.organisationId, command.workflowId);
  if (!stepId) throw new AppError('MEETING.KIND_NOT_NOW', 'conflict', 'This body is not due to meet', { organisationId: command.organisationId });
  return tx.steps.get(stepId);
}

/** @returns the postponed meeting of the step, if any; @throws MEETING.IN_PROGRESS when one is under way */
async function continued(tx: Tx, step: StepRow): Promise<MeetingRow | null> {
  const [latest] = await tx.meetings.ofStep(step.id);
  if (!latest || latest.state === 'CLOSED' || latest.state === 'CANCELLED') return null;
  if (latest.state === 'POSTPONED') return tx.meetings.lock(latest.id);
  throw new AppError('MEETING.IN_PROGRESS', 'conflict', 'A meeting is convened already', { meetingId: latest.id, state: latest.state });
}

/** A grassroots cell's committee writes its report while the cell reviews: the meeting votes on it. */
async function assertReportIsIn(tx: Tx, cycle: CycleRow, unit: UnitRow, kind: MeetingKind): Promise<void> {
  if (kind !== 'CELL_REVIEW' || !unit.hasCommittee) return;
  const step = await tx.steps.find(cycle.id, unit.organisationId, 'COLLECTIVE_REPORT');
  const review = await tx.reviews.ofSubject(cycle.id, 'COLLECTIVE', unit.organisationId);
  if (step && step.outstanding > 0 && review && ['NOT_STARTED', 'REPORT_DRAFT'].includes(review.state)) {
    throw new AppError('MEETING.ORDER_BROKEN', 'conflict', 'The collective has not handed in its report', { missing: 'COLLECTIVE_REPORT', stepId: step.id });
  }
}

/** Who handed in and was away from the meeting is ready as soon as there is another one. */
async function readyLate(tx: Tx, reviewId: string | null): Promise<void> {
  if (!reviewId) return;
  const review = await tx.reviews.get(reviewId);
  if (review.state === 'WAITING_ABSENT' && (await tx.reviews.paper(reviewId))?.submittedAt) await tx.reviews.move(review, 'READY');
}

async function rolesOf(tx: Tx, cycle: CycleRow, unit: UnitRow, body: SittingBody, roll: readonly AttendanceRow[], payload: ConvenePayload): Promise<MeetingRoles> {
  const codes = [payload.chairCode, payload.minuteTakerCode, ...payload.tellerCodes].filter((code): code is string => code !== undefined);
  const named = await tx.meetings.people(cycle.id, { codes }, payload.heldOn);
  const staff = body.as === 'COMMITTEE';
  return meetingRoles(payload, headOf(body.posts), new Set(roll.map((row) => row.memberId)), named, (person) => staff && person.unitId !== null && (unit.unitId === null || person.unitId === unit.unitId));
}

async function agenda(tx: Tx, cycle: CycleRow, unit: UnitRow, kind: MeetingKind, reviewId: string | null): Promise<AgendaItem[]> {
  const organisationId = unit.organisationId;
  const isCellMeeting = kind === 'CELL_REVIEW' || kind === 'LATE_REVIEW';
  const roll = isCellMeeting ? await tx.cycles.roll(cycle.id, organisationId) : [];
  const reviews = isCellMeeting ? await tx.reviews.atOrganisation(cycle.id, organisationId) : await reviewsOfCommittee(tx, cycle, unit);
  const verdicts = isCellMeeting ? [] : await tx.ballots.verdicts(cycle.id, organisationId, reviews.map((review) => review.id), VOTES_OF_BODY);
  return agendaOf({
    kind,
    organisationId,
    role: unit.role as OrgRole,
    hasCommittee: unit.hasCommittee,
    reviews,
    headsWait: reviews.some((review) => review.subjectKind === 'ORGANISATION' && review.subjectId === organisationId),
    notRated: new Set(roll.filter((row) => isUnratedDuty(row.duty)).map((row) => row.memberId)),
    reviewId,
    voted: new Set(verdicts.map((verdict) => verdict.reviewId)),
    ordinals: await ordinals(tx, cycle.id, unit),
  });
}

/** Own collective and organisation, and whatever the body decides; a sub-committee proposes on what lies below it. */
async function reviewsOfCommittee(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<ReviewRow[]> {
  const own = await tx.reviews.atOrganisation(cycle.id, unit.organisationId);
  const others: ReviewRow[] = [];
  if (unit.role === 'SUBCOMMITTEE_ORG') {
    for (const child of await tx.cycles.children(cycle.id, unit.organisationId)) others.push(...(await tx.reviews.atOrganisation(cycle.id, child.organisationId)));
  } else {
    others.push(...(await tx.reviews.decidedBy(cycle.id, unit.organisationId)));
  }
  return [...new Map([...own, ...others].map((review) => [review.id, review])).values()];
}

async function ordinals(tx: Tx, cycleId: string, unit: UnitRow): Promise<Map<string, number>> {
  const order = new Map([[unit.organisationId, unit.ordinal]]);
  for (const child of await tx.cycles.children(cycleId, unit.organisationId)) {
    order.set(child.organisationId, child.ordinal);
    if (child.role === 'SUBCOMMITTEE_ORG') for (const cell of await tx.cycles.children(cycleId, child.organisationId)) order.set(cell.organisationId, cell.ordinal);
  }
  return order;
}
