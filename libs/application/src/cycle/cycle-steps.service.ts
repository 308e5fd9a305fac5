import { type BodyPhase, type BodyRef, CHILD_PAGE, type ChildPage, type ChildStart, type LateReviewInput, cellWorkflowId, cycleWorkflowId, organisationWorkflowId } from '@binhxet/contracts';
import { cycleMachine, type CycleState, isCell, type OrgRole, type RatingPack, SUBJECT_KINDS } from '@binhxet/domain';
import { type Clock } from '../ports/clock.port.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';

/** Phases that move the cycle's own state; HEADS is a part of CLASSIFICATION. */
const STATE_OF_PHASE: Partial<Readonly<Record<BodyPhase, CycleState>>> = { REVIEW: 'REVIEW', CLASSIFICATION: 'CLASSIFICATION', COMMENDATION: 'COMMENDATION' };
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
      return { children: page.map((child) => this.start(cycle, unit, child)), next };
    });
  }

  async recordPhase(body: BodyRef, workflow: string, phase: BodyPhase): Promise<void> {
    // Cases keep their state themselves, and a past year may have no cycle here.
    if (workflow === 'appeal' || workflow === 'reevaluation') return;
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      const at = this.clock.now();
      if (workflow === 'cellReview') await tx.cycles.setPhase(cycle.id, unit.organisationId, workflow, cellWorkflowId(cycle.id, unit.code), phase, at);
      if (workflow === 'organisationReview') await tx.cycles.setPhase(cycle.id, unit.organisationId, workflow, organisationWorkflowId(cycle.id, unit.code), phase, at);
      if (workflow === 'annualCycle') await this.recordCyclePhase(tx, cycle, unit, phase, at);
    });
  }

  lateReviewInput(body: BodyRef, reviewId: string): Promise<LateReviewInput> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(body.cycleId);
      const unit = await tx.cycles.unit(body.cycleId, body.orgId);
      tx.ledger.append({ type: 'late-review.opened', cycleId: cycle.id, org: unit.code, payload: { review: reviewId } });
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
      await tx.history.recordCycle(cycleId, labelsOf(this.rules.forCycle(cycle).rating));
      await tx.cycles.move(cycleId, cycle.state, 'CLOSED', at);
      await tx.cycles.setPhase(cycleId, superior.organisationId, 'annualCycle', cycleWorkflowId(cycleId), 'CLOSED', at);
      tx.ledger.append({ type: 'cycle.closed', cycleId, org: superior.code, payload: { reviews: ended, effectiveOn: cycle.clockOn } });
    });
  }

  private async recordCyclePhase(tx: Tx, cycle: CycleRow, unit: UnitRow, phase: BodyPhase, at: Date): Promise<void> {
    await tx.cycles.setPhase(cycle.id, unit.organisationId, 'annualCycle', cycleWorkflowId(cycle.id), phase, at);
    const to = STATE_OF_PHASE[phase];
    if (!to || cycle.state === to || !cycleMachine.may(cycle.state as CycleState, to)) return;
    await tx.cycles.move(cycle.id, cycle.state, to, at);
    tx.ledger.append({ type: 'cycle.phase-changed', cycleId: cycle.id, org: unit.code, payload: { from: cycle.state, to, effectiveOn: cycle.clockOn } });
  }

  private start(cycle: CycleRow, parent: UnitRow, child: UnitRow): ChildStart {
    const input = { ...this.input(cycle, child), parentOrgId: parent.organisationId };
    if (child.role === 'SUBORDINATE_CELL' || child.organisationId === parent.organisationId) return { workflow: 'cellReview', input };
    return {
      workflow: 'organisationReview',
      input: { ...input, mode: child.role === 'SUBCOMMITTEE_ORG' ? 'PROPOSE' : 'DECIDE', isCell: isCell(child.role as OrgRole), hasCommittee: child.hasCommittee },
    };
  }

  private input(cycle: CycleRow, unit: UnitRow) {
    return {
      cycleId: cycle.id,
      orgId: unit.organisationId,
      orgCode: unit.code,
      year: cycle.ratingYear,
      packId: this.rules.forCycle(cycle).rating.id,
      clock: cycle.clock,
      pageUrl: `${this.options.publicUrl}/cycles/${cycle.id}/units/${unit.code}`,
    };
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
