import { Command } from 'commander';
import { COMMANDS } from './commands/index.js';
import { Terminal } from './terminal.js';

process.env['TZ'] = 'UTC';

const program = new Command('ops')
  .description('Bình Xét: start, migrate, run scenarios, verify, export')
  .showHelpAfterError();
const context = { terminal: new Terminal(), env: process.env };
for (const register of COMMANDS) register(program, context);
await program.parseAsync();
