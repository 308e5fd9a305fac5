import { type LegalDate } from '@binhxet/domain';
import { checkYear } from './check-acts.js';
import { type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';
import { type RegistrationWish } from './scenario-columns.js';

/** Days on which a year takes registrations, both ends included. */
export interface RegistrationTime {
  readonly from: LegalDate;
  readonly until: LegalDate;
}

/**
 * An organisation may register again on a later day; both days belong to the registration of the year. Whether the step is still open on
 * that day, the server says.
 */
export function checkRegistrations(
  file: string,
  rows: readonly RegistrationWish[],
  known: KnownCodes,
  {
    years,
    registration = new Map(),
  }: { readonly years: readonly number[]; readonly registration?: ReadonlyMap<number, RegistrationTime> },
  issues: IssueList,
): void {
  const seen = new Map<string, number>();
  for (const row of rows) {
    checkYear(file, row, years, issues);
    if (!known.hasOrganisation(row.organisation))
      issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (row.actor !== null && !known.hasMember(row.actor))
      issues.add(file, row.row, 'actor', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    const year = row.year ?? (years.length === 1 ? years[0]! : null);
    const time = year === null ? undefined : registration.get(year);
    if (year !== null && years.includes(year) && !time)
      issues.add(file, row.row, 'year', 'IMPORT.CELL_NOT_ALLOWED', {
        allowed: [...registration.keys()],
        expected: 'REGISTERING_YEAR',
      });
    if (time && (row.on < time.from || row.on > time.until))
      issues.add(file, row.row, 'on', 'IMPORT.CELL_NOT_ALLOWED', { allowed: [`${time.from} … ${time.until}`] });
    const key = `${row.year} ${row.organisation} ${row.on}`;
    const firstRow = seen.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, 'on', 'IMPORT.ROW_DUPLICATE', { firstRow });
    else seen.set(key, row.row);
  }
}
