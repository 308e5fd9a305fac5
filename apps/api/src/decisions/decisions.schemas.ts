import { DECISION_KINDS } from '@binhxet/application';
import { z } from 'zod';
import { legalDate, orgCode, reason, searchText, uuid } from '../common/params.js';
import { quotaGroup, quotaProposals } from './quota.schemas.js';
import { allowedActions, code, count, date, decisionShape, decisionSummary, lastYear, level, nonLevel, organisationName, organisationRef, reviewSummaryShape, subjectKind } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

export const decisionRequest = z
  .strictObject({
    kind: z.enum(DECISION_KINDS).exclude(['COMMENDATION']),
    number: z.string().trim().min(1).max(60),
    decidedOn: legalDate,
    meetingId: uuid.optional(),
    adjustments: z.array(z.strictObject({ reviewId: uuid, level, reason, ground: z.string().min(1).max(64).optional().describe('ground of the pack on which the level may be above the ceiling') })).max(2_000).default([]).describe('levels other than the ballot gave, or where it gave none'),
    specialRates: z
      .array(z.strictObject({ quota: z.string().min(1).max(60), group: z.string().min(1).max(120).nullable().describe('`whole`, `org:{id}` or `group:{name}` as the board shows it'), grounds: reason, document: z.string().trim().min(1).max(500) }))
      .max(200)
      .optional()
      .describe('groups that use the special rate of their quota, with grounds'),
    reason: reason.optional().describe('obligatory where a quota is exceeded and the superior allows that'),
    document: z.string().trim().min(1).max(500).optional(),
  })
  .meta({ id: 'DecisionRequest' });

export const boardQuery = z.strictObject({ ...pageQuery, subjectKind: subjectKind.optional(), state: z.string().max(40).optional(), organisation: orgCode.optional(), quotaGroup: z.string().max(60).optional(), q: searchText.optional() });
export const linesQuery = z.strictObject({ ...pageQuery });

export const quotaHeadroom = z
  .object({
    organisation: organisationName,
    decided: z.array(quotaGroup).describe('bounds while subjects are open'),
    projected: z.array(quotaGroup).describe('as if every vote of the body were decided as it fell'),
    proposals: quotaProposals,
  })
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
