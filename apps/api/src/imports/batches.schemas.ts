import { IMPORT_KINDS, type ImportKind, ROW_CLASSES, type RowClass } from '@binhxet/application';
import { z } from 'zod';
import { anyJson, code, count, instant } from '../common/schemas.js';
import { importFile } from './imports.schemas.js';

const kinds = z.enum(IMPORT_KINDS as [ImportKind, ...ImportKind[]]);
const classes = z.enum(ROW_CLASSES);
const classCounts = z.object(Object.fromEntries(ROW_CLASSES.map((name) => [name, count])) as Record<RowClass, typeof count>);

const uploaded = z.strictObject({
  name: z.string().regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,119}\.(csv|xlsx)$/iu).describe('ends in .csv or .xlsx'),
  kind: kinds,
  content: z.base64().describe('the bytes of the file'),
});
export const batchRequest = z.strictObject({ files: z.array(z.union([uploaded, importFile])).min(1).max(IMPORT_KINDS.length) }).meta({ id: 'ImportBatchRequest' });
const fault = z.object({ column: z.string().nullable(), code: z.string(), facts: anyJson });
export const batchAnswer = z
  .object({
    batchId: z.uuid(),
    sha256: z.string(),
    counts: classCounts,
    fileFaults: z.array(z.object({ file: z.string(), row: count, column: z.string().nullable(), code: z.string(), facts: anyJson })).describe('faults of whole files'),
  })
  .meta({ id: 'ImportBatchAnswer' });

export const batch = z
  .object({
    id: z.uuid(),
    state: code(['CHECKED', 'CANCELLED']),
    files: z.array(z.object({ name: z.string(), kind: code(IMPORT_KINDS), rows: count })),
    sha256: z.string(),
    createdAt: instant,
    counts: classCounts,
    accepted: count,
    refused: count,
    written: count,
  })
  .meta({ id: 'ImportBatch' });

const cells = z.record(z.string(), z.string().nullable());
export const batchRow = z
  .object({
    n: count,
    file: z.string(),
    row: count.describe('line in the file; the header is 1'),
    kind: code(IMPORT_KINDS),
    class: code(ROW_CLASSES),
    cells,
    differences: z.array(z.object({ column: z.string(), stored: z.string().nullable(), incoming: z.string() })),
    faults: z.array(fault),
    decision: code(['ACCEPTED', 'REFUSED']).nullable(),
    writtenAt: instant.nullable(),
  })
  .meta({ id: 'ImportBatchRow' });

export const decisionRequest = z
  .union([
    z.strictObject({ decision: z.enum(['ACCEPTED', 'REFUSED']), rows: z.array(z.number().int().min(0)).min(1).max(10_000) }),
    z.strictObject({ decision: z.enum(['ACCEPTED', 'REFUSED']), classes: z.array(classes).min(1).max(ROW_CLASSES.length) }),
  ])
  .meta({ id: 'ImportDecisionRequest' });
export const decisionAnswer = z.object({ decided: count, remaining: count.describe('accepted and not written yet') }).meta({ id: 'ImportDecisionAnswer' });

export const applyRequest = z.strictObject({ limit: z.number().int().min(1).max(50_000).optional().describe('rows to look at in this request; repeat while `remaining` exceeds `waiting`') }).meta({ id: 'ImportApplyRequest' });
export const applyAnswer = z
  .object({ written: count, remaining: count, waiting: count.describe('accepted rows that refer to what is not stored, or end an organisation that is not empty'), cycles: z.array(anyJson) })
  .meta({ id: 'ImportApplyAnswer' });
