import { type YearResult } from './consecutive-years.js';

export const LINEAGE_KINDS = ['RENAME', 'MERGE', 'SPLIT'] as const;
/** A renamed organisation stays the same one; after a merger or a split it is another. */
export type LineageKind = (typeof LINEAGE_KINDS)[number];

/** One organisation goes on from another. Several predecessors on one day are one merger. */
export interface LineageLink {
  readonly organisationId: string;
  readonly predecessorId: string;
  readonly kind: LineageKind;
  /** Legal date of the event. */
  readonly on: string;
}

export const AFTER_MERGE = ['NEW_CHAIN', 'KEEP_IF_ALL', 'KEEP_IF_ANY'] as const;
/**
 * What a merger or a split makes of years before it: a new chain begins; a year counts when it counts for every predecessor; or when it
 * counts for one of them. Not confirmed: setting `chain.afterMerge`.
 */
export type AfterMerge = (typeof AFTER_MERGE)[number];

/**
 * Results of an organisation's years with those of the organisations it goes on from.
 * @param results by organisation, any order; predecessors included
 * @param links of the organisation and of everything before it
 * Source: process.md section 7 (after a merge)
 */
export function lineageHistory(
  organisationId: string,
  results: ReadonlyMap<string, readonly YearResult[]>,
  links: readonly LineageLink[],
  afterMerge: AfterMerge,
  seen: ReadonlySet<string> = new Set(),
): YearResult[] {
  let history: YearResult[] = (results.get(organisationId) ?? []).map((result) => ({ subjectId: organisationId, ...result }));
  const path = new Set([...seen, organisationId]);
  const own = links.filter((link) => link.organisationId === organisationId && !path.has(link.predecessorId));
  const days = [...new Set(own.map((link) => link.on))].sort().reverse();
  for (const on of days) {
    const event = own.filter((link) => link.on === on);
    const before = event.map((link) => lineageHistory(link.predecessorId, results, links, afterMerge, path));
    if (event.every((link) => link.kind === 'RENAME')) {
      const known = new Set(history.map(({ year }) => year));
      history = [...history, ...before.flat().filter(({ year }) => !known.has(year))];
      continue;
    }
    const kind = event.find((link) => link.kind !== 'RENAME')?.kind ?? 'MERGE';
    const year = Number(on.slice(0, 4));
    const older = history.filter((result) => result.year < year);
    // An organisation that took others in is itself one of those that merged.
    const lines = kind === 'MERGE' && older.length > 0 ? [older, ...before] : before;
    history = [...history.filter((result) => result.year >= year), ...joined(lines, year, kind, afterMerge)];
  }
  return history;
}

function joined(lines: readonly (readonly YearResult[])[], before: number, kind: LineageKind, afterMerge: AfterMerge): YearResult[] {
  const years = [...new Set(lines.flat().map(({ year }) => year))].filter((year) => year < before);
  return years.flatMap((year): YearResult[] => {
    const ofYear = lines.map((line) => line.filter((result) => result.year === year));
    if (afterMerge === 'NEW_CHAIN') return ofYear.flat().map((result) => ({ ...result, beforeEvent: kind }));
    const ranked = ofYear.map((results) => ({ results, rank: rankOf(results) })).sort((a, b) => a.rank - b.rank);
    const chosen = afterMerge === 'KEEP_IF_ALL' ? ranked.at(-1) : ranked[0];
    return [...(chosen?.results ?? [])];
  });
}

/** Worse is larger; a year without a result is the worst. */
function rankOf(results: readonly YearResult[]): number {
  if (results.length === 0) return 7;
  return Math.max(...results.map((result) => (result.cancelled ? 6 : 'level' in result.result ? result.result.level : 5)));
}
