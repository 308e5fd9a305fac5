import { type TreeChangeKind, type TreePlan } from '@binhxet/domain';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Grounds, type MovedMember } from '../ports/tree.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** One entry for each organisation a decision is about and each member it moved, each with the decision's number. */
export function recordTreeChange(tx: Tx, actor: Actor, change: { readonly changeId: string; readonly kind: TreeChangeKind; readonly plan: TreePlan; readonly grounds: Grounds; readonly moved: readonly MovedMember[] }): void {
  const { changeId, kind, plan, grounds, moved } = change;
  const by = actedBy(actor);
  const base = { by, change: changeId, kind, decision: grounds.decision, document: grounds.document, reason: grounds.reason, effectiveOn: grounds.effectiveOn };
  for (const code of new Set(plan.touches)) {
    const node = plan.begin.find((begun) => begun.code === code);
    const revision = plan.revise.find((revised) => revised.code === code);
    tx.ledger.append({
      type: 'organisation.changed',
      org: code,
      payload: {
        ...base,
        organisation: code,
        effect: node ? 'BEGAN' : plan.end.includes(code) ? 'ENDED' : revision ? 'REVISED' : 'TOUCHED',
        ...(node && { name: node.name, role: node.role, parent: node.parent }),
        ...(revision && { name: revision.name ?? null, role: revision.role ?? null, parent: revision.parent ?? null }),
        predecessors: plan.lineage.flatMap((line) => (line.successor === code ? [line.predecessor] : [])),
        successors: plan.lineage.flatMap((line) => (line.predecessor === code ? [line.successor] : [])),
      },
    });
  }
  for (const { memberId, from, to } of moved) {
    tx.ledger.append({ type: 'member.transferred', org: to, payload: { by, member: memberId, from, to, effectiveOn: grounds.effectiveOn, decision: grounds.decision, change: changeId, reason: null } });
  }
}
