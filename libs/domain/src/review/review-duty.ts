import { lowerOf, type Level, type SubjectKind } from '../level/level.js';
import { type ExemptionRule, type ReviewDuty } from '../rule-pack/rating-pack.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type PeriodSpan, spanOf } from '../cycle/rating-period.js';
import { type Facts } from '../shared/app-error.js';
import { addMonths, dayNumber, type LegalDate } from '../shared/legal-date.js';

/** Absence of one kind; both days included. */
export interface AbsenceInterval {
  readonly kind: string;
  readonly from: LegalDate;
  /** null: goes on. */
  readonly to: LegalDate | null;
}

/** What is known of a subject when its duty is fixed. Unknown dates are null, and a rule that needs one does not apply. */
export interface DutyFacts {
  readonly subject: SubjectKind;
  readonly flags: Readonly<Record<string, boolean | undefined>>;
  readonly admittedOn?: LegalDate | null;
  readonly establishedOn?: LegalDate | null;
  readonly appointedOn?: LegalDate | null;
  readonly absences?: readonly AbsenceInterval[];
}

export interface DutyReason {
  readonly rule: string;
  readonly source: string;
  readonly mark: Mark;
  readonly carriedFrom?: string;
  readonly inputs: Facts;
}

export interface ReviewDutyResult {
  readonly duty: ReviewDuty;
  /** Best level that absences leave possible; null = no cap. */
  readonly cap: Level | null;
  readonly because: readonly DutyReason[];
  /** Rules that would apply but whose effect the pack does not know. */
  readonly notEvaluated: readonly string[];
}

/** EXEMPT (not reviewed) outranks NOT_RATED (reviewed, no level), which outranks NOT_YET_RATED and the normal duty. */
const STRENGTH: Readonly<Record<ReviewDuty, number>> = { NORMAL: 0, NOT_YET_RATED: 1, NOT_RATED: 2, EXEMPT: 3 };

/**
 * Whether a subject is reviewed and rated, with the clauses that say so.
 * @param asOf day on which months of membership are measured; @param period rating year, or span of days, in which absences count
 * Source: process.md section 4; the rules are pack data
 */
export function reviewDuty(
  facts: DutyFacts,
  rules: readonly ExemptionRule[],
  asOf: LegalDate,
  period: number | PeriodSpan,
): ReviewDutyResult {
  let duty: ReviewDuty = 'NORMAL';
  let cap: Level | null = null;
  const because: DutyReason[] = [];
  const notEvaluated: string[] = [];
  for (const rule of rules) {
    const inputs = rule.subjects.includes(facts.subject) ? inputsIfMet(facts, rule, asOf, period) : null;
    if (!inputs) continue;
    const { value, source, mark, carriedFrom } = rule.effect;
    if (value === null) {
      notEvaluated.push(rule.id);
      continue;
    }
    because.push({ rule: rule.id, source, mark, ...(carriedFrom && { carriedFrom }), inputs });
    if (value.kind === 'LEVEL_CAP') cap = cap === null ? value.level : lowerOf(cap, value.level);
    else if (STRENGTH[value.duty] > STRENGTH[duty]) duty = value.duty;
  }
  return { duty, cap, because, notEvaluated };
}

function inputsIfMet(
  facts: DutyFacts,
  { condition }: ExemptionRule,
  asOf: LegalDate,
  period: number | PeriodSpan,
): Facts | null {
  switch (condition.kind) {
    case 'FLAG':
      return facts.flags[condition.flag] ? { [condition.flag]: true } : null;
    case 'YOUNGER_THAN_MONTHS': {
      const since = facts[condition.since];
      if (!since || dayNumber(addMonths(since, condition.months)) <= dayNumber(asOf)) return null;
      return { [condition.since]: since, asOf, months: condition.months };
    }
    case 'ABSENT_AT_LEAST_DAYS': {
      const days = absentDays(facts.absences ?? [], condition.absence, period, asOf);
      return days >= condition.days ? { absence: condition.absence, days, atLeast: condition.days } : null;
    }
  }
}

/** Days of one kind of absence in a year or span, overlapping intervals counted once, open ones up to `asOf`. */
export function absentDays(
  absences: readonly AbsenceInterval[],
  kind: string,
  period: number | PeriodSpan,
  asOf: LegalDate,
): number {
  const { from, to } = typeof period === 'number' ? spanOf({ year: period, quarter: null }) : period;
  const [first, last] = [dayNumber(from), dayNumber(to)];
  const spans = absences
    .filter((absence) => absence.kind === kind)
    .map((away) => [Math.max(first, dayNumber(away.from)), Math.min(last, dayNumber(away.to ?? asOf))] as const)
    .sort(([a], [b]) => a - b);
  let [days, covered] = [0, first - 1];
  for (const [start, end] of spans) {
    days += Math.max(0, end - Math.max(start, covered + 1) + 1);
    covered = Math.max(covered, end);
  }
  return days;
}
