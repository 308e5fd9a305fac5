import { type OpinionRule } from '../rule-pack/rating-pack.js';
import { addDays, addMonths, dayNumber, type LegalDate } from '../shared/legal-date.js';

/** A stay in one cell; both days included. */
export interface Stay {
  readonly organisationId: string;
  readonly from: LegalDate;
  /** null: goes on. */
  readonly to: LegalDate | null;
}

/** Where a member belongs, has belonged and is active for a time. */
export interface OpinionFacts {
  readonly cellId: string;
  /** Stays in force on the day in cells where the member is active for a time. */
  readonly temporary: readonly Stay[];
  /** Earlier stays in other cells. */
  readonly former: readonly Stay[];
}

/** A cell whose opinion is needed, with the rule that says so. */
export interface OpinionDue {
  readonly organisationId: string;
  readonly rule: string;
}

/**
 * Cells that are asked for their opinion on a member, each once, the own cell never. A rule that is not confirmed asks nobody.
 * @param asOf day on which the cycle is frozen @param year a transfer counts when the stay ended in it
 * Source: process.md section 4; the rules are pack data
 */
export function opinionsDue(facts: OpinionFacts, rules: readonly OpinionRule[], asOf: LegalDate, year: number): OpinionDue[] {
  const due = new Map<string, OpinionDue>();
  for (const rule of rules) {
    if (rule.asked.value !== true) continue;
    const stays = rule.when.kind === 'TEMPORARILY_ELSEWHERE' ? facts.temporary : formerStays(facts.former, rule.when.atLeastMonths, asOf, year);
    for (const { organisationId } of stays) {
      if (organisationId !== facts.cellId && !due.has(organisationId)) due.set(organisationId, { organisationId, rule: rule.id });
    }
  }
  return [...due.values()];
}

/** Stays that ended by a transfer in the year and had lasted so long by then. */
function formerStays(stays: readonly Stay[], months: number, asOf: LegalDate, year: number): Stay[] {
  return stays.filter(({ from, to }) => {
    if (to === null || dayNumber(to) >= dayNumber(asOf) || dayNumber(to) < dayNumber(`${year}-01-01`)) return false;
    return dayNumber(addMonths(from, months)) <= dayNumber(addDays(to, 1));
  });
}
