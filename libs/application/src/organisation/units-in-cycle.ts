import { isCell, isGrassroots, type NewNode, type OrgRole, ratesKind, type TreePlan } from '@binhxet/domain';
import { type Actor } from '../access/actor.js';
import { deciderOf } from '../cycle/freeze-cycle.service.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type Rules } from '../ports/rules.port.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { type CycleEffect, type DecisionRef, recordEffect, workflowIdOfUnit } from './open-cycles.js';

/** Own result sent or settled: the body goes on to the end of the cycle as it was frozen. */
const UNTOUCHED = ['NOT_STARTED', 'WAITING_SUBORDINATES'];
const COLLECTIVE_OPEN = ['NOT_STARTED', 'REPORT_DRAFT', 'OPINIONS_PENDING', 'READY'];

/** Organisations that come into the frozen tree of an open cycle, leave it, or change their place in it. */
export class UnitsInCycle {
  constructor(
    private readonly rules: Rules,
    private readonly clock: Clock,
    private readonly ids: Ids,
    private readonly options: { readonly publicUrl: string },
  ) {}

  /** A new organisation below one that takes part: a unit, a review, a workflow of its own; the level above waits for one more. */
  async join(tx: Tx, actor: Actor, cycle: CycleRow, nodes: readonly NewNode[], decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    for (const node of nodes) {
      const parent = node.parent === null ? undefined : (await tx.cycleChanges.units(cycle.id, [node.parent])).get(node.parent);
      const ref = (await tx.tree.refs([node.code], decision.effectiveOn)).get(node.code);
      if (!parent || !ref) continue;
      const unit = await tx.cycleChanges.addUnit(
        {
          cycleId: cycle.id,
          organisationId: ref.id,
          superiorId: cycle.superiorId,
          code: node.code,
          name: node.name,
          role: node.role,
          parentId: parent.organisationId,
          unitId: isGrassroots(node.role) ? ref.id : parent.unitId,
          quotaGroup: node.quotaGroup ?? null,
          hasCommittee: false, // nobody holds office yet
          workflowId: null,
          workflow: null,
          phase: 'PLANNED',
        },
        decision.changeId,
      );
      await this.insertReview(tx, cycle, unit);
      recordEffect(tx, actor, cycle, node.code, 'UNIT_JOINED', decision, { parent: parent.code, role: node.role });
      effects.push({ cycleId: cycle.id, organisation: node.code, effect: 'UNIT_JOINED' });
      this.start(tx, cycle, unit, parent);
      await this.await(tx, cycle, parent.organisationId, unit.organisationId);
    }
    return effects;
  }

  private async insertReview(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<void> {
    const { rating } = this.rules.forCycle(cycle);
    if (!ratesKind(rating, 'ORGANISATION')) return;
    const tree = new Map((await tx.cycles.units(cycle.id)).map((one) => [one.organisationId, one]));
    await tx.reviews.insert([
      {
        id: this.ids.next(),
        cycleId: cycle.id,
        superiorId: cycle.superiorId,
        subjectKind: 'ORGANISATION',
        subjectId: unit.organisationId,
        organisationId: unit.organisationId,
        unitId: unit.unitId,
        deciderId: deciderOf(rating, 'ORGANISATION', unit, tree),
        isHead: false,
        nonLevel: null,
        nonLevelClause: null,
        state: 'NOT_STARTED',
      },
    ]);
  }

  /** A place in the tree changes with everything below; what the organisation is called and is stays as frozen. */
  async move(tx: Tx, actor: Actor, cycle: CycleRow, plan: TreePlan, decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    const units = await tx.cycleChanges.units(cycle.id, plan.revise.flatMap((revision) => [revision.code, ...(revision.parent ? [revision.parent] : [])]));
    for (const revision of plan.revise) {
      const unit = units.get(revision.code);
      if (!unit) continue;
      const parent = revision.parent === undefined ? undefined : units.get(revision.parent);
      const movable = parent !== undefined && revision.role === undefined && parent.organisationId !== unit.parentId && !(await this.isUnderWay(tx, cycle, unit));
      const effect = revision.parent !== undefined && !movable ? 'UNIT_GOES_ON_FROZEN' : movable ? 'UNIT_MOVED' : 'FROM_NEXT_SNAPSHOT';
      recordEffect(tx, actor, cycle, unit.code, effect, decision, { parent: revision.parent ?? null, name: revision.name ?? null, role: revision.role ?? null });
      effects.push({ cycleId: cycle.id, organisation: unit.code, effect });
      if (!movable) continue;
      const from = unit.parentId;
      await tx.cycleChanges.reparent(cycle.id, unit.organisationId, parent.organisationId, isGrassroots(unit.role as OrgRole) ? unit.organisationId : (parent.unitId ?? parent.organisationId));
      await this.await(tx, cycle, parent.organisationId, unit.organisationId);
      if (from) await this.release(tx, cycle, from, unit.organisationId);
    }
    return effects;
  }

  /** A body that has met or handed in finishes the year as it is; any other ends: its reviews close without a level, nobody waits for it. */
  async end(tx: Tx, actor: Actor, cycle: CycleRow, codes: readonly string[], decision: DecisionRef): Promise<CycleEffect[]> {
    const effects: CycleEffect[] = [];
    for (const unit of (await tx.cycleChanges.units(cycle.id, codes)).values()) {
      await tx.cycleChanges.endUnit(cycle.id, unit.organisationId, decision.changeId, decision.effectiveOn);
      const frozen = (await this.isUnderWay(tx, cycle, unit)) || (await this.stillHasSubjects(tx, cycle, unit));
      const effect = frozen ? 'UNIT_GOES_ON_FROZEN' : 'UNIT_ENDED';
      recordEffect(tx, actor, cycle, unit.code, effect, decision, { role: unit.role });
      effects.push({ cycleId: cycle.id, organisation: unit.code, effect });
      if (!frozen) await this.close(tx, cycle, unit, decision);
    }
    return effects;
  }

  /** Input of the workflow of a body, as its parent would give it. */
  inputOf(cycle: CycleRow, unit: UnitRow) {
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

  private start(tx: Tx, cycle: CycleRow, unit: UnitRow, parent: UnitRow): void {
    const input = { ...this.inputOf(cycle, unit), parentOrgId: parent.organisationId };
    const id = workflowIdOfUnit(cycle.id, unit);
    if (unit.role === 'SUBORDINATE_CELL') tx.outbox.start(id, 'cellReview', input);
    else tx.outbox.start(id, 'organisationReview', { ...input, mode: unit.role === 'SUBCOMMITTEE_ORG' ? 'PROPOSE' : 'DECIDE', isCell: isCell(unit.role as OrgRole), hasCommittee: unit.hasCommittee });
  }

  private async close(tx: Tx, cycle: CycleRow, unit: UnitRow, decision: DecisionRef): Promise<void> {
    const now = this.clock.now();
    for (const kind of ['COLLECTIVE', 'ORGANISATION'] as const) {
      const review = await tx.reviews.ofSubject(cycle.id, kind, unit.organisationId);
      if (!review || review.state === 'CLOSED') continue;
      const ended = await tx.reviews.move(review, 'NOT_RATED_NEW', { nonLevel: 'NOT_RATED', nonLevelClause: decision.decision, note: decision.reason });
      await tx.reviews.move(ended, 'CLOSED');
      await tx.tasks.endOfRef(review.id, 'CANCELLED', now);
    }
    await tx.tasks.endOfRef(unit.organisationId, 'CANCELLED', now);
    for (const step of await tx.cycleChanges.openSteps(cycle.id, unit.organisationId)) {
      await tx.steps.close(step.id, 'EARLY', now);
      await tx.tasks.endOfStep(step.id, 'CANCELLED', now);
      tx.ledger.append({ type: 'step.closed', cycleId: cycle.id, org: unit.code, stepId: step.id, payload: { kind: step.kind, cause: 'EARLY', decision: decision.decision, change: decision.changeId } });
    }
    tx.outbox.signal(workflowIdOfUnit(cycle.id, unit), 'bodyEnded', {});
    if (unit.parentId) await this.release(tx, cycle, unit.parentId, unit.organisationId);
  }

  /** The level above waits for this organisation too, where it waits already. */
  private async await(tx: Tx, cycle: CycleRow, above: string, organisationId: string): Promise<void> {
    for (const kind of ['UNITS', 'VERIFICATION'] as const) {
      const step = await tx.steps.find(cycle.id, above, kind);
      if (step) await tx.cycleChanges.expectOneMore(step.id, organisationId);
    }
  }

  private async release(tx: Tx, cycle: CycleRow, above: string, organisationId: string): Promise<void> {
    for (const kind of ['UNITS', 'VERIFICATION'] as const) {
      const step = await tx.steps.find(cycle.id, above, kind);
      if (!step || !(await tx.steps.markReleased(step.id, organisationId, this.clock.now()))) continue;
      const { outstanding, workflowId } = await tx.steps.settle(step.id, 1);
      if (outstanding === 0) tx.outbox.signal(workflowId, 'stepReady', { stepId: step.id });
    }
  }

  /** Has the body, or one below it, met on a fixed roll or sent its result? */
  private async isUnderWay(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<boolean> {
    const own = await tx.reviews.ofSubject(cycle.id, 'ORGANISATION', unit.organisationId);
    if (own && !UNTOUCHED.includes(own.state)) return true;
    const collective = await tx.reviews.ofSubject(cycle.id, 'COLLECTIVE', unit.organisationId);
    if (collective && !COLLECTIVE_OPEN.includes(collective.state)) return true;
    const meeting = await tx.cycleChanges.cellMeeting(cycle.id, unit.organisationId);
    if (meeting && !['PLANNED', 'CONVENED', 'NO_QUORUM', 'POSTPONED'].includes(meeting.state)) return true;
    for (const child of await tx.cycles.children(cycle.id, unit.organisationId)) if (await this.isUnderWay(tx, cycle, child)) return true;
    return false;
  }

  /** Members whose frozen roll kept them, lower organisations that stayed: somebody is still to be reviewed here. */
  private async stillHasSubjects(tx: Tx, cycle: CycleRow, unit: UnitRow): Promise<boolean> {
    const members = await tx.reviews.atOrganisation(cycle.id, unit.organisationId, 'MEMBER');
    if (members.some((review) => review.state !== 'TRANSFERRED_OUT' && review.state !== 'LEFT_PARTY')) return true;
    return (await tx.cycles.children(cycle.id, unit.organisationId)).length > 0;
  }
}
