import { type Level, lowerOf, ranksOf, USUAL_LEVELS } from '../level/level.js';

/** How a subject came to its level under the rules of its own year. */
export interface PastResult {
  readonly decided: Level;
  /** Level of the deciding ballot; null: no majority, or no ballot. */
  readonly voted: Level | null;
  /** Best level its own rules allowed; null: not recorded. */
  readonly ceiling: Level | null;
}

/**
 * The level that the same facts and votes lead to under another ceiling. What a body lowered on its own stays lowered; what only the
 * old ceiling held down rises to the vote.
 * @param ceiling best level that the other rules allow
 */
export function simulatedLevel({ decided, voted, ceiling: old }: PastResult, ceiling: Level): Level {
  const would = voted === null ? decided : old === null ? voted : lowerOf(voted, old);
  const loweredByBody = decided > would;
  return lowerOf(loweredByBody || voted === null ? decided : voted, ceiling);
}

/** Counts by level before and after, and who moved where: `moves[i][j]` went from level i + 1 to level j + 1. */
export interface LevelShift {
  readonly before: readonly number[];
  readonly after: readonly number[];
  readonly moves: readonly (readonly number[])[];
  readonly changed: number;
}

/** Chart of pairs (level before, level after). @param depth ranks of the deeper of both ladders */
export function levelShift(pairs: Iterable<readonly [Level, Level]>, depth: number = USUAL_LEVELS): LevelShift {
  const ranks = ranksOf(depth);
  const before = ranks.map(() => 0);
  const after = ranks.map(() => 0);
  const moves = ranks.map(() => ranks.map(() => 0));
  let changed = 0;
  for (const [was, is] of pairs) {
    before[was - 1]! += 1;
    after[is - 1]! += 1;
    moves[was - 1]![is - 1]! += 1;
    if (was !== is) changed += 1;
  }
  return { before, after, moves, changed };
}
