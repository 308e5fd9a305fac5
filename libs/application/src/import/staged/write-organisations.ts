import { addDays, type Json, type LegalDate, legalDateOf, type NewNode, type OrgRole, type TreeChangeKind, type TreePlan } from '@binhxet/domain';
import { type Actor } from '../../access/actor.js';
import { assertFrozen, type CycleEffect, type OpenCycles } from '../../organisation/open-cycles.js';
import { recordTreeChange } from '../../organisation/record-tree-change.js';
import { type Ids } from '../../ports/clock.port.js';
import { type StagedRow } from '../../ports/staging.store.js';
import { type Grounds } from '../../ports/tree.store.js';
import { type Tx } from '../../ports/unit-of-work.port.js';
import { type Cells } from './compare-row.js';
import { records } from './row-records.js';

const NOTHING: TreePlan = { begin: [], end: [], revise: [], lineage: [], move: [], touches: [] };

/** A row that means something for a cycle under way, as the decision it stands for. */
interface Followed {
  readonly changeId: string;
  readonly kind: TreeChangeKind;
  readonly plan: TreePlan;
  readonly grounds: Grounds;
}

/** Batch and instant of a chunk. */
export interface ImportChunk {
  readonly batchId: string;
  readonly at: Date;
}

/**
 * Accepted rows of organisations. Where an open cycle holds the organisation, or the one above a new one, the row goes the road of a
 * decision: a change with its number, its entry in the record, the effects on the cycle. Source: process.md section 9
 */
export class WriteOrganisations {
  constructor(
    private readonly cycles: OpenCycles,
    private readonly ids: Ids,
  ) {}

  /**
   * Rows that can be written today. In an open cycle a row waits until its day has come, as a decision is entered when it has taken effect.
   * @throws AppError CYCLE.NOT_FROZEN_YET (conflict) while a cycle that holds one of these organisations is being opened
   */
  async due(tx: Tx, rows: readonly StagedRow[], at: Date): Promise<StagedRow[]> {
    const within = await inOpenCycles(tx, rows);
    const today = legalDateOf(at.getTime());
    return rows.filter((row) => !within.has(codeOf(row.cells)) || daysOf(row).every((day) => day <= today));
  }

  /** Today's subtrees are rebuilt between the writing and what the cycles make of it. */
  async write(tx: Tx, actor: Actor, rows: readonly StagedRow[], chunk: ImportChunk): Promise<CycleEffect[]> {
    const within = await inOpenCycles(tx, rows);
    const added = rows.filter((row) => row.class === 'ADDED');
    await tx.imports.organisations(records('organisations', added), chunk.at);
    const followed: Followed[] = [];
    for (const { cells } of parentsFirst(added)) {
      const joined = within.has(codeOf(cells)) && !cells['to'] ? begun(cells, chunk, this.ids.next()) : null;
      if (!joined) continue;
      await insert(tx, actor, joined, chunk);
      followed.push(joined);
    }
    const changed = rows.filter((row) => row.class !== 'ADDED').map((row) => row.cells);
    for (const cells of [...changed].sort((one, other) => ((one['from'] ?? '') < (other['from'] ?? '') ? -1 : 1))) {
      followed.push(...(await this.revise(tx, actor, cells, within.has(codeOf(cells)), chunk)), ...(await this.end(tx, actor, cells, within.has(codeOf(cells)), chunk)));
    }
    await tx.imports.rebuildClosure(legalDateOf(chunk.at.getTime()));
    const effects: CycleEffect[] = [];
    for (const { changeId, kind, plan, grounds } of followed) {
      recordTreeChange(tx, actor, { changeId, kind, plan, grounds, moved: [] });
      effects.push(...(await this.cycles.followTree(tx, actor, { plan, grounds, changeId, moved: [] })));
    }
    return effects;
  }

  private async revise(tx: Tx, actor: Actor, cells: Cells, follow: boolean, chunk: ImportChunk): Promise<Followed[]> {
    const [code, from] = [codeOf(cells), cells['from'] ?? ''];
    const before = (await tx.tree.refs([code], from)).get(code);
    if (!before) {
      await tx.imports.organisations(records('organisations', [{ row: 0, cells }]), chunk.at);
      return [];
    }
    const { name, role, parent } = cells;
    const above = parent ? (await tx.tree.refs([parent], from)).get(parent) : undefined;
    const difference = {
      code,
      ...(name && name !== before.name && { name }),
      ...(role && role !== before.role && { role: role as OrgRole }),
      ...(parent && above?.id !== before.parentId && { parent }),
    };
    const kind: TreeChangeKind = difference.role ? 'CHANGE_ROLE' : difference.parent ? 'MOVE' : 'RENAME';
    const differs = Object.keys(difference).length > 1;
    const touches = [code, ...(difference.parent ? [difference.parent] : [])];
    const followed: Followed | null = follow && differs ? { changeId: this.ids.next(), kind, plan: { ...NOTHING, revise: [difference], touches }, grounds: groundsOf(cells, from, chunk) } : null;
    if (followed) await insert(tx, actor, followed, chunk);
    await tx.tree.revise([{ code, ...(name && { name }), ...(role && { role: role as OrgRole }), ...(parent && { parent }) }], { ...groundsOf(cells, from, chunk), decision: cells['decision'] ?? '' }, { changeId: followed?.changeId ?? null, at: chunk.at });
    return followed ? [followed] : [];
  }

  private async end(tx: Tx, actor: Actor, cells: Cells, follow: boolean, chunk: ImportChunk): Promise<Followed[]> {
    const last = cells['to'];
    if (!last) return [];
    const [code, on] = [codeOf(cells), addDays(last, 1)];
    const goesOn = (await tx.tree.refs([code], on)).has(code);
    const followed: Followed | null = follow && goesOn ? { changeId: this.ids.next(), kind: 'DISSOLVE', plan: { ...NOTHING, end: [code], touches: [code] }, grounds: groundsOf(cells, on, chunk) } : null;
    if (followed) await insert(tx, actor, followed, chunk);
    const recorded = { changeId: followed?.changeId ?? null, at: chunk.at };
    if (goesOn) await tx.tree.endPostsAt([code], on, recorded);
    await tx.tree.end([code], on, recorded);
    return followed ? [followed] : [];
  }
}

const codeOf = (cells: Cells): string => cells['code'] ?? '';

/** Days from which the row says something new; a new organisation that has ended says nothing of today. */
const daysOf = ({ cells }: StagedRow): LegalDate[] => [...(cells['from'] ? [cells['from']] : []), ...(cells['to'] ? [addDays(cells['to'], 1)] : [])];

/** A row without a decision's number is known by its import. */
const groundsOf = (cells: Cells, effectiveOn: LegalDate, { batchId }: ImportChunk): Grounds => ({ decision: cells['decision'] ?? `IMPORT ${batchId}`, effectiveOn, document: null, reason: 'IMPORT' });

function begun(cells: Cells, chunk: ImportChunk, changeId: string): Followed {
  const node: NewNode = { code: codeOf(cells), name: cells['name'] ?? '', role: cells['role'] as OrgRole, parent: cells['parent'] ?? null, quotaGroup: cells['quotaGroup'] ?? null };
  return { changeId, kind: 'ESTABLISH', plan: { ...NOTHING, begin: [node], touches: [node.code] }, grounds: groundsOf(cells, cells['from'] ?? '', chunk) };
}

async function insert(tx: Tx, actor: Actor, { changeId, kind, plan, grounds }: Followed, { batchId, at }: ImportChunk): Promise<void> {
  const content = { kind, import: batchId, begin: plan.begin, revise: plan.revise, end: plan.end };
  await tx.tree.insertChange({ ...grounds, id: changeId, kind, content: content as unknown as Json, recordedBy: actor.accountId }, at);
  await tx.tree.touch(changeId, plan.touches);
}

/** Codes of rows whose organisation an open cycle holds, or whose parent it holds or is about to. */
async function inOpenCycles(tx: Tx, rows: readonly StagedRow[]): Promise<Set<string>> {
  const named = [...new Set(rows.flatMap(({ cells }) => [codeOf(cells), ...(cells['parent'] ? [cells['parent']] : [])]))];
  await assertFrozen(tx, named);
  const held = new Set<string>();
  for (const cycleId of await tx.cycleChanges.openCyclesWith(named)) for (const code of (await tx.cycleChanges.units(cycleId, named)).keys()) held.add(code);
  const within = new Set<string>();
  if (held.size === 0) return within;
  for (const row of parentsFirst(rows)) {
    const [code, parent] = [codeOf(row.cells), row.cells['parent'] ?? ''];
    if (held.has(code) || (row.class === 'ADDED' && (held.has(parent) || within.has(parent)))) within.add(code);
  }
  return within;
}

/** Rows of organisations above come before those below them; the order is kept otherwise. */
function parentsFirst(rows: readonly StagedRow[]): StagedRow[] {
  const byCode = new Map(rows.map((row) => [codeOf(row.cells), row]));
  const depth = (row: StagedRow): number => {
    let n = 0;
    for (let at = byCode.get(row.cells['parent'] ?? ''); at && n <= rows.length; at = byCode.get(at.cells['parent'] ?? '')) n += 1;
    return n;
  };
  return rows.map((row) => [depth(row), row] as const).sort(([one], [other]) => one - other).map(([, row]) => row);
}
