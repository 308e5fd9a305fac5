import { type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';
import { type RegistrationRecord } from './scenario-columns.js';

/** One registration for each organisation and day: a later one changes the earlier. */
export function checkRegistrations(file: string, rows: readonly RegistrationRecord[], known: KnownCodes, issues: IssueList): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    if (!known.hasOrganisation(row.organisation)) issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    const key = `${row.organisation} ${row.on}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'on', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}
