import { type ClassificationInput, type Json, type SubjectFacts } from '@binhxet/domain';
import { type QuotaGroup } from './quota-groups.js';

/**
 * What a decided level rests on, for the log: with it and the pinned rules the level can be derived again from the log alone.
 * Facts are numbers and truths by key; no name and no free text.
 * @param groups groups of the decision as its quota entry lists them: a line names its own by position
 */
export function lineEvidence(input: ClassificationInput, groups: readonly QuotaGroup[]): { readonly [key: string]: Json } {
  const { subject, facts, duty, votes, quotas, decision } = input;
  return {
    subject,
    facts: knownOnly(facts),
    duty: duty ? { duty: duty.duty, cap: duty.cap, because: duty.because.map(({ rule, source, mark, inputs }) => ({ rule, source, mark, inputs })) } : null,
    ballots: (votes ?? []).map(({ ballotId }) => ballotId),
    quotas: (quotas ?? []).map((quota) => groups.indexOf(quota as QuotaGroup)),
    ground: decision && 'level' in decision && decision.ground ? { ...decision.ground } : null,
  };
}

/** Facts with a value the log can hold. */
export function knownOnly(facts: SubjectFacts): { [key: string]: Json } {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => typeof value === 'boolean' || Number.isSafeInteger(value))) as { [key: string]: Json };
}
