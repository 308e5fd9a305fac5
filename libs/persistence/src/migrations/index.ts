import { RolesAndSchemas1700000000000 } from './1700000000000-roles-and-schemas.js';
import { Ledger1700000001000 } from './1700000001000-ledger.js';
import { App1700000002000 } from './1700000002000-app.js';
import { BodyRegister1700000003000 } from './1700000003000-body-register.js';
import { RuleFiles1700000004000 } from './1700000004000-rule-files.js';
import { Ladder1700000004001 } from './1700000004001-ladder.js';
import { Recompute1700000005000 } from './1700000005000-recompute.js';
import { YearAround1700000006000 } from './1700000006000-year-around.js';
import { Time1700000007000 } from './1700000007000-time.js';
import { Honours1700000008000 } from './1700000008000-honours.js';
import { DerivedAgain1700000010000 } from './1700000010000-derived-again.js';
import { CasesAgain1700000010001 } from './1700000010001-cases-again.js';
import { PersonBallots1700000011000 } from './1700000011000-person-ballots.js';

/** In the order they run; append only. */
export const migrations = [RolesAndSchemas1700000000000, Ledger1700000001000, App1700000002000, BodyRegister1700000003000, RuleFiles1700000004000, Ladder1700000004001, Recompute1700000005000, YearAround1700000006000, Time1700000007000, Honours1700000008000, DerivedAgain1700000010000, CasesAgain1700000010001, PersonBallots1700000011000];

export { BACK_FILL as BODY_REGISTER_BACK_FILL } from './1700000003000-body-register.js';
