import { compare, type Exact, exact, exactOf, minus, scaledHalfUp, type ScaledNumber } from './arithmetic.js';
import { type Target, type TargetReading, type TargetSet, type TargetVerdict } from './target.js';

/** What a set counts. `count` null: nobody knows. `comparable` false: the label has no equal in the ladder of the results. */
export interface Measured {
  readonly count: number | null;
  readonly comparable: boolean;
}
export type Measure = (set: TargetSet) => Measured;

export interface TargetDifference extends ScaledNumber {
  /** Percentage points over (or under) the value, or percent of the value (a count of 1,940 over 1,600: 21.25). */
  readonly unit: 'POINTS' | 'PERCENT_OF_TARGET';
}

export interface ReadingOutcome {
  readonly reading: string;
  readonly k: number | null;
  readonly n: number | null;
  /** Share as printed; null for a count or over an empty base. */
  readonly percent: ScaledNumber | null;
  /** null: not all that is needed is known. */
  readonly verdict: TargetVerdict | null;
  readonly difference: TargetDifference | null;
}

export interface TargetOutcome extends ReadingOutcome {
  /** Every reading, the chosen one first. */
  readonly readings: readonly ReadingOutcome[];
  /** Do the readings lead to different verdicts? Then all of them are shown. */
  readonly ambiguous: boolean;
}

/**
 * Verdict of one target over what was measured, by every reading; the first reading's outcome is the target's.
 * Comparisons are exact, never over rounded figures. Source: scenarios.md section 0, process.md §5
 */
export function evaluateTarget(target: Target, measure: Measure): TargetOutcome {
  const readings = target.readings.map((reading) => evaluateReading(target, reading, measure));
  const chosen = readings[0]!;
  return { ...chosen, readings, ambiguous: readings.some((one) => one.verdict !== chosen.verdict) };
}

function evaluateReading(target: Target, reading: TargetReading, measure: Measure): ReadingOutcome {
  const top = measure(reading.numerator);
  const bottom = reading.denominator === null ? null : measure(reading.denominator);
  const [k, n] = [top.count, bottom?.count ?? null];
  const none = { reading: reading.id, k, n, percent: null, difference: null };
  if (!top.comparable || bottom?.comparable === false) return { ...none, k: top.comparable ? k : null, verdict: 'NOT_COMPARABLE' };
  if (k === null || (bottom !== null && n === null)) return { ...none, verdict: null };
  if (target.unit === 'PERCENT' && (n === null || n === 0)) return { ...none, verdict: null };
  const measured = target.unit === 'PERCENT' ? exact(100 * k, n ?? 1) : exact(k);
  const percent = n === null || n === 0 ? null : scaledHalfUp(exact(100 * k, n), target.decimals);
  return { ...none, percent, verdict: verdictOf(target, measured), difference: differenceOf(target, measured) };
}

function verdictOf(target: Target, measured: Exact): TargetVerdict {
  if (target.operator === 'none' || target.value === null) return measured.num === 0n ? 'MET' : 'NOT_MET';
  const against = compare(measured, exactOf(target.value));
  switch (target.operator) {
    case '>': // more is asked for, so what reaches it exceeds the number written
      return against > 0 ? 'EXCEEDED' : 'NOT_MET';
    case '>=':
    case '=':
      return against > 0 ? 'EXCEEDED' : against === 0 ? 'MET' : 'NOT_MET';
    case '<=':
      return against <= 0 ? 'MET' : 'NOT_MET';
    case 'between':
      if (against < 0) return 'NOT_MET';
      return target.upper !== null && compare(measured, exactOf(target.upper)) > 0 ? 'EXCEEDED' : 'MET';
  }
}

/** Against the nearest bound: inside a range there is none. */
function differenceOf(target: Target, measured: Exact): TargetDifference | null {
  if (target.value === null) return null;
  const lower = exactOf(target.value);
  const upper = target.upper === null ? lower : exactOf(target.upper);
  if (target.operator === 'between' && compare(measured, lower) >= 0 && compare(measured, upper) <= 0) return null;
  const bound = target.operator === 'between' && compare(measured, upper) > 0 ? upper : lower;
  const off = minus(measured, bound);
  if (target.unit === 'PERCENT') return { unit: 'POINTS', ...scaledHalfUp(off, target.decimals) };
  if (bound.num === 0n) return null;
  return { unit: 'PERCENT_OF_TARGET', ...scaledHalfUp({ num: 100n * off.num * bound.den, den: off.den * bound.num }, target.decimals) };
}
