import { type Level, ranksOf, USUAL_LEVELS } from '../level/level.js';
import { compareShare, type ShareFormula, type Threshold } from '../shared/rational.js';

/** Which share of the counted body gives a level. */
export interface LevelMajority {
  readonly default: Threshold;
  readonly byLevel?: Readonly<Partial<Record<Level, Threshold>>>;
  /** Ranks that the ballot offers; absent: four. */
  readonly ranks?: number;
  /** Votes for a better level also support a worse one. */
  readonly higherCountsForLower: boolean;
}

export interface LevelTest {
  readonly level: Level;
  /** Votes for the level itself. */
  readonly own: number;
  /** Own votes and, where they support it, those for better levels; `formula.votes` is the same number. */
  readonly formula: ShareFormula;
}

export interface LevelVerdict {
  /** null: no level, or more than one, reached its majority. Nobody chooses silently: re-vote, or the chair proposes. */
  readonly level: Level | null;
  readonly outcome: 'LEVEL' | 'NO_MAJORITY';
  readonly countedBody: number;
  readonly tests: readonly LevelTest[];
}

/**
 * Level that a ballot gives a subject, with every comparison made.
 * @param counts votes by level, whole, >= 0
 * @param countedBody people, whole, >= 0: the denominator, never the ballots returned
 * Source: ballots-and-documents.md section 3
 */
export function levelVerdict(
  counts: Readonly<Partial<Record<Level, number>>>,
  countedBody: number,
  majority: LevelMajority,
): LevelVerdict {
  let better = 0;
  const tests = ranksOf(majority.ranks ?? USUAL_LEVELS).map((level): LevelTest => {
    const own = counts[level] ?? 0;
    const support = majority.higherCountsForLower ? better + own : own;
    better += own;
    return { level, own, formula: compareShare(support, countedBody, majority.byLevel?.[level] ?? majority.default) };
  });
  const reached = tests.filter(({ formula }) => formula.holds);
  // With cascading votes a worse level is always supported too: the best one reached is the verdict.
  const winner = majority.higherCountsForLower || reached.length === 1 ? reached[0] : undefined;
  return { level: winner?.level ?? null, outcome: winner ? 'LEVEL' : 'NO_MAJORITY', countedBody, tests };
}

export interface AdoptionVerdict {
  readonly adopted: boolean;
  readonly formula: ShareFormula;
}

/** Whether a text or a candidate is adopted. @param agree votes, whole, >= 0 @param countedBody people, whole, >= 0 */
export function adoptionVerdict(agree: number, countedBody: number, threshold: Threshold): AdoptionVerdict {
  const formula = compareShare(agree, countedBody, threshold);
  return { adopted: formula.holds, formula };
}

/** Invariant 10: the stored verdict is the one that the stored tally gives. */
export function verdictStands(
  stored: { readonly level: Level | null },
  counts: Readonly<Partial<Record<Level, number>>>,
  countedBody: number,
  majority: LevelMajority,
): boolean {
  return levelVerdict(counts, countedBody, majority).level === stored.level;
}
