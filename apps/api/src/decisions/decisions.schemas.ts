import { DECISION_KINDS } from '@binhxet/application';
import { QUOTA_BASES, QUOTA_ENFORCEMENTS, QUOTA_GROUPINGS, ROUNDINGS } from '@binhxet/domain';
import { z } from 'zod';
import { legalDate, orgCode, reason, searchText, uuid } from '../common/params.js';
import { allowedActions, code, count, date, decisionShape, decisionSummary, lastYear, level, nonLevel, organisationName, organisationRef, reviewSummaryShape, subjectKind } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

export const decisionRequest = z
  .strictObject({
    kind: z.enum(DECISION_KINDS).exclude(['COMMENDATION']),
    number: z.string().trim().min(1).max(60),
    decidedOn: legalDate,
    meetingId: uuid.optional(),
    adjustments: z.array(z.strictObject({ reviewId: uuid, level, reason })).max(2_000).default([]).describe('levels other than the ballot gave, or where it gave none'),
    reason: reason.optional().describe('obligatory where a quota is exceeded and the superior allows that'),
    document: z.string().trim().min(1).max(500).optional(),
  })
  .meta({ id: 'DecisionRequest' });

export const boardQuery = z.strictObject({ ...pageQuery, subjectKind: subjectKind.optional(), state: z.string().max(40).optional(), organisation: orgCode.optional(), quotaGroup: z.string().max(60).optional(), q: searchText.optional() });
export const linesQuery = z.strictObject({ ...pageQuery });

const bounds = z.object({ lower: count, upper: count });
const quotaGroup = z
  .object({
    subject: subjectKind,
    group: z.string().nullable().describe('`whole`, `org:{id}` or `group:{name}`'),
    groupName: z.string().nullable().describe('code of the organisation, or name of the similar group'),
    quota: z.object({ id: z.string(), rate: z.object({ num: count, den: count }), base: z.enum(QUOTA_BASES), rounding: z.enum(ROUNDINGS), groupBy: z.enum(QUOTA_GROUPINGS), excludeHeads: z.boolean(), enforcement: z.enum(QUOTA_ENFORCEMENTS), source: z.string() }),
    count: z.object({ top: count, second: count, outside: count, undecided: count }),
    ceiling: bounds,
    used: count,
    headroom: bounds,
    breach: code(['NONE', 'POSSIBLE', 'CERTAIN']),
    excess: count,
    byBase: z.object({ LOWER_ONLY: z.object({ ceiling: bounds, headroom: bounds }), LOWER_PLUS_TOP: z.object({ ceiling: bounds, headroom: bounds }) }),
  })
  .meta({ id: 'QuotaGroup' });
export const quotaHeadroom = z
  .object({ organisation: organisationName, decided: z.array(quotaGroup).describe('bounds while subjects are open'), projected: z.array(quotaGroup).describe('as if every vote of the body were decided as it fell') })
  .meta({ id: 'QuotaHeadroom' });
export const quotaQuery = z.strictObject({ organisation: orgCode.optional().describe('whose body decides; default: the superior') });

const boardRow = z
  .object({
    ...reviewSummaryShape,
    subject: z.object({ id: uuid, code: z.string(), name: z.string() }),
    organisation: organisationName.describe('cell or organisation it is reviewed at'),
    quotaGroup: z.string().nullable(),
    vote: z.object({ ballotId: uuid, votes: z.array(count), countedBody: count.nullable(), verdict: level.nullable() }).nullable(),
    decision: z.object({ number: z.string(), decidedOn: date, reason: z.string().nullable() }).nullable(),
    note: z.string().nullable(),
    lastYear: lastYear.nullable(),
    phase: z.string(),
  })
  .meta({ id: 'BoardRow' });
export const board = z
  .object({
    cycleId: z.string(),
    organisation: organisationName,
    items: z.array(boardRow),
    next: z.string().nullable(),
    counts: z.array(z.object({ subjectKind, column: code(['L1', 'L2', 'L3', 'L4', 'L5', 'L6', 'NOT_RATED', 'EXEMPT', 'NOT_YET_RATED', 'OPEN']), count })),
    quota: quotaHeadroom,
    decisions: z.array(decisionSummary),
    allowedActions,
  })
  .meta({ id: 'DecisionBoard' });

const decisionLine = z
  .object({
    ordinal: count,
    reviewId: uuid.nullable(),
    caseId: uuid.nullable(),
    subject: z.object({ kind: subjectKind, code: z.string(), name: z.string() }).nullable(),
    organisation: organisationName.nullable(),
    level: level.nullable(),
    nonLevel: nonLevel.nullable(),
    verdict: level.nullable().describe('what the ballot said'),
    reason: z.string().nullable(),
  })
  .meta({ id: 'DecisionLine' });
export const decision = z.object({ ...decisionShape, cycleId: z.string(), organisation: organisationRef, items: z.array(decisionLine), next: z.string().nullable() }).meta({ id: 'Decision' });
