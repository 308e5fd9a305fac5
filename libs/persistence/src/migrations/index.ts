import { RolesAndSchemas1700000000000 } from './1700000000000-roles-and-schemas.js';
import { Ledger1700000001000 } from './1700000001000-ledger.js';
import { App1700000002000 } from './1700000002000-app.js';
import { RuleFiles1700000004000 } from './1700000004000-rule-files.js';
import { Ladder1700000004001 } from './1700000004001-ladder.js';

/** In the order they run; append only. */
export const migrations = [RolesAndSchemas1700000000000, Ledger1700000001000, App1700000002000, RuleFiles1700000004000, Ladder1700000004001];
