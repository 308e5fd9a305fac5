import { type Facts, isLegalDate } from '@binhxet/domain';
import { type ImportFault, type IssueList, type TableFile } from './import-issue.js';

type Reading<V> = { readonly value: V } | { readonly code: ImportFault; readonly facts: Facts };

/** How the text of one cell becomes a value. */
export interface Column<V> {
  readonly required: boolean;
  readonly expected: Facts;
  readonly read: (text: string) => Reading<V>;
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type RecordOf<T extends Columns> = { readonly [K in keyof T]: T[K] extends Column<infer V> ? V : never } & {
  readonly row: number;
};

const column = <V>(
  expected: Facts,
  read: (text: string) => V | undefined,
  code: ImportFault = 'IMPORT.CELL_MALFORMED',
) => ({
  required: true as const,
  expected,
  read: (text: string): Reading<V> => {
    const value = read(text);
    return value === undefined ? { code, facts: expected } : { value };
  },
});

const CONTROL = /[\p{Cc}\p{Cs}\p{Co}\p{Cn}]/u;

/** One line of text without control characters. @param max longest, in characters */
export const text = (max: number) => ({
  required: true as const,
  expected: { maxLength: max },
  read: (value: string): Reading<string> => {
    if ([...value].length > max) return { code: 'IMPORT.CELL_TOO_LONG', facts: { maxLength: max } };
    return CONTROL.test(value) ? { code: 'IMPORT.CELL_MALFORMED', facts: { expected: 'ONE_LINE' } } : { value };
  },
});

const matching = (pattern: RegExp) =>
  column({ pattern: pattern.source }, (value) => (pattern.test(value) ? value : undefined));

export const ORGANISATION_CODE = /^[A-Z0-9-]{1,24}$/;
export const MEMBER_CODE = /^[A-Z0-9-]{1,32}$/;
/** Stands for every voter present who has no row of his or her own. */
export const EVERY_VOTER = '*';
export const voterCode = matching(/^(\*|[A-Z0-9-]{1,32})$/);
export const organisationCode = matching(ORGANISATION_CODE);
export const memberCode = matching(MEMBER_CODE);
/** Separates the codes of a list within one cell. */
export const LIST_SEPARATOR = ';';
const MOST_CODES = 20;
/** Codes of organisations within one cell, `A;B`: each once, in order of code. */
export const organisationCodes = column<readonly string[]>(
  { pattern: ORGANISATION_CODE.source, separator: LIST_SEPARATOR, max: MOST_CODES },
  (value) => {
    const codes = listed(value);
    return codes.length <= MOST_CODES &&
      codes.every((code) => ORGANISATION_CODE.test(code)) &&
      new Set(codes).size === codes.length
      ? codes
      : undefined;
  },
);
/** Parts of a cell that is a list, in order. */
export function listed(cell: string): string[] {
  return cell
    .split(LIST_SEPARATOR)
    .map((code) => code.trim())
    .sort();
}
/** Member code, organisation code or `COLLECTIVE:` and the organisation whose leading body is meant. */
export const subjectCode = matching(/^(COLLECTIVE:)?[A-Z0-9-]{1,32}$/);

/** `YYYY-MM-DD`, or `DD/MM/YYYY` as Vietnamese spreadsheets write it. */
export const date = column({ expected: 'DATE' }, (value) => {
  const local = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(value);
  const iso = local ? `${local[3]}-${local[2]!.padStart(2, '0')}-${local[1]!.padStart(2, '0')}` : value;
  return isLegalDate(iso) ? iso : undefined;
});

export const whole = (min: number, max: number) =>
  column({ min, max }, (value) =>
    /^\d{1,9}$/.test(value) && Number(value) >= min && Number(value) <= max ? Number(value) : undefined,
  );

export const yesNo = column(
  { allowed: ['yes', 'no', 'có', 'không'] },
  (value) => {
    const word = value.toLowerCase();
    return word === 'yes' || word === 'có' ? true : word === 'no' || word === 'không' ? false : undefined;
  },
  'IMPORT.CELL_NOT_ALLOWED',
);

export const oneOf = <const W extends string>(allowed: readonly W[]) =>
  column<W>({ allowed: [...allowed] }, (value) => allowed.find((word) => word === value), 'IMPORT.CELL_NOT_ALLOWED');

/** JSON scalar: a whole number, true, false or a word. Facts are typed later by the rule pack that declares them. */
export const scalar = column<number | boolean | string>({ expected: 'SCALAR' }, (value) =>
  value === 'true'
    ? true
    : value === 'false'
      ? false
      : /^-?\d{1,12}$/.test(value)
        ? Number(value)
        : value.length <= 200 && !CONTROL.test(value)
          ? value
          : undefined,
);

export const optional = <V>(inner: Column<V>): Column<V | null> => ({ ...inner, required: false });

/**
 * Reads every cell of a table. A row with a fault is left out of the records and all its faults are reported;
 * cross checks therefore run over sound rows only and never report a consequence of another fault.
 */
export function readTable<T extends Columns>(columns: T, file: TableFile, issues: IssueList): RecordOf<T>[] {
  const names = Object.keys(columns);
  for (const name of file.columns)
    if (!names.includes(name)) issues.add(file.name, 1, name, 'IMPORT.COLUMN_UNKNOWN', { allowed: names });
  const missing = names.filter((name) => columns[name]!.required && !file.columns.includes(name));
  for (const name of missing) issues.add(file.name, 1, name, 'IMPORT.COLUMN_MISSING', columns[name]!.expected);
  if (missing.length > 0) return [];

  const records: RecordOf<T>[] = [];
  for (const { row, values } of file.rows) {
    const record: Record<string, unknown> = { row };
    let sound = true;
    for (const name of names) {
      const spec = columns[name]!;
      const cell = (values[name] ?? '').normalize('NFC').trim();
      if (cell === '') {
        record[name] = null;
        if (!spec.required) continue;
        issues.add(file.name, row, name, 'IMPORT.CELL_EMPTY', spec.expected);
        sound = false;
        continue;
      }
      const reading = spec.read(cell);
      if ('value' in reading) record[name] = reading.value;
      else {
        issues.add(file.name, row, name, reading.code, reading.facts);
        sound = false;
      }
    }
    if (sound) records.push(record as RecordOf<T>);
  }
  return records;
}
