import { type SubjectTally } from './tally.js';

/** What one teller counted alone, before seeing the other's figures. */
export interface TellerEntry {
  readonly distributed: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
  readonly stock?: { readonly printed: number; readonly unused: number; readonly spoiled: number };
  readonly subjects: readonly SubjectTally[];
}

export interface DifferingRow {
  /** RFC 6901 pointer with the subject's id in place of an index: `/subjects/{id}/counts/{choice}`. */
  readonly pointer: string;
  /** null: the teller has no such row. */
  readonly first: number | null;
  readonly second: number | null;
}

/**
 * Invariant 9: rows in which two independent entries of the same paper ballot differ, in a stable order.
 * A choice without votes may be left out by a teller: it counts as 0.
 * @returns empty when both agree; only then may the ballot be tallied
 */
export function compareEntries(first: TellerEntry, second: TellerEntry): DifferingRow[] {
  const one = rowsOf(first);
  const other = rowsOf(second);
  const known = new Set([...subjectIds(first), ...subjectIds(second)]);
  const both = (id: string) => subjectIds(first).has(id) && subjectIds(second).has(id);
  return [...new Set([...one.keys(), ...other.keys()])].sort().flatMap((pointer) => {
    const id = pointer.startsWith('/subjects/') ? unescapePointer(pointer.split('/')[2]!) : undefined;
    const silent = id !== undefined && known.has(id) && both(id) && pointer.includes('/counts/') ? 0 : null;
    const [a, b] = [one.get(pointer) ?? silent, other.get(pointer) ?? silent];
    return a === b ? [] : [{ pointer, first: a, second: b }];
  });
}

function subjectIds(entry: TellerEntry): Set<string> {
  return new Set(entry.subjects.map((subject) => subject.subjectId));
}

function rowsOf(entry: TellerEntry): Map<string, number> {
  const rows = new Map<string, number>([
    ['/distributed', entry.distributed],
    ['/returned', entry.returned],
    ['/valid', entry.valid],
    ['/invalid', entry.invalid],
  ]);
  for (const [key, value] of Object.entries(entry.stock ?? {})) rows.set(`/stock/${key}`, value);
  for (const subject of entry.subjects) {
    const at = `/subjects/${escapePointer(subject.subjectId)}`;
    rows.set(`${at}/blank`, subject.blank);
    rows.set(`${at}/invalidForSubject`, subject.invalidForSubject);
    for (const [choice, votes] of Object.entries(subject.counts))
      rows.set(`${at}/counts/${escapePointer(choice)}`, votes);
  }
  return rows;
}

const escapePointer = (text: string): string => text.replaceAll('~', '~0').replaceAll('/', '~1');
const unescapePointer = (text: string): string => text.replaceAll('~1', '/').replaceAll('~0', '~');
