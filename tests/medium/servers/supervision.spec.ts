import { spawn } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import os from 'node:os';
import path from 'node:path';
import { freePort, isAlive, removeCluster, repositoryRoot, waitForExit, withClient } from '@binhxet/platform/servers';
import { startTestStack, type TestStack } from '@binhxet/testing';

/** Small processes that behave as ours do at the edges: they serve, say so, and end in order. */
const API = `
import { createServer } from 'node:http';
import { appendFileSync } from 'node:fs';
process.once('disconnect', () => process.exit(0));
const server = createServer((request, response) => response.writeHead(request.url === '/health/ready' ? 200 : 404).end(process.env.BX_PUBLIC_URL));
server.listen(Number(process.env.BX_HTTP_PORT), process.env.BX_HTTP_HOST);
process.on('SIGTERM', () => { appendFileSync(process.env.BX_LEDGER_KEY_FILE + '.order', 'api '); process.exit(0); });
`;
const WORKER = `
import { appendFileSync } from 'node:fs';
process.once('disconnect', () => process.exit(0));
setInterval(() => undefined, 1000);
process.send({ ready: true });
process.on('SIGTERM', () => { appendFileSync(process.env.BX_LEDGER_KEY_FILE + '.order', 'worker '); process.exit(0); });
`;
/** Says it in its log, and does not watch its launcher: the watchdog must do. */
const JOBS = `
import { appendFileSync } from 'node:fs';
setInterval(() => undefined, 1000);
console.log(JSON.stringify({ level: 'info', msg: 'ready', role: new URL(process.env.BX_DATABASE_URL).username, secret: process.env.SECRET_OF_THE_SHELL ?? 'none' }));
process.on('SIGTERM', () => { appendFileSync(process.env.BX_LEDGER_KEY_FILE + '.order', 'jobs '); process.exit(0); });
`;

describe('ops start', () => {
  let folder: string;
  let stack: TestStack | undefined;
  const dataDir = () => path.join(folder, 'data');

  beforeAll(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-supervision-'));
    chmodSync(folder, 0o711);
    mkdirSync(dataDir());
    for (const [name, text] of [
      ['api', API],
      ['worker', WORKER],
      ['jobs', JOBS],
    ] as const)
      program(name, text);
  });
  afterEach(async () => {
    await stack?.stop();
    stack = undefined;
  });
  afterAll(() => {
    removeCluster(path.join(dataDir(), 'pg'));
    rmSync(folder, { recursive: true, force: true });
  });

  function program(name: string, text: string, apps = 'apps'): void {
    const place = path.join(folder, apps, name, 'dist');
    mkdirSync(place, { recursive: true });
    writeFileSync(path.join(place, 'package.json'), '{"type":"module"}');
    writeFileSync(path.join(place, 'main.js'), text);
  }
  const start = async (port?: number) => {
    stack = await startTestStack({
      dataDir: dataDir(),
      appsDir: path.join(folder, 'apps'),
      env: { SECRET_OF_THE_SHELL: 'seen' },
      ...(port === undefined ? {} : { port }),
    });
    return stack;
  };
  const launch = (args: readonly string[]) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const child = spawn(
        process.execPath,
        [path.join(repositoryRoot, 'apps', 'ops', 'dist', 'main.js'), 'start', '--data', dataDir(), ...args],
        { env: { ...process.env, NODE_OPTIONS: '' } },
      );
      let output = '';
      for (const stream of [child.stdout, child.stderr])
        stream.on('data', (chunk: Buffer) => (output += chunk.toString('utf8')));
      child.once('close', (code) => resolve({ code, output }));
    });

  it('starts everything, gives each process its own role and nothing else, and stops in order', async () => {
    const running = await start();
    expect((await fetch(running.urls.web)).status).toBe(404);
    const log = readFileSync(path.join(dataDir(), 'logs', 'jobs.log'), 'utf8');
    expect(JSON.parse(log)).toMatchObject({ role: 'bx_jobs', secret: 'none' });
    const pids = Object.values(running.pids);
    expect(pids).toHaveLength(5);
    expect(await running.stop()).toBe(0);
    stack = undefined;
    expect(readFileSync(path.join(dataDir(), 'keys', 'ledger.order'), 'utf8').trim()).toBe('api jobs worker');
    for (const pid of pids) expect(isAlive(pid)).toBe(false);
    expect((await running.ended).output).toContain(running.urls.web);
  });

  it('goes on where it stopped, at the same addresses', async () => {
    const first = await start();
    await withClient(first.database.superuserUrl, (client) => client.query('CREATE TABLE IF NOT EXISTS kept (n int)'));
    await first.stop();
    const second = await start();
    expect(second.urls).toEqual(first.urls);
    await expect(
      withClient(second.database.superuserUrl, (client) => client.query('SELECT n FROM kept')),
    ).resolves.toBeDefined();
  });

  it('refuses a second start on the same folder, and a busy port', async () => {
    const running = await start();
    const second = await launch(['--port', '0']);
    expect(second.code).toBe(3);
    expect(second.output).toContain(`process ${running.launcherPid}`);
    expect(second.output).toContain('đang chạy');
    await running.stop();
    stack = undefined;
    const port = await freePort();
    const other = createServer();
    await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
    const busy = await launch(['--port', String(port)]);
    other.close();
    expect(busy.code).toBe(3);
    expect(busy.output).toContain(`Port ${port} is in use`);
  });

  it('names a dead child and its log, stops the rest, ends with a failure', async () => {
    const running = await start();
    process.kill(running.pids.worker ?? 0, 'SIGKILL');
    const { code, output } = await running.ended;
    stack = undefined;
    expect(code).toBe(3);
    expect(output).toMatch(/process worker ended unexpectedly \(SIGKILL\)\. See .*worker\.log/);
    for (const pid of Object.values(running.pids)) expect(isAlive(pid)).toBe(false);
  });

  it('says which child did not come up and leaves nothing running', async () => {
    program('api', API, 'broken');
    program('jobs', JOBS, 'broken');
    program('worker', 'console.error("no"); process.exit(7);', 'broken');
    const { code, output } = await launch(['--port', '0', '--apps', path.join(folder, 'broken')]);
    expect(code).toBe(3);
    expect(output).toMatch(/process worker ended unexpectedly \(exit 7\)/);
    expect(existsSync(path.join(dataDir(), 'launcher.lock'))).toBe(false);
  });

  it('starts killed parts again at the same address, with their data', async () => {
    const running = await start();
    await running.kill('worker');
    expect(await running.restart('worker')).not.toBe(running.pids.worker);
    await running.kill('postgres');
    await running.restart('postgres');
    await expect(withClient(running.database.urls.bx_api, (client) => client.query('SELECT 1'))).resolves.toBeDefined();
    await running.kill('temporal');
    await running.restart('temporal');
    expect((await fetch(running.urls.temporalUi ?? '')).status).toBe(200);
  });

  it('leaves nothing behind when it is killed itself, and starts again', async () => {
    const running = await start();
    process.kill(running.launcherPid, 'SIGKILL');
    await running.ended;
    for (const pid of Object.values(running.pids)) expect(await waitForExit(pid, 40_000)).toBe(true);
    stack = undefined;
    const again = await start();
    expect(again.urls).toEqual(running.urls);
  });

  it('takes over at once from what a killed launcher left', async () => {
    const running = await start();
    process.kill(running.launcherPid, 'SIGKILL');
    await running.ended;
    const again = await start();
    for (const pid of Object.values(running.pids)) expect(isAlive(pid)).toBe(false);
    expect((await fetch(again.urls.web)).status).toBe(404);
  });
});
