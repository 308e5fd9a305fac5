import { type Level } from '../level/level.js';
import { type FactValue } from './compiled-gates.js';

/** What one quarter came to for a subject. */
export interface QuarterResult {
  /** 1 … 4 */
  readonly quarter: number;
  /** null: it was decided or ended without a level. */
  readonly level: Level | null;
}

/**
 * Facts that a year may read from its quarters: `quartersRated`, `quartersLowest` and `quartersLowestInARow` (a quarter without a level, or
 * not held, ends a row). Names are those a pack may declare; what they mean for the year is for its gates to say.
 * @param results of decided quarters, in any order @param depth ranks of the ladder: the last is the lowest
 * @returns unknown facts where no quarter gave a level: the year then restricts nobody by them
 */
export function quarterFacts(results: readonly QuarterResult[], depth: number): Readonly<Record<string, FactValue>> {
  const rated = new Map(results.flatMap(({ quarter, level }): [number, Level][] => (level === null ? [] : [[quarter, level]])));
  if (rated.size === 0) return { quartersRated: null, quartersLowest: null, quartersLowestInARow: null };
  const lowest = [1, 2, 3, 4].map((quarter) => rated.get(quarter) === depth);
  let [longest, row] = [0, 0];
  for (const is of lowest) {
    row = is ? row + 1 : 0;
    longest = Math.max(longest, row);
  }
  return { quartersRated: rated.size, quartersLowest: lowest.filter(Boolean).length, quartersLowestInARow: longest };
}
