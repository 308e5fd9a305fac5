import { PLAN_KEYS } from '@binhxet/application';
import { MARKS } from '@binhxet/domain';
import { z } from 'zod';
import { legalDate, orgCode, queryFlag } from '../common/params.js';
import { allowedActions, anyJson, count, counts, date, instant, organisationName, stateOf, step, subjectKind } from '../common/schemas.js';
import { pageQuery } from '../platform/http/cursor.js';

const ruleFileId = z.string().regex(/^[A-Za-z0-9._-]{1,60}(@\d+)?$/).describe('id of an installed rule file, alone for its newest version or as `id@version`');
const sourced = z.strictObject({ value: z.json(), source: z.string().max(2_000), mark: z.enum(MARKS), carriedFrom: z.string().optional(), note: z.string().max(2_000).optional() });
/** Choices of the superior where the texts leave one open, each with its source. */
const settingsFile = z
  .strictObject({
    kind: z.literal('settings'),
    id: z.string().min(1).max(60),
    version: count.min(1),
    title: z.string().max(500),
    sources: z.array(z.strictObject({ document: z.string().max(500), issuedOn: z.string().nullable().optional(), mark: z.enum(MARKS), note: z.string().max(2_000).optional() })).max(50),
    values: z.record(z.string().regex(/^[A-Za-z0-9.]{1,80}$/), sourced),
  })
  .meta({ id: 'SettingsFile' });

export const openCycleRequest = z
  .strictObject({
    superiorCode: orgCode,
    period: z.string().regex(/^[0-9]{4}(-Q[1-4])?$/),
    clock: z.enum(['REAL', 'DRIVEN']),
    clockOn: legalDate.optional().describe('DRIVEN: its first date'),
    packs: z.strictObject({ rating: ruleFileId.optional(), voting: ruleFileId.optional(), commendation: ruleFileId.optional(), money: ruleFileId.optional(), documents: ruleFileId.optional() }).default({}).describe('what is left out is chosen by rating year and date'),
    settings: z.union([ruleFileId, settingsFile]).describe('an installed settings file, or a whole one'),
    plan: z.strictObject(Object.fromEntries(PLAN_KEYS.map((key) => [key, legalDate.nullable().optional()])) as Record<(typeof PLAN_KEYS)[number], z.ZodOptional<z.ZodNullable<typeof legalDate>>>),
    simulated: z.boolean().describe('generated data: every page and paper says so'),
  })
  .meta({ id: 'OpenCycleRequest' });
export const openedCycle = z.object({ cycleId: z.string() }).meta({ id: 'OpenedCycle' });

export const clockRequest = z.strictObject({ date: legalDate }).meta({ id: 'ClockRequest' });
export const movedClock = z.object({ date, bodiesTold: count }).meta({ id: 'MovedClock' });

const summaryShape = {
  id: z.string(),
  superior: organisationName,
  period: z.string(),
  ratingYear: count,
  state: stateOf('cycle'),
  clock: z.enum(['REAL', 'DRIVEN']),
  clockOn: date.nullable(),
  today: date.describe("the cycle's date, whatever the clock"),
  simulated: z.boolean(),
  openedAt: instant,
  closedAt: instant.nullable(),
};
export const cycleSummary = z.object(summaryShape).meta({ id: 'CycleSummary' });
export const cycle = z
  .object({
    ...summaryShape,
    plan: z.record(z.string(), z.string().nullable()),
    pins: z.array(z.object({ id: z.string(), version: z.union([z.number(), z.string()]), sha256: z.string() })),
    settingsHash: z.string(),
    snapshotHash: z.string().nullable(),
    units: count,
    members: count,
    figures: z.object({ phases: counts, reviews: z.record(z.string(), counts) }).nullable().describe('null unless a post or grant of the reader reaches the superior'),
    allowedActions,
  })
  .meta({ id: 'Cycle' });

const label = z.object({ subjectKind, key: z.string().describe('1 … 4, or a non-level state'), label: z.string(), short: z.string().nullable() });
export const cycleRules = z
  .object({
    packId: z.string(),
    title: z.string(),
    labels: z.array(label),
    forms: z.array(z.object({ id: z.string(), subject: subjectKind, label: z.string(), holdsLeadershipPost: z.boolean().optional(), sections: z.array(z.object({ id: z.string(), heading: z.string(), graded: z.boolean() })) })),
    grounds: z.array(z.object({ id: z.string(), label: z.string(), subjects: z.array(subjectKind) })).describe('on which a body may decide a level above the highest allowed; empty: never'),
    gates: z.array(z.object({ id: z.string(), label: z.string(), clause: z.string(), requires: z.boolean().describe('true: holds a level down where it is not met; false: where it applies') })).describe('conditions of levels, in the words of the pack'),
    settings: z.record(z.string(), z.object({ value: anyJson, source: z.string(), mark: z.string() })),
  })
  .meta({ id: 'CycleRules' });

export const progressQuery = z.strictObject({ ...pageQuery, phase: z.string().max(40).optional(), role: z.string().max(40).optional(), parent: orgCode.optional(), late: queryFlag.optional() });
const progressRow = z
  .object({
    organisationId: z.uuid(),
    code: z.string(),
    name: z.string(),
    role: z.string(),
    parentCode: z.string().nullable(),
    unitCode: z.string().nullable(),
    workflow: z.string().nullable(),
    phase: z.string(),
    phaseAt: instant.nullable(),
    steps: z.array(step).describe('newest round of each kind'),
    members: z.object({ total: count, submitted: count, decided: count }),
    lateSince: instant.nullable(),
    workingDaysLate: count.nullable(),
  })
  .meta({ id: 'ProgressRow' });
export const bodyStands = z
  .object({
    items: z
      .array(
        z.object({
          code: z.string(),
          workflow: z.string().nullable(),
          phase: z.string(),
          open: z.array(z.object({ id: z.uuid(), kind: z.string(), outstanding: count })).describe('open steps, oldest first'),
        }),
      )
      .describe('every body the reader may see, in official order'),
  })
  .meta({ id: 'BodyStands' });
export const progressPage = z
  .object({
    items: z.array(progressRow),
    next: z.string().nullable(),
    steps: z.array(z.object({ kind: z.string(), done: count, total: count, open: count, late: count })).describe('over everything the reader may see; on the first page only'),
    today: date,
    asOf: instant,
  })
  .meta({ id: 'ProgressPage' });

const figure = z.object({ key: z.string(), k: count, n: count });
const levelFigures = z
  .object({
    subjectKind,
    total: count,
    rated: count.describe('base of every share: subjects with a level'),
    levels: z.object({ 1: count, 2: count, 3: count, 4: count, 5: count.optional(), 6: count.optional() }),
    nonLevels: z.object({ NOT_RATED: count, EXEMPT: count, NOT_YET_RATED: count }),
    undecided: count,
    goodOrBetter: figure,
    top: figure,
  })
  .meta({ id: 'LevelFigures' });
export const report = z
  .object({
    cycleId: z.string(),
    ratingYear: count,
    simulated: z.boolean(),
    state: stateOf('cycle'),
    figures: z.array(levelFigures),
    grassroots: z.array(levelFigures).describe('grassroots organisations and their collectives alone: what a superior reports'),
    admitted: figure,
    quota: z.array(z.object({ decisionId: z.uuid(), decisionNumber: z.string(), organisation: organisationName, checks: anyJson, reason: z.string().nullable(), document: z.string().nullable() })).describe('decisions that go beyond a ceiling'),
    commendation: z.record(z.string(), counts),
    awards: z.array(z.object({ id: z.string(), label: z.string(), years: count.nullable(), subject: subjectKind, form: z.string() })),
    ledger: z.object({ size: count, checkpoint: z.string(), verifierKey: z.string(), signedAt: instant }).nullable(),
  })
  .meta({ id: 'CycleReport' });

export const commendedQuery = z.strictObject({ ...pageQuery, list: z.enum(['commended', 'several-years']).default('commended').describe('several-years: awards that span more than one rating year'), award: z.string().max(80).optional() });
export const commendedRow = z
  .object({
    caseId: z.uuid(),
    awardId: z.string(),
    form: z.string(),
    subjectKind,
    subject: z.object({ code: z.string(), name: z.string() }),
    organisation: organisationName,
    state: stateOf('commendationCase'),
    chain: anyJson,
    money: anyJson,
    decisionNumber: z.string().nullable(),
    certificateNumber: z.string().nullable(),
  })
  .meta({ id: 'CommendedRow' });

