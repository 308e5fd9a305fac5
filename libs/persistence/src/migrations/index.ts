import { RolesAndSchemas1700000000000 } from './1700000000000-roles-and-schemas.js';
import { Ledger1700000001000 } from './1700000001000-ledger.js';
import { App1700000002000 } from './1700000002000-app.js';
import { Recompute1700000005000 } from './1700000005000-recompute.js';

/** In the order they run; append only. */
export const migrations = [RolesAndSchemas1700000000000, Ledger1700000001000, App1700000002000, Recompute1700000005000];
