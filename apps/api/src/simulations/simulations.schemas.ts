import { z } from 'zod';
import { code, count, level, organisationName, subjectKind } from '../common/schemas.js';

export const simulationQuery = z.strictObject({ pack: z.string().regex(/^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$/).describe('rating pack to try') });

const shift = z
  .object({
    before: z.array(count).describe('by level, the best first'),
    after: z.array(count),
    moves: z.array(z.array(count)).describe('`moves[i][j]`: from level i + 1 to level j + 1'),
    changed: count,
  })
  .meta({ id: 'LevelShift' });
const row = z
  .object({
    reviewId: z.uuid(),
    subjectKind,
    subject: z.object({ code: z.string(), name: z.string() }),
    organisation: organisationName.describe('where it is reviewed'),
    level,
    simulated: level,
    because: z.array(z.object({ gate: z.string(), label: z.string(), clause: z.string(), requires: z.boolean().describe('true: a condition of a better level that is not met; false: one that applies and holds the level down') })),
    unknown: count.describe('gates that could not be asked: the level may be lower still'),
  })
  .meta({ id: 'SimulatedRow' });

export const simulation = z
  .object({
    cycleId: z.string(),
    ratingYear: count,
    pack: z.string(),
    tried: z.string(),
    labels: z.array(z.object({ subjectKind, key: z.string(), label: z.string(), short: z.string().nullable() })).describe('words of the pack tried'),
    detail: code(['SUBJECTS', 'COUNTS']).describe('whether this reader sees bodies and people, or counts alone'),
    kinds: z.array(z.object({ subjectKind, shift, unknown: count })),
    units: z.array(z.object({ code: z.string(), name: z.string(), members: shift, organisation: z.object({ level, simulated: level }).nullable() })),
    rows: z.array(row).describe('subjects whose level differs, at most 1000'),
    more: count.describe('rows beyond those'),
  })
  .meta({ id: 'Simulation' });
