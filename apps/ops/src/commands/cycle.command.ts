import { existsSync, mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { IssueActivationCodesService } from '@binhxet/application';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';
import { RUN_LABELS } from '@binhxet/messages';
import { Refused } from '../cycle/http-client.js';
import { progressLine } from '../cycle/progress-line.js';
import { printResult } from '../cycle/report.js';
import { runScenario } from '../cycle/run-scenario.js';
import { YearNotOver } from '../cycle/run-year.js';
import { EXIT } from '../launch-error.js';
import { launcherConfig } from '../launcher-config.js';
import { loadScenario, type Scenario, ScenarioRefused } from '../scenario/load-scenario.js';
import { issueLines } from '../scenario/print-issues.js';
import { scenarioFolder } from '../scenario/scenario-folder.js';
import { SCENARIO_GENERATORS } from '../scenarios/index.js';
import { startStack, type Stack } from '../stack/start-stack.js';
import { type Terminal } from '../terminal.js';
import { type CommandContext, type RegisterCommand, runAction } from './command.js';

interface CycleOptions {
  readonly input?: string;
  readonly scenario?: string;
  readonly json?: string;
  readonly server?: string;
  readonly data?: string;
  readonly drop?: boolean;
  readonly rules?: string;
  readonly rating?: string;
}

const CODE_LIFE_MS = 24 * 3_600_000;

/** `cycle`: a whole year of a folder on real servers; exit codes 0 agrees, 1 differs, 2 refused, 3 infrastructure. */
export const registerCycle: RegisterCommand = (program, context) => {
  program
    .command('cycle')
    .description('Run a scenario: import it, live through its year over HTTP, compare the figures')
    .option('--input <folder>', 'folder of a scenario')
    .option('--scenario <name>', `a shipped scenario: ${Object.keys(SCENARIO_GENERATORS).join(', ')}`)
    .option('--rules <folder>', 'rule files that an administrator publishes before the year begins')
    .option('--rating <id>', 'rating pack of the year, in place of the one the scenario names')
    .option('--json <file>', 'write the results as JSON (apps/ops/schemas/cycle-result.schema.json)')
    .option('--server <url>', 'servers that run already; needs BX_ADMIN_CODE, a one-time code of an administrator')
    .option('--data <folder>', 'fresh folder for the own servers, default: a new one below .binhxet/runs')
    .option('--drop', 'remove the own servers and their data at the end; kept and named otherwise')
    .action(runAction(context, (options: CycleOptions) => cycle(options, context)));
};

async function cycle(options: CycleOptions, context: CommandContext): Promise<number> {
  const { terminal } = context;
  const folder = options.input ?? (options.scenario === undefined ? undefined : scenarioFolder(options.scenario));
  if (folder === undefined || (options.input !== undefined && options.scenario !== undefined) || !existsSync(folder)) {
    terminal.line(`cycle --input FOLDER | --scenario ${Object.keys(SCENARIO_GENERATORS).join('|')}`);
    return EXIT.REFUSED;
  }
  const stop = new AbortController();
  const interrupted = () => stop.abort(new Interrupted());
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, interrupted);
  try {
    const scenario = await loadScenario(folder);
    return options.server
      ? await onServer(scenario, options, context, stop.signal)
      : await onOwnServers(scenario, options, context, stop.signal);
  } catch (error) {
    return explain(error, terminal, stop.signal);
  } finally {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, interrupted);
  }
}

class Interrupted extends Error {}

function explain(error: unknown, terminal: Terminal, signal: AbortSignal): number {
  if (error instanceof ScenarioRefused) {
    terminal.say(RUN_LABELS.refused);
    for (const line of issueLines(error.issues)) terminal.line(line);
    return EXIT.REFUSED;
  }
  if (signal.aborted) {
    terminal.say(RUN_LABELS.stopped);
    return EXIT.INTERRUPTED;
  }
  if (error instanceof Refused && error.code === 'IMPORT.REFUSED') {
    terminal.say(RUN_LABELS.refused);
    for (const fault of error.errors) terminal.line(`${fault.pointer} [${fault.code}]`);
    return EXIT.REFUSED;
  }
  terminal.fail(error);
  // The servers answered, only not as the year needs it: that is a difference, not a broken machine.
  return (error instanceof Refused && error.status < 500) || error instanceof YearNotOver
    ? EXIT.DIFFERENT
    : EXIT.INFRASTRUCTURE;
}

async function onServer(
  scenario: Scenario,
  options: CycleOptions,
  { terminal, env }: CommandContext,
  signal: AbortSignal,
): Promise<number> {
  const administratorCode = env['BX_ADMIN_CODE'];
  if (!administratorCode) {
    terminal.line('BX_ADMIN_CODE: one-time code of an administrator of the servers');
    return EXIT.REFUSED;
  }
  return run(scenario, options, terminal, { server: options.server!, administratorCode, signal, startMs: 0 });
}

/** Own PostgreSQL, Temporal, api, worker and jobs in a fresh folder, stopped at the end. */
async function onOwnServers(
  scenario: Scenario,
  options: CycleOptions,
  { terminal, env }: CommandContext,
  signal: AbortSignal,
): Promise<number> {
  const began = performance.now();
  const dataDir = options.data ?? freshFolder(env, scenario.head.name);
  let failed: (error: Error) => void = () => undefined;
  const failure = new Promise<never>((_, reject) => (failed = reject));
  failure.catch(() => undefined);
  const stack = await startStack({
    dataDir,
    env,
    signal,
    onStep: (label) => terminal.step(label),
    onProgress: (line) => terminal.note(line),
    onFailure: (error) => failed(error),
  });
  try {
    const administratorCode = await administratorOf(stack);
    return await Promise.race([
      run(scenario, options, terminal, {
        server: stack.urls.web,
        administratorCode,
        signal,
        startMs: performance.now() - began,
      }),
      failure,
    ]);
  } finally {
    await stack.stop();
    if (options.drop) stack.folder.remove();
    else terminal.line(`\n${RUN_LABELS.dataKept.vi} · ${RUN_LABELS.dataKept.en}: ${stack.folder.root}`);
  }
}

async function run(
  scenario: Scenario,
  options: CycleOptions,
  terminal: Terminal,
  on: {
    readonly server: string;
    readonly administratorCode: string;
    readonly signal: AbortSignal;
    readonly startMs: number;
  },
): Promise<number> {
  const observer = progressLine(terminal);
  const result = await runScenario(scenario, {
    ...on,
    terminal,
    observer,
    ...(options.rules && { rules: options.rules }),
    ...(options.rating && { rating: options.rating }),
  }).finally(() => observer.end());
  if (options.json) writeFileSync(options.json, `${JSON.stringify(result, undefined, 2)}\n`);
  printResult(terminal, result);
  terminal.line('');
  terminal.say(result.exitCode === EXIT.OK ? RUN_LABELS.agrees : RUN_LABELS.differs);
  return result.exitCode;
}

function freshFolder(env: CommandContext['env'], name: string): string {
  const runs = path.join(path.resolve(launcherConfig(env).dataDir), 'runs');
  mkdirSync(runs, { recursive: true });
  return mkdtempSync(path.join(runs, `${name}-`));
}

/** The first administrator of an installation of our own: a one-time code, straight into its database. */
export async function administratorOf(stack: Stack): Promise<string> {
  const source = await openDataSource({
    url: stack.database.urls.bx_api,
    poolSize: 1,
    applicationName: 'binhxet-ops',
    onPoolError: () => undefined,
  });
  try {
    const clock = new SystemClock();
    const ids = { next: newId, secret: newSecretId };
    const codes = new IssueActivationCodesService(new PgUnitOfWork(source, clock, ids), clock, ids, CODE_LIFE_MS);
    return (await codes.issueForAdministrator('quan-tri')).code;
  } finally {
    await source.destroy();
  }
}
