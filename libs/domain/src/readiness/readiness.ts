import { type SettingsFile } from '../rule-pack/companion-rules.js';
import { type RatingPack } from '../rule-pack/rating-pack.js';
import { isAppError } from '../shared/app-error.js';
import { resolveQuota, settingOf } from '../quota/resolve-quota.js';

/** BLOCKING: the opening or an act of the year would be refused. WARNING: subjects will lack something. NOTE: known not to be known. */
export const READINESS_SEVERITIES = ['BLOCKING', 'WARNING', 'NOTE'] as const;
export type ReadinessSeverity = (typeof READINESS_SEVERITIES)[number];

/** Everything a check may find, worst first. Words and remedies are in `@binhxet/messages`. */
export const READINESS_FINDINGS = {
  PACK_MISSING: 'BLOCKING',
  CALENDAR_MISSING: 'BLOCKING',
  SETTING_MISSING: 'BLOCKING',
  STANDING_COMMITTEE_TOO_SMALL: 'BLOCKING',
  COMMITTEE_MISSING: 'BLOCKING',
  COMMITTEE_TOO_SMALL: 'BLOCKING',
  CELL_WITHOUT_SECRETARY: 'BLOCKING',
  CELL_TOO_SMALL: 'BLOCKING',
  MEMBER_WITHOUT_CELL: 'WARNING',
  ADVISORY_BODY_MISSING: 'WARNING',
  CIVIL_RATING_MISSING: 'WARNING',
  PREVIOUS_RESULT_MISSING: 'WARNING',
  BIRTH_DATE_MISSING: 'WARNING',
  QUOTA_UNKNOWN: 'NOTE',
  GATE_UNKNOWN: 'NOTE',
  VALUE_UNKNOWN: 'NOTE',
} as const satisfies Record<string, ReadinessSeverity>;
export type ReadinessCode = keyof typeof READINESS_FINDINGS;

export interface ReadinessFinding {
  readonly code: ReadinessCode;
  readonly severity: ReadinessSeverity;
  /** How many objects; `where` names at most a hundred of them. */
  readonly count: number;
  readonly where: readonly string[];
  readonly facts: Readonly<Record<string, string | number | readonly string[]>>;
}

/** A sitting needs a chair and two tellers, who are other people. Source: ballots-and-documents.md section 3 */
export const SMALLEST_SITTING = 3;

export function finding(code: ReadinessCode, where: readonly string[], facts: ReadinessFinding['facts'] = {}, count = where.length): ReadinessFinding {
  return { code, severity: READINESS_FINDINGS[code], count, where: where.slice(0, 100), facts };
}

/** What the rules themselves leave open: choices that refuse the opening, quotas and gates that nobody will check. */
export function rulesReadiness(pack: RatingPack, settings: SettingsFile, needed: readonly string[]): ReadinessFinding[] {
  const missing = new Set(needed.filter((key) => settingOf(settings, key) === null));
  const unknownQuotas: string[] = [];
  for (const quota of pack.quotas ?? []) {
    try {
      if (resolveQuota(quota, settings) === null) unknownQuotas.push(quota.id);
    } catch (error) {
      if (!isAppError(error) || error.code !== 'READINESS.SETTING_MISSING') throw error;
      for (const key of error.facts['settings'] as readonly string[]) missing.add(key);
    }
  }
  const values = Object.entries(pack.values ?? {}).filter(([, value]) => value.value === null && (value.setting === undefined || settingOf(settings, value.setting) === null));
  const gates = (pack.gates ?? []).filter((gate) => gate.expression.value === null);
  return [
    ...(missing.size > 0 ? [finding('SETTING_MISSING', [...missing].sort(), { settings: settings.id })] : []),
    ...(unknownQuotas.length > 0 ? [finding('QUOTA_UNKNOWN', unknownQuotas, { pack: pack.id })] : []),
    ...(gates.length > 0 ? [finding('GATE_UNKNOWN', gates.map((gate) => gate.id), { pack: pack.id })] : []),
    ...(values.length > 0 ? [finding('VALUE_UNKNOWN', values.map(([name]) => name), { pack: pack.id })] : []),
  ];
}

/** Worst first, in the order of the table. */
export function inOrder(findings: readonly ReadinessFinding[]): ReadinessFinding[] {
  const order = Object.keys(READINESS_FINDINGS);
  return [...findings].sort((one, other) => order.indexOf(one.code) - order.indexOf(other.code));
}
