import { QUOTA_BASES, QUOTA_ENFORCEMENTS, QUOTA_GROUPINGS, type QuotaRule } from '../rule-pack/rating-pack.js';
import { type SettingsFile, type SettingValue } from '../rule-pack/companion-rules.js';
import { AppError } from '../shared/app-error.js';
import { ROUNDINGS } from '../shared/rational.js';
import { type ResolvedQuota } from './check-quota.js';

/**
 * A pack's quota with the superior's choices filled in. A setting for the subject (`quota.MEMBER.base`) wins over the general one
 * (`quota.base`), which wins over the pack.
 * @param special whether the special rate was granted to the group, its grounds being recorded elsewhere
 * @returns null when the pack knows no rate: such a quota is not enforced
 * @throws AppError READINESS.SETTING_MISSING (conflict) naming the settings that an administrator must choose
 * Source: regulations.md sections 13 and 14; settled question 4 (a rate without base or rounding refuses the opening)
 */
export function resolveQuota(rule: QuotaRule, settings: SettingsFile | null, special = false): ResolvedQuota | null {
  const known = rule.specialRate.value;
  const used = special && known !== null ? rule.specialRate : rule.rate;
  const rate = used.value;
  if (rate === null) return null;
  const missing: string[] = [];
  const choose = <T extends SettingValue>(name: string, packValue: T | null, accepted: readonly SettingValue[]): T => {
    const chosen =
      settingOf(settings, `quota.${rule.subject}.${name}`) ?? settingOf(settings, `quota.${name}`) ?? packValue;
    if (chosen !== null && accepted.includes(chosen)) return chosen as T;
    missing.push(`quota.${rule.subject}.${name}`);
    return accepted[0] as T;
  };
  const resolved: ResolvedQuota = {
    id: rule.id,
    rate,
    specialRate: known,
    special: used === rule.specialRate,
    base: choose('base', rule.base.value, QUOTA_BASES),
    rounding: choose('rounding', rule.rounding.value, ROUNDINGS),
    groupBy: choose('groupBy', rule.groupBy.value, QUOTA_GROUPINGS),
    excludeHeads: choose('excludeHeads', rule.excludeHeads.value, [false, true]),
    enforcement: choose('enforcement', rule.enforcement.value, QUOTA_ENFORCEMENTS),
    source: used.source,
    mark: used.mark,
  };
  if (missing.length > 0) {
    throw new AppError('READINESS.SETTING_MISSING', 'conflict', `the quota ${rule.id} needs a choice`, {
      quota: rule.id,
      settings: missing,
    });
  }
  return resolved;
}

/** @returns the chosen value, or null when the file has none or leaves it open */
export function settingOf(settings: SettingsFile | null, key: string): SettingValue | null {
  return settings?.values[key]?.value ?? null;
}
