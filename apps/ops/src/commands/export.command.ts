import { launcherText } from '@binhxet/messages';
import { exportLedger } from '@binhxet/persistence';
import { SystemClock } from '@binhxet/platform';
import { withClient } from '@binhxet/platform/servers';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface ExportOptions {
  readonly out: string;
  readonly data?: string;
}

/** `export`: the ledger with its payloads as files, for `verify` and auditors. */
export const registerExport: RegisterCommand = (program, context) => {
  program
    .command('export')
    .description('Write the ledger with its payloads into a folder; it holds personal data')
    .requiredOption('--out <folder>', 'folder to write to')
    .option('--data <folder>', 'folder of the installation (default .binhxet); BX_DATABASE_URL names another server')
    .action(runAction(context, (options: ExportOptions) => write(options, context)));
};

async function write(options: ExportOptions, { terminal, env }: CommandContext): Promise<number> {
  const copy = (url: string) => withClient(url, (client) => exportLedger(client, options.out, new SystemClock().now()));
  const given = env['BX_DATABASE_URL'];
  const exported = given
    ? await copy(given)
    : await withInstallationDatabase(options.data ?? launcherConfig(env).dataDir, 'bx_read', copy);
  terminal.say(launcherText('exported', { folder: exported.dir, count: exported.rows['ledger.ledger_entry'] ?? 0 }));
  return EXIT.OK;
}
