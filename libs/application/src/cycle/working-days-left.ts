import { type CalendarTable, countWorkingDays, isAppError, type LegalDate, legalDateOf } from '@binhxet/domain';

/**
 * Working days from today to the last day of a deadline: 0 due today, negative overdue.
 * @param dueAt instant a deadline ends at, RFC 3339: the midnight that follows its last day
 * @returns null without a deadline, or when a year on the way has no working-day table
 */
export function workingDaysLeft(calendars: CalendarTable, dueAt: string | null, today: LegalDate): number | null {
  if (dueAt === null) return null;
  const last = legalDateOf(Date.parse(dueAt) - 1);
  try {
    // `-0` would not equal 0 in JSON comparisons.
    return last >= today ? countWorkingDays(calendars, today, last) : -countWorkingDays(calendars, last, today) || 0;
  } catch (error) {
    if (isAppError(error) && error.code === 'CALENDAR.YEAR_UNKNOWN') return null;
    throw error;
  }
}
