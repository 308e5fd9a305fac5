import { addWorkingDays, type LegalDate, settingOf, type SettingsFile } from '@binhxet/domain';
import { stepTimes } from '../cycle/cycle-time.js';
import { type RuleBook } from '../ports/rules.port.js';

/** Instants kept with a case. */
export interface CaseTimes {
  readonly dueAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
}

const NONE: CaseTimes = { dueAt: null, remindAt: [], escalateAt: [] };

/** Whole days of a setting; null: not confirmed. */
export function daysOf(settings: SettingsFile, key: string): number | null {
  const value = settingOf(settings, key);
  return typeof value === 'number' && Number.isInteger(value) && value > 0 ? value : null;
}

/**
 * When a case is to be settled: so many working days after it was opened, with the reminders of every act of a body. No text gives a
 * number, so without the setting there is no deadline.
 * @param key `appeal.handlingWorkingDays` or `reevaluation.handlingWorkingDays`
 */
export function caseTimes(book: Pick<RuleBook, 'calendars' | 'settings'>, key: string, today: LegalDate): CaseTimes {
  const days = daysOf(book.settings, key);
  if (days === null) return NONE;
  const { dueAt, remindAt, escalateAt } = stepTimes(book.calendars, book.settings, addWorkingDays(book.calendars, today, days), today, false);
  return { dueAt, remindAt, escalateAt };
}
