import { randomUUID } from 'node:crypto';
import http from 'node:http';
import { PgIdempotencyStore } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { type ApiUnderTest, startApi } from './api-under-test.js';

describe('requests', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  describe('with an idempotency key', () => {
    const store = () => new PgIdempotencyStore({ query: async (text, params) => (await api.db.query(text, params as unknown[])).rows as never });
    const request = (over: object = {}) => ({ accountId: newId(), key: randomUUID(), route: 'POST /x', requestHash: Buffer.alloc(32, 1), ...over });
    const now = new Date();
    const before = (ms: number) => new Date(now.getTime() - ms);

    it('are carried out once', async () => {
      const ours = request();
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'OURS' });
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'RUNNING' });
      expect(await store().begin({ ...ours, requestHash: Buffer.alloc(32, 2) }, now, before(60_000))).toEqual({ state: 'OTHER_REQUEST' });
      await store().finish(ours, 201, { body: { n: 1 } });
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'ANSWERED', status: 201, answer: { body: { n: 1 } } });
      // Another account's key of the same value is another key.
      expect(await store().begin({ ...ours, accountId: newId() }, now, before(60_000))).toEqual({ state: 'OURS' });
    });

    it('may be repeated after a failure of ours, and after the process that carried them out died', async () => {
      const ours = request();
      await store().begin(ours, before(120_000), before(180_000));
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'OURS' });
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'RUNNING' });
      await store().forget(ours);
      expect(await store().begin(ours, now, before(60_000))).toEqual({ state: 'OURS' });
      await store().finish(ours, 200, null);
      await store().forget(ours);
      expect((await store().begin(ours, now, before(60_000))).state).toBe('ANSWERED');
    });
  });

  it('find the server again after PostgreSQL dropped every connection', async () => {
    const client = await api.signedIn();
    expect((await client.get('/api/v1/auth/session')).statusCode).toBe(200);
    await api.db.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'binhxet-api' and datname = current_database()");
    const other = await api.signedIn();
    const first = await other.get('/api/v1/auth/session');
    expect([200, 503]).toContain(first.statusCode);
    if (first.statusCode === 503) expect(first.json().code).toBe('DATABASE.UNAVAILABLE');
    expect((await other.get('/api/v1/auth/session')).statusCode).toBe(200);
  });

  it('are told to come back while no connection can be made', async () => {
    const client = await api.signedIn();
    // Of this database alone: roles are shared with other test processes.
    await api.db.query(`alter database "${api.database.name}" connection limit 0`);
    try {
      await api.db.query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'binhxet-api' and datname = current_database()");
      const answers = [await client.get('/api/v1/auth/session'), await client.get('/api/v1/auth/session')];
      expect(answers.at(-1)).toMatchObject({ statusCode: 503 });
      expect(answers.at(-1)!.json()).toMatchObject({ code: 'DATABASE.UNAVAILABLE', facts: {} });
      expect(answers.at(-1)!.headers['retry-after']).toBe('2');
      expect((await api.inject({ url: '/health/live' })).statusCode).toBe(200);
      expect((await api.inject({ url: '/health/ready' })).statusCode).toBe(503);
    } finally {
      await api.db.query(`alter database "${api.database.name}" connection limit -1`);
    }
    expect((await client.get('/api/v1/auth/session')).statusCode).toBe(200);
  });

  it('for events get versions, first those of now, then each change', async () => {
    const memberId = newId();
    await api.db.query("insert into app.member (id, code, full_name, name_key, status, admitted_on) values ($1, 'DV-9001', 'Người thử', 'thử người', 'OFFICIAL', '2020-01-01')", [memberId]);
    const client = await api.signedIn({ memberId });
    const events: { topic: string; version: string }[] = [];
    const { hostname, port } = new URL(await api.app.getUrl());
    const open = http.get({ hostname, port, path: '/api/v1/events', headers: client.headers }, (response) => {
      expect(response.headers['content-type']).toBe('text/event-stream');
      response.on('error', () => undefined);
      response.on('data', (chunk: Buffer) => {
        for (const line of chunk.toString().split('\n')) if (line.startsWith('data: ')) events.push(JSON.parse(line.slice(6)) as never);
      });
    });
    open.on('error', () => undefined);
    const until = async (count: number) => {
      for (let waited = 0; events.length < count && waited < 10_000; waited += 50) await new Promise((resolve) => setTimeout(resolve, 50));
      expect(events.length).toBe(count);
    };
    await until(2);
    await api.db.query("insert into app.notification (id, member_id, kind) values ($1, $2, 'TEST')", [newId(), memberId]);
    await until(3);
    open.destroy();
    expect(events.map(({ topic }) => topic)).toEqual(['tasks', 'notifications', 'notifications']);
    expect(Object.keys(events[2]!)).toEqual(['topic', 'version']);
  });
});

it('a process whose database role could rewrite the record does not start', async () => {
  const api = await startApi();
  try {
    for (const role of ['bx_owner', 'bx_superuser'] as const) {
      const url = role === 'bx_owner' ? api.database.urls.bx_owner : api.database.superuserUrl;
      await expect(startApi({ BX_DATABASE_URL: url })).rejects.toMatchObject({ code: 'DATABASE.ROLE_TOO_STRONG' });
    }
  } finally {
    await api.stop();
  }
});
