import { z } from 'zod';
import { reason, uuid } from '../common/params.js';
import { allowedActions, anyJson, count, date, instant, level, nonLevel, organisationName, organisationRef, reviewSummaryShape, step, yearResult } from '../common/schemas.js';

const sectionId = z.string().regex(/^[A-Za-z0-9._-]{1,40}$/);
export const paperRequest = z
  .strictObject({
    form: z.string().min(1).max(40).describe('form of the pack, see the rules of the cycle'),
    sections: z.record(sectionId, z.string().max(100_000)).describe('section of the form → text'),
    grades: z.record(sectionId, z.string().max(4)).default({}).describe('section → G1 … G4'),
    selfLevel: level.nullable().default(null),
  })
  .meta({ id: 'PaperRequest' });
export const reasonRequest = z.strictObject({ reason }).meta({ id: 'ReturnPaperRequest' });
export const opinionRequest = z.strictObject({ text: z.string().trim().min(1).max(20_000) }).meta({ id: 'OpinionRequest' });
export const verificationRequest = z
  .strictObject({
    level,
    reason: reason.nullable().default(null).describe('obligatory where the level differs from the self-assigned one'),
    collectiveLevel: level.nullable().default(null).describe('of its leading collective; absent: as self-rated'),
  })
  .meta({ id: 'VerificationRequest' });

export const savedPaper = z.object({ version: count, savedAt: instant }).meta({ id: 'SavedPaper' });
export const submittedPaper = z.object({ reviewId: uuid, version: count, submittedAt: instant, late: z.boolean(), state: z.string(), outstanding: count.describe('papers still missing in the step') }).meta({ id: 'SubmittedPaper' });
export const movedReview = z.object({ state: z.string() }).meta({ id: 'MovedReview' });
export const givenOpinion = z.object({ opinionId: uuid, late: z.boolean() }).meta({ id: 'GivenOpinion' });
export const verified = z.object({ state: z.string(), outstanding: count }).meta({ id: 'VerifiedDossier' });

export const paper = z
  .object({
    reviewId: uuid,
    version: count,
    form: z.string(),
    sections: z.record(z.string(), z.string()),
    grades: z.record(z.string(), z.string()),
    selfLevel: level.nullable(),
    savedAt: instant,
    submittedAt: instant.nullable(),
    late: z.boolean(),
    returnedReason: z.string().nullable(),
  })
  .meta({ id: 'Paper' });

const opinion = z.object({ id: uuid, from: organisationName.nullable(), body: z.string().nullable(), state: z.string(), late: z.boolean(), givenAt: instant.nullable() }).meta({ id: 'Opinion' });
const vote = z
  .object({
    ballotId: uuid,
    meetingId: uuid,
    kind: z.string(),
    organisation: organisationName,
    heldOn: date,
    countedBody: count.nullable(),
    votes: z.array(count).describe('by level, the best first'),
    blank: count,
    invalid: count,
    verdict: level.nullable().describe('null: no level has the majority'),
    proof: anyJson,
  })
  .meta({ id: 'ReviewVote' });
const decision = z
  .object({
    decisionId: uuid,
    kind: z.string(),
    number: z.string(),
    decidedOn: date,
    organisation: organisationName,
    level: level.nullable(),
    nonLevel: nonLevel.nullable(),
    verdict: level.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'ReviewDecision' });

export const explainedNode = z
  .object({
    depth: count,
    rule: z.string(),
    outcome: z.string(),
    text: z.object({ vi: z.string(), en: z.string() }),
    clause: z.string().nullable(),
    tone: z.enum(['FOR', 'AGAINST', 'OPEN', 'NEUTRAL']),
  })
  .meta({ id: 'ExplainedNode' });

export const review = z
  .object({
    ...reviewSummaryShape,
    cycleId: z.string(),
    ratingYear: count,
    today: date,
    simulated: z.boolean(),
    subject: z.object({ id: uuid, code: z.string(), name: z.string() }),
    organisation: organisationRef,
    unit: organisationRef.nullable(),
    decider: organisationRef,
    duty: z.string(),
    dutyClause: z.string().nullable(),
    note: z.string().nullable(),
    steps: z.array(step),
    votes: z.array(vote),
    decisions: z.array(decision),
    proof: anyJson,
    explanation: z.array(explainedNode).describe('the proof as sentences, each step before those it rests on'),
    years: z.array(yearResult),
    paper: paper.nullable().describe('null: not begun, or not for this reader'),
    paperVisible: z.boolean(),
    paperOfYearBefore: paper.nullable(),
    opinions: z.array(opinion).describe('empty where they are not for this reader'),
    allowedActions,
  })
  .meta({ id: 'Review' });

export const ownReviews = z
  .object({ items: z.array(z.object({ ...reviewSummaryShape, cycleId: z.string(), ratingYear: count, simulated: z.boolean(), organisation: organisationName })) })
  .meta({ id: 'OwnReviews' });
