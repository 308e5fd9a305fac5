import { type Level } from '../level/level.js';
import { type FactValue } from './compiled-gates.js';

/** What a set of subjects ended a year with. Whole numbers. */
export interface ResultCounts {
  readonly total: number;
  /** By level, the best first. */
  readonly byLevel: readonly [number, number, number, number];
  /** Neither a level nor a state without one yet: what rests on the others is not known while there is any. */
  readonly open: number;
}

/** What an organisation or its collective rests on. */
export interface CycleResults {
  /** Of its leading collective; null: not decided, or it has none. */
  readonly collectiveLevel: Level | null;
  readonly isCell: boolean;
  /** Party organisations directly below. */
  readonly subordinates: ResultCounts;
  /** Everybody in it, cells below included. */
  readonly members: ResultCounts;
}

/** Tells apart counts of subjects with a level. */
const COUNTED = {
  Rated: ([a, b, c, d]) => a + b + c + d,
  GoodOrBetter: ([a, b]) => a + b,
  Lowest: ([, , , d]) => d,
  Level1: ([a]) => a,
  Level2: ([, b]) => b,
  Level3: ([, , c]) => c,
  Level4: ([, , , d]) => d,
} as const satisfies Record<string, (byLevel: ResultCounts['byLevel']) => number>;

/**
 * Facts that the cycle's own results give, under the names by which a pack may declare them: `collectiveLevel`, `isCell`,
 * `subordinatesTotal`, `subordinatesRated`, `…GoodOrBetter`, `…Lowest`, `…Level1` to `…Level4` and the same of `members…`;
 * `subordinateUnits…` and `members` are other spellings. Counts by level stay unknown while a result is open.
 * Source: regulations.md sections 4 (gates 5 and 6) and 8 (an organisation rests on collective, subordinate organisations and members)
 */
export function cycleFacts({ collectiveLevel, isCell, subordinates, members }: CycleResults): Record<string, FactValue> {
  return {
    collectiveLevel,
    isCell,
    ...counted('subordinates', subordinates),
    ...counted('subordinateUnits', subordinates),
    ...counted('members', members),
    // None in the Party's tree says nothing of other units.
    subordinateUnits: subordinates.total || null,
    members: members.total,
  };
}

/** Facts that an import may know better: units outside the Party's tree count as well. */
export const IMPORT_FIRST: readonly string[] = ['subordinateUnits'];

function counted(name: string, { total, byLevel, open }: ResultCounts): Record<string, FactValue> {
  const facts: Record<string, FactValue> = { [`${name}Total`]: total };
  for (const [key, count] of Object.entries(COUNTED)) facts[`${name}${key}`] = open > 0 ? null : count(byLevel);
  return facts;
}
