import { runAction, type CommandContext, type RegisterCommand } from './command.js';

/** `verify`: the auditor's check of a log or an export. Its options are its own: everything after the name is handed over as it is. */
export const registerVerify: RegisterCommand = (program, context) => {
  program
    .command('verify')
    .description('Check a published log or an export, offline (see verify --help)')
    .helpOption(false)
    .allowUnknownOption()
    .allowExcessArguments()
    .argument('[args...]')
    .action(runAction(context, (args: readonly string[]) => verify(args, context)));
};

async function verify(args: readonly string[], { terminal }: CommandContext): Promise<number> {
  const { verifyMain } = await import('@binhxet/verify/cli');
  return verifyMain(args, {
    out: (line) => terminal.line(line),
    err: (line) => terminal.remark(line),
    cwd: process.cwd(),
  });
}
