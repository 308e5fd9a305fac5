import { registerCycle } from './cycle.command.js';
import { registerBench } from './bench.command.js';
import { registerAdmin } from './admin.command.js';
import { type RegisterCommand } from './command.js';
import { registerExport } from './export.command.js';
import { registerMigrate } from './migrate.command.js';
import { registerReconcile } from './reconcile.command.js';
import { registerPacks } from './packs.command.js';
import { registerRecompute } from './recompute.command.js';
import { registerReset } from './reset.command.js';
import { registerScenario } from './scenario.command.js';
import { registerSimulate } from './simulate.command.js';
import { registerStart } from './start.command.js';
import { registerTemporal } from './temporal.command.js';
import { registerVerify } from './verify.command.js';
import { registerYear } from './year.command.js';

/** Every command of `ops`, one file each. */
export const COMMANDS: readonly RegisterCommand[] = [
  registerStart,
  registerMigrate,
  registerReset,
  registerVerify,
  registerPacks,
  registerExport,
  registerTemporal,
  registerScenario,
  registerAdmin,
  registerCycle,
  registerBench,
  registerReconcile,
  registerYear,
  registerRecompute,
  registerSimulate,
];
