import { type WorkingCalendar } from '../rule-pack/companion-rules.js';
import { AppError } from '../shared/app-error.js';
import { addDays, dayNumber, isoWeekday, yearOf, type LegalDate } from '../shared/legal-date.js';

/** Calendars of the years that a computation may touch, by year. */
export type CalendarTable = ReadonlyMap<number, WorkingCalendar>;

export function calendarTable(calendars: readonly WorkingCalendar[]): CalendarTable {
  return new Map(calendars.map((calendar) => [calendar.year, calendar]));
}

/** @throws AppError CALENDAR.YEAR_UNKNOWN (conflict): no table for the year; holidays are never guessed */
export function isWorkingDay(table: CalendarTable, date: LegalDate): boolean {
  const calendar = table.get(yearOf(date));
  if (!calendar) {
    throw new AppError('CALENDAR.YEAR_UNKNOWN', 'conflict', 'no working-day table for this year', {
      year: yearOf(date),
      known: [...table.keys()].sort(),
    });
  }
  if (calendar.workingDays.some((day) => day.date === date)) return true;
  return !calendar.weekend.includes(isoWeekday(date)) && !calendar.holidays.some((day) => day.date === date);
}

/**
 * The n-th working day after a date, or before it for a negative n; the date itself never counts. 0 gives the date itself.
 * @throws AppError CALENDAR.YEAR_UNKNOWN (conflict)
 */
export function addWorkingDays(table: CalendarTable, date: LegalDate, n: number): LegalDate {
  const step = n < 0 ? -1 : 1;
  let day = date;
  for (let left = Math.abs(n); left > 0;) {
    day = addDays(day, step);
    if (isWorkingDay(table, day)) left -= 1;
  }
  return day;
}

/** Working days after `from` up to and including `to`; 0 when `to` is not later. @throws AppError CALENDAR.YEAR_UNKNOWN (conflict) */
export function countWorkingDays(table: CalendarTable, from: LegalDate, to: LegalDate): number {
  let count = 0;
  for (let day = from; dayNumber(day) < dayNumber(to);) {
    day = addDays(day, 1);
    if (isWorkingDay(table, day)) count += 1;
  }
  return count;
}
