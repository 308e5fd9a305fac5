import { type QuotaBase } from '../rule-pack/rating-pack.js';
import { AppError } from '../shared/app-error.js';
import { roundQuotient, type Rational, type Rounding } from '../shared/rational.js';

/**
 * Most subjects of a group that may hold the top level.
 * LOWER_PLUS_TOP: largest n with n <= round(rate × G). LOWER_ONLY: largest n with n <= round(rate × (G − n)).
 * @param rate 0 … 1 as whole numbers
 * @param group G: subjects of the group at one of the two best levels, whole, >= 0
 * @returns whole subjects, 0 … G
 * @throws AppError QUOTA.RATE_OUT_OF_RANGE (invalid)
 * Source: regulations.md section 13; rate, base and rounding come from the rule pack and the settings
 */
export function quotaCeiling(rate: Rational, base: QuotaBase, rounding: Rounding, group: number): number {
  const { num, den } = rate;
  if (!Number.isSafeInteger(num) || !Number.isSafeInteger(den) || den <= 0 || num < 0 || num > den) {
    throw new AppError('QUOTA.RATE_OUT_OF_RANGE', 'invalid', 'a quota rate lies between 0 and 1', { num, den });
  }
  const g = BigInt(group);
  const share = (of: bigint): bigint => roundQuotient(BigInt(num) * of, BigInt(den), rounding);
  if (base === 'LOWER_PLUS_TOP') {
    const most = share(g);
    return Number(most < g ? most : g);
  }
  // n <= round(rate × (G − n)) fails for good once it fails: the left side grows, the right side does not.
  let [low, high] = [0n, g];
  while (low < high) {
    const n = (low + high + 1n) / 2n;
    if (n <= share(g - n)) low = n;
    else high = n - 1n;
  }
  return Number(low);
}
