import { type LegalDate } from '../shared/legal-date.js';

/** `2026`, or `2026-Q2` for a quarter. */
export interface RatingPeriod {
  readonly year: number;
  /** 1 … 4; null for a whole year. */
  readonly quarter: number | null;
}

/** Both days included. */
export interface PeriodSpan {
  readonly from: LegalDate;
  readonly to: LegalDate;
}

/** @returns null when the text is no period */
export function parsePeriod(text: string): RatingPeriod | null {
  const match = /^([0-9]{4})(?:-Q([1-4]))?$/.exec(text);
  return match ? { year: Number(match[1]), quarter: match[2] ? Number(match[2]) : null } : null;
}

/** First and last day of a period. */
export function spanOf({ year, quarter }: RatingPeriod): PeriodSpan {
  const [first, last] = quarter === null ? ['01-01', '12-31'] : QUARTERS[quarter - 1]!;
  return { from: `${year}-${first}`, to: `${year}-${last}` };
}

const QUARTERS = [
  ['01-01', '03-31'],
  ['04-01', '06-30'],
  ['07-01', '09-30'],
  ['10-01', '12-31'],
] as const;
