import { BODY_KINDS, DISCIPLINE_FORMS, INSPECTION_FORMS, LEAVE_FORMS, MARKS, ORG_ROLES, TARGET_OPERATORS, TARGET_PERIODS, TARGET_UNITS, TARGET_VERDICTS, WORK_KIND_NAMES, WORK_STATES, type WorkKind } from '@binhxet/domain';
import { z } from 'zod';
import { legalDate, reason, uuid } from '../common/params.js';
import { anyJson, code, count, date, level, organisationName } from '../common/schemas.js';

const year = count.min(1930).max(2199);
const text = (max: number) => z.string().trim().min(1).max(max);
const optionalText = (max: number) => text(max).nullable().default(null);
const rational = z.strictObject({ num: count.min(0).max(1_000_000_000), den: count.min(1).max(1_000_000) }).describe('exact: 95 % is {95, 1}');
export const workKind = z.enum(WORK_KIND_NAMES as [WorkKind, ...WorkKind[]]).meta({ id: 'WorkKind' });

const targetLevel = z.strictObject({ rank: level, orBetter: z.boolean(), title: text(60).optional() });
const set = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('SUBJECTS'), subject: z.enum(['ORGANISATION', 'MEMBER']), roles: z.array(z.enum(ORG_ROLES)).min(1).max(6).optional(), base: z.enum(['ALL', 'RATED']), level: targetLevel.optional() }),
    z.strictObject({ kind: z.literal('WORK'), work: workKind, count: z.enum(['TURNS', 'SUBJECTS']), subject: z.enum(['ORGANISATION', 'MEMBER']).optional(), state: z.enum(WORK_STATES).optional() }),
    z.strictObject({ kind: z.literal('FIGURE'), key: z.string().regex(/^[A-Za-z0-9.-]{1,60}$/) }),
  ])
  .meta({ id: 'TargetSet' });
const reading = z.strictObject({ id: z.string().regex(/^[a-z0-9-]{1,40}$/), numerator: set, denominator: set.nullable().default(null), mark: z.enum(MARKS), note: text(500).optional() });
const readings = z.tuple([reading], reading).describe('the first is the chosen one; a word such as "trong đó" has two');

const targetShape = {
  code: z.string().regex(/^[A-Za-z0-9.]{1,12}$/),
  wording: text(1_000).describe('as written'),
  operator: z.enum(TARGET_OPERATORS),
  value: rational.nullable().default(null),
  upper: rational.nullable().default(null),
  unit: z.enum(TARGET_UNITS),
  decimals: count.min(0).max(4).default(2),
  label: optionalText(200),
  packOfLabel: z.string().regex(/^[A-Za-z0-9._-]{1,24}$/).nullable().default(null).describe('pack whose label it is; null: the rank itself is meant'),
  period: z.enum(TARGET_PERIODS),
  fromYear: year,
  toYear: year,
  readings,
  mark: z.enum(MARKS),
  note: optionalText(1_000),
};
export const resolutionRequest = z
  .strictObject({
    number: text(60),
    title: text(300),
    adoptedOn: legalDate,
    fromYear: year,
    toYear: year,
    document: optionalText(300),
    replaces: uuid.nullable().default(null).describe('the resolution in force that this one corrects'),
    reason: reason.nullable().default(null),
    targets: z.array(z.strictObject(targetShape)).min(1).max(200),
  })
  .meta({ id: 'ResolutionRequest' });
export const recordedResolution = z.object({ resolutionId: uuid }).meta({ id: 'RecordedResolution' });

export const targetView = z.object({ ...targetShape, id: uuid, ordinal: count }).meta({ id: 'Target' });
export const resolutionView = z
  .object({ id: uuid, superiorId: uuid, number: z.string(), title: z.string(), adoptedOn: date, fromYear: count, toYear: count, document: z.string().nullable(), replaces: uuid.nullable(), reason: z.string().nullable(), targets: z.array(targetView) })
  .meta({ id: 'Resolution' });

export const mappingRequest = z
  .strictObject({
    subject: z.enum(['MEMBER', 'ORGANISATION']),
    packOfLabel: z.string().regex(/^[A-Za-z0-9._-]{1,24}$/),
    rank: level,
    title: optionalText(60),
    resultPack: z.string().regex(/^[A-Za-z0-9._-]{1,24}$/).nullable().default(null).describe('null: every other ladder'),
    toRank: level,
    toOrBetter: z.boolean(),
    reason,
    document: optionalText(300),
  })
  .meta({ id: 'TargetMappingRequest' });
export const mappedLabel = z.object({ mappingId: uuid }).meta({ id: 'MappedLabel' });
export const targetBook = z.object({ resolutions: z.array(resolutionView), mappings: z.array(z.object({ ...mappingRequest.shape, id: uuid })) }).meta({ id: 'TargetBook' });

export const scaled = z.object({ scaled: count.describe('whole number of 10^-decimals'), decimals: count }).meta({ id: 'ScaledNumber' });
const verdict = z.enum(TARGET_VERDICTS).nullable().describe('null: not all that is needed is known');
const outcomeShape = { reading: z.string(), k: count.nullable(), n: count.nullable(), percent: scaled.nullable(), verdict, difference: z.object({ unit: z.enum(['POINTS', 'PERCENT_OF_TARGET']), scaled: count, decimals: count }).nullable() };
export const outcome = z.object({ ...outcomeShape, readings: z.array(z.object(outcomeShape)), ambiguous: z.boolean().describe('readings lead to different verdicts') }).meta({ id: 'TargetOutcome' });
export const outlook = z
  .object({ base: count.nullable(), needed: count, mayFail: count.nullable(), failedSoFar: count, inDoubt: count, possible: count.nullable(), missedLastYear: z.boolean().nullable(), reasons: z.array(z.string()), verdict })
  .meta({ id: 'TargetOutlookArithmetic' });
export const targetOutlook = z.object({ target: targetView, outlook: outlook.nullable(), verdict, lastYear: outcome.nullable() }).meta({ id: 'TargetOutlook' });

export const targetReport = z
  .object({
    year: count,
    simulated: z.boolean(),
    packId: z.string().nullable().describe('null: the pack of the year is open'),
    lines: z.array(
      z.object({
        resolution: z.object({ id: uuid, number: z.string(), title: z.string(), adoptedOn: date }),
        target: targetView,
        outcome,
        label: anyJson.describe('how the label reads in the ladder of the year; null where no level is meant'),
        term: z.object({ years: z.array(z.object({ year: count, count: count.nullable(), cumulative: count.nullable() })), cumulative: count.nullable(), gaps: z.array(count), verdict }).nullable(),
      }),
    ),
    conflicts: z.array(z.object({ kind: z.string(), targets: z.array(uuid) }).loose()).describe('lines that contradict each other or the quota, kept as published'),
    groups: z.array(
      z.object({
        subject: z.enum(['ORGANISATION', 'MEMBER']),
        base: count,
        levels: z.array(z.object({ level: count, k: count, percent: scaled.nullable(), orBetter: count, orBetterPercent: scaled.nullable() })),
        rest: z.array(z.object({ key: z.string(), k: count })).describe('by category; shares are never adjusted to 100'),
      }),
    ),
  })
  .meta({ id: 'TargetReport' });

export const workRequest = z
  .strictObject({
    kind: workKind,
    state: z.enum(WORK_STATES).default('DONE'),
    on: legalDate,
    to: legalDate.nullable().default(null),
    subjectKind: z.enum(['ORGANISATION', 'MEMBER']).nullable().default(null),
    subject: z.string().regex(/^[A-Z0-9-]{1,32}$/).nullable().default(null).describe('code, inside the organisation that did the work'),
    quantity: count.min(0).max(1_000_000).default(1).describe('turns, people or units'),
    unit: optionalText(60),
    detail: optionalText(60).describe(`DISCIPLINE: ${DISCIPLINE_FORMS.join(', ')}; LEAVE: ${LEAVE_FORMS.join(', ')}; INSPECTION: ${INSPECTION_FORMS.join(', ')}; INSPECTION and SUPERVISION: the kind of body that did it (${BODY_KINDS.join(', ')}) or none; FIGURE: its key`),
    selfDetected: z.boolean().default(false),
    decisionNumber: optionalText(60),
    document: optionalText(300),
    note: optionalText(2_000),
  })
  .meta({ id: 'WorkRecordRequest' });
export const recordedWork = z.object({ recordId: uuid, corrected: count.describe('late organisations of a mid-year review that this put right') }).meta({ id: 'RecordedWork' });
export const workRecordView = z
  .object({
    id: uuid,
    organisation: organisationName,
    kind: workKind,
    state: code(WORK_STATES),
    on: date,
    to: date.nullable(),
    subject: z.object({ kind: z.string(), code: z.string(), name: z.string() }).nullable(),
    quantity: count,
    unit: z.string().nullable(),
    detail: z.string().nullable(),
    selfDetected: z.boolean(),
    decisionNumber: z.string().nullable(),
    document: z.string().nullable(),
    note: z.string().nullable(),
    source: z.string(),
    cancelledReason: z.string().nullable(),
  })
  .meta({ id: 'WorkRecord' });
