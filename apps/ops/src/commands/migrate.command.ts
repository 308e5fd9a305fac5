import { launcherText } from '@binhxet/messages';
import { migrateDatabase } from '@binhxet/persistence';
import { DATABASE_ROLES, ensureDatabase, ensureLogin, ensureRole, grantQueueRights } from '@binhxet/platform/servers';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { migrateInstallation, startInstallationDatabase } from '../servers/installation-database.js';
import { DataFolder } from '../stack/data-folder.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface MigrateOptions {
  readonly data?: string;
  readonly create?: boolean;
}

/** `migrate`: the schema of the server in BX_DATABASE_URL, or of the embedded one. */
export const registerMigrate: RegisterCommand = (program, context) => {
  program
    .command('migrate')
    .description(
      'Bring the database to the newest schema: the server of BX_DATABASE_URL (a role that may create roles), else the embedded one',
    )
    .option('--data <folder>', 'folder of the installation (default .binhxet)')
    .option('--create', 'make the database of BX_DATABASE_URL when it is missing')
    .action(runAction(context, (options: MigrateOptions) => migrate(options, context)));
};

async function migrate(options: MigrateOptions, { terminal, env }: CommandContext): Promise<number> {
  const url = env['BX_DATABASE_URL'];
  const ran = url
    ? await migrateGiven(url, options.create ?? false, env)
    : await migrateEmbedded(options.data ?? launcherConfig(env).dataDir);
  terminal.say(launcherText('migrated', { count: ran.length }));
  for (const name of ran) terminal.line(`  ${name}`);
  return EXIT.OK;
}

/** Passwords of the process roles come from BX_ROLE_PASSWORD_<ROLE>, e.g. BX_ROLE_PASSWORD_BX_API; a role without one keeps its own. */
async function migrateGiven(url: string, create: boolean, env: CommandContext['env']): Promise<readonly string[]> {
  if (create) await createDatabase(url);
  const ran = await migrateDatabase(url);
  await grantQueueRights(url);
  for (const role of DATABASE_ROLES) {
    const password = env[`BX_ROLE_PASSWORD_${role.toUpperCase()}`];
    if (password) await ensureLogin(url, role, password);
  }
  return ran;
}

/** Encoding and collation are declared here, never inherited from the server. */
async function createDatabase(url: string): Promise<void> {
  const maintenance = new URL(url);
  const name = decodeURIComponent(maintenance.pathname.slice(1));
  maintenance.pathname = '/postgres';
  await ensureRole(maintenance.href, 'bx_owner');
  await ensureDatabase(maintenance.href, name, 'bx_owner');
}

async function migrateEmbedded(root: string): Promise<readonly string[]> {
  const folder = new DataFolder(root);
  const held = folder.lock();
  try {
    const database = await startInstallationDatabase(folder, folder.readState().ports?.postgres);
    try {
      return await migrateInstallation(folder, database);
    } finally {
      await database.server.stop();
    }
  } finally {
    held.release();
  }
}
