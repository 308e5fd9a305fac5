import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { openBoundedLog } from './bounded-log.js';
import { postgresUrl, SUPERUSER, withClient } from './postgres-database.js';
import { postgresBinaries, SHARED_FOLDER } from './postgres-binaries.js';
import { postgresSettings, type PostgresTuning } from './postgres-settings.js';
import { commandLine, isAlive, stopProcess } from './process-table.js';
import { pickPort } from './ports.js';
import { isReachable, postgresUser, type UserIds } from './unprivileged-user.js';

export interface PostgresOptions extends PostgresTuning {
  /** folder of the cluster; made when missing */
  readonly dataDir: string;
  /** port of the last start, kept while free */
  readonly port?: number;
  /** of the superuser; set at creation */
  readonly password: string;
  readonly logFile: string;
  /** the server may outlive this process, and does not keep it alive (default false) */
  readonly outlive?: boolean;
  /** longest wait for recovery after a crash, milliseconds (default ten minutes) */
  readonly startMs?: number;
}

/** A running PostgreSQL that this process started. */
export interface PostgresServer {
  readonly pid: number;
  readonly port: number;
  readonly logFile: string;
  /** where the cluster really is: below {@link SHARED_FOLDER} when the PostgreSQL account cannot reach `dataDir` */
  readonly dataDir: string;
  /** resolves when the server has ended, for whatever reason */
  readonly exited: Promise<number | null>;
  /** @returns connection URL of the superuser; @param database default `postgres` */
  superuserUrl(database?: string): string;
  /** orderly stop: open transactions are rolled back, then a checkpoint */
  stop(): Promise<void>;
  kill(signal: NodeJS.Signals): void;
}

/**
 * Starts PostgreSQL on a folder, creating the cluster first when there is none, and waits until it answers.
 * An instance that a killed launcher left running on the same folder is stopped first. The server is in a process group of its own, so
 * Ctrl-C in a terminal reaches only the launcher, which stops things in order.
 * @throws Error with the end of the log when it does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const user = postgresUser();
  const binaries = await postgresBinaries(user);
  const dataDir = placeFor(options.dataDir, user);
  await stopLeftoverIn(dataDir);
  if (!existsSync(path.join(dataDir, 'PG_VERSION')))
    await createCluster(binaries.initdb, dataDir, options.password, user);
  const port = await pickPort(options.port);
  const log = openBoundedLog(options.logFile);
  const flags = postgresSettings(options).flatMap((setting) => ['-c', setting]);
  const child = spawn(binaries.postgres, ['-D', dataDir, '-p', String(port), ...flags], {
    ...user,
    cwd: '/',
    env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', log.fd, log.fd],
    detached: true,
  });
  if (options.outlive) child.unref();
  const exited = exitOf(child);
  void exited.then(() => log.close());
  const url = (database = 'postgres') => postgresUrl({ user: SUPERUSER, password: options.password, port, database });
  await untilReady(url(), exited, options.startMs ?? 600_000, options.logFile);
  return {
    pid: child.pid ?? 0,
    port,
    logFile: options.logFile,
    dataDir,
    exited,
    superuserUrl: url,
    stop: () => stopPostgres(child.pid ?? 0),
    kill: (signal) => void child.kill(signal),
  };
}

/** Fast shutdown (SIGINT), then immediate (SIGQUIT, recovery at the next start), never SIGKILL before both had their time. */
export function stopPostgres(pid: number): Promise<void> {
  return stopProcess(pid, 'SIGINT', 30_000, 'SIGQUIT');
}

/** Removes the cluster of a data folder wherever it is. The server must be stopped. */
export function removeCluster(dataDir: string): void {
  rmSync(dataDir, { recursive: true, force: true });
  rmSync(sharedPlace(dataDir), { recursive: true, force: true });
}

function sharedPlace(dataDir: string): string {
  return path.join(SHARED_FOLDER, createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 24));
}

function placeFor(wanted: string, user: UserIds | undefined): string {
  mkdirSync(wanted, { recursive: true });
  if (user === undefined) return wanted;
  const place = isReachable(path.dirname(path.resolve(wanted)), user) ? wanted : sharedPlace(wanted);
  mkdirSync(place, { recursive: true, mode: 0o700 });
  if (place !== wanted) chmodSync(SHARED_FOLDER, 0o755);
  chownSync(place, user.uid, user.gid);
  return place;
}

/** Stops a server that a killed launcher left running on a data folder, wherever its cluster is. */
export async function stopLeftoverPostgres(dataDir: string): Promise<void> {
  for (const place of [dataDir, sharedPlace(dataDir)]) await stopLeftoverIn(place);
}

async function stopLeftoverIn(dataDir: string): Promise<void> {
  const lock = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number.parseInt(readFileSync(lock, 'utf8').split('\n')[0] ?? '', 10);
  if (Number.isInteger(pid) && pid > 1 && isAlive(pid) && (commandLine(pid) ?? '').includes(dataDir))
    await stopPostgres(pid);
  // Left by a crash; the id may by now belong to another program, which would make the server refuse to start.
  rmSync(lock, { force: true });
}

async function createCluster(
  initdb: string,
  dataDir: string,
  password: string,
  user: UserIds | undefined,
): Promise<void> {
  const secrets = mkdtempSync(path.join(os.tmpdir(), 'binhxet-initdb-'));
  const file = path.join(secrets, 'password');
  writeFileSync(file, `${password}\n`, { mode: 0o600 });
  if (user) for (const name of [secrets, file]) chownSync(name, user.uid, user.gid);
  const flags = [
    '--auth=scram-sha-256',
    `--username=${SUPERUSER}`,
    `--pwfile=${file}`,
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=icu',
    '--icu-locale=vi-VN',
    '--data-checksums',
  ];
  try {
    await promisify(execFile)(initdb, [`--pgdata=${dataDir}`, ...flags], {
      ...user,
      cwd: '/',
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    });
  } catch (error) {
    const detail = (error as { stderr?: string }).stderr?.trim().split('\n').slice(-3).join(' ') ?? '';
    throw new Error(`PostgreSQL could not create its data folder ${dataDir}. ${detail}`);
  } finally {
    rmSync(secrets, { recursive: true, force: true });
  }
}

function exitOf(child: ChildProcess): Promise<number | null> {
  return new Promise((resolve) => {
    child.once('error', () => resolve(null));
    child.once('exit', (code) => resolve(code));
  });
}

async function untilReady(url: string, exited: Promise<number | null>, ms: number, logFile: string): Promise<void> {
  let gone = false;
  void exited.then(() => {
    gone = true;
  });
  const end = Date.now() + ms;
  for (;;) {
    if (gone) throw new Error(`PostgreSQL ended while starting. Last lines of ${logFile}:\n${lastLines(logFile, 8)}`);
    try {
      await withClient(url, (client) => client.query('SELECT 1'));
      return;
    } catch (error) {
      const code = (error as { code?: string }).code;
      // 57P03: starting up or recovering.
      if (code !== 'ECONNREFUSED' && code !== 'ECONNRESET' && code !== '57P03') throw error;
    }
    if (Date.now() > end)
      throw new Error(`PostgreSQL did not answer within ${Math.round(ms / 1000)} s; see ${logFile}.`);
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
}

/** @returns the last lines of a text file, or an empty text when it cannot be read */
export function lastLines(file: string, count: number): string {
  return existsSync(file) ? readFileSync(file, 'utf8').trimEnd().split('\n').slice(-count).join('\n') : '';
}
