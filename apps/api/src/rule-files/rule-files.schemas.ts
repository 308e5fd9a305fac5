import { MARKS, SUBJECT_KINDS } from '@binhxet/domain';
import { RULE_FILE_KINDS } from '@binhxet/rule-packs';
import { z } from 'zod';
import { anyJson, code, count, instant, nonLevel, subjectKind } from '../common/schemas.js';
import { cycleId, reason } from '../common/params.js';
import { pageOf, pageQuery } from '../platform/http/cursor.js';

/** Longest rule file, characters; the largest shipped one has a tenth of it. */
export const LONGEST = 400_000;

export const ruleFileId = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/).describe('id of a rule file');
const version = z.coerce.number().int().min(1).max(100_000);
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);
const kind = code(RULE_FILE_KINDS);

export const listQuery = z.strictObject({ kind: z.enum(RULE_FILE_KINDS).optional() });
export const versionQuery = z.strictObject({ version: version.optional().describe('default: the newest published') });
export const changesQuery = z.strictObject({ version: version.optional(), from: ruleFileId.optional().describe('default: the same id'), fromVersion: version.optional().describe('default: the newest version before') });
export const draftRequest = z.strictObject({ text: z.string().min(1).max(LONGEST).describe('YAML or JSON') }).meta({ id: 'RuleFileDraftRequest' });
export const tryRequest = z.strictObject({ version: z.number().int().min(1), cycleId, ...pageQuery }).meta({ id: 'RuleFileTryRequest' });
export const publishRequest = z
  .strictObject({ version: z.number().int().min(1), sha256: sha256.describe('of the draft that was read'), reason, document: z.string().trim().min(1).max(120).describe('number of the document that orders the change') })
  .meta({ id: 'RuleFilePublishRequest' });

export const ruleFileSummary = z
  .object({
    id: z.string(),
    version: count,
    kind,
    title: z.string(),
    sha256: z.string(),
    state: code(['SHIPPED', 'DRAFT', 'PUBLISHED']),
    newest: z.boolean().describe('no later version is in force'),
    ratingYears: z.object({ from: count, to: count.nullable() }).nullable(),
    period: code(['YEAR', 'QUARTER']).nullable(),
    inForceFrom: z.string().nullable(),
    historyOnly: z.boolean().describe('rating pack that only names labels of past years: nothing can be rated by it'),
    unconfirmed: count.describe('values that are not confirmed'),
    reason: z.string().nullable(),
    document: z.string().nullable(),
    at: instant.nullable().describe('published, or drafted'),
  })
  .meta({ id: 'RuleFileSummary' });
export const ruleFileList = z.object({ items: z.array(ruleFileSummary) }).meta({ id: 'RuleFileList' });

export const ruleFile = ruleFileSummary
  .extend({ content: anyJson, unconfirmedValues: z.array(z.object({ path: z.string(), source: z.string() })) })
  .meta({ id: 'RuleFile' });

export const explanation = z
  .object({
    id: z.string(),
    version: count,
    title: z.string(),
    sections: z.array(
      z.object({
        heading: z.string(),
        clauses: z.array(
          z.object({ path: z.string(), text: z.string().describe('Vietnamese'), source: z.string(), mark: code(MARKS), carriedFrom: z.string().optional(), note: z.string().optional() }),
        ),
      }),
    ),
  })
  .meta({ id: 'RuleFileExplanation' });

const changedValue = z.object({ value: anyJson, source: z.string().optional(), mark: code(MARKS).optional() }).nullable();
export const changes = z
  .object({
    from: z.object({ id: z.string(), version: count }),
    to: z.object({ id: z.string(), version: count }),
    items: z.array(z.object({ path: z.string(), change: code(['ADDED', 'REMOVED', 'CHANGED']), old: changedValue, new: changedValue })),
  })
  .meta({ id: 'RuleFileChanges' });

const ceilings = z.record(z.string(), count).describe('subjects by best level that the rules allow; NONE: no level');
export const tried = z
  .object({
    counts: z.object(Object.fromEntries(SUBJECT_KINDS.map((of) => [of, z.object({ before: ceilings, after: ceilings })])) as Record<(typeof SUBJECT_KINDS)[number], z.ZodObject<{ before: typeof ceilings; after: typeof ceilings }>>),
    aboveCeiling: count.describe('decided levels that the tried rules would not allow'),
    changedTotal: count,
    changed: pageOf(z.object({ reviewId: z.uuid(), subjectKind, subjectId: z.uuid(), before: count, after: count, decided: count.nullable() })),
    nonLevelStates: z.array(nonLevel).describe('states that stay as the cycle froze them'),
  })
  .meta({ id: 'RuleFileTrial' });

export const publishedPin = z.object({ id: z.string(), version: count, sha256: z.string() }).meta({ id: 'RuleFilePin' });
