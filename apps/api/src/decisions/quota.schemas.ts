import { QUOTA_BASES, QUOTA_ENFORCEMENTS, QUOTA_GROUPINGS, ROUNDINGS } from '@binhxet/domain';
import { z } from 'zod';
import { orgCode, uuid } from '../common/params.js';
import { code, count, level, organisationName, subjectKind } from '../common/schemas.js';

export const bounds = z.object({ lower: count, upper: count });
const rational = z.object({ num: count, den: count });
const counted = z.object({ top: count, second: count, outside: count, undecided: count });
const breach = code(['NONE', 'POSSIBLE', 'CERTAIN']);

export const quotaChoices = z.object({
  id: z.string(),
  rate: rational.describe('the rate in use'),
  specialRate: rational.nullable().describe('what a group may claim with grounds and document'),
  special: z.boolean().describe('whether the rate in use is the special one'),
  base: z.enum(QUOTA_BASES),
  rounding: z.enum(ROUNDINGS),
  groupBy: z.enum(QUOTA_GROUPINGS),
  excludeHeads: z.boolean(),
  enforcement: z.enum(QUOTA_ENFORCEMENTS),
  source: z.string(),
});

export const quotaGroup = z
  .object({
    subject: subjectKind,
    group: z.string().nullable().describe('`whole`, `org:{id}` or `group:{name}`'),
    groupName: z.string().nullable().describe('code of the organisation, or name of the similar group'),
    quota: quotaChoices,
    special: z.object({ grounds: z.string(), document: z.string() }).nullable(),
    count: counted,
    ceiling: bounds,
    used: count,
    headroom: bounds,
    breach,
    excess: count,
    byBase: z.object({ LOWER_ONLY: z.object({ ceiling: bounds, headroom: bounds }), LOWER_PLUS_TOP: z.object({ ceiling: bounds, headroom: bounds }) }),
  })
  .meta({ id: 'QuotaGroup' });

const candidate = z
  .object({
    reviewId: uuid,
    subject: z.object({ code: z.string(), name: z.string() }),
    points: count.nullable().describe('hundredths of a point'),
    votes: z.object({ top: count, of: count }).nullable().describe('for the top level, of the counted body'),
    lastYear: level.nullable(),
  })
  .meta({ id: 'QuotaCandidate' });
const proposal = z
  .object({
    changes: z.array(candidate).describe('one smallest set: each lowered by one level and the quotas hold; nobody applies it'),
    pools: z.array(z.object({ groups: z.array(z.string()), lower: count, candidates: z.array(candidate) })).describe('any `lower` of the candidates do as well; first the proposed ones'),
    alternatives: z.string().describe('how many sets of this size the pools allow'),
    shortages: z.array(z.object({ group: z.string(), missing: count })).describe('groups that no change of this body can mend'),
    smallest: z.boolean(),
  })
  .meta({ id: 'QuotaProposal' });
export const quotaProposals = z
  .object({ toPass: proposal.nullable().describe('after it the decision is not refused'), toHold: proposal.nullable().describe('after it the quotas hold whatever is still open') })
  .meta({ id: 'QuotaProposals' });

/** Counts of whole groups only: shown before a body votes, to those who lead it. */
export const liveQuota = z
  .object({
    organisation: organisationName,
    groups: z.array(
      z.object({
        subject: subjectKind,
        group: z.string().nullable(),
        groupName: z.string().nullable(),
        quota: quotaChoices,
        own: count.describe('subjects of the group that are reviewed here'),
        decided: z.object({ count: counted, ceiling: bounds, headroom: bounds, breach, byBase: quotaGroup.shape.byBase }),
        proposed: z.object({ count: counted, ceiling: bounds, headroom: bounds, breach, byBase: quotaGroup.shape.byBase }).describe('as if what bodies have proposed so far were decided'),
      }),
    ),
  })
  .meta({ id: 'LiveQuota' });

const whole = z.number().int().min(0).max(1_000_000);
export const whatIfRequest = z
  .strictObject({
    subject: subjectKind,
    on: z.enum(['DECIDED', 'PROJECTED']).default('PROJECTED'),
    bases: z.array(z.enum(QUOTA_BASES)).max(2).optional(),
    roundings: z.array(z.enum(ROUNDINGS)).max(3).optional(),
    groupings: z.array(z.enum(QUOTA_GROUPINGS)).max(3).optional(),
    rates: z.array(z.strictObject({ num: whole, den: whole.min(1) })).max(10).optional(),
    excludeHeads: z.array(z.boolean()).max(2).optional(),
    drawn: z.array(z.strictObject({ name: z.string().trim().min(1).max(60), organisations: z.array(orgCode).min(1).max(2_000) })).max(200).optional().describe('groups as the asker draws them'),
  })
  .meta({ id: 'QuotaQuestion' });

export const whatIfAnswer = z
  .object({
    organisation: organisationName,
    quotas: z.array(
      z.object({
        inUse: quotaChoices,
        outcomes: z.array(
          z.object({
            base: z.enum(QUOTA_BASES),
            rounding: z.enum(ROUNDINGS),
            groupBy: z.enum([...QUOTA_GROUPINGS, 'DRAWN']),
            rate: rational,
            excludeHeads: z.boolean(),
            inUse: z.boolean(),
            breach,
            total: z.object({ ceiling: bounds, used: count, excess: count }),
            groups: z.array(z.object({ group: z.string().nullable(), groupName: z.string().nullable(), count: counted, ceiling: bounds, used: count, headroom: bounds, breach, excess: count })),
          }),
        ),
      }),
    ),
  })
  .meta({ id: 'QuotaAnswer' });
