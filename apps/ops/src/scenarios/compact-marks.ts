import { EVERY_VOTER } from '@binhxet/application';

type Cell = string | number | boolean | null | undefined;
type Row = Readonly<Record<string, Cell>>;

/** Fewer voters than this are written one by one: nothing would be saved. */
const WORTH = 2;

/**
 * Writes the most frequent mark on a subject once, for everybody without a row of their own, and keeps the others' rows.
 * Whoever is counted later than the rows foresaw votes with the many instead of handing in a blank line.
 * @param rows marks of single voters, in any order
 * @returns rows in the order in which their ballots and subjects first came
 */
export function compactMarks(rows: readonly Row[]): Row[] {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const key = ['year', 'body', 'ballot', 'round', 'subject'].map((name) => String(row[name] ?? '')).join(' ');
    const group = groups.get(key);
    if (group) group.push(row);
    else groups.set(key, [row]);
  }
  return [...groups.values()].flatMap((group) => {
    const first = group[0]!;
    if (group.length < WORTH || first['ballot'] === 'SELF_REVIEW') return group;
    const counts = new Map<Cell, number>();
    for (const { mark } of group) counts.set(mark, (counts.get(mark) ?? 0) + 1);
    const [common] = [...counts].reduce((most, each) => (each[1] > most[1] ? each : most));
    return [{ ...first, voter: EVERY_VOTER, mark: common }, ...group.filter(({ mark }) => mark !== common)];
  });
}
