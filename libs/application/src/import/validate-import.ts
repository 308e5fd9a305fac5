import { checkMemberPeriods, checkMembers, checkPosts } from './check-people.js';
import { checkOrganisations } from './check-organisations.js';
import { checkWorkRecords } from './check-work-records.js';
import { checkFacts, checkHistory } from './check-results.js';
import { readTable } from './column.js';
import { IMPORT_COLUMNS, IMPORT_KINDS, type ImportKind, type ImportRecords } from './import-columns.js';
import { type ImportIssue, IssueList, type TableFile } from './import-issue.js';
import { KnownCodes, NOTHING_STORED, type StoredCodes } from './known-codes.js';

export type ImportFile = TableFile<ImportKind>;

export interface ImportValidation {
  /** Sound only when `issues` is empty. */
  readonly records: ImportRecords;
  readonly issues: readonly ImportIssue[];
  readonly known: KnownCodes;
}

/**
 * Checks tables for an import: cells, duplicates, references, tree, dates. Pure; the import wizard and the scenario runner both use it.
 * All faults are found at once; nothing depends on the order of rows or files.
 * @param files at most one of each kind
 * @param stored codes the installation holds already
 */
export function validateImport(files: readonly ImportFile[], stored: StoredCodes = NOTHING_STORED): ImportValidation {
  const issues = new IssueList();
  const byKind = new Map<ImportKind, ImportFile>();
  for (const file of files) {
    const earlier = byKind.get(file.kind);
    if (earlier) issues.add(file.name, 0, null, 'IMPORT.ROW_DUPLICATE', { otherFile: earlier.name });
    else byKind.set(file.kind, file);
  }
  const known = new KnownCodes(stored);
  for (const file of byKind.values()) known.mention(file);

  const read = <K extends ImportKind>(kind: K) => {
    const file = byKind.get(kind);
    return (file ? readTable(IMPORT_COLUMNS[kind], file, issues) : []) as unknown as ImportRecords[K];
  };
  const records: ImportRecords = {
    organisations: read('organisations'),
    members: read('members'),
    memberships: read('memberships'),
    periods: read('periods'),
    posts: read('posts'),
    history: read('history'),
    facts: read('facts'),
    workRecords: read('workRecords'),
  };
  const name = (kind: ImportKind) => byKind.get(kind)?.name ?? kind;
  checkOrganisations(name('organisations'), records.organisations, known, issues);
  checkMembers(
    { members: name('members'), memberships: name('memberships') },
    records.members,
    records.memberships,
    known,
    issues,
  );
  checkMemberPeriods(name('periods'), records.periods, known, issues);
  checkPosts(name('posts'), records.posts, records.members, known, issues);
  checkHistory(name('history'), records.history, known, issues);
  checkFacts(name('facts'), records.facts, known, issues);
  checkWorkRecords(name('workRecords'), records.workRecords, known, issues);

  const order = IMPORT_KINDS.map(name);
  return { records, issues: issues.sorted(order), known };
}
