/** Lines of a resolution as the API takes them, shorter to write. */
type Level = { readonly rank: 1 | 2 | 3 | 4; readonly orBetter: boolean };
type Subject = 'ORGANISATION' | 'MEMBER';

export const subjects = (subject: Subject, base: 'ALL' | 'RATED', level?: Level) => ({
  kind: 'SUBJECTS' as const,
  subject,
  base,
  // Only grassroots organisations are meant where a resolution speaks of organisations.
  ...(subject === 'ORGANISATION' ? { roles: ['GRASSROOTS_COMMITTEE_ORG', 'GRASSROOTS_CELL'] as const } : {}),
  ...(level ? { level } : {}),
});
export const work = (kind: string, count: 'TURNS' | 'SUBJECTS' = 'TURNS') => ({
  kind: 'WORK' as const,
  work: kind,
  count,
});
export const figureOf = (key: string) => ({ kind: 'FIGURE' as const, key });
export const reading = (id: string, numerator: object, denominator: object | null, mark: 'V' | 'S' | 'I' = 'S') => ({
  id,
  numerator,
  denominator,
  mark,
});
export const orBetter = (rank: Level['rank']): Level => ({ rank, orBetter: true });
export const exactly = (rank: Level['rank']): Level => ({ rank, orBetter: false });
export const whole = (num: number) => ({ num, den: 1 });

export interface TargetLine {
  readonly code: string;
  readonly wording: string;
  readonly operator: '>' | '>=' | '=' | '<=' | 'between' | 'none';
  readonly value?: number;
  readonly upper?: number;
  readonly unit: 'PERCENT' | 'COUNT';
  readonly decimals?: number;
  readonly label?: string;
  readonly packOfLabel?: string;
  readonly period?: 'YEAR' | 'TERM';
  readonly years: readonly [number, number];
  readonly readings: readonly object[];
  readonly mark?: 'V' | 'S' | 'I';
  readonly note?: string;
}

export function targetLine({ value, upper, years, ...line }: TargetLine): Record<string, unknown> {
  return {
    period: 'YEAR',
    mark: 'S',
    ...line,
    ...(value === undefined ? {} : { value: whole(value) }),
    ...(upper === undefined ? {} : { upper: whole(upper) }),
    fromYear: years[0],
    toYear: years[1],
  };
}
