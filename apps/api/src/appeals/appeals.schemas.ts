import { APPEAL_KINDS } from '@binhxet/application';
import { z } from 'zod';
import { legalDate, memberCode, orgCode, reason, uuid } from '../common/params.js';
import { allowedActions, anyJson, code, count, date, instant, level, organisationName, person, stateOf, subjectKind } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

export const appealKind = z.enum(APPEAL_KINDS);
export const fileRequest = z.strictObject({ kind: appealKind, grounds: reason.describe('what is brought against the result, and on what it rests') }).meta({ id: 'FileAppealRequest' });
export const filedAppeal = z.object({ caseId: uuid, late: z.boolean().describe('filed after the last day: received, and may not be admitted') }).meta({ id: 'FiledAppeal' });
export const listQuery = z.strictObject({ ...pageQuery, box: z.enum(['mine', 'handled']).default('mine') });
export const evidenceRequest = z.strictObject({ body: reason, document: z.string().trim().min(1).max(300).optional().describe('number or name of a document') }).meta({ id: 'EvidenceRequest' });
export const addedEvidence = z.object({ evidenceId: uuid }).meta({ id: 'AddedEvidence' });
export const reasonRequest = z.strictObject({ reason }).meta({ id: 'AppealReasonRequest' });
export const forwardRequest = z.strictObject({ reason, organisation: orgCode }).meta({ id: 'ForwardAppealRequest' });
export const panelRequest = z.strictObject({ chair: memberCode, members: z.array(memberCode).max(8).default([]) }).meta({ id: 'AppealPanelRequest' });
export const conflictRequest = z.strictObject({ reason, member: memberCode.optional().describe('absent: oneself') }).meta({ id: 'AppealConflictRequest' });
export const conclusionRequest = z.strictObject({ findings: z.string().trim().min(1).max(20_000), recommended: z.enum(['CONFIRM', 'CHANGE']) }).meta({ id: 'AppealConclusionRequest' });
export const decisionRequest = z
  .strictObject({
    outcome: z.enum(['CONFIRM', 'CHANGE']),
    level: level.optional().describe('CHANGE: the new level'),
    number: z.string().trim().min(1).max(60),
    decidedOn: legalDate,
    reason,
    document: z.string().trim().min(1).max(300).optional(),
  })
  .meta({ id: 'AppealDecisionRequest' });

export const caseSubject = z.object({ kind: subjectKind, code: z.string(), name: z.string() }).meta({ id: 'CaseSubject' });
export const caseDecision = z.object({ id: uuid.nullable(), number: z.string(), decidedOn: date }).nullable();
export const caseEvidence = z.object({ id: uuid, by: person.nullable(), body: z.string(), document: z.string().nullable(), givenAt: instant }).meta({ id: 'CaseEvidence' });
export const caseAct = z
  .object({ act: z.string(), before: z.string().nullable(), after: z.string(), by: person.nullable(), reason: z.string().nullable(), document: z.string().nullable(), on: date, ledgerEntry: uuid })
  .meta({ id: 'CaseAct' });

const summaryShape = {
  id: uuid,
  kind: code(APPEAL_KINDS),
  state: stateOf('appealCase'),
  cycleId: z.string(),
  ratingYear: count,
  reviewId: uuid,
  subject: caseSubject,
  authority: organisationName,
  filedOn: date,
  dueAt: instant.nullable(),
  oldLevel: level.nullable(),
  newLevel: level.nullable(),
};
export const appealPage = z.object({ items: z.array(z.object(summaryShape).meta({ id: 'AppealSummary' })), next: z.string().nullable() }).meta({ id: 'AppealPage' });
export const appeal = z
  .object({
    ...summaryShape,
    sight: z.enum(['ALL', 'FILER', 'SUBJECT']).describe('how much of the case this reader sees'),
    filer: person.nullable().describe('null: not named to this reader'),
    grounds: z.string().nullable(),
    window: z.object({ days: count.nullable().describe('working days; null: not confirmed, no limit'), lastOn: date.nullable() }),
    late: z.boolean(),
    evidenceOpen: z.boolean(),
    panel: z.array(z.object({ person, role: z.enum(['CHAIR', 'MEMBER', 'CONFLICTED']), reason: z.string().nullable() })),
    evidence: z.array(caseEvidence),
    findings: z.string().nullable(),
    recommended: z.string().nullable(),
    decision: caseDecision,
    decisionReason: z.string().nullable(),
    quota: anyJson.describe('quota of the year after the change, for information'),
    acts: z.array(caseAct),
    closedAt: instant.nullable(),
    version: count,
    allowedActions,
  })
  .meta({ id: 'Appeal' });
