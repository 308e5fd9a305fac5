import { LIST_SEPARATOR } from '../column.js';
import { type ImportKind, type ImportRecords } from '../import-columns.js';

export const ROW_CLASSES = ['ADDED', 'CHANGED', 'ENDED', 'UNCHANGED', 'CONFLICT', 'FAULTY'] as const;
/**
 * What a row of a staged import would do. CHANGED: a step forward from what is stored (a probationary member is official now, a new
 * version of an organisation). ENDED: gives a last day to what went on. CONFLICT: says otherwise than what is stored.
 */
export type RowClass = (typeof ROW_CLASSES)[number];
/** Classes a person may accept. */
export const DECIDABLE: readonly RowClass[] = ['ADDED', 'CHANGED', 'ENDED', 'CONFLICT'];

/** Cells as text, by column: the same form whether they come from a file or from the store. */
export type Cells = Readonly<Record<string, string | null>>;
export interface Difference {
  readonly column: string;
  readonly stored: string | null;
  readonly incoming: string;
}
/** What is stored under the key of a row; `sameKey` false: the newest of its subject (an earlier version of an organisation). */
export interface StoredRow {
  readonly sameKey: boolean;
  readonly cells: Cells;
}
export interface Comparison {
  readonly class: Exclude<RowClass, 'FAULTY'>;
  readonly differences: readonly Difference[];
}

type Verdict = 'CHANGED' | 'ENDED' | 'CONFLICT' | null;
type Judge = (stored: string | null, incoming: string, row: { readonly stored: Cells; readonly incoming: Cells }) => Verdict;

const contradicts: Judge = () => 'CONFLICT';
const fills: Judge = (stored) => (stored === null ? 'CHANGED' : 'CONFLICT');
const ends: Judge = (stored) => (stored === null ? 'ENDED' : 'CONFLICT');
const follows: Judge = () => 'CHANGED';
/** Another cell, from a later day on: a transfer. */
const moves: Judge = (_stored, _incoming, { stored, incoming }) => (stored['organisation'] !== incoming['organisation'] && (incoming['joinedOn'] ?? '') > (stored['joinedOn'] ?? '') ? 'CHANGED' : 'CONFLICT');

/** What a difference in each column means; columns that are not named carry no statement of their own. */
const JUDGES: Readonly<Record<ImportKind, Readonly<Record<string, Judge>>>> = {
  organisations: { name: contradicts, role: contradicts, parent: contradicts, quotaGroup: fills, lineageOf: fills, decision: fills, to: ends },
  members: {
    fullName: contradicts,
    bornOn: fills,
    status: (stored, incoming) => (stored === 'PROBATIONARY' && incoming === 'OFFICIAL' ? 'CHANGED' : 'CONFLICT'),
    admittedOn: contradicts,
    officialOn: fills,
    civilServant: follows,
    organisation: moves,
    joinedOn: moves,
  },
  memberships: { to: ends },
  periods: { to: ends, organisation: fills },
  posts: { head: follows, to: ends },
  history: { level: contradicts, nonLevel: contradicts, label: fills, decision: fills },
  facts: { value: follows },
  // A record is put right by cancelling it: what is not part of its key makes no statement.
  workRecords: {},
};
const WEIGHT = { CHANGED: 1, ENDED: 2, CONFLICT: 3 } as const;

/**
 * Compares a row with what is stored. An empty cell says nothing: it never takes away what is stored. Pure.
 * @param stored null: nothing is stored under this key
 */
export function compareRow(kind: ImportKind, incoming: Cells, stored: StoredRow | null): Comparison {
  if (stored === null) return { class: 'ADDED', differences: [] };
  const judges = JUDGES[kind];
  const found: { difference: Difference; verdict: Verdict }[] = [];
  for (const [column, judge] of Object.entries(judges)) {
    const value = incoming[column] ?? null;
    const before = stored.cells[column] ?? null;
    if (value === null || value === before) continue;
    const verdict = judge(before, value, { stored: stored.cells, incoming });
    found.push({ difference: { column, stored: before, incoming: value }, verdict });
  }
  const differences = found.map((one) => one.difference);
  // A new version that follows the newest one is a step forward whatever it says.
  if (!stored.sameKey) return { class: 'CHANGED', differences };
  const worst = found.reduce<Verdict>((so_far, { verdict }) => (verdict !== null && (so_far === null || WEIGHT[verdict] > WEIGHT[so_far]) ? verdict : so_far), null);
  return { class: worst ?? 'UNCHANGED', differences };
}

/** A record as cells: dates as `YYYY-MM-DD`, yes and no, numbers in digits. */
export function cellsOf(record: ImportRecords[ImportKind][number]): Cells {
  const cells: Record<string, string | null> = {};
  for (const [column, value] of Object.entries(record)) {
    if (column === 'row') continue;
    cells[column] = value === null ? null : Array.isArray(value) ? value.join(LIST_SEPARATOR) : typeof value === 'boolean' ? (column === 'value' ? String(value) : value ? 'yes' : 'no') : String(value);
  }
  return cells;
}
