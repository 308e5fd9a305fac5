import { checkQuota, countQuota, countsFor, groupForQuota, type Level, type LevelResult, placesInQuota, QUOTA_BASES, type QuotaBase, type QuotaCheck, type QuotaSubject, type ResolvedQuota, type SubjectKind } from '@binhxet/domain';
import { type UnitRow } from '../ports/cycle.store.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type RuleBook } from '../ports/rules.port.js';
import { quotasOf, withSpecialRate } from '../rules/cycle-rules.js';
import { ENDED_STATES } from './decision-scope.js';
import { type SpecialGrants, type SpecialGrounds, specialKey } from './special-rates.js';

/** One group held against one of its quotas. */
export interface QuotaGroup {
  readonly subject: SubjectKind;
  readonly quota: ResolvedQuota;
  /** `whole`, `org:…` or `group:…`; null: subjects whose group is not recorded, counted together. */
  readonly group: string | null;
  readonly reviewIds: readonly string[];
  /** Those of them that are counted: heads may stay out. */
  readonly countedIds: readonly string[];
  /** Why the special rate is in use; null: the ordinary one is. */
  readonly special: SpecialGrounds | null;
  /** Review ids by where they are counted. */
  readonly places: ReturnType<typeof placesInQuota>;
  readonly check: QuotaCheck;
  /** The same count on either base: shown side by side before a body votes. */
  readonly byBase: Readonly<Record<QuotaBase, Pick<QuotaCheck, 'ceiling' | 'headroom'>>>;
}

/** Left the tree of this decider: no longer its to count. */
const GONE = ['TRANSFERRED_OUT', 'LEFT_PARTY', 'CANCELLED'];
const NO_GRANTS: SpecialGrants = new Map();

/**
 * Quotas over what one body decides. Members count within their grassroots organisation, organisations and collectives among those of
 * the same decider.
 * @param reviews everything the body decides @param levels what a decision or a vote gives, by review id; null: it leaves the subject without a level
 * @param grants special rates that the body has claimed with grounds
 * Source: regulations.md section 13
 */
export function quotaGroups(book: Pick<RuleBook, 'rating' | 'settings'>, reviews: readonly ReviewRow[], units: ReadonlyMap<string, UnitRow>, levels: ReadonlyMap<string, Level | null> = new Map(), grants: SpecialGrants = NO_GRANTS): QuotaGroup[] {
  return (['ORGANISATION', 'COLLECTIVE', 'MEMBER'] as const).flatMap((subject) => {
    const subjects = quotaSubjects(reviews, subject, units, levels);
    if (subjects.length === 0) return [];
    return quotasOf(book, subject).flatMap((ordinary) =>
      [...groupForQuota(subjects, ordinary.groupBy)].map(([group, members]): QuotaGroup => {
        const special = grants.get(specialKey(ordinary.id, group)) ?? null;
        const quota = special ? withSpecialRate(book, ordinary) : ordinary;
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
          countedIds: members.filter((one) => countsFor(quota, one)).map((one) => one.subjectId),
          special: quota.special ? special : null,
          places: placesInQuota(members, quota),
          check: checkQuota(count, quota),
          byBase: Object.fromEntries(QUOTA_BASES.map((base) => [base, onBase(base)])) as QuotaGroup['byBase'],
        };
      }),
    );
  });
}

/** Subjects of one kind as a quota counts them; the subject id is the review's. */
export function quotaSubjects(reviews: readonly ReviewRow[], subject: SubjectKind, units: ReadonlyMap<string, UnitRow>, levels: ReadonlyMap<string, Level | null>): QuotaSubject[] {
  return reviews
    .filter((review) => review.subjectKind === subject && !GONE.includes(review.state))
    .map((review) => ({
      subjectId: review.id,
      grassrootsOrgId: review.unitId,
      similarGroup: units.get(review.organisationId)?.quotaGroup ?? null,
      isHead: review.isHead,
      result: resultOf(review, levels.get(review.id)),
    }));
}

function resultOf(review: ReviewRow, given: Level | null | undefined): LevelResult | 'UNDECIDED' {
  const level = review.decidedLevel ?? given;
  if (level) return { level };
  if (given === null) return { state: 'NOT_YET_RATED' };
  if (!ENDED_STATES.includes(review.state)) return 'UNDECIDED';
  return { state: review.nonLevel ?? 'NOT_YET_RATED' };
}
