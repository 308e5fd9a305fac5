import { type Rational, roundQuotient } from '../shared/rational.js';
import { type Target } from './target.js';

/** A printed figure: a whole number of 10^-decimals, so 21.25 with two decimals is 2125. */
export interface ScaledNumber {
  readonly scaled: number;
  readonly decimals: number;
}

/** Exact quotient with a positive divisor. */
export interface Exact {
  readonly num: bigint;
  readonly den: bigint;
}

export const exact = (num: number | bigint, den: number | bigint = 1): Exact => ({ num: BigInt(num), den: BigInt(den) });
export const exactOf = (value: Rational): Exact => exact(value.num, value.den);
export const minus = (one: Exact, other: Exact): Exact => ({ num: one.num * other.den - other.num * one.den, den: one.den * other.den });
export const compare = (one: Exact, other: Exact): number => {
  const { num } = minus(one, other);
  return num < 0n ? -1 : num > 0n ? 1 : 0;
};

/** Rounded half up in exact arithmetic; a negative number like its positive twin. Source: scenarios.md section 0 */
export function scaledHalfUp(value: Exact, decimals: number): ScaledNumber {
  const negative = value.num < 0n;
  const rounded = roundQuotient((negative ? -value.num : value.num) * 10n ** BigInt(decimals), value.den, 'HALF_UP');
  return { scaled: Number(negative ? -rounded : rounded), decimals };
}

/** `2125` with two decimals → "21,25"; the comma is the Vietnamese decimal mark. */
export function writeScaled({ scaled, decimals }: ScaledNumber, mark = ','): string {
  const digits = String(Math.abs(scaled)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  return `${scaled < 0 ? '-' : ''}${whole}${decimals === 0 ? '' : mark + digits.slice(-decimals)}`;
}

/**
 * Least number of subjects that reaches a target over a base: 95 % of 67 → 64; "trên 80 %" of 10 → 9.
 * @param base size of the denominator, or null for a count
 * @returns null where the target limits from above (`none`, `<=`)
 */
export function neededFor(target: Pick<Target, 'operator' | 'value' | 'unit'>, base: number | null): number | null {
  if (target.value === null || target.operator === 'none' || target.operator === '<=') return null;
  const { num, den } = target.value;
  const [top, bottom] = target.unit === 'PERCENT' ? [BigInt(num) * BigInt(base ?? 0), BigInt(den) * 100n] : [BigInt(num), BigInt(den)];
  return Number(target.operator === '>' ? top / bottom + 1n : roundQuotient(top, bottom, 'CEIL'));
}
