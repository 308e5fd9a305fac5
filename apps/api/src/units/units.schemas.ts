import { MEETING_KINDS } from '@binhxet/application';
import { z } from 'zod';
import { legalDate, memberCode, reason, searchText, uuid } from '../common/params.js';
import { allowedActions, anyJson, code, count, counts, date, decisionSummary, instant, lastYear, meetingSummary, organisationName, paperState, person, reviewSummary, reviewSummaryShape, stateOf, step } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

export const membersQuery = z.strictObject({ ...pageQuery, state: z.string().max(40).optional(), q: searchText.optional() });
export const childrenQuery = z.strictObject({ ...pageQuery });
export const reasonRequest = z.strictObject({ reason }).meta({ id: 'ReasonRequest' });
export const submissionRequest = z.strictObject({ reviewId: uuid.optional().describe('the late review of this member; absent: the result of the unit') }).meta({ id: 'SubmissionRequest' });
export const conveneRequest = z
  .strictObject({
    kind: z.enum(MEETING_KINDS).optional().describe('what the body is due to meet for, when absent'),
    heldOn: legalDate,
    place: z.string().trim().min(1).max(500).optional(),
    chairCode: memberCode.optional().describe('default: the head of the body'),
    minuteTakerCode: memberCode.optional(),
    tellerCodes: z.array(memberCode).max(5).describe('two tellers, the first is the head teller'),
    reviewId: uuid.optional().describe('LATE_REVIEW: the review of the member who was absent'),
  })
  .meta({ id: 'ConveneRequest' });

export const submission = z
  .object({
    id: z.uuid(),
    round: count,
    state: stateOf('submission'),
    to: organisationName,
    summary: z.record(z.string(), anyJson),
    submittedAt: instant,
    returnedReason: z.string().nullable(),
    returnedAt: instant.nullable(),
  })
  .meta({ id: 'Submission' });

const unitShape = {
  organisationId: z.uuid(),
  code: z.string(),
  name: z.string(),
  cycleId: z.string(),
  ratingYear: count,
  clock: z.enum(['REAL', 'DRIVEN']),
  today: date,
  simulated: z.boolean(),
  cycleState: stateOf('cycle'),
  role: z.string(),
  path: z.array(organisationName),
  quotaGroup: z.string().nullable(),
  hasCommittee: z.boolean(),
  workflow: z.string().nullable(),
  workflowId: z.string().nullable(),
  phase: z.string(),
  phaseAt: instant.nullable(),
};

export const memberRow = z
  .object({
    ...reviewSummaryShape,
    person,
    memberStatus: z.string(),
    paper: z.object({ state: paperState, submittedAt: instant.nullable(), late: z.boolean() }),
    opinions: z.object({ requested: count, given: count }),
    isCivilServant: z.boolean(),
    civilLevel: anyJson.describe('imported civil rating; null: unknown'),
    duty: z.string().describe("what the pack's exemptions make of the member"),
    dutyClause: z.string().nullable(),
    flags: z.record(z.string(), anyJson),
    lastYear: lastYear.nullable(),
  })
  .meta({ id: 'UnitMember' });

export const childRow = z
  .object({
    organisationId: z.uuid(),
    code: z.string(),
    name: z.string(),
    role: z.string(),
    phase: z.string(),
    phaseAt: instant.nullable(),
    submission: z.object({ state: stateOf('submission'), round: count, submittedAt: instant }).nullable(),
    organisationReview: reviewSummary.nullable(),
    collectiveReview: reviewSummary.nullable(),
    members: z.object({ total: count, submitted: count, decided: count }).describe('of its subtree'),
    lateSince: instant.nullable(),
    allowedActions: allowedActions.describe('acts of the level above about this unit'),
  })
  .meta({ id: 'UnitChild' });

export const memberPage = z.object({ items: z.array(memberRow), next: z.string().nullable() }).meta({ id: 'UnitMemberPage' });
export const childPage = z.object({ items: z.array(childRow), next: z.string().nullable() }).meta({ id: 'UnitChildPage' });

export const unitOverview = z
  .object({
    ...unitShape,
    steps: z.array(step),
    meetings: z.array(meetingSummary),
    submission: submission.nullable(),
    decisions: z.array(decisionSummary),
    organisationReview: reviewSummary.nullable(),
    collectiveReview: reviewSummary.nullable(),
    memberStates: counts.describe('reviews of its own members by state'),
    childPhases: counts.describe('units below by phase'),
    blockers: z.array(z.object({ code: code(['SELF_REVIEW', 'OPINIONS', 'COLLECTIVE_REPORT', 'MEETING', 'SUBMISSION', 'UNITS', 'VERIFICATION', 'DECISION', 'HEADS', 'COMMENDATION']), count })).describe('steps that something is missing in'),
    members: memberPage.describe('first page; more under /members'),
    children: childPage.describe('first page; more under /children'),
    allowedActions,
  })
  .meta({ id: 'UnitOverview' });
