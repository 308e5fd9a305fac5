import { readTable } from '../column.js';
import { IMPORT_COLUMNS, type ImportKind, type ImportRecords } from '../import-columns.js';
import { IssueList } from '../import-issue.js';
import { type Cells } from './compare-row.js';

/** Rows as the import store takes them. They were sound when they were staged; the same reading makes them again. */
export function records<K extends ImportKind>(kind: K, rows: readonly { readonly row: number; readonly cells: Cells }[]): ImportRecords[K] {
  const columns = Object.keys(IMPORT_COLUMNS[kind]);
  const values = rows.map(({ row, cells }) => ({ row, values: Object.fromEntries(columns.map((column) => [column, cells[column] ?? ''])) }));
  return readTable(IMPORT_COLUMNS[kind], { name: kind, kind, columns, rows: values }, new IssueList()) as unknown as ImportRecords[K];
}
