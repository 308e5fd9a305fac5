import http from 'node:http';
import path from 'node:path';
import { newSecretToken } from '@binhxet/application';
import { createLogger, newId } from '@binhxet/platform';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';
import pg from 'pg';

/** Answer of a request. */
export interface Answer {
  readonly statusCode: number;
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>;
  readonly body: string;
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- a test looks at whatever came
  json(): any;
}
export interface Request {
  readonly method?: string;
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly payload?: unknown;
  /** address it comes from, any of 127.0.0.0/8 */
  readonly from?: string;
}

interface App {
  listen(port: number, host: string): Promise<unknown>;
  getUrl(): Promise<string>;
  close(): Promise<void>;
  get<T>(token: unknown): T;
}

export interface ApiUnderTest {
  readonly app: App;
  readonly database: TestDatabase;
  /** superuser's connection, for what no route makes */
  readonly db: pg.Client;
  readonly log: string[];
  /** Sends a request exactly as given; a payload that is not text goes as JSON. */
  inject(request: Request): Promise<Answer>;
  /** An account with a session, made in the database; `grant` or `memberId` give it capacities. */
  signedIn(who?: { readonly memberId?: string; readonly grant?: 'ADMINISTRATOR' | 'AUDITOR'; readonly organisationId?: string }): Promise<SignedInClient>;
  stop(): Promise<void>;
}

/** Sends requests with a session's cookie and token. */
export interface SignedInClient {
  readonly accountId: string;
  readonly headers: Readonly<Record<string, string>>;
  get(url: string): Promise<Answer>;
  send(method: string, url: string, payload?: unknown, headers?: Readonly<Record<string, string>>): Promise<Answer>;
}

// Tests import no app: they start it from its entry, as a launcher does.
const entry = (file: string) => path.resolve(import.meta.dirname ?? path.dirname(new URL(import.meta.url).pathname), '../../../apps/api/src', file);

/**
 * The whole API over a database of its own, on a free port of this machine.
 * @param env added to the environment it reads
 * @param options as `createApi` takes them
 */
export async function startApi(env: Readonly<Record<string, string>> = {}, options: object = {}): Promise<ApiUnderTest> {
  const database = await startTestDatabase('api');
  const { createApi } = (await import(entry('bootstrap.ts'))) as { createApi: (config: unknown, options: object) => Promise<App> };
  const { loadApiConfig } = (await import(entry('api-config.ts'))) as { loadApiConfig: (env: object) => unknown };
  const log: string[] = [];
  const config = loadApiConfig({
    BX_DATABASE_URL: database.urls.bx_api,
    BX_DATABASE_POOL_SIZE: '8',
    BX_PUBLIC_URL: 'http://127.0.0.1:8080',
    BX_TEMPORAL_ADDRESS: '127.0.0.1:1',
    ...env,
  });
  const app = await createApi(config, { logger: createLogger({ app: 'api', level: 'debug', destination: { write: (line: string) => void log.push(line) } }), webFolder: '/nonexistent', ...options });
  await app.listen(0, '127.0.0.1');
  const agent = new http.Agent({ keepAlive: true });
  const base = await app.getUrl();
  const db = new pg.Client({ connectionString: database.superuserUrl });
  await db.connect();
  const inject = (request: Request) => send(base, agent, request);
  return {
    app,
    database,
    db,
    log,
    inject,
    signedIn: (who = {}) => openSession(db, inject, who),
    stop: async () => {
      agent.destroy();
      await app.close();
      await db.end();
      await database.drop();
    },
  };
}

function send(base: string, agent: http.Agent, { method = 'GET', url, headers = {}, payload, from }: Request): Promise<Answer> {
  const { hostname, port } = new URL(base);
  const body = payload === undefined ? undefined : typeof payload === 'string' ? payload : JSON.stringify(payload);
  const typed = body === undefined || typeof payload === 'string' ? headers : { 'content-type': 'application/json', ...headers };
  return new Promise((resolve, reject) => {
    const request = http.request({ hostname, port, path: url, method, agent, headers: body === undefined ? typed : { 'content-length': String(Buffer.byteLength(body)), ...typed }, ...(from ? { localAddress: from, agent: false } : {}) }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('error', reject);
      response.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        resolve({ statusCode: response.statusCode ?? 0, headers: response.headers, body: text, json: () => JSON.parse(text) as unknown });
      });
    });
    request.on('error', reject);
    request.end(body);
  });
}

async function openSession(db: pg.Client, inject: ApiUnderTest['inject'], who: { memberId?: string; grant?: string; organisationId?: string }): Promise<SignedInClient> {
  const token = newSecretToken(32);
  const csrf = newSecretToken(24).text;
  const newAccount = newId();
  await db.query('insert into app.account (id, login, member_id) values ($1, $2, $3) on conflict (member_id) do nothing', [newAccount, `a${newAccount}`, who.memberId ?? null]);
  const known = await db.query<{ id: string }>('select id from app.account where id = $1 or member_id = $2', [newAccount, who.memberId ?? null]);
  const accountId = known.rows[0]!.id;
  if (who.grant) await db.query('insert into app.account_grant (id, account_id, role, organisation_id) values ($1, $2, $3, $4)', [newId(), accountId, who.grant, who.organisationId ?? null]);
  await db.query("insert into app.session (token_hash, account_id, csrf_token, expires_at) values ($1, $2, $3, now() + interval '1 hour')", [token.hash, accountId, csrf]);
  const headers = { cookie: `bx_session=${token.text}`, 'x-csrf-token': csrf };
  return {
    accountId,
    headers,
    get: (url) => inject({ url, headers }),
    send: (method, url, payload, more = {}) => inject({ method, url, headers: { ...headers, ...more }, ...(payload === undefined ? {} : { payload }) }),
  };
}
