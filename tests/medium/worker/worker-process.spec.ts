import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { startTestDatabase, startTestTemporal, type TestDatabase, type TestTemporal } from '@binhxet/testing';

const main = path.resolve(import.meta.dirname, '../../../apps/worker/dist/main.js');

interface Ended {
  readonly code: number | null;
  readonly signal: string | null;
  readonly log: string;
}

/** The worker as a process of its own, as the launcher starts it. */
class WorkerProcess {
  private log = '';
  readonly ended: Promise<Ended>;
  readonly ready: Promise<{ readonly port: number }>;

  constructor(
    env: Readonly<Record<string, string>>,
    readonly child: ChildProcess = fork(main, [], { env: { PATH: process.env['PATH'] ?? '', TZ: 'UTC', ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] }),
  ) {
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => (this.log += chunk.toString()));
    // Not `close`: it never comes once the channel was cut from this side.
    const outputEnds = [child.stdout, child.stderr].map((stream) => stream && once(stream, 'end'));
    this.ended = Promise.all([once(child, 'exit'), ...outputEnds]).then(([[code, signal]]) => ({ code, signal, log: this.log }) as Ended);
    this.ready = new Promise((resolve, reject) => {
      child.once('message', (message: { facts?: { port: number } }) => resolve({ port: message.facts?.port ?? 0 }));
      void this.ended.then(({ log }) => reject(new Error(`ended before it was ready\n${log}`)));
    });
    this.ready.catch(() => undefined); // a test that expects an early end does not await it
  }
}

describe('the worker process', () => {
  let database: TestDatabase;
  let temporal: TestTemporal;
  let running: WorkerProcess | undefined;

  beforeAll(async () => {
    [database, temporal] = await Promise.all([startTestDatabase('worker'), startTestTemporal()]);
  });
  afterEach(() => {
    running?.child.kill('SIGKILL');
    running = undefined;
  });
  afterAll(async () => {
    await Promise.all([database.drop(), temporal.stop()]);
  });

  const env = (databaseUrl: string) => ({
    BX_DATABASE_URL: databaseUrl,
    BX_TEMPORAL_ADDRESS: temporal.address,
    BX_TEMPORAL_NAMESPACE: temporal.namespace,
    BX_PUBLIC_URL: 'http://localhost:8080',
  });
  const start = (variables: Readonly<Record<string, string>>) => (running = new WorkerProcess(variables));

  it('polls, answers its probe, and ends in order when told to', async () => {
    const worker = start(env(database.urls.bx_worker));
    const { port } = await worker.ready;
    const health = await fetch(`http://127.0.0.1:${port}/health/ready`);
    expect(health.status).toBe(200);
    await expect(health.json()).resolves.toMatchObject({ status: 'up', checks: { database: { status: 'up' }, polling: { status: 'up' } } });
    worker.child.kill('SIGTERM');
    const { code, signal, log } = await worker.ended;
    expect([code === 0 || signal === 'SIGTERM', log]).toEqual([true, log]);
    expect(log).not.toContain('"level":"error"');
  });

  it('does not start with a role that could rewrite the record', async () => {
    const { code, log } = await start(env(database.superuserUrl)).ended;
    expect(code).toBe(1);
    expect(log).toContain('DATABASE.ROLE_TOO_STRONG');
  });

  it('names everything that is missing from its environment', async () => {
    const { code, log } = await start({}).ended;
    expect(code).toBe(1);
    for (const name of ['BX_DATABASE_URL', 'BX_TEMPORAL_ADDRESS', 'BX_PUBLIC_URL']) expect(log).toContain(name);
  });

  it('ends when the launcher that started it is gone', async () => {
    const worker = start(env(database.urls.bx_worker));
    await worker.ready;
    worker.child.disconnect();
    const { code, signal } = await worker.ended;
    expect(code === 0 || signal === 'SIGTERM').toBe(true);
  });
});
