import { NON_LEVEL_STATES, ORG_ROLES } from '@binhxet/domain';
import { z } from 'zod';
import { openCycleRequest } from '../cycles/cycles.schemas.js';
import { legalDate } from '../common/params.js';
import { anyJson, code, count, date, instant, level } from '../common/schemas.js';
import { scaled, targetOutlook, workKind } from './target.schemas.js';

export const registrationRequest = z
  .strictObject({ level: level.describe('rank aimed at'), label: z.string().trim().min(1).max(200).nullable().default(null).describe('in the words of the organisation'), note: z.string().trim().min(1).max(1_000).nullable().default(null) })
  .meta({ id: 'RegistrationRequest' });
export const registered = z.object({ late: z.boolean(), outstanding: count }).meta({ id: 'Registered' });

const registrationLine = z
  .object({
    code: z.string(),
    name: z.string(),
    role: z.string(),
    registered: z.object({ level, label: z.string().nullable(), note: z.string().nullable(), on: date, late: z.boolean() }).nullable(),
    achieved: z.object({ level: level.nullable(), nonLevel: z.enum(NON_LEVEL_STATES).nullable() }).nullable(),
    ranksBelow: count.nullable().describe('achieved minus registered rank: below zero is better than registered'),
  })
  .meta({ id: 'RegistrationLine' });
export const registrationBoard = z
  .object({ cycleId: z.string(), dueAt: instant.nullable(), open: z.boolean(), sums: z.array(z.object({ level: count, k: count })), missing: count, late: count, lines: z.array(registrationLine) })
  .meta({ id: 'RegistrationBoard' });

const role = code(ORG_ROLES);
const midYearFigures = z
  .object({
    on: date,
    plans: z.array(z.object({ kinds: z.array(workKind), done: count, planned: count, percent: scaled.nullable(), organisations: count, members: count })).describe('turns done of turns planned for the year; distinct subjects apart'),
    byRole: z.array(z.object({ role, k: count, n: count })).describe('organisations that have done none of the work asked for'),
    late: z.array(z.object({ organisationId: z.uuid(), code: z.string(), name: z.string(), role })),
    targets: z.array(targetOutlook),
  })
  .meta({ id: 'MidYearFigures' });
export const midYearBoard = z
  .object({
    now: midYearFigures,
    concluded: z
      .object({ cycleId: z.string(), superiorId: z.uuid(), heldOn: date, workKinds: z.array(workKind), correctBefore: date, dueOn: date.nullable(), report: anyJson, lateThen: z.array(z.string()), stillLate: z.array(z.string()), overdue: z.boolean() })
      .nullable(),
  })
  .meta({ id: 'MidYearBoard' });
export const midYearQuery = z.strictObject({ on: legalDate.optional() });
export const midYearRequest = z
  .strictObject({
    heldOn: legalDate,
    workKinds: z.array(workKind).min(1).max(9).describe('at least one record of any of them is asked for'),
    correctBefore: legalDate.describe('"trước ngày": the day before is the last'),
    note: z.string().trim().min(1).max(4_000).optional(),
  })
  .meta({ id: 'MidYearRequest' });

export const workOfYear = z
  .object({
    items: z.array(
      z.object({
        kind: workKind,
        body: z.string().nullable().describe('kind of body that did the work; null: the records do not say'),
        subjectKind: z.enum(['ORGANISATION', 'MEMBER']).nullable(),
        turns: count,
        subjects: count.describe('distinct: the same one twice is two turns and one subject'),
      }),
    ),
  })
  .meta({ id: 'WorkOfYear' });

const { packs, settings, plan } = openCycleRequest.shape;
export const openReviewRequest = z.strictObject({ packs, settings, plan }).meta({ id: 'OpenReviewRequest' });

export const readinessFinding = z
  .object({
    code: z.string(),
    severity: z.enum(['BLOCKING', 'WARNING', 'NOTE']),
    count,
    where: z.array(z.string()).describe('codes, at most 100'),
    facts: z.record(z.string(), anyJson),
  })
  .meta({ id: 'ReadinessFinding' });
export const readinessReport = z
  .object({ organisation: z.string(), year: count, on: date, packId: z.string().nullable(), blocking: count, findings: z.array(readinessFinding) })
  .meta({ id: 'ReadinessReport' });
export const readinessQuery = z.strictObject({ year: z.coerce.number().int().min(1930).max(2199), on: legalDate.optional(), settings: z.string().max(80).optional(), pack: z.string().max(80).optional() });
