import { cellWorkflowId, lateReviewWorkflowId, organisationWorkflowId } from '@binhxet/contracts';
import { AppError, canonicalJson, type Json, type LegalDate, type OrgRole, ratesKind, type TreePlan } from '@binhxet/domain';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { cycleDate } from '../cycle/cycle-time.js';
import { deciderOf } from '../cycle/freeze-cycle.service.js';
import { type DutyOfMember, memberDuties, openingOf } from '../cycle/member-duties.js';
import { attendanceRoll } from '../meeting/roll.js';
import { withoutSubjects } from '../meeting/open-meeting.handler.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type CycleRow, type RollRow, type UnitRow } from '../ports/cycle.store.js';
import { type MeetingRow } from '../ports/meeting.store.js';
import { type ReviewChange, type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type MovedMember } from '../ports/tree.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { ballotRuleOf } from '../rules/cycle-rules.js';
import { UnitsInCycle } from './units-in-cycle.js';

/** What a decision means for one cycle under way. */
export interface CycleEffect {
  readonly cycleId: string;
  /** Code of the organisation, as it stands in the cycle. */
  readonly organisation: string;
  readonly effect:
    | 'MEMBER_LEFT_CELL'
    | 'MEMBER_CAME_TO_CELL'
    | 'MEMBER_STAYS_ON_FROZEN_ROLL'
    | 'MEMBER_LEFT_PARTY'
    | 'MEMBER_EXEMPT'
    | 'UNIT_JOINED'
    | 'UNIT_ENDED'
    | 'UNIT_GOES_ON_FROZEN'
    | 'UNIT_MOVED'
    | 'FROM_NEXT_SNAPSHOT';
  readonly reviewId?: string;
}

/** The decision as entries of a cycle name it. */
export interface DecisionRef {
  readonly changeId: string;
  readonly decision: string | null;
  readonly effectiveOn: LegalDate;
  readonly reason: string;
}

/** The members have met, or are meeting, on a roll that is fixed: what they do there stands. */
const ROLL_FIXED = ['OPENED', 'REVIEWING', 'ADJOURNED', 'BALLOTING', 'TALLYING', 'MINUTES_DRAFT', 'MINUTES_SIGNED'];
/** The cell has reviewed the member: the result goes its way from there. */
const REVIEWED_THERE = ['REVIEWED_PARTLY', 'REVIEWED', 'PROPOSED', 'VERIFIED', 'DECIDED', 'NOTIFIED', 'UNDER_APPEAL', 'REOPENED', 'CLOSED', 'CANCELLED', 'NOT_RATED', 'LEFT_PARTY'];
const WITH_ORGANISATION_SENT = ['SUBMITTED', 'VERIFYING', 'PROPOSED', 'QUOTA_CHECK', 'BALLOTED', 'DECIDED', 'NOTIFIED', 'NOT_RATED_NEW', 'NOT_YET_RATED', 'CLOSED'];

/**
 * Decisions about the tree and about people while a cycle is open. A roll that is frozen stands: the meeting goes on with it; otherwise
 * tree and roll of the cycle follow the decision, and what waited for a person waits no longer or waits at the receiving cell.
 * Source: process.md section 9, settled questions section 2
 */
export class OpenCycles {
  private readonly units: UnitsInCycle;

  constructor(
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
    options: { readonly publicUrl: string },
  ) {
    this.units = new UnitsInCycle(rules, clock, ids, options);
  }

  /** Joins, endings and moves of organisations, then of the members that follow them. */
  async followTree(tx: Tx, actor: Actor, change: { readonly plan: TreePlan; readonly grounds: Omit<DecisionRef, 'changeId'>; readonly changeId: string; readonly moved: readonly MovedMember[] }): Promise<CycleEffect[]> {
    const { plan, moved } = change;
    const decision = { ...change.grounds, changeId: change.changeId };
    const parents = plan.begin.flatMap((node) => (node.parent === null ? [] : [node.parent]));
    const effects: CycleEffect[] = [];
    await assertFrozen(tx, [...plan.touches, ...parents]);
    for (const cycleId of await tx.cycleChanges.openCyclesWith([...plan.touches, ...parents])) {
      const cycle = await tx.cycles.get(cycleId);
      effects.push(...(await this.units.join(tx, actor, cycle, plan.begin, decision)));
      effects.push(...(await this.units.move(tx, actor, cycle, plan, decision)));
    }
    effects.push(...(await this.followMembers(tx, actor, moved, decision)));
    for (const cycleId of await tx.cycleChanges.openCyclesWith(plan.end)) {
      effects.push(...(await this.units.end(tx, actor, await tx.cycles.get(cycleId), plan.end, decision)));
    }
    return effects;
  }

  /** Members who belong to another cell from now on. */
  async followMembers(tx: Tx, actor: Actor, moved: readonly MovedMember[], decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    await assertFrozen(tx, moved.flatMap((member) => [member.from, member.to]));
    for (const member of moved) {
      const left = new Map<string, ReviewRow>();
      const stays = new Set<string>();
      for (const review of await tx.cycleChanges.openReviewsOf(member.memberId)) {
        const cycle = await tx.cycles.get(review.cycleId);
        const unit = await tx.cycles.unit(cycle.id, review.organisationId);
        if (unit.code === member.to) continue;
        const meeting = await tx.cycleChanges.cellMeeting(cycle.id, unit.organisationId);
        if (isFixed(meeting, review)) {
          stays.add(cycle.id);
          effects.push(this.record(tx, actor, cycle, unit, 'MEMBER_STAYS_ON_FROZEN_ROLL', decision, { member: member.memberId, review: review.id, to: member.to }, review.id));
          continue;
        }
        await this.release(tx, cycle, unit, review, meeting, 'TRANSFERRED_OUT');
        left.set(cycle.id, review);
        effects.push(this.record(tx, actor, cycle, unit, 'MEMBER_LEFT_CELL', decision, { member: member.memberId, review: review.id, to: member.to }, review.id));
      }
      for (const cycleId of await tx.cycleChanges.openCyclesWith([member.to])) {
        if (stays.has(cycleId)) continue;
        const arrived = await this.arrive(tx, actor, await tx.cycles.get(cycleId), member, left.get(cycleId) ?? null, decision);
        if (arrived) effects.push(arrived);
      }
    }
    return effects;
  }

  async followLeaving(tx: Tx, actor: Actor, memberId: string, cellCode: string, decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    await assertFrozen(tx, [cellCode]);
    for (const review of await tx.cycleChanges.openReviewsOf(memberId)) {
      const cycle = await tx.cycles.get(review.cycleId);
      const unit = await tx.cycles.unit(cycle.id, review.organisationId);
      const meeting = await tx.cycleChanges.cellMeeting(cycle.id, unit.organisationId);
      if (isFixed(meeting, review)) {
        effects.push(this.record(tx, actor, cycle, unit, 'MEMBER_STAYS_ON_FROZEN_ROLL', decision, { member: memberId, review: review.id }, review.id));
        continue;
      }
      await this.release(tx, cycle, unit, review, meeting, 'LEFT_PARTY');
      effects.push(this.record(tx, actor, cycle, unit, 'MEMBER_LEFT_PARTY', decision, { member: memberId, review: review.id }, review.id));
    }
    return effects;
  }

  /** A dated state began or ended: the pack says what it makes of a member who is not reviewed yet. */
  async followPeriods(tx: Tx, actor: Actor, memberId: string, cellCode: string, decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    await assertFrozen(tx, [cellCode]);
    for (const review of await tx.cycleChanges.openReviewsOf(memberId)) {
      const cycle = await tx.cycles.get(review.cycleId);
      const unit = await tx.cycles.unit(cycle.id, review.organisationId);
      const meeting = await tx.cycleChanges.cellMeeting(cycle.id, unit.organisationId);
      if (isFixed(meeting, review)) continue;
      const before = await tx.cycleChanges.rollRow(cycle.id, memberId);
      const duty = await this.dutyOf(tx, cycle, unit, memberId);
      const row = duty?.row;
      if (!duty || !row || !before || (before.duty === row.duty && canonicalJson(before.flags) === canonicalJson(row.flags))) continue;
      await tx.cycleChanges.putOnRoll(row);
      if (row.duty === 'EXEMPT' && review.state !== 'EXEMPT') {
        const { state: _state, ...why } = openingOf(duty, this.rules.forCycle(cycle));
        await this.release(tx, cycle, unit, review, meeting, 'EXEMPT', why);
        tx.ledger.append({ type: 'review.exempted', cycleId: cycle.id, org: unit.code, payload: { by: actedBy(actor), review: review.id, member: memberId, clause: row.dutyClause, change: decision.changeId, decision: decision.decision, effectiveOn: decision.effectiveOn } });
        effects.push({ cycleId: cycle.id, organisation: unit.code, effect: 'MEMBER_EXEMPT', reviewId: review.id });
      }
    }
    return effects;
  }

  /** What waited for the review waits no longer. The step's row is locked last. */
  private async release(tx: Tx, cycle: CycleRow, unit: UnitRow, review: ReviewRow, meeting: MeetingRow | null, to: string, why: ReviewChange = {}): Promise<void> {
    const now = this.clock.now();
    await tx.reviews.move(review, to, why);
    await tx.tasks.endOfRef(review.id, 'CANCELLED', now);
    await tx.cycleChanges.releaseOpinions(review.id);
    if (meeting && ['PLANNED', 'CONVENED'].includes(meeting.state)) {
      if (to !== 'EXEMPT') await tx.cycleChanges.markGone(meeting.id, review.subjectId);
      for (const ballot of await tx.ballots.ofMeeting(meeting.id)) await withoutSubjects(tx, ballot, new Set([review.id]));
    }
    // A late review has a workflow of its own, which has nothing left to do.
    const late = lateReviewWorkflowId(cycle.id, review.id);
    for (const own of (await tx.cycleChanges.openSteps(cycle.id, unit.organisationId)).filter((one) => one.workflowId === late)) {
      await tx.steps.close(own.id, 'EARLY', now);
      await tx.tasks.endOfStep(own.id, 'CANCELLED', now);
      tx.ledger.append({ type: 'step.closed', cycleId: cycle.id, org: unit.code, stepId: own.id, payload: { kind: own.kind, cause: 'EARLY', review: review.id } });
      tx.outbox.signal(late, 'bodyEnded', {});
    }
    const step = await tx.steps.find(cycle.id, unit.organisationId, 'SELF_REVIEW');
    if (!step || !(await tx.steps.markReleased(step.id, review.id, now))) return;
    const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
    if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
  }

  private async arrive(tx: Tx, actor: Actor, cycle: CycleRow, member: MovedMember, from: ReviewRow | null, decision: DecisionRef): Promise<CycleEffect | null> {
    const unit = (await tx.cycleChanges.units(cycle.id, [member.to])).get(member.to);
    if (!unit || (await tx.cycleChanges.openReviewsOf(member.memberId)).some((review) => review.cycleId === cycle.id)) return null;
    const duty = await this.dutyOf(tx, cycle, unit, member.memberId);
    if (!duty) return null;
    const book = this.rules.forCycle(cycle);
    const { row } = duty;
    const opening = openingOf(duty, book);
    const meeting = await tx.cycleChanges.cellMeeting(cycle.id, unit.organisationId);
    const step = await tx.steps.find(cycle.id, unit.organisationId, 'SELF_REVIEW');
    const begun = step ?? (await tx.steps.latest(cycle.id, unit.organisationId, 'SELF_REVIEW'));
    const reviewId = this.ids.next();
    const ended = opening.nonLevel !== null;
    const tree = new Map((await tx.cycles.units(cycle.id)).map((one) => [one.organisationId, one]));
    const review = {
      id: reviewId,
      cycleId: cycle.id,
      superiorId: cycle.superiorId,
      subjectKind: 'MEMBER',
      subjectId: member.memberId,
      organisationId: unit.organisationId,
      unitId: row.unitId,
      deciderId: deciderOf(book.rating, 'MEMBER', unit, tree),
      isHead: false,
      ...opening,
    } as const;
    await tx.cycleChanges.putOnRoll(row);
    if (!ratesKind(book.rating, 'MEMBER')) return null;
    // A paper that was handed in counts where papers have been asked for; before that it is a draft to hand in again.
    const fixed = meeting !== null && (ROLL_FIXED.includes(meeting.state) || meeting.state === 'CLOSED');
    const handedIn = from !== null && ['SELF_REVIEW_SUBMITTED', 'OPINIONS_PENDING', 'READY'].includes(from.state) && begun !== null;
    const state = ended ? opening.state : fixed ? 'WAITING_ABSENT' : step ? (handedIn ? 'SELF_REVIEW_SUBMITTED' : 'NOT_STARTED') : begun ? (handedIn ? 'READY' : 'WAITING_ABSENT') : 'NOT_STARTED';
    await tx.reviews.insert([{ ...review, state }]);
    if (from) await tx.cycleChanges.copyPaper(from.id, reviewId, handedIn);
    if (handedIn && from?.selfLevel) await tx.reviews.change(reviewId, { selfLevel: from.selfLevel });
    if (meeting?.state === 'CONVENED' && !ended) await this.summon(tx, cycle, meeting, row, state === 'READY' ? reviewId : null);
    const effect = this.record(tx, actor, cycle, unit, 'MEMBER_CAME_TO_CELL', decision, { member: member.memberId, review: reviewId, state, from: member.from, continues: from?.id ?? null }, reviewId);
    if (state === 'WAITING_ABSENT' && meeting?.state === 'CLOSED') await this.startLate(tx, cycle, unit, reviewId);
    if (state === 'NOT_STARTED' && step && (await tx.cycleChanges.expectOneMore(step.id, reviewId))) {
      await tx.tasks.open(
        [{ kind: 'WRITE_SELF_REVIEW', cycleId: cycle.id, superiorId: cycle.superiorId, organisationId: unit.organisationId, stepId: step.id, refId: reviewId, holder: { memberId: member.memberId }, dueAt: step.dueAt }],
        this.clock.now(),
      );
    }
    return effect;
  }

  /** Joined before the meeting has opened: one more on its roll, and on the ballot when ready. */
  private async summon(tx: Tx, cycle: CycleRow, meeting: MeetingRow, row: RollRow, readyReviewId: string | null): Promise<void> {
    const [person] = await tx.meetings.people(cycle.id, { ids: [row.memberId] }, meeting.heldOn);
    if (!person) return;
    const rule = ballotRuleOf(this.rules.forCycle(cycle), 'MEMBERS_MEETING').counted;
    await tx.cycleChanges.addToRoll(meeting.id, attendanceRoll([person], 'MEMBERS_MEETING', rule));
    if (readyReviewId === null) return;
    const ballot = (await tx.ballots.ofMeeting(meeting.id)).find((one) => one.kind === 'CELL_MEMBER_LEVEL' && one.state === 'DRAFT');
    if (ballot) await tx.ballots.change(ballot, { subjects: [...ballot.subjects, readyReviewId] });
  }

  /** The cell has met and handed in, or is about to: the newcomer is reviewed like somebody who was absent. */
  private async startLate(tx: Tx, cycle: CycleRow, unit: UnitRow, reviewId: string): Promise<void> {
    const own = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
    if (unit.role !== 'GRASSROOTS_CELL' && !(own && WITH_ORGANISATION_SENT.includes(own.state))) return; // its submission will name the review
    tx.ledger.append({ type: 'late-review.opened', cycleId: cycle.id, org: unit.code, payload: { review: reviewId } });
    tx.outbox.start(lateReviewWorkflowId(cycle.id, reviewId), 'lateReview', { ...this.units.inputOf(cycle, unit), reviewId });
  }

  private async dutyOf(tx: Tx, cycle: CycleRow, unit: UnitRow, memberId: string): Promise<DutyOfMember | null> {
    const on = cycleDate(cycle, this.clock.now());
    const member = await tx.organisations.member(memberId);
    if (!member) return null;
    const tree = new Map([[unit.organisationId, unit]]);
    const [duty] = await memberDuties(tx, cycle, this.rules.forCycle(cycle), [{ ...member, organisationId: unit.organisationId }], tree, on);
    return duty ?? null;
  }

  private record(tx: Tx, actor: Actor, cycle: CycleRow, unit: UnitRow, effect: CycleEffect['effect'], decision: DecisionRef, facts: { readonly [key: string]: Json }, reviewId: string): CycleEffect {
    recordEffect(tx, actor, cycle, unit.code, effect, decision, facts);
    return { cycleId: cycle.id, organisation: unit.code, effect, reviewId };
  }
}

/** One entry of the cycle for each effect, with the number of the decision. */
export function recordEffect(tx: Tx, actor: Actor, cycle: CycleRow, code: string, effect: CycleEffect['effect'], decision: DecisionRef, facts: { readonly [key: string]: Json }): void {
  tx.ledger.append({
    type: 'snapshot.changed',
    cycleId: cycle.id,
    org: code,
    payload: { by: actedBy(actor), effect, organisation: code, change: decision.changeId, decision: decision.decision, effectiveOn: decision.effectiveOn, reason: decision.reason, ...facts },
  });
}

/**
 * Between its opening and the freezing of its tree, moments later, a cycle can neither take a decision in nor follow it.
 * @throws AppError CYCLE.NOT_FROZEN_YET (conflict)
 */
export async function assertFrozen(tx: Tx, organisationCodes: readonly string[]): Promise<void> {
  const cycleId = await tx.cycleChanges.freezingWith(organisationCodes);
  if (cycleId !== null) throw new AppError('CYCLE.NOT_FROZEN_YET', 'conflict', 'A cycle is being opened: try again when its tree is frozen', { cycleId });
}

const isFixed = (meeting: MeetingRow | null, review: ReviewRow): boolean => REVIEWED_THERE.includes(review.state) || (meeting !== null && ROLL_FIXED.includes(meeting.state) && review.state !== 'WAITING_ABSENT');

/** Workflow of a body in a cycle. */
export const workflowIdOfUnit = (cycleId: string, unit: Pick<UnitRow, 'role' | 'code'>): string =>
  (unit.role as OrgRole) === 'SUBORDINATE_CELL' ? cellWorkflowId(cycleId, unit.code) : organisationWorkflowId(cycleId, unit.code);
