import { type AwardRule, type MoneyRules } from '../rule-pack/companion-rules.js';
import { type OrgRole } from '../organisation/roles.js';
import { type Rational, type Rounding, roundQuotient } from '../shared/rational.js';
import { type LegalDate } from '../shared/legal-date.js';

export interface AwardAmount {
  /** Whole đồng as text; null = not confirmed, left blank. */
  readonly amount: string | null;
  readonly multiple: Rational | null;
  readonly baseSalary: string | null;
  readonly missing: readonly ('MULTIPLE' | 'BASE_SALARY')[];
}

/**
 * Money of an award: multiple × base salary on the day of the decision.
 * @param rounding to whole units of so many đồng; absent = whole đồng, half up
 * Source: regulations.md section 11 (HD 56-HD/VPTW through the rule file)
 */
export function awardAmount(
  rules: MoneyRules,
  award: Pick<AwardRule, 'subject' | 'form'> & { readonly years: number },
  role: OrgRole,
  decidedOn: LegalDate,
  rounding: { readonly unit: number; readonly mode: Rounding } = { unit: 1, mode: 'HALF_UP' },
): AwardAmount {
  const entry = rules.multiples.find(
    (candidate) =>
      candidate.subject === award.subject &&
      candidate.form === award.form &&
      candidate.years === award.years &&
      (candidate.subjectRoles.length === 0 || candidate.subjectRoles.includes(role)),
  );
  const multiple = entry?.multiple.value ?? null;
  const inForce = rules.baseSalary
    .filter(({ from }) => from <= decidedOn)
    .sort((a, b) => (a.from < b.from ? 1 : -1))[0];
  const baseSalary = inForce?.amount ?? null;
  const missing = [
    ...(multiple === null ? (['MULTIPLE'] as const) : []),
    ...(baseSalary === null ? (['BASE_SALARY'] as const) : []),
  ];
  if (multiple === null || baseSalary === null) return { amount: null, multiple, baseSalary, missing };
  const unit = BigInt(rounding.unit);
  const units = roundQuotient(BigInt(multiple.num) * BigInt(baseSalary), BigInt(multiple.den) * unit, rounding.mode);
  return { amount: String(units * unit), multiple, baseSalary, missing };
}
