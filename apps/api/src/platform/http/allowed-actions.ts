import { z } from 'zod';

/** One thing the reader may do to a resource now; a screen shows exactly these. */
export interface AllowedAction {
  /** operation of the API, e.g. `meetings_open` */
  readonly action: string;
  readonly allowed: boolean;
  /** code of the refusal that calling it now would meet; null when allowed */
  readonly because: string | null;
}

export const allowedActions = z
  .array(z.object({ action: z.string(), allowed: z.boolean(), because: z.string().nullable() }).meta({ id: 'AllowedAction' }))
  .describe('what the reader may do to this now; the server decides again when it is done');
