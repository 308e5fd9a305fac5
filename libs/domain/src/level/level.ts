/** Rank of a quality level, 1 the best. How many ranks there are, and their labels, is the rule pack's to say; the code never does. */
export type Level = 1 | 2 | 3 | 4 | 5 | 6;
/** Every rank that a pack may use. */
export const LEVELS = [1, 2, 3, 4, 5, 6] as const satisfies readonly Level[];
export const FEWEST_LEVELS = 2;
/** Ranks of a ladder where nothing says how many: ballots stored before ladders could differ. */
export const USUAL_LEVELS = 4;

/** Ranks of a ladder, the best first. @param depth how many, 2 … 6 */
export function ranksOf(depth: number): readonly Level[] {
  return LEVELS.slice(0, depth);
}

/** States a subject may hold instead of a level, in every pack. */
export const NON_LEVEL_STATES = ['NOT_RATED', 'EXEMPT', 'NOT_YET_RATED'] as const;
export type NonLevelState = (typeof NON_LEVEL_STATES)[number];

/** What a subject ends a rating year with. */
export type LevelResult = { readonly level: Level } | { readonly state: NonLevelState };

export const SUBJECT_KINDS = ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

/** @param depth ranks of the ladder in question */
export function isLevel(value: unknown, depth: number = LEVELS.length): value is Level {
  return ranksOf(depth).some((level) => level === value);
}

/** The lower (worse) of two levels: a larger rank is a lower level. */
export function lowerOf(one: Level, other: Level): Level {
  return one > other ? one : other;
}

/** "… trở lên": `level` is `floor` or better. */
export function isAtLeast(level: Level, floor: Level): boolean {
  return level <= floor;
}
