import { compare, exact, exactOf } from './arithmetic.js';
import { type Target, type TargetVerdict } from './target.js';

export interface TermYear {
  readonly year: number;
  /** null: nobody recorded it; never taken as nothing. */
  readonly count: number | null;
  readonly cumulative: number | null;
}
export interface TermProgress {
  readonly years: readonly TermYear[];
  readonly cumulative: number | null;
  /** Years up to `through` without a figure. */
  readonly gaps: readonly number[];
  /** After the last year MET, EXCEEDED or NOT_MET; before it AT_RISK when behind an even pace; null otherwise or with gaps. */
  readonly verdict: TargetVerdict | null;
}

/**
 * A count over a term, year by year and added up. Source: scenarios.md section 2, "both yearly and cumulatively"
 * @param through last year that is over
 */
export function termProgress(target: Target, countOf: (year: number) => number | null, through: number): TermProgress {
  const last = Math.min(through, target.toYear);
  const years: TermYear[] = [];
  let sum: number | null = 0;
  for (let year = target.fromYear; year <= last; year += 1) {
    const count = countOf(year);
    sum = sum === null || count === null ? null : sum + count;
    years.push({ year, count, cumulative: sum });
  }
  const gaps = years.filter((one) => one.count === null).map((one) => one.year);
  return { years, cumulative: sum, gaps, verdict: sum === null || years.length === 0 ? null : verdictOf(target, sum, years.length, through) };
}

function verdictOf(target: Target, sum: number, yearsOver: number, through: number): TargetVerdict | null {
  if (target.value === null) return null;
  const lower = exactOf(target.value);
  if (through >= target.toYear) {
    const against = compare(exact(sum), lower);
    if (against < 0 || (against === 0 && target.operator === '>')) return 'NOT_MET';
    if (target.upper !== null) return compare(exact(sum), exactOf(target.upper)) > 0 ? 'EXCEEDED' : 'MET';
    return against > 0 ? 'EXCEEDED' : 'MET';
  }
  const total = target.toYear - target.fromYear + 1;
  return compare(exact(sum * total), { num: lower.num * BigInt(yearsOver), den: lower.den }) < 0 ? 'AT_RISK' : null;
}
