import { neededFor } from './arithmetic.js';
import { type Target, type TargetVerdict } from './target.js';

/** What is known in the middle of the period about the subjects a target counts. */
export interface OutlookInput {
  /** Size of the denominator; null for a count of work. */
  readonly base: number | null;
  /** Subjects that can no longer reach it. */
  readonly failedSoFar: number;
  /** Subjects that still may, but have not done what was asked of them. */
  readonly inDoubt: number;
  /** Work done so far; only for a count. */
  readonly done: number | null;
  /** Part of the period that is over, in months. */
  readonly monthsOver: number;
  readonly monthsTotal: number;
  /** Verdict of the year before; null: not known or not comparable. */
  readonly lastYear: TargetVerdict | null;
}

export const RISK_REASONS = ['CANNOT_BE_REACHED', 'NOT_SECURED', 'BEHIND_PACE', 'MISSED_LAST_YEAR'] as const;
export type RiskReason = (typeof RISK_REASONS)[number];

/** The arithmetic behind AT_RISK, to be shown: "67 orgs, 95 % → at least 64 needed, at most 3 may fail". */
export interface Outlook {
  readonly base: number | null;
  readonly needed: number;
  readonly mayFail: number | null;
  readonly failedSoFar: number;
  readonly inDoubt: number;
  /** base − failed so far, or for a count what is done. */
  readonly possible: number | null;
  readonly missedLastYear: boolean | null;
  readonly reasons: readonly RiskReason[];
  /** NOT_MET where it cannot be reached any more, AT_RISK with any other reason, null on course. */
  readonly verdict: Extract<TargetVerdict, 'AT_RISK' | 'NOT_MET'> | null;
}

/** @returns null for a target that limits from above: it is met until it is broken */
export function outlookOf(target: Target, input: OutlookInput): Outlook | null {
  const needed = neededFor(target, input.base);
  if (needed === null) return null;
  const possible = input.base === null ? input.done : input.base - input.failedSoFar;
  const reasons: RiskReason[] = [];
  if (input.base !== null) {
    if (input.base - input.failedSoFar < needed) reasons.push('CANNOT_BE_REACHED');
    else if (input.base - input.failedSoFar - input.inDoubt < needed) reasons.push('NOT_SECURED');
  } else if (input.done !== null && input.done * input.monthsTotal < needed * input.monthsOver) reasons.push('BEHIND_PACE');
  const missedLastYear = input.lastYear === null || input.lastYear === 'NOT_COMPARABLE' ? null : input.lastYear === 'NOT_MET';
  if (missedLastYear) reasons.push('MISSED_LAST_YEAR');
  return {
    base: input.base,
    needed,
    mayFail: input.base === null ? null : Math.max(0, input.base - needed),
    failedSoFar: input.failedSoFar,
    inDoubt: input.inDoubt,
    possible,
    missedLastYear,
    reasons,
    verdict: reasons.includes('CANNOT_BE_REACHED') ? 'NOT_MET' : reasons.length > 0 ? 'AT_RISK' : null,
  };
}
