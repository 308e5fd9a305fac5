import { AppError, type FieldError } from '@binhxet/domain';
import { type DecisionRow } from '../ports/decision.store.js';
import { type QuotaGroup } from './quota-groups.js';

/** Why a group may use the special rate of its quota; the words stay with the decision that claimed it. */
export interface SpecialGrounds {
  readonly grounds: string;
  readonly document: string;
}
/** By `specialKey`. */
export type SpecialGrants = ReadonlyMap<string, SpecialGrounds>;
export interface SpecialClaim extends SpecialGrounds {
  /** Id of the quota in the pack. */
  readonly quota: string;
  /** `whole`, `org:…` or `group:…`; null: the subjects whose group is not recorded. */
  readonly group: string | null;
}

export const specialKey = (quotaId: string, group: string | null): string => `${quotaId} ${group ?? ''}`;

/** Special rates that issued decisions of the body have claimed: they hold for its later decisions as well. */
export function grantsOf(decisions: readonly Pick<DecisionRow, 'quota'>[]): SpecialGrants {
  const grants = new Map<string, SpecialGrounds>();
  for (const record of decisions.flatMap((decision) => decision.quota)) {
    const { quota, group, special } = record as { readonly quota?: string; readonly group?: string | null; readonly special?: SpecialGrounds | null };
    if (quota !== undefined && special) grants.set(specialKey(quota, group ?? null), special);
  }
  return grants;
}

/** What stands already, with what this decision claims. */
export function withClaims(standing: SpecialGrants, claims: readonly SpecialClaim[]): SpecialGrants {
  return new Map([...standing, ...claims.map(({ quota, group, grounds, document }): [string, SpecialGrounds] => [specialKey(quota, group), { grounds, document }])]);
}

/**
 * @param groups as the body decides them, special rates in use where they were claimed
 * @throws AppError QUOTA.SPECIAL_RATE_REFUSED (invalid): the pack knows no special rate for the quota, or the body has no such group
 */
export function assertClaims(groups: readonly QuotaGroup[], claims: readonly SpecialClaim[]): void {
  const errors = claims.flatMap(({ quota, group }, index): FieldError[] => {
    const of = groups.filter((one) => one.quota.id === quota);
    if (of.length === 0) return [{ pointer: `/specialRates/${index}/quota`, code: 'QUOTA.UNKNOWN', facts: { accepted: [...new Set(groups.map((one) => one.quota.id))] } }];
    const found = of.find((one) => one.group === group);
    if (!found) return [{ pointer: `/specialRates/${index}/group`, code: 'QUOTA.GROUP_UNKNOWN', facts: { accepted: of.map((one) => one.group) } }];
    return found.quota.special ? [] : [{ pointer: `/specialRates/${index}/quota`, code: 'QUOTA.NO_SPECIAL_RATE', facts: { quota } }];
  });
  if (errors.length > 0) throw new AppError('QUOTA.SPECIAL_RATE_REFUSED', 'invalid', 'A special rate was claimed that the rules do not know', {}, errors);
}
