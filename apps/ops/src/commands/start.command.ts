import { launcherText, type LauncherMessage } from '@binhxet/messages';
import { launcherConfig } from '../launcher-config.js';
import { EXIT, type LaunchError } from '../launch-error.js';
import { AFTER_START, type AfterStartOptions } from '../stack/after-start.js';
import { serveControlChannel } from '../stack/control-channel.js';
import { demoLogins } from '../stack/demo-logins.js';
import { startStack, type Stack } from '../stack/start-stack.js';
import { type Terminal } from '../terminal.js';
import { runAction, type CommandContext, type RegisterCommand } from './command.js';

interface StartOptions {
  readonly port?: string;
  readonly data?: string;
  readonly host?: string;
  readonly apps?: string;
  readonly demo: boolean;
}

/** `start`: everything, until Ctrl-C. */
export const registerStart: RegisterCommand = (program, context) => {
  program
    .command('start')
    .description('Start PostgreSQL, Temporal, api, worker and jobs; Ctrl-C stops them')
    .option('--port <n>', 'port of the web page (default 8080; 0: a free one, kept)')
    .option('--host <address>', 'address to listen on (default 127.0.0.1)')
    .option('--data <folder>', 'folder of the installation (default .binhxet)')
    .option('--apps <folder>', 'folder with the built processes (default: apps of this repository)')
    .option('--no-demo', 'leave an empty database empty')
    .action(runAction(context, (options: StartOptions) => start(options, context)));
};

async function start(options: StartOptions, { terminal, env }: CommandContext): Promise<number> {
  const config = launcherConfig({
    ...env,
    ...(options.port ? { BX_HTTP_PORT: options.port } : {}),
    ...(options.host ? { BX_HTTP_HOST: options.host } : {}),
  });
  const interrupted = interruption(terminal);
  let failed: (failure: LaunchError) => void = () => undefined;
  const failure = new Promise<LaunchError>((resolve) => {
    failed = resolve;
  });
  const giveUp = new AbortController();
  const starting = startStack({
    signal: giveUp.signal,
    dataDir: options.data ?? config.dataDir,
    ...(config.webPort === 0 ? {} : { webPort: config.webPort }),
    ...(options.apps ? { appsDir: options.apps } : {}),
    host: config.host,
    production: config.production,
    env,
    ...(config.temporalAddress
      ? {
          temporal: {
            address: config.temporalAddress,
            namespace: config.temporalNamespace,
            uiUrl: config.temporalUiUrl,
          },
        }
      : {}),
    onStep: (label) => terminal.step(label),
    onProgress: (line) => terminal.note(line),
    onFailure: (each) => failed(each),
  });
  const early = await Promise.race([interrupted, starting]);
  if (typeof early === 'string') {
    terminal.say(launcherText('stopping'));
    giveUp.abort();
    await starting.catch(() => undefined);
    terminal.say(launcherText('stopped'));
    // A program being looked for may still hold this process: what matters has been stopped.
    process.exit(EXIT.INTERRUPTED);
  }
  const stack = early;
  summary(stack, terminal);
  const ending = new AbortController();
  const after = afterStart(stack, terminal, { demo: options.demo && !config.production }, ending.signal);
  const end = await Promise.race([interrupted, failure, serveControlChannel(stack)]);
  if (end instanceof Error) terminal.fail(end);
  terminal.say(launcherText('stopping'));
  ending.abort();
  await after;
  await stack.stop();
  terminal.say(launcherText('stopped'));
  if (process.connected) process.disconnect();
  return end instanceof Error ? EXIT.INFRASTRUCTURE : EXIT.OK;
}

/** Resolves at the first Ctrl-C or termination; later ones only get an answer, so that the stop is not cut short. */
function interruption(terminal: Terminal): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let first = true;
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
      process.on(signal, () => {
        if (!first) terminal.say(launcherText('stoppingAlready'));
        first = false;
        resolve(signal);
      });
    }
  });
}

async function afterStart(
  stack: Stack,
  terminal: Terminal,
  options: AfterStartOptions,
  signal: AbortSignal,
): Promise<void> {
  for (const work of AFTER_START) {
    try {
      await work(stack, terminal, options, signal);
    } catch (error) {
      if (signal.aborted) return;
      terminal.fail(error);
    }
  }
}

function summary(stack: Stack, terminal: Terminal): void {
  const name = (key: LauncherMessage) => {
    const { vi, en } = launcherText(key);
    return vi === en ? vi : `${vi} · ${en}`;
  };
  const logins = demoLogins(stack.folder);
  const rows: [string, string][] = [
    [name('webApp'), stack.urls.web],
    [name('temporalUi'), stack.urls.temporalUi ?? '–'],
    [name('apiDocs'), stack.urls.docs],
    [name('dataFolder'), stack.folder.root],
    [name('demoLogins'), logins.length === 0 ? launcherText('noDemoLogins').vi : ''],
    ...logins.map(({ post, login, password }): [string, string] => [`  ${post}`, `${login}  ${password}`]),
  ];
  terminal.table(rows);
  terminal.say(launcherText('ready'));
}
