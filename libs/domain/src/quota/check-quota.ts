import { type Level, type LevelResult } from '../level/level.js';
import { type QuotaBase, type QuotaEnforcement, type QuotaGrouping } from '../rule-pack/rating-pack.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type Rational, type Rounding } from '../shared/rational.js';
import { quotaCeiling } from './quota-ceiling.js';

/** A quota with every choice made; what a cycle pins. */
export interface ResolvedQuota {
  readonly id: string;
  /** The rate in use: the special one where it was granted. */
  readonly rate: Rational;
  /** Rate that a group may claim with grounds and a document; null: the pack knows none. */
  readonly specialRate: Rational | null;
  readonly special: boolean;
  readonly base: QuotaBase;
  readonly rounding: Rounding;
  readonly groupBy: QuotaGrouping;
  readonly excludeHeads: boolean;
  readonly enforcement: QuotaEnforcement;
  /** Clause of the rate in use. */
  readonly source: string;
  readonly mark: Mark;
}

/** One subject of a quota; `undecided` while its body is still open. */
export interface QuotaSubject {
  readonly subjectId: string;
  readonly grassrootsOrgId: string | null;
  readonly similarGroup: string | null;
  readonly isHead: boolean;
  readonly result: LevelResult | 'UNDECIDED';
}

export interface QuotaCount {
  /** At the top level. */
  readonly top: number;
  /** At the level below it. */
  readonly second: number;
  /** Decided otherwise: a lower level or none; outside the base. */
  readonly outside: number;
  /** Still open: may end anywhere. */
  readonly undecided: number;
}

export interface QuotaBounds {
  readonly lower: number;
  readonly upper: number;
}

export interface QuotaCheck {
  readonly quotaId: string;
  readonly count: QuotaCount;
  /** Smallest and largest ceiling that the open subjects can lead to; equal once nothing is open. */
  readonly ceiling: QuotaBounds;
  readonly used: number;
  /** Further top levels: `lower` whatever else happens, `upper` if every other open subject ends at the second level. */
  readonly headroom: QuotaBounds;
  /** CERTAIN: over the ceiling however the rest is decided. POSSIBLE: it depends on subjects that are still open. */
  readonly breach: 'NONE' | 'POSSIBLE' | 'CERTAIN';
  /** Fewest top levels to be lowered by one for the ceiling to hold for certain; people decide which. */
  readonly excess: number;
  readonly enforcement: QuotaEnforcement;
}

/** Heads stay out of the count where the rule says so. */
export function countsFor(quota: Pick<ResolvedQuota, 'excludeHeads'>, subject: Pick<QuotaSubject, 'isHead'>): boolean {
  return !(subject.isHead && quota.excludeHeads);
}

/** Counts the subjects of one group. */
export function countQuota(subjects: readonly QuotaSubject[], quota: Pick<ResolvedQuota, 'excludeHeads'>): QuotaCount {
  const count = { top: 0, second: 0, outside: 0, undecided: 0 };
  for (const subject of subjects) {
    if (!countsFor(quota, subject)) continue;
    const { result } = subject;
    if (result === 'UNDECIDED') count.undecided += 1;
    else count[placeOf('level' in result ? result.level : null)] += 1;
  }
  return count;
}

/** The same by subject: who is counted where, in the order given. */
export function placesInQuota(subjects: readonly QuotaSubject[], quota: Pick<ResolvedQuota, 'excludeHeads'>): Readonly<Record<keyof QuotaCount, readonly string[]>> {
  const places: Record<keyof QuotaCount, string[]> = { top: [], second: [], outside: [], undecided: [] };
  for (const subject of subjects) {
    if (!countsFor(quota, subject)) continue;
    const { result, subjectId } = subject;
    places[result === 'UNDECIDED' ? 'undecided' : placeOf('level' in result ? result.level : null)].push(subjectId);
  }
  return places;
}

function placeOf(level: Level | null): 'top' | 'second' | 'outside' {
  if (level === 1) return 'top';
  return level === 2 ? 'second' : 'outside';
}

/**
 * Holds a group against its quota, live: while subjects are open, everything is a pair of bounds.
 * @param count whole subjects, >= 0
 * Source: regulations.md section 13, process.md section 6
 */
export function checkQuota(count: QuotaCount, quota: ResolvedQuota): QuotaCheck {
  const ceilingOf = (group: number): number => quotaCeiling(quota.rate, quota.base, quota.rounding, group);
  const decided = count.top + count.second;
  const ceiling = { lower: ceilingOf(decided), upper: ceilingOf(decided + count.undecided) };
  const headroom = {
    // The other open subjects may all end outside the base, so only the new top levels enlarge it.
    lower: largest(count.undecided, (k) => count.top + k <= ceilingOf(decided + k)),
    upper: Math.max(0, Math.min(count.undecided, ceiling.upper - count.top)),
  };
  const breach = count.top > ceiling.upper ? 'CERTAIN' : count.top > ceiling.lower ? 'POSSIBLE' : 'NONE';
  return {
    quotaId: quota.id,
    count,
    ceiling,
    used: count.top,
    headroom,
    breach,
    // Lowering a top level by one leaves it in the base, so the ceiling stays.
    excess: Math.max(0, count.top - ceiling.lower),
    enforcement: quota.enforcement,
  };
}

/** Largest k in 0 … most with `holds(1) … holds(k)`; a ceiling that grows by at most one a subject makes it monotone. */
function largest(most: number, holds: (k: number) => boolean): number {
  let [low, high] = [0, most];
  while (low < high) {
    const k = Math.ceil((low + high) / 2);
    if (holds(k)) low = k;
    else high = k - 1;
  }
  return low;
}

/** Group that a subject is counted in. @returns null when the needed grouping is not recorded for it */
export function quotaGroupKey(
  groupBy: QuotaGrouping,
  subject: Pick<QuotaSubject, 'grassrootsOrgId' | 'similarGroup'>,
): string | null {
  switch (groupBy) {
    case 'WHOLE':
      return 'whole';
    case 'GRASSROOTS_ORG':
      return subject.grassrootsOrgId === null ? null : `org:${subject.grassrootsOrgId}`;
    case 'SIMILAR_GROUP':
      return subject.similarGroup === null ? null : `group:${subject.similarGroup}`;
  }
}

/** Splits subjects into their groups, in the order of their first subject. Subjects without a group share the key `null`. */
export function groupForQuota(
  subjects: readonly QuotaSubject[],
  groupBy: QuotaGrouping,
): Map<string | null, QuotaSubject[]> {
  const groups = new Map<string | null, QuotaSubject[]>();
  for (const subject of subjects) {
    const key = quotaGroupKey(groupBy, subject);
    const group = groups.get(key);
    if (group) group.push(subject);
    else groups.set(key, [subject]);
  }
  return groups;
}
