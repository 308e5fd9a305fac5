import { INBOX_TABS, TASK_TARGETS } from '@binhxet/application';
import { TASK_KINDS } from '@binhxet/domain';
import { z } from 'zod';
import { allowedActions, code, count, date, instant, organisationName, person, stateOf, subjectKind } from '../common/schemas.js';
import { cycleId, orgCode } from '../common/params.js';
import { pageQuery } from '../platform/http/cursor.js';

export const tasksQuery = z.strictObject({
  ...pageQuery,
  tab: z.enum([...INBOX_TABS, 'upcoming']).default('mine').describe('mine: what I can do; body: all of the bodies I serve; upcoming: what cannot start yet; done: the last 30 days'),
  kind: z.string().max(60).optional(),
  cycle: cycleId.optional(),
  organisation: orgCode.optional(),
});

export const task = z
  .object({
    id: z.uuid(),
    kind: code(Object.keys(TASK_KINDS)),
    cycleId: z.string().nullable(),
    ratingYear: count.nullable(),
    organisation: organisationName,
    stepId: z.uuid().nullable(),
    refId: z.uuid().nullable(),
    target: z.object({ kind: z.enum(TASK_TARGETS), id: z.string(), meetingId: z.uuid().nullable() }).describe('what the task opens; a unit by its code'),
    href: z.string().describe('resource of the API behind the task'),
    subject: z.object({ kind: subjectKind, code: z.string(), name: z.string() }).nullable(),
    holder: z.enum(['PERSONAL', 'POST']),
    postKinds: z.array(z.string()),
    bodyKind: z.string().nullable(),
    state: stateOf('task'),
    claimedBy: person.nullable(),
    doneBy: person.nullable(),
    live: z.boolean(),
    dueAt: instant.nullable(),
    closeAt: instant.nullable(),
    openedAt: instant,
    doneAt: instant.nullable(),
    today: date.describe('date of its cycle'),
    workingDaysLeft: count.nullable().describe('0: due today; negative: overdue'),
    heading: z.enum(['NOW', 'OVERDUE', 'WEEK', 'LATER', 'NONE']),
    waitingCount: count.describe('people who wait for this'),
    facts: z.record(z.string(), z.unknown()),
    version: count,
    allowedActions,
  })
  .meta({ id: 'Task' });

export const upcoming = z
  .object({ cycleId: z.string(), organisation: organisationName, kind: z.string(), expectedOn: date.nullable(), waitsFor: z.array(z.object({ kind: z.string(), outstanding: count })) })
  .meta({ id: 'UpcomingTask' });

export const taskPage = z
  .object({
    items: z.array(task),
    upcoming: z.array(upcoming).describe('only with tab=upcoming'),
    next: z.string().nullable().describe('cursor of the next page; null after the last'),
    counts: z.object({ mine: count, body: count, live: count, overdue: count, atLeast: count.nullable().describe('figures that reach it are not exact') }),
    asOf: instant,
  })
  .meta({ id: 'TaskPage' });
