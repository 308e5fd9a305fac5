import { randomUUID } from 'node:crypto';
import { Access, type Actor, type IdempotentRequest, type PaperDraft, type Rules, WritePaperService } from '@binhxet/application';
import { PgIdempotencyStore, PgSessionReader, PgSubtreeReader, PgUnitOfWork, type Sql } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';
import { type ClientBase } from 'pg';
import { type Someone } from './world.js';

export interface Statement {
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statements of one member's two requests, in the order in which the server sends them, with `begin` and `commit`. */
export interface Recorded {
  readonly save: readonly Statement[];
  readonly submit: readonly Statement[];
}

/**
 * Lets the application's own services write a member's paper on this connection, notes every statement, and takes everything back: what
 * was noted can be sent once more, word for word, without the application.
 */
export async function record(client: ClientBase, rules: Rules, who: Someone, paper: PaperDraft): Promise<Recorded> {
  let noted: Statement[] = [];
  const run = async (text: string, values: readonly unknown[] = []): Promise<unknown[]> => {
    noted.push({ text, values });
    return (await client.query(text, values as unknown[])).rows as unknown[];
  };
  const sql: Sql = { query: async (text, values) => (await run(text, values)) as never };
  // The services' own transactions become part of the one that is taken back.
  const query = async (asked: string | Statement) => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: [] } : asked;
    if (!isBoundary(text)) return { rows: await run(text, values) };
    noted.push({ text, values: [] });
    return { rows: [] };
  };
  const source = { createQueryRunner: () => ({ connect: async () => ({ query }), release: async () => undefined }) } as unknown as ConstructorParameters<typeof PgUnitOfWork>[0];
  const clock = new SystemClock();
  const papers = new WritePaperService(new PgUnitOfWork(source, clock, { next: newId, secret: newSecretId }), rules, new Access(new PgSubtreeReader(sql)), clock);
  const actor: Actor = { accountId: who.accountId, memberId: who.memberId, capacities: [] };
  const keys = new PgIdempotencyStore(sql);
  const request = async (route: string, work: () => Promise<unknown>): Promise<Statement[]> => {
    const key: IdempotentRequest = { accountId: who.accountId, key: randomUUID(), route, requestHash: Buffer.alloc(32, 1) };
    await keys.begin(key, clock.now(), new Date(clock.now().getTime() - 60_000));
    const answer = await work();
    await keys.finish(key, 200, { status: 200, contentType: 'application/json; charset=utf-8', body: answer as never, headers: { etag: '"v1"' } });
    const statements = noted;
    noted = [];
    return statements;
  };
  await client.query('begin');
  try {
    // One reading of the session serves both requests, as it does in the server.
    await new PgSessionReader(sql).byTokenHash(Buffer.alloc(32, 2), new Date().toISOString().slice(0, 10));
    const save = await request('PUT /api/v1/reviews/:id/paper', async () => jsonOf(await papers.save(actor, who.reviewId, paper, 0)));
    const submit = await request('POST /api/v1/reviews/:id/paper/submit', async () => jsonOf(await papers.submit(actor, who.reviewId, 1)));
    return { save, submit };
  } finally {
    await client.query('rollback');
  }
}

function isBoundary(text: string): boolean {
  return text === 'begin' || text === 'commit' || text === 'rollback';
}

function jsonOf(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value));
}
