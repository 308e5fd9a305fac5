import { launcherText } from '@binhxet/messages';
import { checkPacks } from '@binhxet/rule-packs';
import { EXIT } from '../launch-error.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

/** `packs check`: every rule file against its schema and type check, and what in it is still unconfirmed. */
export const registerPacks: RegisterCommand = (program, context) => {
  program
    .command('packs')
    .description('Rule packs')
    .command('check')
    .description('Check rule files, list what is unconfirmed')
    .argument('[folder]', 'folder of rule files (default: the shipped ones)')
    .option('--unconfirmed', 'list each unconfirmed value with its source')
    .action(
      runAction(context, (folder: string | undefined, options: { readonly unconfirmed?: boolean }) =>
        check(folder, options.unconfirmed ?? false, context),
      ),
    );
};

async function check(folder: string | undefined, listed: boolean, { terminal }: CommandContext): Promise<number> {
  const report = checkPacks(folder);
  for (const { file, id, version, sha256, unconfirmed } of report.files) {
    const open =
      unconfirmed.length === 0 ? '' : `  ${launcherText('packsUnconfirmed', { count: unconfirmed.length }).vi}`;
    terminal.line(`${id} v${version}  ${sha256.slice(0, 16)}  ${file}${open}`);
    if (listed) for (const { path, source } of unconfirmed) terminal.line(`    ${path}  ${source}`);
  }
  for (const { file, path, code, reason } of report.problems)
    terminal.line(`${file}  ${path || '/'}  ${code}  ${reason}`);
  terminal.say(
    report.ok
      ? launcherText('packsSound', { count: report.files.length })
      : launcherText('packsUnsound', { count: report.problems.length }),
  );
  return report.ok ? EXIT.OK : EXIT.DIFFERENT;
}
