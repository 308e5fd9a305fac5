import { AppError, type FieldError, type LegalDate, parsePeriod, type RatingPeriod, type RuleFilePin, resolveQuota, type SettingsFile } from '@binhxet/domain';
import { type CyclePlan, type CycleRow, PLAN_KEYS } from '../ports/cycle.store.js';
import { type RuleBook, type RuleChoice, type Rules } from '../ports/rules.port.js';
import { listSetting, numberSetting } from './cycle-time.js';
import { contentHash } from './sha256.js';

/** Settings that every cycle needs, whatever the pack. */
export const NEEDED_SETTINGS = ['deadline.closeAfterWorkingDays', 'deadline.remindBeforeWorkingDays', 'deadline.escalateAfterWorkingDays'];

/**
 * Rules, settings and quotas a review is opened with, checked together.
 * @throws AppError PACK.*, CALENDAR.YEAR_UNKNOWN, READINESS.SETTING_MISSING
 */
export function chooseRules(rules: Rules, cycleId: string, { year, quarter }: RatingPeriod, on: LegalDate, choice: RuleChoice, settings: SettingsFile): { readonly pins: readonly RuleFilePin[]; readonly book: RuleBook } {
  const pins = rules.choose(year, on, choice, quarter);
  const book = rules.forCycle({ id: cycleId, pins, settings: settings as unknown as CycleRow['settings'], settingsHash: contentHash(settings) });
  assertSettings(settings);
  for (const quota of book.rating.quotas ?? []) resolveQuota(quota, settings);
  return { pins, book };
}

/** @throws AppError CYCLE.PLAN_INVALID (invalid) with every date that cannot be */
export function assertPlan(plan: CyclePlan, on: LegalDate): void {
  const errors = Object.entries(plan).flatMap(([key, date]): FieldError[] => {
    if (!(PLAN_KEYS as readonly string[]).includes(key)) return [{ pointer: `/plan/${key}`, code: 'PLAN.KEY_UNKNOWN', facts: { accepted: [...PLAN_KEYS] } }];
    return date && date < on ? [{ pointer: `/plan/${key}`, code: 'PLAN.DATE_PAST', facts: { date, earliest: on } }] : [];
  });
  if (errors.length > 0) throw new AppError('CYCLE.PLAN_INVALID', 'invalid', 'The plan has dates that cannot be', {}, errors);
}

/** @throws AppError READINESS.SETTING_MISSING (conflict) */
export function assertSettings(settings: SettingsFile): void {
  const missing = NEEDED_SETTINGS.filter((key) => settings.values[key]?.value === undefined || settings.values[key]?.value === null);
  if (missing.length > 0) throw new AppError('READINESS.SETTING_MISSING', 'conflict', 'The settings file leaves choices open', { settings: missing });
  numberSetting(settings, 'deadline.closeAfterWorkingDays');
  listSetting(settings, 'deadline.remindBeforeWorkingDays');
  listSetting(settings, 'deadline.escalateAfterWorkingDays');
}

/** @throws AppError CYCLE.PLAN_INVALID (invalid) for a text that names no year and no quarter */
export function periodOf(text: string): RatingPeriod {
  const period = parsePeriod(text);
  if (!period) throw new AppError('CYCLE.PLAN_INVALID', 'invalid', 'No rating period', { period: text, accepted: ['2026', '2026-Q2'] });
  return period;
}
