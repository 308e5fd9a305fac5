import { type Level } from '../level/level.js';
import { cover, type Pool } from './cover.js';

/** What people weigh before they lower somebody; nulls where it is not known. */
export interface QuotaReasons {
  /** Hundredths of a point. */
  readonly points: number | null;
  /** Votes for the top level, of the counted body. */
  readonly votes: { readonly top: number; readonly of: number } | null;
  readonly lastYear: Level | null;
}

/** A subject at the top level that the deciding body may still lower by one. */
export interface QuotaCandidate extends QuotaReasons {
  readonly subjectId: string;
}

/** One group over its quota, with those of its top levels that may be lowered. */
export interface QuotaDemand {
  /** Names the quota and its group. */
  readonly key: string;
  /** Top levels too many, whole, >= 0. */
  readonly excess: number;
  readonly candidateIds: readonly string[];
}

export interface ProposedPool {
  /** Groups that every subject of the pool counts in, of those over their quota. */
  readonly demands: readonly string[];
  /** So many of the pool are to be lowered; any so many will do. */
  readonly lower: number;
  /** Whole pool, first the ones proposed. */
  readonly candidates: readonly QuotaCandidate[];
}

export interface QuotaProposal {
  /** One smallest set: each of these lowered by one level, and every quota holds. */
  readonly changes: readonly QuotaCandidate[];
  /** Where the set comes from: its alternatives are the other candidates of a pool. */
  readonly pools: readonly ProposedPool[];
  /** Smallest sets that lower as many in every pool, as decimal text: the product of the choices. */
  readonly alternatives: string;
  /** Groups with fewer candidates than top levels too many: no change of this body's can mend them. */
  readonly shortages: readonly { readonly demand: string; readonly missing: number }[];
  /** False only when overlapping groups were too entangled to search through: then a smaller set may exist. */
  readonly smallest: boolean;
}

/**
 * Fewest top levels to lower by one so that every group holds its quota. Nothing is changed here and nothing is chosen for people:
 * the answer is one set, weakest reasons first, and what else would do. A lowered top level stays in either base, so no ceiling moves
 * and a group within its quota stays there.
 * @returns null when no group is over its quota
 * Source: process.md section 6, rule 4
 */
export function solveQuotas(demands: readonly QuotaDemand[], candidates: readonly QuotaCandidate[]): QuotaProposal | null {
  const over = demands.filter(({ excess }) => excess > 0);
  if (over.length === 0) return null;
  const shortages = over.flatMap(({ key, excess, candidateIds }) => (candidateIds.length < excess ? [{ demand: key, missing: excess - candidateIds.length }] : []));
  const needs = over.map(({ excess, candidateIds }) => Math.min(excess, candidateIds.length));
  const { pools, ranked } = poolsOf(over, candidates);
  const { picks, smallest } = cover(pools, needs);

  const proposed = pools.flatMap((pool, index): ProposedPool[] => {
    const lower = picks[index]!.length;
    if (lower === 0) return [];
    const chosen = new Set(picks[index]);
    const order = [...picks[index]!, ...pool.items.filter((item) => !chosen.has(item))];
    return [{ demands: pool.demands.map((demand) => over[demand]!.key), lower, candidates: order.map((item) => ranked[item]!) }];
  });
  const changes = picks.flat().sort((a, b) => a - b);
  return {
    changes: changes.map((item) => ranked[item]!),
    pools: proposed,
    alternatives: String(proposed.reduce((product, { lower, candidates: of }) => product * choose(of.length, lower), 1n)),
    shortages,
    smallest,
  };
}

/** Candidates that count in exactly the same groups, as positions in the order of reasons. */
function poolsOf(demands: readonly QuotaDemand[], candidates: readonly QuotaCandidate[]): { pools: Pool[]; ranked: QuotaCandidate[] } {
  const countsIn = new Map<string, number[]>();
  demands.forEach(({ candidateIds }, demand) => {
    for (const id of candidateIds) {
      const known = countsIn.get(id);
      if (known) known.push(demand);
      else countsIn.set(id, [demand]);
    }
  });
  const ranked = candidates.filter(({ subjectId }) => countsIn.has(subjectId)).sort(weakestFirst);
  const pools = new Map<string, { demands: readonly number[]; items: number[] }>();
  ranked.forEach(({ subjectId }, item) => {
    const of = countsIn.get(subjectId)!;
    const key = of.join(' ');
    const pool = pools.get(key);
    if (pool) pool.items.push(item);
    else pools.set(key, { demands: of, items: [item] });
  });
  return { pools: [...pools.values()], ranked };
}

/**
 * Order in which reasons speak for lowering: fewer points, a smaller share of votes for the top level, a worse level last year; what is
 * not known speaks for nobody and comes last; then the id, so that the order is always the same.
 */
export function weakestFirst(one: QuotaCandidate, other: QuotaCandidate): number {
  return nullsLast(one.points, other.points, (a, b) => a - b) || nullsLast(one.votes, other.votes, byShare) || nullsLast(one.lastYear, other.lastYear, (a, b) => b - a) || (one.subjectId < other.subjectId ? -1 : one.subjectId > other.subjectId ? 1 : 0);
}

function nullsLast<T>(one: T | null, other: T | null, compare: (one: T, other: T) => number): number {
  if (one === null || other === null) return one === other ? 0 : one === null ? 1 : -1;
  return compare(one, other);
}

/** a/b against c/d in whole numbers; a share of nobody is none. */
function byShare(one: { readonly top: number; readonly of: number }, other: { readonly top: number; readonly of: number }): number {
  const difference = BigInt(one.of === 0 ? 0 : one.top) * BigInt(Math.max(1, other.of)) - BigInt(other.of === 0 ? 0 : other.top) * BigInt(Math.max(1, one.of));
  return difference < 0n ? -1 : difference > 0n ? 1 : 0;
}

/** n over k. */
function choose(n: number, k: number): bigint {
  let result = 1n;
  for (let i = 1; i <= Math.min(k, n - k); i += 1) result = (result * BigInt(n - i + 1)) / BigInt(i);
  return result;
}
