import { type Level } from '../level/level.js';
import { type ResolvedQuota } from '../quota/check-quota.js';
import { type Rational } from '../shared/rational.js';
import { compare, exact, exactOf } from './arithmetic.js';
import { type Target, type TargetSet } from './target.js';

const floorOf = (value: Rational): number => Math.floor(value.num / value.den);

/** Two published lines that cannot both be exact, or a line the rules do not allow to be reached. Shown beside them, never corrected. */
export type TargetConflict =
  | { readonly kind: 'YEARLY_TIMES_YEARS'; readonly targets: readonly [yearly: string, term: string]; readonly years: number; readonly product: number; readonly lower: number; readonly upper: number | null }
  /** The target lies on the highest share the quota allows (AT_CEILING) or above it (ABOVE_CEILING); the share as a quotient. */
  | { readonly kind: 'AT_CEILING' | 'ABOVE_CEILING'; readonly targets: readonly [string]; readonly ceilingNum: number; readonly ceilingDen: number };

const same = (one: TargetSet, other: TargetSet): boolean => JSON.stringify(sorted(one)) === JSON.stringify(sorted(other));
const sorted = (set: object): unknown => Object.entries(set).sort(([a], [b]) => (a < b ? -1 : 1));

/** 80 a year in a term of five years is 400, not 450–500: both lines stay as published. Source: scenarios.md section 2 */
export function yearlyAgainstTerm(targets: readonly Target[]): TargetConflict[] {
  const counts = targets.filter((target) => target.unit === 'COUNT' && target.value !== null && target.readings[0].denominator === null);
  return counts
    .filter((term) => term.period === 'TERM')
    .flatMap((term) =>
      counts
        .filter((yearly) => yearly.period === 'YEAR' && yearly.fromYear <= term.toYear && yearly.toYear >= term.fromYear && same(yearly.readings[0].numerator, term.readings[0].numerator))
        .flatMap((yearly): TargetConflict[] => {
          const years = term.toYear - term.fromYear + 1;
          const product = exact(BigInt(yearly.value!.num) * BigInt(years), yearly.value!.den);
          const below = compare(product, exactOf(term.value!)) < 0;
          const above = term.upper !== null && compare(product, exactOf(term.upper)) > 0;
          if (!below && !above) return [];
          return [{ kind: 'YEARLY_TIMES_YEARS', targets: [yearly.id, term.id], years, product: floorOf(yearly.value!) * years, lower: floorOf(term.value!), upper: term.upper && floorOf(term.upper) }];
        }),
    );
}

/**
 * A share of best levels as high as the quota, or higher: with the base LOWER_ONLY, 20 % of those one level lower is at most 1/6 of all.
 * @param quotaOf quota of a kind of subject, null where none is enforced
 */
export function againstQuota(targets: readonly Target[], quotaOf: (subject: 'ORGANISATION' | 'MEMBER') => (Pick<ResolvedQuota, 'base' | 'rate'> & { readonly level: Level }) | null): TargetConflict[] {
  return targets.flatMap((target): TargetConflict[] => {
    const { numerator, denominator } = target.readings[0];
    if (target.unit !== 'PERCENT' || !target.value || !['>', '>=', '=', 'between'].includes(target.operator)) return [];
    if (numerator.kind !== 'SUBJECTS' || denominator?.kind !== 'SUBJECTS' || numerator.level === undefined || denominator.level !== undefined) return [];
    const quota = quotaOf(numerator.subject);
    if (!quota || numerator.level.rank > quota.level) return [];
    const { num, den } = quota.rate;
    const [ceilingNum, ceilingDen] = quota.base === 'LOWER_ONLY' ? [num, den + num] : [num, den];
    const share = exact(target.value.num, target.value.den * 100);
    const top = target.upper ? exact(target.upper.num, target.upper.den * 100) : share;
    const ceiling = exact(ceilingNum, ceilingDen);
    const lower = compare(share, ceiling);
    if (lower > 0 || (lower === 0 && target.operator === '>')) return [{ kind: 'ABOVE_CEILING', targets: [target.id], ceilingNum, ceilingDen }];
    return compare(top, ceiling) >= 0 ? [{ kind: 'AT_CEILING', targets: [target.id], ceilingNum, ceilingDen }] : [];
  });
}
