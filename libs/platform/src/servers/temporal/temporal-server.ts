import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import path from 'node:path';
import { promisify } from 'node:util';
import { openBoundedLog } from '../bounded-log.js';
import { pickPort } from '../ports.js';
import { lastLines } from '../postgres-server.js';
import { processIdentity, stopProcess } from '../process-table.js';

const execute = promisify(execFile);

export type SearchAttributeKind = 'Keyword' | 'KeywordList' | 'Int' | 'Double' | 'Bool' | 'Datetime' | 'Text';

export interface TemporalOptions {
  /** the `temporal` program, see {@link resolveBinary} */
  readonly binary: string;
  /** folder of the database file and of the process note */
  readonly dataDir: string;
  readonly logFile: string;
  readonly namespace: string;
  /** custom search attributes by name */
  readonly searchAttributes: Readonly<Record<string, SearchAttributeKind>>;
  /** ports of the last start, kept while free */
  readonly port?: number;
  readonly uiPort?: number;
  /** how long closed workflows stay visible, days; the development server alone would keep one */
  readonly retentionDays?: number;
  /** the server may outlive this process, and does not keep it alive (default false) */
  readonly outlive?: boolean;
}

/** A running Temporal development server that this process started. */
export interface TemporalServer {
  readonly pid: number;
  /** host:port of the frontend */
  readonly address: string;
  readonly port: number;
  readonly uiPort: number;
  readonly uiUrl: string;
  readonly namespace: string;
  readonly logFile: string;
  readonly exited: Promise<number | null>;
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/** How long closed workflows stay visible, days. Ten years: a five-year streak with its workflows stays readable. */
export const RETENTION_DAYS = 3_653;

/** Nothing of the user's own Temporal configuration reaches our server. */
const cleanEnv = () => ({
  PATH: process.env['PATH'],
  HOME: process.env['HOME'],
  TMPDIR: process.env['TMPDIR'],
  TZ: 'UTC',
  TEMPORAL_CONFIG_FILE: path.resolve('/', 'nonexistent', 'temporal.toml'),
});

/**
 * Starts the Temporal development server with its UI on a database file, and waits until its namespace answers.
 * A server left on the same folder by a killed launcher is stopped first. It runs in a process group of its own (see `startPostgres`).
 * @throws Error with the end of the log when it does not come up
 */
export async function startTemporal(options: TemporalOptions): Promise<TemporalServer> {
  mkdirSync(options.dataDir, { recursive: true });
  await stopLeftoverTemporal(options.dataDir);
  const note = noteIn(options.dataDir);
  const port = await pickPort(options.port);
  const uiPort = await pickPort(options.uiPort === port ? undefined : options.uiPort);
  const log = openBoundedLog(options.logFile);
  const attributes = Object.entries(options.searchAttributes).flatMap(([name, kind]) => [
    '--search-attribute',
    `${name}=${kind}`,
  ]);
  const child = spawn(
    options.binary,
    [
      'server',
      'start-dev',
      '--ip',
      '127.0.0.1',
      '--port',
      String(port),
      '--ui-port',
      String(uiPort),
      '--ui-disable-news-fetch',
      '--db-filename',
      path.join(options.dataDir, 'temporal.db'),
      '--sqlite-pragma',
      'journal_mode=WAL',
      '--sqlite-pragma',
      'synchronous=NORMAL',
      '--namespace',
      options.namespace,
      '--log-level',
      'warn',
      '--log-format',
      'json',
      // Lists in the UI and the reconciler would be refused at ten a second.
      '--dynamic-config-value',
      'frontend.namespaceRPS.visibility=200',
      ...attributes,
    ],
    { cwd: options.dataDir, env: cleanEnv(), stdio: ['ignore', log.fd, log.fd], detached: true },
  );
  if (options.outlive) child.unref();
  const exited = new Promise<number | null>((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
  void exited.then(() => log.close());
  const pid = child.pid ?? 0;
  if (pid > 0) writeFileSync(note, JSON.stringify({ pid, identity: processIdentity(pid) }));
  const address = `127.0.0.1:${port}`;
  await untilReady(options, address, exited);
  await setRetention(options, address);
  await addMissingAttributes(options, address);
  return {
    pid,
    address,
    port,
    uiPort,
    uiUrl: `http://127.0.0.1:${uiPort}`,
    namespace: options.namespace,
    logFile: options.logFile,
    exited,
    stop: async () => {
      await stopProcess(pid, 'SIGTERM', 15_000);
      rmSync(note, { force: true });
    },
    kill: (signal) => void child.kill(signal),
  };
}

const noteIn = (dataDir: string) => path.join(dataDir, 'temporal.pid');

/** Stops a server that a killed launcher left running on a data folder. */
export async function stopLeftoverTemporal(dataDir: string): Promise<void> {
  const note = noteIn(dataDir);
  if (!existsSync(note)) return;
  const { pid, identity } = JSON.parse(readFileSync(note, 'utf8')) as { pid: number; identity?: string };
  if (identity !== undefined && processIdentity(pid) === identity) await stopProcess(pid, 'SIGTERM', 15_000);
  rmSync(note, { force: true });
}

async function untilReady(options: TemporalOptions, address: string, exited: Promise<number | null>): Promise<void> {
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const end = Date.now() + 120_000;
  while (!gone && Date.now() < end) {
    if ((await accepts(address)) && (await namespaceAnswers(options, address))) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error(
    `Temporal ${gone ? 'ended while starting' : 'did not answer in two minutes'}. Last lines of ${options.logFile}:\n${lastLines(options.logFile, 8)}`,
  );
}

function accepts(address: string): Promise<boolean> {
  const [host, port] = address.split(':');
  return new Promise((resolve) => {
    const socket = connect({ host, port: Number(port) });
    const end = (result: boolean) => {
      socket.destroy();
      resolve(result);
    };
    socket.once('connect', () => end(true));
    socket.once('error', () => end(false));
  });
}

const operator = (options: TemporalOptions, address: string, args: readonly string[]) =>
  execute(
    options.binary,
    ['operator', ...args, '--namespace', options.namespace, '--address', address, '--command-timeout', '10s'],
    { env: cleanEnv(), timeout: 20_000 },
  );

async function namespaceAnswers(options: TemporalOptions, address: string): Promise<boolean> {
  try {
    await operator(options, address, ['namespace', 'describe']);
    return true;
  } catch {
    return false;
  }
}

async function setRetention(options: TemporalOptions, address: string): Promise<void> {
  await operator(options, address, [
    'namespace',
    'update',
    '--retention',
    `${(options.retentionDays ?? RETENTION_DAYS) * 24}h`,
  ]);
}

/** The start adds attributes to a new database file only; a later version of ours may bring more. */
async function addMissingAttributes(options: TemporalOptions, address: string): Promise<void> {
  const { stdout } = await operator(options, address, ['search-attribute', 'list', '-o', 'json']);
  const known = (JSON.parse(stdout) as { customAttributes?: Record<string, string> }).customAttributes ?? {};
  const missing = Object.entries(options.searchAttributes).filter(([name]) => !(name in known));
  for (const [name, kind] of missing)
    await operator(options, address, ['search-attribute', 'create', '--name', name, '--type', kind]);
}
