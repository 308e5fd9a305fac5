import { IMPORT_KINDS, type ImportKind } from '@binhxet/application';
import { z } from 'zod';

const ROWS = 500_000;
const COLUMNS = 40;
/** Longest text of a cell; columns set their own, smaller limits. */
const CELL = 4000;

const columnName = z.string().min(1).max(60);
export const importFile = z
  .strictObject({
    name: z
      .string()
      .regex(/^[\p{L}\p{N}][\p{L}\p{N} ._-]{0,119}$/u)
      .describe('as the person knows the file; errors name it'),
    kind: z.enum(IMPORT_KINDS as [ImportKind, ...ImportKind[]]),
    columns: z.array(columnName).min(1).max(COLUMNS),
    rows: z
      .array(
        z.strictObject({
          row: z.number().int().min(1).max(2_000_000).describe('line in the file; the header is 1'),
          values: z.record(columnName, z.string().max(CELL)),
        }),
      )
      .max(ROWS),
  })
  .meta({ id: 'ImportFile' });

export const importRequest = z
  .strictObject({
    files: z.array(importFile).min(1).max(IMPORT_KINDS.length),
    dryRun: z.boolean().optional().describe('checks everything and writes nothing'),
  })
  .meta({ id: 'ImportRequest' });

const count = z.number().int().min(0);
export const importAnswer = z
  .object({
    sha256: z.string().describe('of the tables as understood'),
    changed: z.boolean().describe('false: imported before, or only tried'),
    counts: z.object(Object.fromEntries(IMPORT_KINDS.map((kind) => [kind, count])) as Record<ImportKind, typeof count>),
  })
  .meta({ id: 'ImportAnswer' });
