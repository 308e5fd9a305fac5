import { type QuotaBase, type QuotaGrouping } from '../rule-pack/rating-pack.js';
import { type Rational, type Rounding } from '../shared/rational.js';
import { checkQuota, countQuota, groupForQuota, type QuotaCheck, type QuotaSubject, type ResolvedQuota } from './check-quota.js';

/** Groups as the asker draws them: name by subject id; a subject left out is in no group and is counted apart. */
export type DrawnGroups = ReadonlyMap<string, string>;

export interface QuotaVariant {
  readonly base: QuotaBase;
  readonly rounding: Rounding;
  readonly groupBy: QuotaGrouping | 'DRAWN';
  readonly rate: Rational;
  readonly excludeHeads: boolean;
}

export interface VariantOutcome {
  readonly variant: QuotaVariant;
  readonly groups: readonly (Pick<QuotaCheck, 'count' | 'ceiling' | 'used' | 'headroom' | 'breach' | 'excess'> & { readonly group: string | null })[];
  /** Over all groups: most and fewest top levels together, and how many are too many. */
  readonly total: { readonly ceiling: { readonly lower: number; readonly upper: number }; readonly used: number; readonly excess: number };
  /** The worst of the groups. */
  readonly breach: QuotaCheck['breach'];
}

const WORST = { NONE: 0, POSSIBLE: 1, CERTAIN: 2 } as const;

/**
 * The same subjects under other choices of base, rounding, grouping and rate. A pure question: what is stored stays.
 * @param quota the one in use, for what a variant does not vary
 * @throws AppError QUOTA.RATE_OUT_OF_RANGE (invalid)
 * Source: scenarios.md sections 4 and 5, regulations.md section 13
 */
export function whatIf(subjects: readonly QuotaSubject[], quota: ResolvedQuota, variants: readonly QuotaVariant[], drawn: DrawnGroups = new Map()): VariantOutcome[] {
  return variants.map((variant) => {
    const tried: ResolvedQuota = { ...quota, base: variant.base, rounding: variant.rounding, rate: variant.rate, excludeHeads: variant.excludeHeads };
    const groups = [...groupsOf(subjects, variant.groupBy, drawn)].map(([group, members]) => {
      const { count, ceiling, used, headroom, breach, excess } = checkQuota(countQuota(members, tried), tried);
      return { group, count, ceiling, used, headroom, breach, excess };
    });
    const sum = (of: (group: (typeof groups)[number]) => number): number => groups.reduce((total, group) => total + of(group), 0);
    return {
      variant,
      groups,
      total: { ceiling: { lower: sum(({ ceiling }) => ceiling.lower), upper: sum(({ ceiling }) => ceiling.upper) }, used: sum(({ used }) => used), excess: sum(({ excess }) => excess) },
      breach: groups.reduce<QuotaCheck['breach']>((worst, { breach }) => (WORST[breach] > WORST[worst] ? breach : worst), 'NONE'),
    };
  });
}

function groupsOf(subjects: readonly QuotaSubject[], groupBy: QuotaVariant['groupBy'], drawn: DrawnGroups): Map<string | null, QuotaSubject[]> {
  if (groupBy !== 'DRAWN') return groupForQuota(subjects, groupBy);
  return groupForQuota(
    subjects.map((subject) => ({ ...subject, similarGroup: drawn.get(subject.subjectId) ?? null })),
    'SIMILAR_GROUP',
  );
}
