import { RolesAndSchemas1700000000000 } from './1700000000000-roles-and-schemas.js';
import { App1700000002000 } from './1700000002000-app.js';

/** In the order they run; append only. */
export const migrations = [RolesAndSchemas1700000000000, App1700000002000];
