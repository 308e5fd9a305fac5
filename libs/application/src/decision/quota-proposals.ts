import { type Level, type QuotaCandidate, type QuotaDemand, type QuotaProposal, solveQuotas, type SubjectKind } from '@binhxet/domain';
import { type VerdictRow } from '../ports/ballot.store.js';
import { type CycleRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';
import { type QuotaGroup } from './quota-groups.js';
import { specialKey } from './special-rates.js';

/** What would mend a breach; people choose. */
export interface QuotaProposals {
  /** Fewest changes after which the decision is no longer refused: the open subjects may still mend the rest. */
  readonly toPass: QuotaProposal | null;
  /** Fewest changes after which the quota holds whatever the open subjects become; the same once nothing is open. */
  readonly toHold: QuotaProposal | null;
}

/**
 * Proposals for the groups that votes would carry over their quota, all groups and quotas together. Only votes not yet decided can be
 * lowered. Nothing is written.
 * @param votes the body's verdicts on open reviews
 */
export async function quotaProposals(tx: Tx, cycle: CycleRow, reviews: readonly ReviewRow[], votes: readonly VerdictRow[], projected: readonly QuotaGroup[]): Promise<QuotaProposals> {
  const over = projected.filter((group) => group.check.breach !== 'NONE');
  if (over.length === 0) return { toPass: null, toHold: null };
  const touched = new Set(over.flatMap((group) => group.countedIds));
  const open = new Map(reviews.filter((review) => review.decidedLevel === null && touched.has(review.id)).map((review) => [review.id, review]));
  const top = votes.filter((row) => row.verdict === 1 && open.has(row.reviewId));
  const candidates = await withReasons(tx, cycle, top.map((row) => ({ row, review: open.get(row.reviewId)! })));
  const movable = new Set(top.map((row) => row.reviewId));
  const demands = (excessOf: (group: QuotaGroup) => number): QuotaDemand[] =>
    over.map((group) => ({ key: specialKey(group.quota.id, group.group), excess: excessOf(group), candidateIds: group.countedIds.filter((id) => movable.has(id)) }));
  return {
    toPass: solveQuotas(demands(({ check }) => Math.max(0, check.used - check.ceiling.upper)), candidates),
    toHold: solveQuotas(demands(({ check }) => check.excess), candidates),
  };
}

/** Points of the year, votes for the top level, last year's level: reasons to weigh, none of them a rule. */
async function withReasons(tx: Tx, cycle: CycleRow, top: readonly { readonly row: VerdictRow; readonly review: ReviewRow }[]): Promise<QuotaCandidate[]> {
  const candidates: QuotaCandidate[] = [];
  for (const kind of ['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const satisfies readonly SubjectKind[]) {
    const of = top.filter(({ review }) => review.subjectKind === kind);
    if (of.length === 0) continue;
    const ids = of.map(({ review }) => review.subjectId);
    const facts = await tx.organisations.facts(kind, ids, cycle.ratingYear);
    const lastYear = new Map<string, Level | null>();
    for (const one of await tx.history.ofSubjects(kind, ids, cycle.ratingYear - 1, cycle.ratingYear - 1)) if (one.state === 'VALID') lastYear.set(one.subjectId, one.level);
    for (const { row, review } of of) {
      const points = facts.get(review.subjectId)?.['points'];
      const countedBody = (row.proof as { readonly countedBody?: number } | null)?.countedBody;
      candidates.push({
        subjectId: review.id,
        points: typeof points === 'number' ? points : null,
        votes: row.votes[0] === undefined || countedBody === undefined ? null : { top: row.votes[0], of: countedBody },
        lastYear: lastYear.get(review.subjectId) ?? null,
      });
    }
  }
  return candidates;
}
