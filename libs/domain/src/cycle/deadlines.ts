import { type DeadlineRule } from '../rule-pack/rating-pack.js';
import { addDays, type LegalDate } from '../shared/legal-date.js';
import { addWorkingDays, type CalendarTable } from './working-days.js';

/** Working-day offsets of a step; they are settings, never constants. */
export interface DeadlineOffsets {
  /** Contributions: the step closes this many working days after it is due. */
  readonly closeAfter: number;
  /** Reminders before the due date, e.g. 5 and 2. */
  readonly remindBefore: readonly number[];
  /** Escalations after the due date, e.g. 1 and 3. */
  readonly escalateAfter: readonly number[];
}

export interface DeadlinePlan {
  readonly dueAt: LegalDate;
  /** Last day on which a contribution is accepted, marked late after `dueAt`. Acts of a body ignore it: they never end by time. */
  readonly closeAt: LegalDate;
  /** In the order of time. */
  readonly reminders: readonly LegalDate[];
  readonly escalations: readonly LegalDate[];
}

/**
 * Every date that follows from a due date, on working days.
 * @throws AppError CALENDAR.YEAR_UNKNOWN (conflict) when an offset reaches a year without a table
 */
export function planDeadlines(table: CalendarTable, dueAt: LegalDate, offsets: DeadlineOffsets): DeadlinePlan {
  return {
    dueAt,
    closeAt: addWorkingDays(table, dueAt, offsets.closeAfter),
    reminders: offsets.remindBefore.map((days) => addWorkingDays(table, dueAt, -days)).sort(),
    escalations: offsets.escalateAfter.map((days) => addWorkingDays(table, dueAt, days)).sort(),
  };
}

/**
 * Last day allowed by a pack's deadline in a rating year: "trước 31/12" makes it 30/12.
 * @param quarter 1 … 4 for a quarter's deadline
 * @returns null when the pack does not know the date, or counts from a quarter that is not given
 */
export function lastDayOf(rule: DeadlineRule, ratingYear: number, quarter: number | null = null): LegalDate | null {
  const before = rule.before.value;
  if (before === null) return null;
  if ('monthOfQuarter' in before) {
    if (quarter === null) return null;
    return addDays(`${ratingYear}-${pad((quarter - 1) * 3 + before.monthOfQuarter)}-${pad(before.day)}`, -1);
  }
  return addDays(`${ratingYear + before.yearOffset}-${pad(before.month)}-${pad(before.day)}`, -1);
}

function pad(number: number): string {
  return String(number).padStart(2, '0');
}
