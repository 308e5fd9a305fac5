import { createHash } from 'node:crypto';
import { AppError, canonicalJson, type FieldError, legalDateOf } from '@binhxet/domain';
import { type Actor } from '../access/actor.js';
import { actedBy } from '../access/record.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type ImportCounts } from '../ports/import.store.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { settleCorrections } from '../year/settle-corrections.js';
import { listed } from './column.js';
import { type ImportIssue } from './import-issue.js';
import { type ImportFile, validateImport } from './validate-import.js';

export interface ImportAnswer {
  /** SHA-256 of the tables as they were understood, lower-case hex. */
  readonly sha256: string;
  /** False: the same content was imported before, or only a trial was asked for. */
  readonly changed: boolean;
  readonly counts: ImportCounts;
}

/** A report lists this many faults; `facts.issues` has the full number. */
const REPORTED = 1000;

/**
 * Imports tables of organisations, people, posts, past results, facts and work records: all rows or none, in one transaction.
 * The caller has checked that the actor may import.
 */
export class ImportDataService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
  ) {}

  /**
   * @param files at most one of each kind
   * @param options.dryRun checks everything against what is stored and writes nothing
   * @throws AppError IMPORT.REFUSED (invalid): every fault with file, row and column in `errors`
   */
  async run(
    actor: Actor,
    files: readonly ImportFile[],
    options: { readonly dryRun?: boolean } = {},
  ): Promise<ImportAnswer> {
    const sha256 = contentHash(files);
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      await tx.imports.lock();
      const earlier = await tx.imports.findRun(sha256);
      if (earlier) return { sha256, changed: false, counts: earlier };

      const stored = await tx.imports.storedCodes(...mentionedCodes(files));
      const { records, issues } = validateImport(files, stored);
      const fileOf = (kind: string) => files.find((file) => file.kind === kind)?.name ?? kind;
      if (issues.length > 0) throw refusal(issues);
      const contradictions = await tx.imports.contradictions(records, fileOf);
      if (contradictions.length > 0) throw refusal(contradictions);
      if (options.dryRun) {
        const counts = Object.fromEntries(
          Object.entries(records).map(([kind, rows]) => [kind, rows.length]),
        ) as unknown as ImportCounts;
        return { sha256, changed: false, counts };
      }

      const counts: ImportCounts = {
        organisations: await tx.imports.organisations(records.organisations, now),
        members: await tx.imports.members(records.members),
        memberships: await tx.imports.memberships(records.memberships),
        periods: await tx.imports.periods(records.periods),
        posts: await tx.imports.posts(records.posts),
        history: await tx.imports.history(records.history),
        facts: await tx.imports.facts(records.facts),
        workRecords: await tx.imports.workRecords(records.workRecords, now),
      };
      await tx.imports.rebuildClosure(legalDateOf(now.getTime()));
      const people =
        records.members.length > 0 ? await tx.accounts.members(records.members.map((member) => member.code)) : [];
      await tx.accounts.ensureForMembers(
        people,
        people.map(() => this.ids.next()),
      );
      await tx.imports.insertRun({ id: this.ids.next(), sha256, counts, accountId: actor.accountId }, now);
      tx.ledger.append({ type: 'import.recorded', payload: { by: actedBy(actor), sha256, counts: { ...counts } } });
      if (counts.workRecords > 0)
        for (const superiorId of await tx.imports.superiorsOfRecords(records.workRecords))
          await settleCorrections(tx, superiorId, now);
      return { sha256, changed: true, counts };
    });
  }
}

/** Order of files, empty cells and line numbers do not matter: what was understood does. */
export function contentHash(files: readonly ImportFile[]): string {
  const hash = createHash('sha256');
  for (const file of [...files].sort((one, other) => one.kind.localeCompare(other.kind, 'en'))) {
    hash.update(`${file.kind}\n`);
    for (const { values } of file.rows) {
      const filled = Object.entries(values).flatMap(([name, cell]) =>
        cell.trim() === '' ? [] : [[name, cell.normalize('NFC').trim()]],
      );
      hash.update(`${canonicalJson(Object.fromEntries(filled) as Record<string, string>)}\n`);
    }
  }
  return hash.digest('hex');
}

const REFERENCES = {
  organisations: ['code', 'parent', 'organisation', 'lineageOf', 'subject'],
  members: ['code', 'member', 'subject'],
} as const;

/** Codes the files write anywhere: what the store is asked about. */
export function mentionedCodes(files: readonly ImportFile[]): [organisations: string[], members: string[]] {
  const collect = (columns: readonly string[]) => {
    const codes = new Set<string>();
    for (const file of files)
      for (const { values } of file.rows)
        for (const column of columns)
          for (const code of values[column] ? listed(values[column].normalize('NFC')) : [])
            if (code !== '') codes.add(code);
    return [...codes];
  };
  return [collect(REFERENCES.organisations), collect(REFERENCES.members)];
}

function refusal(issues: readonly ImportIssue[]): AppError {
  const errors: FieldError[] = issues.slice(0, REPORTED).map(({ file, row, column, code, facts }) => ({
    pointer: `/${[file, String(row), column ?? ''].map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1')).join('/')}`,
    code,
    facts: { ...facts, file, row, column },
  }));
  return new AppError(
    'IMPORT.REFUSED',
    'invalid',
    'Some rows cannot be imported; nothing was',
    { issues: issues.length, reported: errors.length },
    errors,
  );
}
