import { addWorkingDays, type CalendarTable } from '../cycle/working-days.js';
import { type LegalDate } from '../shared/legal-date.js';

export interface AppealWindow {
  /** Working days; null: not confirmed. */
  readonly days: number | null;
  /** Last day on which a case may still be admitted; null: no limit. */
  readonly lastOn: LegalDate | null;
}

/**
 * Days within which a result may be appealed against, counted from the day after it was notified.
 * @param days setting `appeal.windowWorkingDays`; null: not confirmed, nobody is refused for being late
 * @throws AppError CALENDAR.YEAR_UNKNOWN (conflict)
 */
export function appealWindow(calendars: CalendarTable, notifiedOn: LegalDate, days: number | null): AppealWindow {
  return { days, lastOn: days === null ? null : addWorkingDays(calendars, notifiedOn, days) };
}

/** @param on day the case was filed */
export function isWithinWindow(window: Pick<AppealWindow, 'lastOn'>, on: LegalDate): boolean {
  return window.lastOn === null || on <= window.lastOn;
}
