import { type BodyRef, organisationWorkflowId, type StepKind, type StepRef } from '@binhxet/contracts';
import { AppError, isCell, legalDateOf, type OrgRole, ratesKind, type TaskKind } from '@binhxet/domain';
import { cycleDate, stepTimes } from '../cycle/cycle-time.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type CycleRow, type PlanKey, type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type NewTask } from '../ports/task.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { countStates, propose } from '../submission/propose.js';
import { settleUnit } from '../submission/settle-unit.js';
import { holdersOf } from '../task/task-holders.js';

/** What a step of a kind expects: keys, tasks, its planned last day. null: there is nothing to wait for. */
interface StepPlan {
  readonly keys: readonly string[];
  readonly tasks: readonly Omit<NewTask, 'cycleId' | 'superiorId' | 'stepId' | 'dueAt'>[];
  readonly due: PlanKey | null;
  readonly contribution: boolean;
}

interface Place {
  readonly tx: Tx;
  readonly cycle: CycleRow;
  readonly unit: UnitRow;
  readonly refId: string | null;
  /** The workflow that waits: a grassroots cell has two. */
  readonly workflowId: string;
  readonly now: Date;
  /** Does the pack rate members alone? Then there is nothing to vote on, hand in or verify but them. */
  readonly membersOnly: () => boolean;
}

/** The level above has nothing more to say on the organisation itself: told, also while somebody appeals against it, or too young for a level. */
const SETTLED_ABOVE = ['NOTIFIED', 'UNDER_REEXAMINATION', 'NOT_RATED_NEW'];
const NON_LEVEL_END = ['EXEMPT', 'NOT_RATED', 'NOT_YET_RATED', 'TRANSFERRED_OUT', 'LEFT_PARTY'];

/** Opens a step with its expectations and tasks, or gives back the one already open: safe to repeat. */
export class OpenStepService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  open(body: BodyRef, kind: StepKind, refId: string | null = null): Promise<StepRef | null> {
    return this.uow.run(async (tx) => {
      const open = await tx.steps.find(body.cycleId, body.orgId, kind, refId, body.workflowId);
      if (open) return tx.steps.refOf(open);
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      const place = { tx, cycle, unit, refId, workflowId: body.workflowId, now: this.clock.now(), membersOnly: () => !ratesKind(this.rules.forCycle(cycle).rating, 'ORGANISATION') };
      const plan = await PLANS[kind](place);
      return plan ? tx.steps.refOf(await this.insert(place, kind, plan)) : null;
    });
  }

  private async insert({ tx, cycle, unit, refId, workflowId, now }: Place, kind: StepKind, plan: StepPlan) {
    const today = cycleDate(cycle, now);
    const book = this.rules.forCycle(cycle);
    const planned = plan.due ? (cycle.plan[plan.due] ?? null) : null;
    // A round that begins after the planned day (a returned result) is due at once, not in the past.
    const times = stepTimes(book.calendars, book.settings, planned && planned < today ? today : planned, today, plan.contribution);
    const previous = await tx.steps.latest(cycle.id, unit.organisationId, kind);
    const id = this.ids.next();
    await tx.steps.insert({
      id,
      cycleId: cycle.id,
      superiorId: cycle.superiorId,
      organisationId: unit.organisationId,
      kind,
      refId,
      round: (previous?.round ?? 0) + 1,
      ...times,
      workflowId,
      openedAt: now,
      keys: plan.keys,
    });
    await tx.tasks.open(
      plan.tasks.map((task) => ({ ...task, cycleId: cycle.id, superiorId: cycle.superiorId, stepId: id, dueAt: times.dueAt })),
      now,
    );
    tx.ledger.append({
      type: 'step.opened',
      cycleId: cycle.id,
      org: unit.code,
      stepId: id,
      payload: { kind, ref: refId, expected: plan.keys.length, effectiveOn: today, dueOn: times.dueAt ? legalDateOf(times.dueAt.getTime() - 1) : null, workflow: workflowId },
    });
    return tx.steps.get(id);
  }
}

const leaders = (unit: UnitRow, kind: TaskKind, refId: string | null = null): StepPlan['tasks'][number] => ({ kind, organisationId: unit.organisationId, refId: refId ?? unit.organisationId, holder: holdersOf(kind, unit.role as OrgRole) });

/**
 * A grassroots cell's meeting hands its result to the same cell's own committee: nobody has to send anything.
 * Source: settled questions §3
 */
const handOver = async (tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<void> => {
  const reviews = await tx.reviews.atOrganisation(cycle.id, unit.organisationId);
  if (!reviews.some((review) => review.subjectKind === 'MEMBER' && review.state === 'REVIEWED')) return;
  await propose(tx, cycle, unit, reviews);
  tx.ledger.append({ type: 'result.submitted', cycleId: cycle.id, org: unit.code, payload: { by: { engine: true }, members: countStates(reviews), effectiveOn: cycle.clockOn } });
};

const PLANS: Readonly<Record<StepKind, (place: Place) => Promise<StepPlan | null>>> = {
  async SELF_REVIEW({ tx, cycle, unit }) {
    const reviews = (await tx.reviews.atOrganisation(cycle.id, unit.organisationId)).filter((review) => review.subjectKind !== 'ORGANISATION' && review.state === 'NOT_STARTED');
    if (reviews.length === 0) return null;
    return {
      keys: reviews.map((review) => review.id),
      tasks: reviews.map((review) =>
        review.subjectKind === 'MEMBER'
          ? { kind: 'WRITE_SELF_REVIEW', organisationId: unit.organisationId, refId: review.id, holder: { memberId: review.subjectId } }
          : leaders(unit, 'WRITE_COLLECTIVE_REVIEW', review.id),
      ),
      due: 'selfReview',
      contribution: true,
    };
  },
  async OPINIONS({ tx, cycle, unit }) {
    const asked = (await tx.reviews.opinionsAsked(cycle.id, unit.organisationId)).filter((opinion) => opinion.state === 'REQUESTED');
    if (asked.length === 0) return null;
    const tasks: StepPlan['tasks'][number][] = [];
    for (const opinion of asked) {
      const from = await tx.organisations.byId(opinion.fromOrganisationId ?? unit.organisationId);
      tasks.push({ kind: 'GIVE_OPINION', organisationId: from.id, refId: opinion.id, holder: holdersOf('GIVE_OPINION', from.role as OrgRole) });
    }
    return {
      keys: asked.map((opinion) => opinion.id),
      tasks,
      due: 'selfReview',
      contribution: true,
    };
  },
  async LATE_SELF_REVIEW({ tx, unit, refId }) {
    if (!refId) throw new AppError('STEP.REF_MISSING', 'bug', 'A late self-review belongs to one review');
    const review = await tx.reviews.get(refId);
    if ((await tx.reviews.paper(refId))?.submittedAt) return null;
    return {
      keys: [refId],
      tasks: [{ kind: 'WRITE_SELF_REVIEW', organisationId: unit.organisationId, refId, holder: { memberId: review.subjectId } }],
      due: null,
      contribution: true,
    };
  },
  async COLLECTIVE_REPORT({ tx, cycle, unit }) {
    // A cell's committee reports with the cell's own papers: its meeting votes on the collective first.
    if (isCell(unit.role as OrgRole)) return null;
    const review = await tx.reviews.ofSubject(cycle.id, 'COLLECTIVE', unit.organisationId);
    if (!review || !['NOT_STARTED', 'REPORT_DRAFT'].includes(review.state)) return null;
    return { keys: [review.id], tasks: [leaders(unit, 'WRITE_COLLECTIVE_REVIEW', review.id)], due: 'selfReview', contribution: true };
  },
  async MEETING({ tx, cycle, unit, refId, workflowId, membersOnly }) {
    if (refId) return { keys: [unit.organisationId], tasks: [leaders(unit, 'REVIEW_ABSENT', refId)], due: null, contribution: false };
    const isSuperior = unit.organisationId === cycle.superiorId;
    // After a return that came back as it was, there is nothing left for another sitting of the superior.
    if (isSuperior && (await tx.steps.latest(cycle.id, unit.organisationId, 'MEETING')) && !(await tx.reviews.decidedBy(cycle.id, unit.organisationId)).some((review) => review.state === 'PROPOSED')) return null;
    const base = { keys: [unit.organisationId], tasks: [leaders(unit, 'CONVENE_MEETING')], contribution: false };
    const inCell = workflowId.startsWith('cell-review:');
    if (membersOnly() && !(await membersAre(tx, cycle, unit, inCell ? ['READY', 'REVIEWED'] : ['PROPOSED'], inCell))) return null;
    if (inCell) return { ...base, due: 'cellMeeting' };
    const decided = SETTLED_ABOVE.includes((await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId))?.state ?? '');
    if (decided && !(await hasOpenOwnCases(tx, cycle, unit))) return null;
    return { ...base, due: isSuperior ? 'classification' : decided ? 'heads' : 'unitSitting' };
  },
  PAPER_COUNT: opensWithItsBallot,
  SIGN_MINUTES: opensWithItsBallot,
  async SUBMISSION({ tx, cycle, unit, refId, workflowId, now, membersOnly }) {
    if (unit.role === 'GRASSROOTS_CELL' && workflowId.startsWith('cell-review:')) {
      await handOver(tx, cycle, unit);
      await settleUnit(tx, cycle.id, unit.organisationId, unit.organisationId, now);
      return null;
    }
    const cell = unit.role === 'SUBORDINATE_CELL';
    // Nothing to hand in: nobody is rated in the cell, or the organisation has decided on its members and is not rated itself.
    if (!refId && unit.parentId && membersOnly() && !(cell && (await membersAre(tx, cycle, unit, null, true)))) {
      tx.ledger.append({ type: 'result.submitted', cycleId: cycle.id, org: unit.code, payload: { by: { engine: true }, members: countStates(cell ? await tx.reviews.atOrganisation(cycle.id, unit.organisationId) : await tx.reviews.inUnit(cycle.id, unit.organisationId)), effectiveOn: cycle.clockOn } });
      await settleUnit(tx, cycle.id, unit.parentId, unit.organisationId, now);
      return null;
    }
    return {
      keys: [unit.organisationId],
      tasks: [leaders(unit, cell || refId ? 'SUBMIT_RESULT' : 'SUBMIT_DOSSIER', refId)],
      due: refId ? null : cell ? 'cellSubmission' : 'unitDossier',
      contribution: false,
    };
  },
  async UNITS({ tx, cycle, unit }) {
    const children = unit.role === 'GRASSROOTS_CELL' ? [unit] : await tx.cycles.children(cycle.id, unit.organisationId);
    if (children.length === 0) return null;
    return { keys: children.map((child) => child.organisationId), tasks: [], due: null, contribution: false };
  },
  async VERIFICATION({ tx, cycle, unit, membersOnly }) {
    if (membersOnly()) return null;
    const children = await tx.cycles.children(cycle.id, unit.organisationId);
    if (children.length === 0) return null;
    return { keys: children.map((child) => child.organisationId), tasks: [], due: 'verification', contribution: false };
  },
  async DECISION({ tx, cycle, unit, membersOnly }) {
    if (membersOnly() && !(await membersAre(tx, cycle, unit, ['PROPOSED', 'VERIFIED'], false))) return null;
    if (unit.organisationId !== cycle.superiorId && !(await hasUndecided(tx, cycle, unit))) return null;
    return {
      keys: [unit.organisationId],
      tasks: [leaders(unit, 'ISSUE_DECISION')],
      due: unit.organisationId === cycle.superiorId ? 'classification' : 'unitSitting',
      contribution: false,
    };
  },
  async HEADS({ tx, cycle, membersOnly }) {
    const keys: string[] = [];
    for (const child of await tx.cycles.children(cycle.id, cycle.superiorId)) {
      if (membersOnly() ? await membersAre(tx, cycle, child, ['PROPOSED'], false) : await hasOpenOwnCases(tx, cycle, child)) keys.push(child.organisationId);
      // Nothing is decided on the organisation itself that would tell it: who was reviewed late is decided on from here.
      if (membersOnly()) tx.outbox.signal(organisationWorkflowId(cycle.id, child.code), 'resultDecided', {});
    }
    return keys.length > 0 ? { keys, tasks: [], due: 'heads', contribution: false } : null;
  },
  async REGISTRATION({ tx, cycle }) {
    const children = await tx.cycles.children(cycle.id, cycle.superiorId);
    if (children.length === 0) return null;
    return { keys: children.map((child) => child.organisationId), tasks: children.map((child) => leaders(child, 'REGISTER_LEVEL')), due: 'registration', contribution: true };
  },
  async MID_YEAR_REVIEW({ cycle, unit }) {
    return { keys: [cycle.superiorId], tasks: [leaders(unit, 'CONCLUDE_MID_YEAR')], due: 'midYear', contribution: false };
  },
  CORRECTION: opensWithItsBallot,
  async COMMENDATION({ cycle }) {
    return { keys: [cycle.superiorId], tasks: [], due: 'commendation', contribution: false };
  },
  APPEAL: keptWithItsCase,
  APPEAL_EVIDENCE: keptWithItsCase,
  REEVALUATION: keptWithItsCase,
};

async function opensWithItsBallot(): Promise<null> {
  throw new AppError('STEP.REF_MISSING', 'bug', 'This step is opened by the act that needs it');
}

async function keptWithItsCase(): Promise<null> {
  throw new AppError('STEP.REF_MISSING', 'bug', 'This step is kept with its case');
}

/** Anything a decision of this organisation's body would still change: a handed-back dossier may come again without one. */
async function hasUndecided(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<boolean> {
  const own = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
  if (own && SETTLED_ABOVE.includes(own.state)) return hasOpenOwnCases(tx, cycle, unit);
  if (own?.state !== 'SELF_RATED') return true;
  const reviews = await tx.reviews.decidedBy(cycle.id, unit.organisationId);
  return reviews.some((review) => !review.isHead && review.decidedLevel === null && review.nonLevel === null && !NON_LEVEL_END.includes(review.state));
}

/**
 * Is there a member in one of these states who waits for a level?
 * @param states null: whoever has not ended without one @param held whether reviews held here count, or those this organisation's body decides or proposes on
 */
async function membersAre(tx: Tx, cycle: CycleRow, unit: UnitRow, states: readonly string[] | null, held: boolean): Promise<boolean> {
  const reviews = held ? await tx.reviews.atOrganisation(cycle.id, unit.organisationId) : await votedOnBy(tx, cycle, unit);
  return reviews.some((review) => review.subjectKind === 'MEMBER' && review.decidedLevel === null && (states?.includes(review.state) ?? !NON_LEVEL_END.includes(review.state)));
}

async function votedOnBy(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<ReviewRow[]> {
  if (unit.role !== 'SUBCOMMITTEE_ORG') return tx.reviews.decidedBy(cycle.id, unit.organisationId);
  const below: ReviewRow[] = [];
  for (const child of await tx.cycles.children(cycle.id, unit.organisationId)) below.push(...(await tx.reviews.atOrganisation(cycle.id, child.organisationId)));
  return below;
}

/** Subjects this organisation's body still has to decide: its own heads, and members reviewed late. */
async function hasOpenOwnCases(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<boolean> {
  const reviews = await tx.reviews.decidedBy(cycle.id, unit.organisationId);
  return reviews.some((review) => review.subjectKind === 'MEMBER' && review.decidedLevel === null && !NON_LEVEL_END.includes(review.state) && (review.isHead || review.state === 'PROPOSED'));
}
