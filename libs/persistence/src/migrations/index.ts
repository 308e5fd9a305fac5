import { RolesAndSchemas1700000000000 } from './1700000000000-roles-and-schemas.js';
import { Ledger1700000001000 } from './1700000001000-ledger.js';
import { App1700000002000 } from './1700000002000-app.js';
import { Time1700000007000 } from './1700000007000-time.js';

/** In the order they run; append only. */
export const migrations = [RolesAndSchemas1700000000000, Ledger1700000001000, App1700000002000, Time1700000007000];
