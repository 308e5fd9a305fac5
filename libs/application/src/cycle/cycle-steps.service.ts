import { type BodyInput, type BodyPhase, type BodyRef, CHILD_PAGE, type ChildPage, type LateReviewInput, cellWorkflowId, commendationWorkflowId, cycleWorkflowId, lateReviewWorkflowId, organisationWorkflowId, workflowIdOf } from '@binhxet/contracts';
import { cycleMachine, type CycleState, type RatingPack, SUBJECT_KINDS } from '@binhxet/domain';
import { type BodyRow, type BodyWorkflow } from '../ports/body.store.js';
import { type Clock } from '../ports/clock.port.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { bodyInput, childStart } from './body-start.js';

/** Phases that move the cycle's own state; HEADS is a part of CLASSIFICATION. */
const STATE_OF_PHASE: Partial<Readonly<Record<BodyPhase, CycleState>>> = { REGISTRATION: 'REGISTRATION', MID_YEAR: 'MID_YEAR', AWAITING_REVIEW: 'AWAITING_REVIEW', REVIEW: 'REVIEW', CLASSIFICATION: 'CLASSIFICATION', COMMENDATION: 'COMMENDATION' };
const ENDS_BY_DECISION = ['NOTIFIED', 'NOT_RATED', 'EXEMPT', 'NOT_YET_RATED', 'NOT_RATED_NEW'];

/** What the workflows of a cycle ask beside steps: children, phases, the end. All safe to repeat. */
export class CycleStepsService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** Lower bodies that need a workflow of their own, in official order, at most one page. */
  childBodies(body: BodyRef, after: string | null): Promise<ChildPage> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      const children = unit.role === 'GRASSROOTS_CELL' ? [unit] : await tx.cycles.children(cycle.id, unit.organisationId);
      const from = after === null ? 0 : Number(after);
      const page = children.slice(from, from + CHILD_PAGE);
      const next = from + page.length < children.length ? String(from + page.length) : null;
      const starts = page.map((child) => childStart(this.input(cycle, child), unit.organisationId, child));
      await tx.bodies.register(starts.map((start) => this.bodyRow(cycle, start.input.orgId, start.workflow, workflowIdOf(start), 'OPENING')));
      return { children: starts, next };
    });
  }

  async recordPhase(body: BodyRef, workflow: string, phase: BodyPhase): Promise<void> {
    // Cases keep their state themselves, and a past year may have no cycle here.
    if (workflow === 'appeal' || workflow === 'reevaluation') return;
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      const at = this.clock.now();
      await tx.bodies.setPhase(this.bodyRow(cycle, unit.organisationId, workflow as BodyWorkflow, body.workflowId, phase));
      if (workflow === 'cellReview') await tx.cycles.setPhase(cycle.id, unit.organisationId, workflow, cellWorkflowId(cycle.id, unit.code), phase, at);
      if (workflow === 'organisationReview') await tx.cycles.setPhase(cycle.id, unit.organisationId, workflow, organisationWorkflowId(cycle.id, unit.code), phase, at);
      if (workflow === 'annualCycle') await this.recordCyclePhase(tx, cycle, unit, phase, at);
    });
  }

  lateReviewInput(body: BodyRef, reviewId: string): Promise<LateReviewInput> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      const [isNew] = await tx.bodies.register([this.bodyRow(cycle, unit.organisationId, 'lateReview', lateReviewWorkflowId(cycle.id, reviewId), 'OPENING')]);
      if (isNew) tx.ledger.append({ type: 'late-review.opened', cycleId: cycle.id, org: unit.code, payload: { review: reviewId } });
      return { ...this.input(cycle, unit), reviewId };
    });
  }

  /** Ends every review and writes the year's results to the history of persons and organisations. */
  closeCycle(cycleId: string): Promise<void> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      if (cycle.state === 'CLOSED') return;
      const superior = await tx.cycles.unit(cycleId, cycle.superiorId);
      const at = this.clock.now();
      let ended = 0;
      for (const unit of await tx.cycles.units(cycleId)) {
        const open = (await tx.reviews.atOrganisation(cycleId, unit.organisationId)).filter((review) => ENDS_BY_DECISION.includes(review.state));
        await tx.reviews.moveMany(open, 'CLOSED');
        ended += open.length;
      }
      const { rating } = this.rules.forCycle(cycle);
      // A quarter's result is no year's: it stays with its cycle.
      if ((rating.period ?? 'YEAR') === 'YEAR') await tx.history.recordCycle(cycleId, labelsOf(rating));
      await tx.cycles.move(cycleId, cycle.state, 'CLOSED', at);
      await tx.cycles.setPhase(cycleId, superior.organisationId, 'annualCycle', cycleWorkflowId(cycleId), 'CLOSED', at);
      await tx.bodies.setPhase(this.bodyRow(cycle, superior.organisationId, 'annualCycle', cycleWorkflowId(cycleId), 'CLOSED'));
      tx.ledger.append({ type: 'cycle.closed', cycleId, org: superior.code, payload: { reviews: ended, effectiveOn: cycle.clockOn } });
    });
  }

  private async recordCyclePhase(tx: Tx, cycle: CycleRow, unit: UnitRow, phase: BodyPhase, at: Date): Promise<void> {
    await tx.cycles.setPhase(cycle.id, unit.organisationId, 'annualCycle', cycleWorkflowId(cycle.id), phase, at);
    if (phase === 'COMMENDATION') await tx.bodies.register([this.bodyRow(cycle, unit.organisationId, 'commendation', commendationWorkflowId(cycle.id), 'OPENING')]);
    const to = STATE_OF_PHASE[phase];
    if (!to || cycle.state === to || !cycleMachine.may(cycle.state as CycleState, to)) return;
    await tx.cycles.move(cycle.id, cycle.state, to, at);
    tx.ledger.append({ type: 'cycle.phase-changed', cycleId: cycle.id, org: unit.code, payload: { from: cycle.state, to, effectiveOn: cycle.clockOn } });
  }

  private bodyRow(cycle: CycleRow, organisationId: string, workflow: BodyWorkflow, workflowId: string, phase: string): BodyRow {
    const refId = workflow === 'lateReview' ? (workflowId.split(':').at(-1) ?? null) : null;
    return { workflowId, cycleId: cycle.id, superiorId: cycle.superiorId, organisationId, workflow, refId, phase, phaseAt: this.clock.now() };
  }

  private input(cycle: CycleRow, unit: UnitRow): BodyInput {
    return bodyInput(cycle, unit, this.rules.forCycle(cycle).rating.id, this.options.publicUrl);
  }
}

/** Labels as the year's own pack writes them: a later pack must not rename an old result. */
function labelsOf(rating: RatingPack): { readonly packId: string; readonly labels: { subjectKind: (typeof SUBJECT_KINDS)[number]; key: string; label: string }[] } {
  return {
    packId: rating.id,
    labels: SUBJECT_KINDS.flatMap((subjectKind) => [
      ...rating.ladder.filter((entry) => entry.subjects.includes(subjectKind)).map((entry) => ({ subjectKind, key: String(entry.level), label: entry.label })),
      ...Object.entries(rating.nonLevelStates).map(([key, label]) => ({ subjectKind, key, label })),
    ]),
  };
}
