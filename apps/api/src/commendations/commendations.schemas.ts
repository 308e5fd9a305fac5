import { COMMENDATION_ACTS, type CommendationAct } from '@binhxet/application';
import { LINK_STATUSES } from '@binhxet/domain';
import { z } from 'zod';
import { legalDate, memberCode, reason, uuid } from '../common/params.js';
import { allowedActions, anyJson, code, count, date, level, nonLevel, organisationRef, stateOf, subjectKind } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

export const listQuery = z.strictObject({ ...pageQuery, state: z.string().max(40).optional(), award: z.string().max(80).optional(), subjectKind: subjectKind.optional() });
export const actRequest = z
  .strictObject({
    act: z.enum(Object.keys(COMMENDATION_ACTS) as [CommendationAct, ...CommendationAct[]]),
    caseIds: z.array(uuid).min(1).max(500),
    number: z.string().trim().min(1).max(60).optional().describe('ISSUE: number of the decision'),
    decidedOn: legalDate.optional().describe('ISSUE'),
    reason: reason.optional(),
  })
  .meta({ id: 'CommendationActRequest' });
export const commendationCase = z
  .object({
    id: uuid,
    awardId: z.string(),
    form: z.string(),
    subjectKind,
    subject: z.object({ id: uuid, code: z.string(), name: z.string() }),
    organisation: organisationRef,
    state: stateOf('commendationCase'),
    chain: anyJson.describe('years that carry the award: year, pack, level, decision'),
    money: anyJson.describe('whole đồng as text; null where not confirmed'),
    decision: z.object({ number: z.string(), decidedOn: date }).nullable(),
    certificateNumber: z.string().nullable(),
    dossier: anyJson.describe('answers to the checklist of the rules: item, done, document'),
    reason: z.string().nullable().describe('why it was dropped, rejected or revoked'),
    voteId: uuid.nullable(),
    revoked: z.object({ number: z.string(), on: date }).nullable().describe('decision that took the award back'),
    version: count,
    allowedActions,
  })
  .meta({ id: 'CommendationCase' });
export const casePage = z
  .object({
    items: z.array(commendationCase),
    next: z.string().nullable(),
    counts: z.array(z.object({ awardId: z.string(), state: stateOf('commendationCase'), count })),
    checklist: z.array(z.string()).nullable().describe('items every dossier answers; null: not confirmed, nothing is asked'),
    majority: z.object({ num: count, den: count, strict: z.boolean(), source: z.string() }).nullable().describe('vote a case needs; null: not confirmed, none is asked'),
  })
  .meta({ id: 'CommendationCasePage' });

const chainLink = z
  .object({
    year: count,
    status: code(LINK_STATUSES),
    pack: z.string().nullable(),
    level: level.nullable().describe('as then given'),
    state: nonLevel.nullable(),
    clause: z.string().nullable().describe('where the reading in the ladder of today comes from'),
    mark: z.string().nullable(),
    subject: uuid.nullable().describe('organisation the year belongs to'),
  })
  .meta({ id: 'ChainLink' });
export const missQuery = z.strictObject({ ...pageQuery, award: z.string().max(80).optional() });
export const nearMissPage = z
  .object({
    items: z.array(
      z
        .object({
          awardId: z.string(),
          subjectKind,
          subject: z.object({ id: uuid, code: z.string(), name: z.string() }),
          organisation: organisationRef,
          chain: anyJson.describe('every year the award asks for, newest first, as ChainLink'),
          brokenYear: count,
          brokenStatus: code(LINK_STATUSES),
        })
        .meta({ id: 'NearMiss' }),
    ),
    next: z.string().nullable(),
  })
  .meta({ id: 'NearMissPage' });
export const chainQuery = z.strictObject({ subjectKind, subject: z.string().regex(/^[A-Z0-9-]{1,32}$/).describe('code of the member or organisation') });
export const chainAnswer = z
  .object({
    items: z.array(
      z
        .object({
          awardId: z.string(),
          label: z.string(),
          years: count.nullable().describe('null: not confirmed'),
          complete: z.boolean(),
          length: count,
          brokenBy: z.object({ year: count, status: code(LINK_STATUSES) }).nullable(),
          links: z.array(chainLink),
        })
        .meta({ id: 'ChainExplanation' }),
    ),
  })
  .meta({ id: 'ChainExplanations' });

export const dossierRequest = z
  .strictObject({ items: z.array(z.strictObject({ item: z.string().min(1).max(500), done: z.boolean(), document: z.string().trim().min(1).max(300).nullable().default(null) })).max(60) })
  .meta({ id: 'CommendationDossierRequest' });
export const voteRequest = z
  .strictObject({ heldOn: legalDate, caseIds: z.array(uuid).min(1).max(500), tellers: z.array(memberCode).length(2), present: z.number().int().min(1).max(1_000) })
  .meta({ id: 'CommendationVoteRequest' });
export const openedVote = z.object({ voteId: uuid }).meta({ id: 'OpenedCommendationVote' });
const papers = z.number().int().min(0).max(1_000);
export const countRequest = z
  .strictObject({ returned: papers, rows: z.array(z.strictObject({ caseId: uuid, agree: papers, disagree: papers, blank: papers, invalid: papers })).min(1).max(500) })
  .meta({ id: 'CommendationCountRequest' });
export const countAnswer = z
  .object({ entered: count, agreed: z.boolean().nullable().describe('null: the other teller is still to come'), differing: z.array(uuid).describe('cases to be counted again by both') })
  .meta({ id: 'CommendationCountAnswer' });
export const vote = z
  .object({
    id: uuid,
    heldOn: date,
    state: z.enum(['COUNTING', 'TALLIED']),
    countedBody: count,
    present: count,
    majority: anyJson,
    attempt: count,
    enteredByMe: z.boolean(),
    cases: z.array(z.object({ id: uuid, awardId: z.string(), subjectKind, subject: z.object({ code: z.string(), name: z.string() }) })),
    results: anyJson.describe('by case: agree, disagree, blank, invalid, carried and the formula; null until both tellers agree'),
  })
  .meta({ id: 'CommendationVote' });
export const revocationRequest = z
  .strictObject({ caseIds: z.array(uuid).min(1).max(500), number: z.string().trim().min(1).max(60), decidedOn: legalDate, reason, document: z.string().trim().min(1).max(300).optional() })
  .meta({ id: 'CommendationRevocationRequest' });
export const revoked = z.object({ decisionId: uuid }).meta({ id: 'CommendationRevocation' });
export const paymentQuery = z.strictObject({ ...pageQuery, decision: z.string().max(60).optional().describe('number of the decision') });
export const paymentPage = z
  .object({
    items: z.array(
      z
        .object({
          caseId: uuid,
          awardId: z.string(),
          subjectKind,
          subject: z.object({ code: z.string(), name: z.string() }),
          organisation: organisationRef,
          certificateNumber: z.string().nullable(),
          decision: z.object({ number: z.string(), decidedOn: date }),
          multiple: z.object({ num: count, den: count }).nullable(),
          baseSalary: z.string().nullable().describe('whole đồng'),
          amount: z.string().nullable().describe('whole đồng; null: not confirmed'),
          missing: z.array(z.enum(['MULTIPLE', 'BASE_SALARY'])).describe('what is not confirmed'),
        })
        .meta({ id: 'AwardPayment' }),
    ),
    next: z.string().nullable(),
    total: z.string().describe('whole đồng of the amounts that are confirmed'),
    unknown: count.describe('awards without a confirmed amount'),
  })
  .meta({ id: 'AwardPaymentPage' });
