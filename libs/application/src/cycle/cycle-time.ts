import { addDays, addWorkingDays, type CalendarTable, type LegalDate, legalDateOf, planDeadlines, type SettingsFile, settingOf } from '@binhxet/domain';
import { type CycleRow } from '../ports/cycle.store.js';
import { type NewStep } from '../ports/step.store.js';

/** Legal dates are days in Asia/Ho_Chi_Minh, UTC+7 without daylight saving. */
const OFFSET_MS = 7 * 3_600_000;

/** @returns the last instant of a legal date, exclusive: midnight that follows it */
export function endOfDay(date: LegalDate): Date {
  return new Date(Date.parse(`${addDays(date, 1)}T00:00:00Z`) - OFFSET_MS);
}

/** @returns the first instant of a legal date */
export function startOfDay(date: LegalDate): Date {
  return new Date(Date.parse(`${date}T00:00:00Z`) - OFFSET_MS);
}

/** Today in the cycle: its own date when driven, else the real one. */
export function cycleDate(cycle: Pick<CycleRow, 'clock' | 'clockOn'>, now: Date): LegalDate {
  return cycle.clock === 'DRIVEN' && cycle.clockOn ? cycle.clockOn : legalDateOf(now.getTime());
}

export type StepTimes = Pick<NewStep, 'dueAt' | 'closeAt' | 'remindAt' | 'escalateAt'>;

/**
 * Instants of a step from its last day. Offsets are settings (`deadline.closeAfterWorkingDays` and its like), on working days.
 * Reminders already past when the step opens are left out: one is not reminded of what has just begun.
 * @param contribution only contributions close by time
 */
export function stepTimes(calendars: CalendarTable, settings: SettingsFile, dueOn: LegalDate | null, today: LegalDate, contribution: boolean): StepTimes {
  if (!dueOn) return { dueAt: null, closeAt: null, remindAt: [], escalateAt: [] };
  const plan = planDeadlines(calendars, dueOn, {
    closeAfter: numberSetting(settings, 'deadline.closeAfterWorkingDays'),
    remindBefore: listSetting(settings, 'deadline.remindBeforeWorkingDays'),
    escalateAfter: listSetting(settings, 'deadline.escalateAfterWorkingDays'),
  });
  return {
    dueAt: endOfDay(plan.dueAt),
    closeAt: contribution ? endOfDay(plan.closeAt) : null,
    remindAt: plan.reminders.filter((day) => day >= today).map(endOfDay),
    escalateAt: contribution ? [] : plan.escalations.map(endOfDay),
  };
}

/** The working day `n` after `from`, for steps that follow one another without a planned date of their own. */
export const workingDayAfter = (calendars: CalendarTable, from: LegalDate, n: number): LegalDate => addWorkingDays(calendars, from, n);

export function numberSetting(settings: SettingsFile, key: string): number {
  const value = settingOf(settings, key);
  if (typeof value !== 'number') throw new TypeError(`setting ${key} is not a number`);
  return value;
}

export function listSetting(settings: SettingsFile, key: string): readonly number[] {
  const value = settingOf(settings, key);
  if (!Array.isArray(value)) throw new TypeError(`setting ${key} is not a list of numbers`);
  return value as readonly number[];
}
