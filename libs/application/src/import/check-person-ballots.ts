import { checkYear } from './check-acts.js';
import { EVERY_VOTER } from './column.js';
import { type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';
import { type PersonBallotLine, type PersonMark } from './scenario-columns.js';

const SHARED = ['kind', 'title', 'document', 'seats'] as const;
const placeOf = (row: { readonly year: number | null; readonly body: string; readonly ballot: string }): string =>
  `${row.year} ${row.body} ${row.ballot}`;

/** One row for each person of a ballot: what the rows of a ballot share is the same in all of them, nobody stands twice. */
export function checkPersonBallots(
  file: string,
  rows: readonly PersonBallotLine[],
  known: KnownCodes,
  years: readonly number[],
  issues: IssueList,
): void {
  const first = new Map<string, PersonBallotLine>();
  const seen = new Map<string, number>();
  for (const row of rows) {
    checkYear(file, row, years, issues);
    if (!known.hasOrganisation(row.body))
      issues.add(file, row.row, 'body', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (!known.hasMember(row.person))
      issues.add(file, row.row, 'person', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    if (row.kind === 'ELECTION' && row.seats === null) issues.add(file, row.row, 'seats', 'IMPORT.CELL_EMPTY');
    if (row.kind !== 'ELECTION' && row.seats !== null)
      issues.add(file, row.row, 'seats', 'IMPORT.CELL_NOT_ALLOWED', { expected: 'EMPTY' });
    const ballot = first.get(placeOf(row));
    if (!ballot) first.set(placeOf(row), row);
    else
      for (const column of SHARED)
        if (row[column] !== ballot[column])
          issues.add(file, row.row, column, 'IMPORT.CELL_NOT_ALLOWED', { allowed: [ballot[column] ?? ''] });
    const key = `${placeOf(row)} ${row.person}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'person', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}

/** Marks belong to a ballot and a person of it, and are of its kind; one for each voter, one more for everybody else. */
export function checkPersonMarks(
  file: string,
  rows: readonly PersonMark[],
  ballots: readonly PersonBallotLine[],
  known: KnownCodes,
  issues: IssueList,
): void {
  const lines = new Map(ballots.map((row) => [`${placeOf(row)} ${row.person}`, row]));
  const seen = new Map<string, number>();
  for (const row of rows) {
    const line = lines.get(`${placeOf(row)} ${row.person}`);
    if (!line) issues.add(file, row.row, 'person', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'personBallots.person' });
    if (row.voter !== EVERY_VOTER && !known.hasMember(row.voter))
      issues.add(file, row.row, 'voter', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    const chosen = row.mark === 'chosen';
    const fits = row.mark === 'blank' || row.mark === 'invalid' || chosen === (line?.kind === 'ELECTION');
    if (line && !fits)
      issues.add(file, row.row, 'mark', 'IMPORT.CELL_NOT_ALLOWED', {
        allowed: line.kind === 'ELECTION' ? ['chosen', 'blank', 'invalid'] : ['1', '2', '3', 'blank', 'invalid'],
      });
    const key = `${placeOf(row)} ${row.voter} ${row.person}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'person', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}
