import { type FactRecord, type HistoryRecord } from './import-columns.js';
import { type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';

function checkSubject(file: string, row: HistoryRecord | FactRecord, known: KnownCodes, issues: IssueList): void {
  const member = row.subjectKind === 'MEMBER';
  const found = member ? known.hasMember(row.subject) : known.hasOrganisation(row.subject);
  if (!found)
    issues.add(file, row.row, 'subject', 'IMPORT.REFERENCE_UNKNOWN', {
      expected: member ? 'members.code' : 'organisations.code',
    });
}

/** One valid result per subject and year; a cancelled one keeps its row and says why. */
export function checkHistory(file: string, rows: readonly HistoryRecord[], known: KnownCodes, issues: IssueList): void {
  const valid = new Map<string, number>();
  for (const row of rows) {
    checkSubject(file, row, known, issues);
    if ((row.level === null) === (row.nonLevel === null))
      issues.add(file, row.row, 'level', 'IMPORT.LEVEL_OR_STATE', { oneOf: ['level', 'nonLevel'] });
    const cancelled = row.state === 'CANCELLED';
    if (cancelled && row.cancelledReason === null)
      issues.add(file, row.row, 'cancelledReason', 'IMPORT.CELL_EMPTY', { expected: 'REASON' });
    if (!cancelled && row.cancelledReason !== null)
      issues.add(file, row.row, 'cancelledReason', 'IMPORT.CELL_NOT_ALLOWED', { onlyWith: 'CANCELLED' });
    if (cancelled) continue;
    const key = `${row.subjectKind} ${row.subject} ${row.year}`;
    const firstRow = valid.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'year', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else valid.set(key, row.row);
  }
}

export function checkFacts(file: string, rows: readonly FactRecord[], known: KnownCodes, issues: IssueList): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    checkSubject(file, row, known, issues);
    const key = `${row.subjectKind} ${row.subject} ${row.year} ${row.key}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'key', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}
