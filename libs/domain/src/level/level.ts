/** Rank of a quality level, 1 the best. Labels differ by rule pack; the code never does. */
export type Level = 1 | 2 | 3 | 4;
export const LEVELS = [1, 2, 3, 4] as const satisfies readonly Level[];

export const LEVEL_CODES = {
  1: 'L1_EXCELLENT',
  2: 'L2_GOOD',
  3: 'L3_COMPLETED',
  4: 'L4_NOT_COMPLETED',
} as const satisfies Record<Level, string>;
export type LevelCode = (typeof LEVEL_CODES)[Level];

/** States a subject may hold instead of a level, in every pack. */
export const NON_LEVEL_STATES = ['NOT_RATED', 'EXEMPT', 'NOT_YET_RATED'] as const;
export type NonLevelState = (typeof NON_LEVEL_STATES)[number];

/** What a subject ends a rating year with. */
export type LevelResult = { readonly level: Level } | { readonly state: NonLevelState };

export const SUBJECT_KINDS = ['MEMBER', 'COLLECTIVE', 'ORGANISATION'] as const;
export type SubjectKind = (typeof SUBJECT_KINDS)[number];

export function isLevel(value: unknown): value is Level {
  return value === 1 || value === 2 || value === 3 || value === 4;
}

export function levelCode(level: Level): LevelCode {
  return LEVEL_CODES[level];
}

/** @returns the level of a code, or undefined when the code is none of ours. */
export function levelOfCode(code: string): Level | undefined {
  return LEVELS.find((level) => LEVEL_CODES[level] === code);
}

/** The lower (worse) of two levels: a larger rank is a lower level. */
export function lowerOf(one: Level, other: Level): Level {
  return one > other ? one : other;
}

/** "… trở lên": `level` is `floor` or better. */
export function isAtLeast(level: Level, floor: Level): boolean {
  return level <= floor;
}
