import { AppError, type Json, type LegalDate, legalDateOf, planTreeChange, type TreeChange, type TreePlan } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type Grounds, type MovedMember } from '../ports/tree.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type CycleEffect, type OpenCycles } from './open-cycles.js';
import { recordTreeChange } from './record-tree-change.js';

export interface TreeChangeAnswer {
  readonly changeId: string;
  readonly began: readonly string[];
  readonly ended: readonly string[];
  readonly revised: readonly string[];
  readonly membersMoved: number;
  readonly postsEnded: number;
  /** What it means for cycles that are under way. */
  readonly cycles: readonly CycleEffect[];
}

/**
 * Carries a decision about the tree out: new versions beside the old ones, which stay readable as they were known; lineage; members of
 * what ends go on where the decision says; today's subtrees; effects on open cycles; the record. All in one transaction, or nothing.
 * Source: process.md section 9
 */
export class ChangeTreeService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: Access,
    private readonly cycles: OpenCycles,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param dryRun checks everything and tells what would change
   * @throws AppError as `planTreeChange`; ORGANISATION.DATE_AHEAD (conflict); ACCESS.*
   */
  async change(actor: Actor, change: TreeChange, grounds: Grounds, dryRun = false): Promise<TreeChangeAnswer> {
    const today = legalDateOf(this.clock.now().getTime());
    if (grounds.effectiveOn > today) throw new AppError('ORGANISATION.DATE_AHEAD', 'conflict', 'A change is entered when it has taken effect', { on: grounds.effectiveOn, latest: today });
    try {
      return await this.uow.run(async (tx) => {
        const answer = await this.apply(tx, actor, change, grounds, today);
        if (dryRun) throw new DryRun(answer);
        return answer;
      });
    } catch (error) {
      if (error instanceof DryRun) return error.answer;
      throw error;
    }
  }

  private async apply(tx: Tx, actor: Actor, change: TreeChange, grounds: Grounds, today: LegalDate): Promise<TreeChangeAnswer> {
    await tx.imports.lock();
    const on = grounds.effectiveOn;
    const tree = await tx.tree.onDay(on);
    const plan = planTreeChange(change, tree);
    await this.assertMay(tx, actor, plan, on);

    const recorded = { changeId: this.ids.next(), at: this.clock.now() };
    await tx.tree.insertChange({ ...grounds, id: recorded.changeId, kind: change.kind, content: change as unknown as Json, recordedBy: actor.accountId }, recorded.at);
    await tx.tree.begin(plan.begin.map((node) => ({ ...node, id: this.ids.next(), bodyId: this.ids.next() })), grounds, recorded);
    await tx.tree.touch(recorded.changeId, plan.touches);
    await tx.tree.revise(plan.revise, grounds, recorded);
    await tx.tree.addLineage(plan.lineage, change.kind, on, recorded.changeId);
    const moved: MovedMember[] = [];
    for (const { from, to, members } of plan.move) moved.push(...(await tx.tree.moveMembers(from, to, members, on, recorded, () => this.ids.next())));
    const postsEnded = await tx.tree.endPostsAt(plan.end, on, recorded);
    await tx.tree.end(plan.end, on, recorded);
    await tx.imports.rebuildClosure(today);
    recordTreeChange(tx, actor, { changeId: recorded.changeId, kind: change.kind, plan, grounds, moved });
    const cycles = await this.cycles.followTree(tx, actor, { plan, grounds, changeId: recorded.changeId, moved });
    return {
      changeId: recorded.changeId,
      began: plan.begin.map((node) => node.code),
      ended: [...plan.end],
      revised: plan.revise.map((revision) => revision.code),
      membersMoved: moved.length,
      postsEnded,
      cycles,
    };
  }

  /** Everything that exists already and is touched lies within the actor's reach; a new top needs a right over everything. */
  private async assertMay(tx: Tx, actor: Actor, plan: TreePlan, on: LegalDate): Promise<void> {
    const parents = plan.begin.flatMap((node) => (node.parent === null ? [] : [node.parent]));
    const refs = await tx.tree.refs([...new Set([...plan.touches, ...parents])], on);
    for (const { id } of refs.values()) await this.access.assertWithin(actor, 'organisation.change', id);
    const everywhere = actor.capacities.some((capacity) => capacity.kind === 'GRANT' && capacity.organisationId === null);
    if (plan.begin.some((node) => node.parent === null) && !everywhere) throw new AppError('ACCESS.DENIED', 'forbidden', 'A new top of the tree needs a right over the whole installation', { permission: 'organisation.change' });
  }
}

class DryRun extends Error {
  constructor(readonly answer: TreeChangeAnswer) {
    super('nothing is written');
  }
}
