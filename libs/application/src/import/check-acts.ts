import { type HistoryRecord } from './import-columns.js';
import { COLLECTIVE_PREFIX, parseSubject } from './subject.js';
import { ACT_KINDS, type ActRecord, type DecisionRecord, type MarkRecord, type WorkRow } from './scenario-columns.js';
import { EVERY_VOTER } from './column.js';
import { type ImportFault, type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';

/** A row of the play belongs to one of the years that are lived; where there is only one, it need not say so. */
export function checkYear(
  file: string,
  row: { readonly row: number; readonly year: number | null },
  years: readonly number[],
  issues: IssueList,
): void {
  if (row.year === null && years.length > 1)
    issues.add(file, row.row, 'year', 'IMPORT.CELL_EMPTY', { allowed: [...years] });
  if (row.year !== null && years.length > 0 && !years.includes(row.year))
    issues.add(file, row.row, 'year', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [...years] });
}

const ABSENCES = ['EXCUSED', 'UNEXCUSED'] as const;
const ERROR_CODE = /^[A-Z_]+\.[A-Z_]+$/;

/** @returns why a subject cannot be meant, or null */
function subjectFault(written: string, known: KnownCodes): { code: ImportFault; expected: string } | null {
  const subject = parseSubject(written, known);
  return subject
    ? null
    : {
        code: 'IMPORT.REFERENCE_UNKNOWN',
        expected: `members.code, organisations.code, ${COLLECTIVE_PREFIX}organisations.code`,
      };
}

export function checkActs(
  file: string,
  rows: readonly ActRecord[],
  known: KnownCodes,
  years: readonly number[],
  issues: IssueList,
): void {
  const lastYear = Math.max(...years) + 1;
  for (const row of rows) {
    const rule = ACT_KINDS[row.act];
    checkYear(file, row, years, issues);
    if (!known.hasMember(row.actor))
      issues.add(file, row.row, 'actor', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    if (rule.subject === 'NONE') {
      if (row.subject !== null) issues.add(file, row.row, 'subject', 'IMPORT.CELL_NOT_ALLOWED', { expected: 'EMPTY' });
    } else if (row.subject === null)
      issues.add(file, row.row, 'subject', 'IMPORT.CELL_EMPTY', { expected: rule.subject });
    else {
      const kind = parseSubject(row.subject, known)?.kind;
      if (kind === undefined || (rule.subject !== 'ANY' && kind !== rule.subject))
        issues.add(file, row.row, 'subject', 'IMPORT.REFERENCE_UNKNOWN', {
          expected: rule.subject === 'MEMBER' ? 'members.code' : 'organisations.code',
        });
    }
    if (rule.on && row.on === null) issues.add(file, row.row, 'on', 'IMPORT.CELL_EMPTY', { expected: 'DATE' });
    const [from, to] = row.year === null ? [Math.min(...years), lastYear] : [row.year, row.year + 1];
    if (row.on !== null && years.length > 0 && (Number(row.on.slice(0, 4)) < from || Number(row.on.slice(0, 4)) > to))
      issues.add(file, row.row, 'on', 'IMPORT.OUT_OF_YEARS', { from, to });
    if (rule.value === 'REASON' && row.value === null)
      issues.add(file, row.row, 'value', 'IMPORT.CELL_EMPTY', { expected: 'REASON' });
    if (rule.value === 'ABSENCE' && !ABSENCES.some((word) => word === row.value))
      issues.add(file, row.row, 'value', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [...ABSENCES] });
    const refused = row.act.startsWith('TRY_');
    if (refused && row.expect === null)
      issues.add(file, row.row, 'expect', 'IMPORT.CELL_EMPTY', { expected: 'ERROR_CODE' });
    if (row.expect !== null && (!refused || !ERROR_CODE.test(row.expect)))
      issues.add(file, row.row, 'expect', refused ? 'IMPORT.CELL_MALFORMED' : 'IMPORT.CELL_NOT_ALLOWED', {
        pattern: ERROR_CODE.source,
      });
  }
}

/** One mark for each voter, subject, ballot and round; one more of them may be that of everybody else present. */
export function checkMarks(
  file: string,
  rows: readonly MarkRecord[],
  known: KnownCodes,
  years: readonly number[],
  issues: IssueList,
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    checkYear(file, row, years, issues);
    if (!known.hasOrganisation(row.body))
      issues.add(file, row.row, 'body', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (row.voter === EVERY_VOTER) {
      // A paper has one author: nobody else could be meant.
      if (row.ballot === 'SELF_REVIEW')
        issues.add(file, row.row, 'voter', 'IMPORT.CELL_NOT_ALLOWED', { expected: 'members.code' });
    } else if (!known.hasMember(row.voter))
      issues.add(file, row.row, 'voter', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    const fault = subjectFault(row.subject, known);
    if (fault) issues.add(file, row.row, 'subject', fault.code, { expected: fault.expected });
    const key = `${row.year} ${row.body} ${row.ballot} ${row.round ?? 1} ${row.voter} ${row.subject}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'subject', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}

export function checkDecisions(
  file: string,
  rows: readonly DecisionRecord[],
  known: KnownCodes,
  years: readonly number[],
  issues: IssueList,
): void {
  const numbers = new Map<string, number>();
  const kinds = new Map<string, number>();
  for (const row of rows) {
    checkYear(file, row, years, issues);
    if (!known.hasOrganisation(row.organisation))
      issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    for (const [seen, column, value] of [
      [numbers, 'number', row.number],
      [kinds, 'kind', row.kind],
    ] as const) {
      const key = `${row.year} ${row.organisation} ${value}`;
      const firstRow = seen.get(key);
      if (firstRow !== undefined) issues.add(file, row.row, column, 'IMPORT.ROW_DUPLICATE', { firstRow });
      else seen.set(key, row.row);
    }
  }
}

/** Results of the years that are lived come out of the play: nobody writes them down before. */
export function checkEarlierYears(
  file: string,
  rows: readonly HistoryRecord[],
  years: readonly number[],
  issues: IssueList,
): void {
  const first = Math.min(...years); // Infinity without a head
  for (const row of rows)
    if (row.year >= first) issues.add(file, row.row, 'year', 'IMPORT.OUT_OF_YEARS', { from: 1930, to: first - 1 });
}

/** Work of an organisation on itself, on one below, or on a member; what the kind needs beyond that, the server says when it is recorded. */
export function checkRecords(file: string, rows: readonly WorkRow[], known: KnownCodes, issues: IssueList): void {
  for (const row of rows) {
    if (!known.hasOrganisation(row.organisation))
      issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (row.actor !== null && !known.hasMember(row.actor))
      issues.add(file, row.row, 'actor', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    if (row.subject !== null) {
      const kind = parseSubject(row.subject, known)?.kind;
      if (kind !== 'MEMBER' && kind !== 'ORGANISATION')
        issues.add(file, row.row, 'subject', 'IMPORT.REFERENCE_UNKNOWN', {
          expected: 'members.code, organisations.code',
        });
    }
    if (row.to !== null && row.to < row.on)
      issues.add(file, row.row, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'on' });
    if (row.year !== null && row.year !== Number(row.on.slice(0, 4)))
      issues.add(file, row.row, 'year', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [row.on.slice(0, 4)] });
  }
}
