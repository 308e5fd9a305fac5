import { ACTION_NEEDS, PAPER_STATES } from '@binhxet/application';
import { NON_LEVEL_STATES, STATE_MACHINES, type StateMachineName, SUBJECT_KINDS } from '@binhxet/domain';
import { z } from 'zod';

/** What a service may answer for a schema: lists are given, not handed over. */
export type Wire<T> = T extends readonly (infer U)[] ? readonly Wire<U>[] : T extends object ? { readonly [K in keyof T]: Wire<T[K]> } : T;
export type WireOf<S extends z.ZodType> = Wire<z.infer<S>>;

/** A code of a closed list: clients see the list, the compiler a text. */
export const code = (values: readonly string[]) => z.string().meta({ enum: [...values] });
/** A state of one or several machines; labels are made where they are read. */
export const stateOf = (...machines: readonly StateMachineName[]) => code([...new Set(machines.flatMap((name) => STATE_MACHINES[name].states as readonly string[]))]);
export const REVIEW_MACHINES = ['memberReview', 'collectiveReview', 'orgClassification'] as const;

export const instant = z.string().meta({ format: 'date-time' });
export const date = z.string().meta({ format: 'date' });
export const count = z.number().int();
export const anyJson = z.unknown();
export const counts = z.record(z.string(), count);

export const level = z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(5), z.literal(6)]).meta({ id: 'Level', description: 'rank of a quality level, 1 the best; labels: rules of the cycle' });
export const nonLevel = z.enum(NON_LEVEL_STATES).meta({ id: 'NonLevelState' });
export const subjectKind = z.enum(SUBJECT_KINDS).meta({ id: 'SubjectKind' });
export const organisationName = z.object({ code: z.string(), name: z.string() }).meta({ id: 'OrganisationName' });
export const organisationRef = z.object({ id: z.uuid(), code: z.string(), name: z.string() }).meta({ id: 'OrganisationRef' });
export const person = z.object({ memberId: z.uuid(), code: z.string(), fullName: z.string() }).meta({ id: 'Person' });

export const allowedAction = z
  .object({
    id: z.string(),
    allowed: z.boolean(),
    reasonCode: z.string().nullable().describe('refusal that calling it now would meet'),
    facts: z.record(z.string(), anyJson),
    needs: z.array(z.enum(ACTION_NEEDS)),
    method: z.enum(['POST', 'PUT']),
    href: z.string(),
  })
  .meta({ id: 'AllowedAction' });
export const allowedActions = z.array(allowedAction).describe('in the order to show; what is outside the role of the reader is absent');

export const step = z
  .object({
    id: z.uuid(),
    kind: z.string(),
    refId: z.uuid().nullable(),
    round: count,
    state: z.enum(['OPEN', 'CLOSED']),
    outstanding: count,
    total: count,
    dueAt: instant.nullable(),
    closeAt: instant.nullable(),
    openedAt: instant,
    closedAt: instant.nullable(),
    closeCause: z.string().nullable(),
    overdue: z.boolean(),
  })
  .meta({ id: 'Step' });

export const levels = z.object({ self: level.nullable(), proposed: level.nullable(), verified: level.nullable(), decided: level.nullable() }).meta({ id: 'Levels' });
export const lastYear = z.object({ level: level.nullable(), nonLevel: nonLevel.nullable(), label: z.string().nullable() }).meta({ id: 'LastYear' });

export const reviewSummaryShape = {
  id: z.uuid(),
  subjectKind,
  state: stateOf(...REVIEW_MACHINES),
  levels,
  nonLevel: nonLevel.nullable(),
  nonLevelClause: z.string().nullable(),
  ceiling: level.nullable(),
  isHead: z.boolean(),
  version: count,
};
export const reviewSummary = z.object(reviewSummaryShape).meta({ id: 'ReviewSummary' });

export const meetingSummaryShape = {
  id: z.uuid(),
  stepId: z.uuid(),
  kind: z.string(),
  state: stateOf('meeting'),
  round: count,
  heldOn: date,
  place: z.string().nullable(),
  summoned: count,
  present: count,
  counted: count,
  version: count,
};
export const meetingSummary = z.object(meetingSummaryShape).meta({ id: 'MeetingSummary' });

export const decisionShape = {
  id: z.uuid(),
  kind: z.string(),
  number: z.string(),
  decidedOn: date,
  meetingId: z.uuid().nullable(),
  reason: z.string().nullable(),
  document: z.string().nullable(),
  contentHash: z.string(),
  issuedAt: instant,
  lines: count,
  quota: anyJson.describe('each check: group, count, ceiling, breach'),
};
export const decisionSummary = z.object(decisionShape).meta({ id: 'DecisionSummary' });

export const yearResult = z
  .object({
    year: count,
    level: level.nullable(),
    nonLevel: nonLevel.nullable(),
    label: z.string().nullable().describe('as then written'),
    packId: z.string(),
    titleOutstanding: z.boolean(),
    decisionNumber: z.string().nullable(),
    source: z.string(),
    state: z.string(),
    cancelledReason: z.string().nullable(),
  })
  .meta({ id: 'YearResult' });

export const paperState = code(PAPER_STATES);

/** What an act of a body answers: the ids and counts it led to. */
export const commandOutcome = z
  .object({
    commandId: z.uuid(),
    meetingId: z.uuid().optional(),
    ballotId: z.uuid().optional(),
    decisionId: z.uuid().optional(),
    opened: z.array(z.object({ stepId: z.uuid(), kind: z.string(), refId: z.string().optional(), outstanding: count, dueAt: z.string().nullable(), closeAt: z.string().nullable(), remindAt: z.array(z.string()), escalateAt: z.array(z.string()) })).optional(),
    closed: z.array(z.uuid()).optional(),
    lateReviewIds: z.array(z.uuid()).optional(),
    openCases: count.optional(),
    packId: z.string().optional().describe('rating pack that the act pinned'),
  })
  .meta({ id: 'CommandOutcome' });
