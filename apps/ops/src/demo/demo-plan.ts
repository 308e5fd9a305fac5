import { type CyclePlan } from '@binhxet/application';
import { addWorkingDays, type CalendarTable, type LegalDate } from '@binhxet/domain';

/** Working days from the first start to the last day of each kind of step: a year's end, pulled together so that it fits a visit. */
const AFTER: Readonly<Record<Exclude<keyof CyclePlan & string, 'registration' | 'midYear'>, number>> = {
  selfReview: 6,
  cellMeeting: 11,
  cellSubmission: 12,
  unitSitting: 15,
  unitDossier: 17,
  verification: 19,
  classification: 22,
  heads: 25,
  commendation: 29,
};

/**
 * Last days of the demo's steps.
 * @param from legal date of the first start, working day or not
 * @throws AppError CALENDAR.YEAR_UNKNOWN (conflict) when a year has no table of working days
 */
export function demoPlan(calendars: CalendarTable, from: LegalDate): CyclePlan {
  return Object.fromEntries(Object.entries(AFTER).map(([step, days]) => [step, addWorkingDays(calendars, from, days)]));
}
