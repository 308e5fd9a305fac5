/** A rate or threshold as two whole numbers; no binary float ever decides anything. */
export interface Rational {
  readonly num: number;
  readonly den: number;
}

/** A threshold on a share: `strict` means more than, otherwise at least. */
export interface Threshold extends Rational {
  readonly strict: boolean;
}

export const ROUNDINGS = ['FLOOR', 'HALF_UP', 'CEIL'] as const;
export type Rounding = (typeof ROUNDINGS)[number];

/** `num / den` rounded to a whole number. @param num >= 0 @param den > 0 */
export function roundQuotient(num: bigint, den: bigint, rounding: Rounding): bigint {
  if (rounding === 'FLOOR') return num / den;
  if (rounding === 'CEIL') return (num + den - 1n) / den;
  return (2n * num + den) / (2n * den);
}

/** The numbers behind "7 / 12 = 58,3 % > 50 %", for proofs and minutes; screens format them. */
export interface ShareFormula {
  readonly votes: number;
  readonly of: number;
  /** Share in tenths of a percent, half up; null when nothing is counted. */
  readonly sharePerMille: number | null;
  readonly comparator: '>' | '>=';
  readonly num: number;
  readonly den: number;
  /** `den × votes` and `num × of`: the integers that are really compared. */
  readonly left: number;
  readonly right: number;
  readonly holds: boolean;
}

/**
 * Compares a share with a threshold in whole numbers.
 * @param votes whole, >= 0 @param of whole, >= 0; nothing holds over an empty body
 */
export function compareShare(votes: number, of: number, threshold: Threshold): ShareFormula {
  const left = BigInt(threshold.den) * BigInt(votes);
  const right = BigInt(threshold.num) * BigInt(of);
  const reached = threshold.strict ? left > right : left >= right;
  return {
    votes,
    of,
    sharePerMille: of === 0 ? null : Number(roundQuotient(1000n * BigInt(votes), BigInt(of), 'HALF_UP')),
    comparator: threshold.strict ? '>' : '>=',
    num: threshold.num,
    den: threshold.den,
    left: Number(left),
    right: Number(right),
    holds: of > 0 && reached,
  };
}

/**
 * `100 × k / n` rounded half up, as a whole number of 10^-decimals percent (98.39 % with two decimals: 9839).
 * @returns null when n is 0. Source: scenarios.md section 0.
 */
export function percentHalfUp(k: number, n: number, decimals: number): number | null {
  if (n === 0) return null;
  return Number(roundQuotient(100n * 10n ** BigInt(decimals) * BigInt(k), BigInt(n), 'HALF_UP'));
}
