import { cellWorkflowId, organisationWorkflowId } from '@binhxet/contracts';
import { type NoticeKind } from '@binhxet/domain';
import { type CycleRow, type UnitRow } from '../ports/cycle.store.js';
import { type DecisionRow } from '../ports/decision.store.js';
import { notify } from '../notification/notify.js';
import { LEADING_POSTS } from '../step/body-step.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { type DecidedLevel } from './decided-levels.js';

/** Tells the bodies below that their results are decided: their workflows, and the people who lead them. */
export async function tellBodies(tx: Tx, cycle: CycleRow, unit: UnitRow, decision: DecisionRow): Promise<void> {
  if (decision.kind === 'HEADS') return;
  const below = await tx.cycles.children(cycle.id, unit.organisationId);
  for (const child of below) {
    if (decision.kind === 'ORGANISATIONS') tx.outbox.signal(organisationWorkflowId(cycle.id, child.code), 'resultDecided', {});
    else await tellUnit(tx, cycle, child);
  }
  // A grassroots cell decides in its own committee: its cell-review waits for that.
  if (unit.role === 'GRASSROOTS_CELL') tx.outbox.signal(cellWorkflowId(cycle.id, unit.code), 'resultDecided', {});
  if (below.length === 0) return;
  const posts = await tx.organisations.postsOf(below.map((child) => child.organisationId), decision.decidedOn);
  const leaders = posts.filter((post) => (LEADING_POSTS as readonly string[]).includes(post.post)).map((post) => post.memberId);
  notify(tx.outbox, leaders, noticeOf(cycle, unit, decision, 'UNITS_DECIDED', `/cycles/${cycle.id}`));
}

async function tellUnit(tx: Tx, cycle: CycleRow, child: UnitRow): Promise<void> {
  if (child.role !== 'SUBCOMMITTEE_ORG') return tx.outbox.signal(cellWorkflowId(cycle.id, child.code), 'resultDecided', {});
  tx.outbox.signal(organisationWorkflowId(cycle.id, child.code), 'resultDecided', {});
  for (const cell of await tx.cycles.children(cycle.id, child.organisationId)) tx.outbox.signal(cellWorkflowId(cycle.id, cell.code), 'resultDecided', {});
}

/** Every member hears of the own result. */
export function tellMembers(tx: Tx, cycle: CycleRow, unit: UnitRow, decision: DecisionRow, decided: readonly DecidedLevel[]): void {
  const members = decided.filter((one) => one.review.subjectKind === 'MEMBER').map((one) => one.review.subjectId);
  notify(tx.outbox, members, noticeOf(cycle, unit, decision, 'RESULT_DECIDED', '/me/results'));
}

const noticeOf = (cycle: CycleRow, unit: UnitRow, decision: DecisionRow, kind: NoticeKind, href: string) => ({
  kind,
  cycleId: cycle.id,
  organisationId: unit.organisationId,
  facts: { decisionId: decision.id, decisionKind: decision.kind, decidedOn: decision.decidedOn, organisation: unit.code, year: cycle.ratingYear },
  href,
});
