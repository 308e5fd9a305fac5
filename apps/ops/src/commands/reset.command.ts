import { createInterface } from 'node:readline/promises';
import { launcherText } from '@binhxet/messages';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { DataFolder } from '../stack/data-folder.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface ResetOptions {
  readonly data?: string;
  readonly yes?: boolean;
}

/** `reset`: deletes an installation, after asking. */
export const registerReset: RegisterCommand = (program, context) => {
  program
    .command('reset')
    .description('Delete an installation with its ledger key, after asking')
    .option('--data <folder>', 'folder of the installation (default .binhxet)')
    .option('--yes', 'do not ask')
    .action(runAction(context, (options: ResetOptions) => reset(options, context)));
};

async function reset(options: ResetOptions, { terminal, env }: CommandContext): Promise<number> {
  const folder = new DataFolder(options.data ?? launcherConfig(env).dataDir);
  const held = folder.lock();
  try {
    if (!options.yes && !(await confirmed(folder.root))) {
      terminal.say(launcherText('resetCancelled'));
      return EXIT.DIFFERENT;
    }
    await folder.stopLeftovers();
    await folder.stopServers();
    folder.remove();
    terminal.say(launcherText('resetDone', { folder: folder.root }));
    return EXIT.OK;
  } finally {
    held.release();
  }
}

async function confirmed(folder: string): Promise<boolean> {
  const { vi, en } = launcherText('resetAsk', { folder });
  const terminal = createInterface({ input: process.stdin, output: process.stdout });
  try {
    return ['xoa', 'xóa', 'delete'].includes(
      (await terminal.question(`${vi}\n${en}`)).trim().normalize('NFC').toLowerCase(),
    );
  } finally {
    terminal.close();
  }
}
