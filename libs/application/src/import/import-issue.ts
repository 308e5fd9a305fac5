import { type Facts } from '@binhxet/domain';

/** Every fault a table may have; the words are in `@binhxet/messages`. */
export const IMPORT_FAULTS = [
  'IMPORT.FILE_MISSING',
  'IMPORT.FILE_UNREADABLE',
  'IMPORT.COLUMN_MISSING',
  'IMPORT.COLUMN_UNKNOWN',
  'IMPORT.CELL_EMPTY',
  'IMPORT.CELL_MALFORMED',
  'IMPORT.CELL_TOO_LONG',
  'IMPORT.CELL_NOT_ALLOWED',
  'IMPORT.HEAD_MALFORMED',
  'IMPORT.ROW_DUPLICATE',
  'IMPORT.ROW_DIFFERS_FROM_STORED',
  'IMPORT.REFERENCE_UNKNOWN',
  'IMPORT.PARENT_MISSING',
  'IMPORT.PARENT_NOT_ALLOWED',
  'IMPORT.TREE_CYCLE',
  'IMPORT.DATES_REVERSED',
  'IMPORT.PERIODS_OVERLAP',
  'IMPORT.NOT_A_CELL',
  'IMPORT.NOT_A_MEMBER_THEN',
  'IMPORT.BODY_NOT_ALLOWED',
  'IMPORT.HEAD_DUPLICATE',
  'IMPORT.LEVEL_OR_STATE',
  'IMPORT.OUT_OF_YEARS',
] as const;
export type ImportFault = (typeof IMPORT_FAULTS)[number];

/**
 * One fault of one cell. `row` is the line a person sees in a spreadsheet (the header is 1; 0 stands for the whole file).
 * `facts` say what would be accepted and never repeat what was written: a wrong cell may hold a name.
 */
export interface ImportIssue {
  readonly file: string;
  readonly row: number;
  readonly column: string | null;
  readonly code: ImportFault;
  readonly facts: Facts;
}

/** A table as it was read: text by column name, line numbers of the file. */
export interface TableFile<K extends string = string> {
  readonly name: string;
  readonly kind: K;
  readonly columns: readonly string[];
  readonly rows: readonly TableRow[];
}

export interface TableRow {
  readonly row: number;
  readonly values: Readonly<Record<string, string>>;
}

/** In the order of files as given, then rows, then columns: the same list for the same files. */
export class IssueList {
  readonly #issues: ImportIssue[] = [];

  add(file: string, row: number, column: string | null, code: ImportFault, facts: Facts = {}): void {
    this.#issues.push({ file, row, column, code, facts });
  }

  get size(): number {
    return this.#issues.length;
  }

  /** @param fileOrder names of the files in the order they are to be reported */
  sorted(fileOrder: readonly string[]): ImportIssue[] {
    const place = new Map(fileOrder.map((name, index) => [name, index]));
    return [...this.#issues].sort(
      (one, other) =>
        (place.get(one.file) ?? fileOrder.length) - (place.get(other.file) ?? fileOrder.length) ||
        one.row - other.row ||
        (one.column ?? '').localeCompare(other.column ?? '', 'en') ||
        one.code.localeCompare(other.code, 'en'),
    );
  }
}
