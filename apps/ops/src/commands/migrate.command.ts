import { launcherText } from '@binhxet/messages';
import { migrateDatabase } from '@binhxet/persistence';
import { DATABASE_ROLES, ensureLogin } from '@binhxet/platform/servers';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { migrateInstallation, startInstallationDatabase } from '../servers/installation-database.js';
import { DataFolder } from '../stack/data-folder.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

/** `migrate`: the schema of the server in BX_DATABASE_URL, or of the embedded one. */
export const registerMigrate: RegisterCommand = (program, context) => {
  program
    .command('migrate')
    .description('Bring the database to the newest schema: the server of BX_DATABASE_URL (a role that may create roles), else the embedded one')
    .option('--data <folder>', 'folder of the installation (default .binhxet)')
    .action(runAction(context, (options: { readonly data?: string }) => migrate(options.data, context)));
};

async function migrate(data: string | undefined, { terminal, env }: CommandContext): Promise<number> {
  const url = env['BX_DATABASE_URL'];
  const ran = url ? await migrateGiven(url, env) : await migrateEmbedded(data ?? launcherConfig(env).dataDir);
  terminal.say(launcherText('migrated', { count: ran.length }));
  for (const name of ran) terminal.line(`  ${name}`);
  return EXIT.OK;
}

/** Passwords of the process roles come from BX_ROLE_PASSWORD_<ROLE>, e.g. BX_ROLE_PASSWORD_BX_API; a role without one keeps its own. */
async function migrateGiven(url: string, env: CommandContext['env']): Promise<readonly string[]> {
  const ran = await migrateDatabase(url);
  for (const role of DATABASE_ROLES) {
    const password = env[`BX_ROLE_PASSWORD_${role.toUpperCase()}`];
    if (password) await ensureLogin(url, role, password);
  }
  return ran;
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
