import { awardAmount, type AwardRule, type LegalDate, type OrgRole, ROUNDINGS, type Rounding, settingOf } from '@binhxet/domain';
import { type CaseMoney } from '../ports/commendation.store.js';
import { type RuleBook } from '../ports/rules.port.js';

/** What an award is worth on a day; blank where the multiple or the base salary is not confirmed. Rounding is a setting. */
export function caseMoney(book: RuleBook, award: AwardRule, role: OrgRole, on: LegalDate): CaseMoney {
  const unit = settingOf(book.settings, 'money.roundTo');
  const mode = settingOf(book.settings, 'money.rounding');
  const rounding = typeof unit === 'number' && ROUNDINGS.includes(mode as Rounding) ? { unit, mode: mode as Rounding } : undefined;
  const { amount, multiple, baseSalary } = awardAmount(book.money, { subject: award.subject, form: award.form, years: award.years.value ?? 1 }, role, on, rounding);
  return { multiple: multiple ? { num: multiple.num, den: multiple.den } : null, baseSalary, amount, source: book.money.id };
}
