import { spawn } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { isAlive, lock, startPostgres, SUPERUSER, postgresUrl, withClient } from '@binhxet/platform/servers';

const packageFolder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
// One cluster for each checkout and account: parallel runs of one checkout share it, others never meet.
const key = createHash('sha256').update(`${packageFolder}\0${os.userInfo().uid}`).digest('hex').slice(0, 12);
const folder = path.join(os.tmpdir(), `binhxet-test-${key}`);
const lockFile = `${folder}.lock`;

/** The PostgreSQL that all test processes of this checkout share. */
export interface SharedCluster {
  /** @returns connection URL of the superuser */
  superuserUrl(database?: string): string;
  /** @returns connection URL of a role */
  roleUrl(role: string, database: string): string;
  /** password of every login role of the cluster */
  readonly rolePassword: string;
}

interface State {
  readonly pid: number;
  readonly port: number;
  readonly dataDir: string;
  readonly password: string;
  readonly rolePassword: string;
}

/**
 * Finds the shared cluster or starts it, and runs `work` while no other test process does the same.
 * The cluster ends by itself a few seconds after the last process that asked for it. With `BX_TEST_DATABASE_URL` (a superuser's URL) that
 * server is used instead and left running.
 */
export async function withSharedCluster<T>(work: (cluster: SharedCluster) => Promise<T>): Promise<T> {
  const held = await lock(lockFile);
  try {
    const given = process.env['BX_TEST_DATABASE_URL'];
    if (given) return await work(givenCluster(given));
    mkdirSync(path.join(folder, 'refs'), { recursive: true });
    chmodSync(folder, 0o711); // PostgreSQL may run as another account and has to pass
    writeFileSync(path.join(folder, 'refs', String(process.pid)), '');
    return await work(await findOrStart());
  } finally {
    held.release();
  }
}

async function findOrStart(): Promise<SharedCluster> {
  const file = path.join(folder, 'state.json');
  const known = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as State) : undefined;
  if (known && isAlive(known.pid) && (await answers(known))) return clusterOf(known);
  const password = known?.password ?? randomBytes(18).toString('base64url');
  const server = await startPostgres({
    dataDir: path.join(folder, 'pg'),
    logFile: path.join(folder, 'pg.log'),
    password,
    durable: false,
    maxConnections: 400,
    outlive: true,
  });
  const state: State = {
    pid: server.pid,
    port: server.port,
    dataDir: server.dataDir,
    password,
    rolePassword: known?.rolePassword ?? randomBytes(18).toString('base64url'),
  };
  writeFileSync(file, JSON.stringify(state), { mode: 0o600 });
  spawn(process.execPath, [path.join(packageFolder, 'bin', 'janitor.mjs'), folder, lockFile], {
    detached: true,
    stdio: 'ignore',
    cwd: '/',
  }).unref();
  return clusterOf(state);
}

function clusterOf(state: State): SharedCluster {
  return {
    superuserUrl: (database = 'postgres') =>
      postgresUrl({ user: SUPERUSER, password: state.password, port: state.port, database }),
    roleUrl: (role, database) => postgresUrl({ user: role, password: state.rolePassword, port: state.port, database }),
    rolePassword: state.rolePassword,
  };
}

function givenCluster(url: string): SharedCluster {
  const rolePassword = createHash('sha256').update(`binhxet-test\0${url}`).digest('base64url');
  const to = (database: string, user?: string) => {
    const changed = new URL(url);
    changed.pathname = `/${database}`;
    if (user !== undefined) {
      changed.username = user;
      changed.password = rolePassword;
    }
    return changed.href;
  };
  return {
    superuserUrl: (database = 'postgres') => to(database),
    roleUrl: (role, database) => to(database, role),
    rolePassword,
  };
}

async function answers(state: State): Promise<boolean> {
  try {
    await withClient(clusterOf(state).superuserUrl(), (client) => client.query('SELECT 1'));
    return true;
  } catch {
    return false;
  }
}
