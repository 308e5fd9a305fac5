import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { withInstallationDatabase } from '../servers/installation-access.js';
import { issueAdministratorCode } from '../stack/administrator.js';
import { type RegisterCommand, runAction } from './command.js';

interface AdminOptions {
  readonly login: string;
  readonly data?: string;
}

/** `admin`: a one-time code for an administrator; whoever can run this already holds the installation. */
export const registerAdmin: RegisterCommand = (program, context) => {
  program
    .command('admin')
    .description('Print a one-time sign-in code for an administrator of a running installation')
    .option('--login <name>', 'account, made when missing', 'quan-tri')
    .option('--data <folder>', 'folder of the installation (default .binhxet); BX_DATABASE_URL names another server')
    .action(
      runAction(context, async (options: AdminOptions) => {
        const issue = (url: string) => issueAdministratorCode(url, options.login);
        const given = context.env['BX_DATABASE_URL'];
        const issued = given ? await issue(given) : await withInstallationDatabase(options.data ?? launcherConfig(context.env).dataDir, 'bx_api', issue);
        context.terminal.line(`${issued.login}  ${issued.code}`);
        return EXIT.OK;
      }),
    );
};
