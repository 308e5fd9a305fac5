import { checkQuota, countQuota, groupForQuota, type Level, type LevelResult, QUOTA_BASES, type QuotaBase, type QuotaCheck, type QuotaSubject, type ResolvedQuota, type SubjectKind } from '@binhxet/domain';
import { type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { quotaOf } from '../rules/cycle-rules.js';
import { ENDED_STATES } from './decision-scope.js';

/** One group held against its quota. */
export interface QuotaGroup {
  readonly subject: SubjectKind;
  readonly quota: ResolvedQuota;
  /** `whole`, `org:…` or `group:…`; null: subjects whose group is not recorded, counted together. */
  readonly group: string | null;
  readonly reviewIds: readonly string[];
  readonly check: QuotaCheck;
  /** The same count on either base: shown side by side before a body votes. */
  readonly byBase: Readonly<Record<QuotaBase, Pick<QuotaCheck, 'ceiling' | 'headroom'>>>;
}

const GONE = ['TRANSFERRED_OUT', 'LEFT_PARTY', 'CANCELLED'];

/**
 * Quotas over what one body decides. Members count within their grassroots organisation, organisations and collectives among those of
 * the same decider.
 * @param reviews everything the body decides @param levels what a decision or a vote gives, by review id; null: it leaves the subject without a level
 * Source: regulations.md section 13
 */
export function quotaGroups(book: RuleBook, reviews: readonly ReviewRow[], units: ReadonlyMap<string, UnitRow>, levels: ReadonlyMap<string, Level | null> = new Map()): QuotaGroup[] {
  return (['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const).flatMap((subject) => {
    const quota = quotaOf(book, subject);
    const of = reviews.filter((review) => review.subjectKind === subject && !GONE.includes(review.state));
    if (!quota || of.length === 0) return [];
    const subjects = of.map((review): QuotaSubject => ({
      subjectId: review.id,
      grassrootsOrgId: review.unitId,
      similarGroup: units.get(review.organisationId)?.quotaGroup ?? null,
      isHead: review.isHead,
      result: resultOf(review, levels.get(review.id)),
    }));
    return [...groupForQuota(subjects, quota.groupBy)].map(([group, members]): QuotaGroup => {
      const count = countQuota(members, quota);
      const onBase = (base: QuotaBase) => {
        const { ceiling, headroom } = checkQuota(count, { ...quota, base });
        return { ceiling, headroom };
      };
      return {
        subject,
        quota,
        group,
        reviewIds: members.map((one) => one.subjectId),
        check: checkQuota(count, quota),
        byBase: Object.fromEntries(QUOTA_BASES.map((base) => [base, onBase(base)])) as QuotaGroup['byBase'],
      };
    });
  });
}

function resultOf(review: ReviewRow, given: Level | null | undefined): LevelResult | 'UNDECIDED' {
  const level = review.decidedLevel ?? given;
  if (level) return { level };
  if (given === null) return { state: 'NOT_YET_RATED' };
  if (!ENDED_STATES.includes(review.state)) return 'UNDECIDED';
  return { state: review.nonLevel ?? 'NOT_YET_RATED' };
}
