import { AppError, type QuotaBase, type QuotaGrouping, type QuotaVariant, type Rational, type ResolvedQuota, type Rounding, type SubjectKind, type VariantOutcome, whatIf } from '@binhxet/domain';
import { type Rules } from '../ports/rules.port.js';
import { type ReviewRow } from '../ports/review.store.js';
import { type Tx, type UnitOfWork } from '../ports/unit-of-work.port.js';
import { quotasOf } from '../rules/cycle-rules.js';
import { levelsOf, proposedLevels, type QuotaMatter, quotaMatter, votesOf } from './quota-board.service.js';
import { quotaSubjects } from './quota-groups.js';

export interface WhatIfQuestion {
  readonly subject: SubjectKind;
  /** What counts as decided: decisions alone, or the body's votes as they fell. */
  readonly on: 'DECIDED' | 'PROJECTED';
  /** Each absent or empty: only the choice in use. */
  readonly bases?: readonly QuotaBase[];
  readonly roundings?: readonly Rounding[];
  readonly groupings?: readonly QuotaGrouping[];
  readonly rates?: readonly Rational[];
  readonly excludeHeads?: readonly boolean[];
  /** Groups as the asker draws them, by code of the organisation where the subjects are reviewed; asked beside the other groupings. */
  readonly drawn?: readonly { readonly name: string; readonly organisations: readonly string[] }[];
}

export interface WhatIfAnswer {
  readonly quota: ResolvedQuota;
  readonly outcomes: readonly VariantOutcome[];
}

/** An answer stays readable, and a request cheap. */
export const MOST_COMBINATIONS = 120;

/** Other choices of base, rounding, grouping and rate on what a body decides. Reads only: no stored number changes. */
export class QuotaWhatIf {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /**
   * @param organisationId whose body decides; the superior may also ask about all members below it, group by group
   * @returns one answer for each quota of the subject; empty where the pack has none
   * @throws AppError QUOTA.TOO_MANY_COMBINATIONS, QUOTA.RATE_OUT_OF_RANGE, QUOTA.DRAWN_GROUPS_INVALID (invalid)
   */
  ask(cycleId: string, organisationId: string, question: WhatIfQuestion): Promise<WhatIfAnswer[]> {
    return this.uow.run(async (tx) => {
      const matter = await quotaMatter(tx, this.rules, cycleId, organisationId);
      const drawn = drawnGroups(matter, question.drawn ?? []);
      const everybody = question.subject === 'MEMBER' && organisationId === matter.cycle.superiorId;
      const reviews = everybody ? await membersBelow(tx, matter) : matter.reviews;
      const levels = question.on === 'DECIDED' ? new Map<string, never>() : everybody ? proposedLevels(reviews) : levelsOf(await votesOf(tx, matter, organisationId));
      const subjects = quotaSubjects(reviews, question.subject, matter.units, levels);
      const groupOf = new Map(reviews.flatMap((review): [string, string][] => (drawn.has(review.organisationId) ? [[review.id, drawn.get(review.organisationId)!]] : [])));
      return quotasOf(matter.book, question.subject).map((quota) => ({ quota, outcomes: whatIf(subjects, quota, variantsOf(quota, question), groupOf) }));
    });
  }
}

/** The superior decides no member itself: it asks about those of all its grassroots organisations. */
async function membersBelow(tx: Tx, { cycle, units }: QuotaMatter): Promise<ReviewRow[]> {
  const members: ReviewRow[] = [];
  for (const unit of units.values()) if (unit.organisationId !== cycle.superiorId && unit.parentId === cycle.superiorId) members.push(...(await tx.reviews.inUnit(cycle.id, unit.organisationId)));
  return members.filter((review) => review.subjectKind === 'MEMBER');
}

function variantsOf(quota: ResolvedQuota, question: WhatIfQuestion): QuotaVariant[] {
  const or = <T>(asked: readonly T[] | undefined, inUse: T): readonly T[] => (asked && asked.length > 0 ? asked : [inUse]);
  const groupings: readonly QuotaVariant['groupBy'][] = [...or(question.groupings, quota.groupBy), ...(question.drawn && question.drawn.length > 0 ? (['DRAWN'] as const) : [])];
  const variants = or(question.bases, quota.base).flatMap((base) =>
    or(question.roundings, quota.rounding).flatMap((rounding) =>
      groupings.flatMap((groupBy) => or(question.rates, quota.rate).flatMap((rate) => or(question.excludeHeads, quota.excludeHeads).map((excludeHeads): QuotaVariant => ({ base, rounding, groupBy, rate, excludeHeads })))),
    ),
  );
  if (variants.length > MOST_COMBINATIONS) throw new AppError('QUOTA.TOO_MANY_COMBINATIONS', 'invalid', 'too many combinations in one question', { asked: variants.length, most: MOST_COMBINATIONS });
  return variants;
}

/** Name of the drawn group by organisation id. @throws AppError QUOTA.DRAWN_GROUPS_INVALID (invalid) */
function drawnGroups({ units }: QuotaMatter, groups: NonNullable<WhatIfQuestion['drawn']>): Map<string, string> {
  const byCode = new Map([...units.values()].map((unit) => [unit.code, unit.organisationId]));
  const drawn = new Map<string, string>();
  const errors = groups.flatMap(({ name, organisations }, group) =>
    organisations.flatMap((code, index) => {
      const id = byCode.get(code);
      const pointer = `/drawn/${group}/organisations/${index}`;
      if (id === undefined) return [{ pointer, code: 'QUOTA.ORGANISATION_UNKNOWN', facts: { organisation: code } }];
      if (drawn.has(id)) return [{ pointer, code: 'QUOTA.IN_TWO_GROUPS', facts: { organisation: code } }];
      drawn.set(id, name);
      return [];
    }),
  );
  if (errors.length > 0) throw new AppError('QUOTA.DRAWN_GROUPS_INVALID', 'invalid', 'the drawn groups do not fit', {}, errors);
  return drawn;
}
