import { type CycleRow } from '../ports/cycle.store.js';
import { type RuleBook } from '../ports/rules.port.js';

/** Dates of the plan that make a cycle open early, with its rating pack still open. */
export const EARLY_PLAN_KEYS = ['registration', 'midYear'] as const;

/** Was the cycle opened early, so that rules are pinned and people frozen only when its review opens? */
export function opensEarly(plan: CycleRow['plan']): boolean {
  return EARLY_PLAN_KEYS.some((key) => plan[key] != null);
}

/** Early phases of a cycle, in their order. */
export const EARLY_STATES = ['OPENING', 'REGISTRATION', 'MID_YEAR', 'AWAITING_REVIEW'] as const;

/** Id of the rating pack; null while it is open. */
export function packIdOf(cycle: Pick<CycleRow, 'plan' | 'pins'>, book: RuleBook): string | null {
  return book.ratingIsPinned ? book.rating.id : null;
}
