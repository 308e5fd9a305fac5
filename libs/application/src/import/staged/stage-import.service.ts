import { AppError, type Json } from '@binhxet/domain';
import { type Actor } from '../../access/actor.js';
import { type Clock, type Ids } from '../../ports/clock.port.js';
import { type StagedRow } from '../../ports/staging.store.js';
import { type Tx, type UnitOfWork } from '../../ports/unit-of-work.port.js';
import { contentHash, mentionedCodes } from '../import-data.service.js';
import { IMPORT_KINDS, type ImportKind } from '../import-columns.js';
import { type ImportIssue } from '../import-issue.js';
import { type ImportFile, validateImport } from '../validate-import.js';
import { cellsOf, compareRow, type Comparison, ROW_CLASSES, type RowClass } from './compare-row.js';

export type ClassCounts = Readonly<Record<RowClass, number>>;
export interface StagedImport {
  readonly batchId: string;
  readonly sha256: string;
  readonly counts: ClassCounts;
  /** Faults of whole files (a column that is missing): nothing of such a file is staged. */
  readonly fileFaults: readonly ImportIssue[];
}

/** Places files beside what is stored: every row is checked, compared and classified; nothing is written yet. */
export class StageImportService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /** The caller has checked that the actor may import. @param files at most one of each kind */
  stage(actor: Actor, files: readonly ImportFile[]): Promise<StagedImport> {
    const sha256 = contentHash(files);
    return this.uow.run(async (tx) => {
      const validation = validateImport(files, await tx.imports.storedCodes(...mentionedCodes(files)));
      const batchId = this.ids.next();
      await tx.staging.insertBatch({ id: batchId, files: files.map((file) => ({ name: file.name, kind: file.kind, rows: file.rows.length })), sha256, accountId: actor.accountId }, this.clock.now());
      const faults = byRow(validation.issues);
      const counts = Object.fromEntries(ROW_CLASSES.map((name) => [name, 0])) as Record<RowClass, number>;
      let n = 0;
      for (const kind of IMPORT_KINDS) {
        const file = files.find((candidate) => candidate.kind === kind);
        if (!file) continue;
        const rows = await classify(tx, file, validation.records[kind], faults, n);
        for (const row of rows) counts[row.class]++;
        n += rows.length;
        await tx.staging.insertRows(batchId, rows);
      }
      return { batchId, sha256, counts, fileFaults: validation.issues.filter((issue) => issue.row <= 1) };
    });
  }
}

async function classify(tx: Tx, file: ImportFile, records: readonly { readonly row: number }[], faults: ReadonlyMap<string, readonly ImportIssue[]>, from: number): Promise<StagedRow[]> {
  const sound = new Map(records.map((record) => [record.row, record]));
  const wrong = (row: number) => faults.get(`${file.name} ${row}`) ?? [];
  const clean = file.rows.filter(({ row }) => wrong(row).length === 0 && sound.has(row));
  const cells = clean.map(({ row }) => cellsOf(sound.get(row) as Parameters<typeof cellsOf>[0]));
  const stored = await tx.staging.stored(file.kind, cells);
  const compared = new Map(clean.map(({ row }, at) => [row, { cells: cells[at]!, comparison: compareRow(file.kind, cells[at]!, stored[at] ?? null) }]));
  return file.rows.map(({ row, values }, at): StagedRow => {
    const found = compared.get(row);
    const base = { n: from + at, file: file.name, row, kind: file.kind as ImportKind };
    if (found) {
      const { class: name, differences }: Comparison = found.comparison;
      return { ...base, class: name, cells: found.cells, differences, faults: [] };
    }
    const issues = wrong(row);
    return { ...base, class: 'FAULTY', cells: values, differences: [], faults: issues.map(({ column, code, facts }) => ({ column, code, facts: facts as Json })) };
  });
}

function byRow(issues: readonly ImportIssue[]): Map<string, ImportIssue[]> {
  const found = new Map<string, ImportIssue[]>();
  for (const issue of issues) {
    const key = `${issue.file} ${issue.row}`;
    const list = found.get(key);
    if (list) list.push(issue);
    else found.set(key, [issue]);
  }
  return found;
}

/** @throws AppError IMPORT.BATCH_NOT_FOUND (not-found), IMPORT.BATCH_CLOSED (conflict) */
export async function openBatch(tx: Tx, batchId: string) {
  const batch = await tx.staging.lockBatch(batchId);
  if (!batch) throw new AppError('IMPORT.BATCH_NOT_FOUND', 'not-found', 'There is no such import', { batchId });
  if (batch.state === 'CANCELLED') throw new AppError('IMPORT.BATCH_CLOSED', 'conflict', 'The import was cancelled', { batchId });
  return batch;
}
