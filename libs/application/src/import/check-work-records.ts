import { workFaults } from '../work-record/record-work.service.js';
import { type WorkRecordRecord } from './import-columns.js';
import { type ImportFault, type IssueList } from './import-issue.js';
import { type KnownCodes } from './known-codes.js';

/** A record may be dated ahead: it counts when its day has come. */
const ANY_DAY = '9999-12-31';
const COLUMN_OF: Readonly<Record<string, string>> = { decisionNumber: 'decision' };

/** Fault of a record as the import names it. */
function faultOf(code: string): ImportFault {
  if (code.endsWith('_MISSING') || code.endsWith('_INCOMPLETE')) return 'IMPORT.CELL_EMPTY';
  return code === 'WORK.DATES_REVERSED' ? 'IMPORT.DATES_REVERSED' : 'IMPORT.CELL_NOT_ALLOWED';
}

/** Work records keep the same rules as those people write; the same row twice is a mistake, two turns are a quantity. */
export function checkWorkRecords(file: string, rows: readonly WorkRecordRecord[], known: KnownCodes, issues: IssueList): void {
  const first = new Map<string, number>();
  for (const row of rows) {
    if (!known.hasOrganisation(row.organisation)) issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    const member = row.subjectKind === 'MEMBER';
    if (row.subject !== null && row.subjectKind !== null && !(member ? known.hasMember(row.subject) : known.hasOrganisation(row.subject)))
      issues.add(file, row.row, 'subject', 'IMPORT.REFERENCE_UNKNOWN', { expected: member ? 'members.code' : 'organisations.code' });
    const faults = workFaults({ ...row, state: row.state ?? 'DONE', quantity: row.quantity ?? 1, selfDetected: row.selfDetected ?? false, decisionNumber: row.decision }, ANY_DAY);
    for (const { pointer, code, facts } of faults) {
      const column = pointer.slice(1);
      issues.add(file, row.row, COLUMN_OF[column] ?? column, faultOf(code), facts);
    }
    const key = [row.organisation, row.kind, row.state, row.on, row.subject, row.detail, row.decision].join(' ');
    const firstRow = first.get(key);
    if (firstRow !== undefined) issues.add(file, row.row, null, 'IMPORT.ROW_DUPLICATE', { firstRow });
    else first.set(key, row.row);
  }
}
