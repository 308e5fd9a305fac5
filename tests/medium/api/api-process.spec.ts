import { type ChildProcess, spawn } from 'node:child_process';
import http from 'node:http';
import path from 'node:path';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';

const main = path.resolve(path.dirname(new URL(import.meta.url).pathname), '../../../apps/api/dist/main.js');

describe('the api process, as built', () => {
  let database: TestDatabase;
  const children: ChildProcess[] = [];
  beforeAll(async () => {
    database = await startTestDatabase('apiprocess');
  });
  afterAll(async () => {
    for (const child of children) if (child.exitCode === null) child.kill('SIGKILL');
    await database.drop();
  });

  function start(env: Record<string, string>) {
    const { NODE_OPTIONS: _options, ...inherited } = process.env;
    const child = spawn(process.execPath, [main], { env: { ...inherited, ...env }, stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
    children.push(child);
    const lines: string[] = [];
    for (const stream of [child.stdout!, child.stderr!]) stream.on('data', (chunk: Buffer) => lines.push(chunk.toString()));
    const ended = new Promise<number | string>((resolve) => child.once('exit', (code, signal) => resolve(code ?? signal ?? 'gone')));
    const ready = new Promise<{ port: number }>((resolve) => child.on('message', (message: { ready?: boolean; facts?: { port: number } }) => message.ready && resolve(message.facts!)));
    return { child, ended, ready, text: () => lines.join('') };
  }
  const env = () => ({ BX_DATABASE_URL: database.urls.bx_api, BX_PUBLIC_URL: 'http://127.0.0.1', BX_TEMPORAL_ADDRESS: '127.0.0.1:1', BX_HTTP_PORT: '0' });

  it('says when it serves, and ends in order while a connection is still open', async () => {
    const api = start(env());
    const { port } = (await Promise.race([api.ready, api.ended.then((code) => Promise.reject(new Error(`ended with ${code}: ${api.text()}`)))])) as { port: number };
    const agent = new http.Agent({ keepAlive: true });
    const status = await new Promise((resolve, reject) => http.get({ host: '127.0.0.1', port, path: '/health/ready', agent }, (response) => resolve((response.resume(), response.statusCode))).on('error', reject));
    expect(status).toBe(200);
    expect(api.text()).toContain('"msg":"ready"');
    api.child.kill('SIGTERM');
    expect(await api.ended).toBe('SIGTERM');
    agent.destroy();
    expect(api.text()).not.toContain('"level":"error"');
  });

  it('ends when its launcher is gone', async () => {
    const api = start(env());
    await api.ready;
    api.child.disconnect();
    expect(await api.ended).toBe('SIGTERM');
  });

  it('names what is missing and ends with 1', async () => {
    const api = start({ BX_PUBLIC_URL: 'http://127.0.0.1' });
    expect(await api.ended).toBe(1);
    expect(api.text()).toContain('BX_DATABASE_URL');
    expect(api.text()).toContain('CONFIG.INVALID');
  });

  it('does not start with a role that could rewrite the record', async () => {
    const api = start({ ...env(), BX_DATABASE_URL: database.superuserUrl });
    expect(await api.ended).toBe(1);
    expect(api.text()).toContain('DATABASE.ROLE_TOO_STRONG');
    expect(api.text()).not.toContain(new URL(database.superuserUrl).password);
  });
});
