import { type RegisterCommand } from './command.js';
import { registerMigrate } from './migrate.command.js';
import { registerReset } from './reset.command.js';
import { registerStart } from './start.command.js';

/** Every command of `ops`, one file each. */
export const COMMANDS: readonly RegisterCommand[] = [registerStart, registerMigrate, registerReset];
