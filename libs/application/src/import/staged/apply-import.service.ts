import { legalDateOf } from '@binhxet/domain';
import { type Actor } from '../../access/actor.js';
import { actedBy } from '../../access/record.js';
import { type CycleEffect, type OpenCycles } from '../../organisation/open-cycles.js';
import { type Clock, type Ids } from '../../ports/clock.port.js';
import { type StagedRow } from '../../ports/staging.store.js';
import { type Recorded } from '../../ports/tree.store.js';
import { settleCorrections } from '../../year/settle-corrections.js';
import { type Tx, type UnitOfWork } from '../../ports/unit-of-work.port.js';
import { listed } from '../column.js';
import { IMPORT_KINDS, type ImportKind } from '../import-columns.js';
import { type Cells } from './compare-row.js';
import { records } from './row-records.js';
import { openBatch } from './stage-import.service.js';
import { WriteOrganisations } from './write-organisations.js';

/** Rows of one transaction: enough to be fast, few enough to stop between two. */
const CHUNK = 5_000;

export interface AppliedImport {
  readonly written: number;
  /** Accepted and not written yet. */
  readonly remaining: number;
  /** Of these, rows that name what is not stored (theirs has to be accepted or mended first), end an organisation that is not empty, or change one of an open cycle from a day that is still to come. */
  readonly waiting: number;
  readonly cycles: readonly CycleEffect[];
}

/**
 * Writes accepted rows of a staged import, chunk by chunk, each chunk whole with its entry in the record. Repeating it goes on where it
 * stopped; rows of the same content are never written twice.
 */
export class ApplyImportService {
  private readonly organisations: WriteOrganisations;

  constructor(
    private readonly uow: UnitOfWork,
    private readonly cycles: OpenCycles,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {
    this.organisations = new WriteOrganisations(cycles, ids);
  }

  /** @param limit rows to look at in this call; the caller repeats while something remains that does not wait */
  async apply(actor: Actor, batchId: string, limit: number): Promise<AppliedImport> {
    let [written, waiting, after, seen] = [0, 0, -1, 0];
    const cycles: CycleEffect[] = [];
    for (;;) {
      const chunk = await this.uow.run((tx) => this.chunk(tx, actor, batchId, after, Math.min(CHUNK, limit - seen)));
      written += chunk.written;
      waiting += chunk.waiting;
      seen += chunk.seen;
      after = chunk.last;
      cycles.push(...chunk.cycles);
      if (chunk.seen === 0 || seen >= limit) break;
    }
    return { written, waiting, remaining: await this.uow.run((tx) => tx.staging.remaining(batchId)), cycles };
  }

  private async chunk(tx: Tx, actor: Actor, batchId: string, after: number, size: number): Promise<{ written: number; waiting: number; seen: number; last: number; cycles: CycleEffect[] }> {
    if (size <= 0) return { written: 0, waiting: 0, seen: 0, last: after, cycles: [] };
    await tx.imports.lock();
    const batch = await openBatch(tx, batchId);
    const rows = await tx.staging.accepted(batchId, after, size);
    const last = rows.at(-1)?.n ?? after;
    if (rows.length === 0) return { written: 0, waiting: 0, seen: 0, last, cycles: [] };
    const recorded: Recorded = { changeId: batchId, at: this.clock.now() };
    const counts: Record<string, number> = {};
    const done: number[] = [];
    const cycles: CycleEffect[] = [];
    for (const kind of IMPORT_KINDS) {
      const known = await withKnownReferences(tx, kind, rows.filter((row) => row.kind === kind));
      const ready = kind === 'organisations' ? await this.organisations.due(tx, await emptied(tx, known), recorded.at) : known;
      if (ready.length === 0) continue;
      cycles.push(...(await this.write(tx, actor, kind, ready, recorded)));
      done.push(...ready.map((row) => row.n));
      counts[kind] = ready.length;
    }
    await tx.staging.markWritten(batchId, done, recorded.at);
    if (done.length > 0) tx.ledger.append({ type: 'import.recorded', payload: { by: actedBy(actor), batch: batchId, sha256: batch.sha256, counts, from: rows[0]!.n, to: last } });
    return { written: done.length, waiting: rows.length - done.length, seen: rows.length, last, cycles };
  }

  private async write(tx: Tx, actor: Actor, kind: ImportKind, rows: readonly StagedRow[], recorded: Recorded): Promise<CycleEffect[]> {
    const added = rows.filter((row) => row.class === 'ADDED');
    const changed = rows.filter((row) => row.class !== 'ADDED').map((row) => row.cells);
    const at = recorded.at;
    switch (kind) {
      case 'organisations':
        return this.organisations.write(tx, actor, rows, { batchId: recorded.changeId ?? '', at });
      case 'members': {
        const people = records('members', added);
        await tx.imports.members(people);
        const accounts = people.length > 0 ? await tx.accounts.members(people.map((member) => member.code)) : [];
        await tx.accounts.ensureForMembers(accounts, accounts.map(() => this.ids.next()));
        const moved = await tx.staging.changeMembers(changed, recorded, () => this.ids.next());
        for (const { memberId, from, to } of moved) {
          tx.ledger.append({ type: 'member.transferred', org: to, payload: { by: actedBy(actor), member: memberId, from, to, decision: null, change: recorded.changeId, reason: null } });
        }
        return this.cycles.followMembers(tx, actor, moved, { changeId: recorded.changeId ?? '', decision: null, effectiveOn: legalDateOf(at.getTime()), reason: 'IMPORT' });
      }
      case 'memberships':
        await tx.imports.memberships(records('memberships', added));
        await tx.staging.changeEntries('memberships', changed, recorded);
        return [];
      case 'periods':
        await tx.imports.periods(records('periods', added));
        await tx.staging.changeEntries('periods', changed, recorded);
        return [];
      case 'posts':
        await tx.imports.posts(records('posts', added));
        await tx.staging.changeEntries('posts', changed, recorded);
        return [];
      case 'history':
        await tx.staging.changeHistory(changed, `IMPORT ${recorded.changeId}`);
        await tx.imports.history(records('history', rows));
        return [];
      case 'facts':
        await tx.imports.facts(records('facts', added));
        await tx.staging.changeFacts(changed, at);
        return [];
      case 'workRecords':
        await tx.imports.workRecords(records('workRecords', added), at);
        for (const superiorId of await tx.imports.superiorsOfRecords(records('workRecords', added))) await settleCorrections(tx, superiorId, at);
        return [];
    }
  }
}

/** An organisation does not end while somebody would be left in it: its row waits until they have been moved. */
async function emptied(tx: Tx, rows: readonly StagedRow[]): Promise<StagedRow[]> {
  const ends = rows.flatMap(({ class: name, cells }) => (name !== 'ADDED' && cells['code'] && cells['to'] ? [{ code: cells['code'], to: cells['to'] }] : []));
  if (ends.length === 0) return [...rows];
  const used = await tx.staging.stillUsed(ends);
  return rows.filter(({ class: name, cells }) => name === 'ADDED' || !cells['to'] || !used.has(cells['code'] ?? ''));
}

const ORGANISATION_COLUMNS = ['parent', 'organisation', 'lineageOf'];

/** Good rows first: a row that refers to what is not stored (its own row is faulty or was not accepted) waits. */
async function withKnownReferences(tx: Tx, kind: ImportKind, rows: readonly StagedRow[]): Promise<StagedRow[]> {
  if (rows.length === 0) return [];
  const own = kind === 'organisations' ? new Set(rows.map((row) => row.cells['code'])) : new Set<string>();
  const organisationsOf = (cells: Cells) => {
    const named = ORGANISATION_COLUMNS.flatMap((column) => (cells[column] ? listed(cells[column]) : []));
    return cells['subjectKind'] && cells['subjectKind'] !== 'MEMBER' && cells['subject'] ? [...named, cells['subject']] : named;
  };
  const membersOf = (cells: Cells) => [...(cells['member'] ? [cells['member']] : []), ...(cells['subjectKind'] === 'MEMBER' && cells['subject'] ? [cells['subject']] : [])];
  const stored = await tx.imports.storedCodes([...new Set(rows.flatMap((row) => organisationsOf(row.cells)))], [...new Set(rows.flatMap((row) => membersOf(row.cells)))]);
  let ready = [...rows];
  for (;;) {
    const known = (code: string) => stored.organisations.has(code) || own.has(code);
    const next = ready.filter((row) => organisationsOf(row.cells).every(known) && membersOf(row.cells).every((code) => stored.members.has(code)));
    if (next.length === ready.length) return next;
    // An organisation that waits takes along what stands below it.
    if (kind === 'organisations') {
      own.clear();
      for (const row of next) own.add(row.cells['code']);
    }
    ready = next;
  }
}
