import { AppError, type Json } from '@binhxet/domain';
import { type DecidedLevel } from './decided-levels.js';
import { type DecisionInput } from './decision-input.js';
import { type QuotaGroup } from './quota-groups.js';

/** Quota numbers as a decision keeps them. Whole numbers and ids. */
export function quotaRecord({ subject, group, quota, special, check }: QuotaGroup): { readonly [key: string]: Json } {
  const { count, ceiling, used, headroom, breach, excess, enforcement } = check;
  return {
    quota: quota.id,
    subject,
    group,
    rate: { num: quota.rate.num, den: quota.rate.den },
    base: quota.base,
    rounding: quota.rounding,
    groupBy: quota.groupBy,
    excludeHeads: quota.excludeHeads,
    special: special ? { grounds: special.grounds, document: special.document } : null,
    count: { ...count },
    ceiling: { ...ceiling },
    used,
    headroom: { ...headroom },
    breach,
    excess,
    enforcement,
    clause: quota.source,
  };
}

/** The same with who is counted where: what the log keeps, so that the count can be made again. */
export function quotaEvidence(group: QuotaGroup): { readonly [key: string]: Json } {
  const { top, second, outside, undecided } = group.places;
  return { ...quotaRecord(group), mark: group.quota.mark, places: { top: [...top], second: [...second], outside: [...outside], undecided: [...undecided] } };
}

/**
 * Refuses a decision that breaks a quota for certain. A quota that blocks does so when this decision itself adds top levels: one that
 * adds none cannot mend it and only has to say why.
 * @returns the groups this decision touches, for the record
 * @throws AppError QUOTA.EXCEEDED, QUOTA.REASON_MISSING (conflict) with every number
 */
export function assertQuotas(groups: readonly QuotaGroup[], decided: readonly DecidedLevel[], input: Pick<DecisionInput, 'reason' | 'document'>): readonly QuotaGroup[] {
  const levels = new Map(decided.map((one) => [one.review.id, one.level]));
  const touched = groups.filter((group) => group.reviewIds.some((reviewId) => levels.has(reviewId)));
  const broken = touched.filter((group) => group.check.breach === 'CERTAIN');
  const addsTop = (group: QuotaGroup): boolean => group.reviewIds.some((reviewId) => levels.get(reviewId) === 1);
  const blocked = broken.filter((group) => group.quota.enforcement === 'BLOCK' && addsTop(group));
  if (blocked.length > 0) throw new AppError('QUOTA.EXCEEDED', 'conflict', 'More top levels than the quota allows', { groups: blocked.map(quotaRecord) });
  const needs = [...(input.reason ? [] : ['reason']), ...(input.document ? [] : ['document'])];
  if (broken.length > 0 && needs.length > 0) {
    throw new AppError('QUOTA.REASON_MISSING', 'conflict', 'A quota may be exceeded only with a reason and a document', { needs, groups: broken.map(quotaRecord) });
  }
  return touched;
}
