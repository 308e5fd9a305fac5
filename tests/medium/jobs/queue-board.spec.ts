import { type ChildProcess, spawn } from 'node:child_process';
import path from 'node:path';
import { newSecretToken } from '@binhxet/application';
import { newId } from '@binhxet/platform';
import { BullQueues } from '@binhxet/queues';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';
import pg from 'pg';

const API = path.resolve('apps/api/dist/main.js');

/** The built process as a launcher starts it: the board's library does not load inside the test runner. */
function startApi(url: string): Promise<{ readonly child: ChildProcess; readonly base: string }> {
  const child = spawn(process.execPath, [API], {
    env: { PATH: process.env['PATH'], TZ: 'UTC', BX_DATABASE_URL: url, BX_PUBLIC_URL: 'http://127.0.0.1:1', BX_TEMPORAL_ADDRESS: '127.0.0.1:1', BX_HTTP_PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit', 'ipc'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', (code) => reject(new Error(`the API ended with ${code}`)));
    child.on('message', (message) => {
      const port = (message as { facts?: { port?: number } }).facts?.port;
      if (port) resolve({ child, base: `http://127.0.0.1:${port}` });
    });
  });
}

describe('the queue board', () => {
  let database: TestDatabase;
  let db: pg.Client;
  let queues: BullQueues;
  let api: Awaited<ReturnType<typeof startApi>>;

  beforeAll(async () => {
    database = await startTestDatabase('board');
    db = new pg.Client({ connectionString: database.superuserUrl });
    await db.connect();
    queues = await BullQueues.open({ backend: 'postgres', url: database.urls.bx_jobs }, { migrate: true, grantTo: 'bx_api', onError: () => undefined });
    api = await startApi(database.urls.bx_api);
  });
  afterAll(async () => {
    if (api) {
      const ended = new Promise((resolve) => api.child.once('exit', resolve));
      api.child.kill('SIGTERM');
      await ended;
    }
    await queues?.close();
    await db?.end();
    await database?.drop();
  });

  const sessionOf = async (role: 'ADMINISTRATOR' | 'AUDITOR'): Promise<string> => {
    const [account, organisation] = [newId(), newId()];
    const token = newSecretToken(32);
    await db.query('insert into app.organisation (id, code) values ($1, $2)', [organisation, `X-${organisation.slice(-6).toUpperCase()}`]);
    await db.query('insert into app.account (id, login) values ($1, $2)', [account, account]);
    await db.query('insert into app.account_grant (id, account_id, role, organisation_id) values ($1, $2, $3, $4)', [newId(), account, role, role === 'AUDITOR' ? organisation : null]);
    await db.query(`insert into app.session (token_hash, account_id, csrf_token, expires_at) values ($1, $2, 'x', now() + interval '1 hour')`, [token.hash, account]);
    return `bx_session=${token.text}`;
  };
  const get = (address: string, cookie?: string): Promise<Response> => fetch(`${api.base}${address}`, { redirect: 'manual', headers: cookie ? { cookie } : {} });

  it('sends a stranger to the sign-in page', async () => {
    const answer = await get('/admin/queues');
    expect([answer.status, answer.headers.get('location')]).toEqual([303, '/sign-in']);
  });

  it('refuses everybody but administrators', async () => {
    const cookie = await sessionOf('AUDITOR');
    expect((await get('/admin/queues', cookie)).status).toBe(403);
    expect((await get('/admin/queues/api/queues', cookie)).status).toBe(403);
  });

  it('shows an administrator the queues and their jobs, to look at only', async () => {
    await queues.addBulk('notifications', [{ id: newId(), name: 'notify', data: { memberIds: [] } }]);
    const cookie = await sessionOf('ADMINISTRATOR');
    expect((await get('/admin/queues', cookie)).status).toBe(200);
    const listed = (await (await get('/admin/queues/api/queues', cookie)).json()) as { queues: { name: string; readOnlyMode: boolean; counts: { waiting: number } }[] };
    expect(listed.queues.find((queue) => queue.name === 'notifications')).toMatchObject({ readOnlyMode: true, counts: { waiting: 1 } });
    const job = listed.queues.length;
    const removed = await fetch(`${api.base}/admin/queues/api/queues/notifications/clean/waiting`, { method: 'PUT', headers: { cookie } });
    expect([job, removed.ok]).toEqual([2, false]);
  });
});
