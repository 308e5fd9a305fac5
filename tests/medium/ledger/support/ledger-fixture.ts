import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type NewLedgerEntry } from '@binhxet/domain';
import { appendLedger, LedgerIntegrator, type LedgerIntegratorOptions, type LedgerQuery } from '@binhxet/persistence';
import { newId, SystemClock } from '@binhxet/platform';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';
import pg from 'pg';

export const CYCLE = 'TINH-01.2026';
export const quiet = { info: () => undefined, warn: () => undefined, error: () => undefined };
export const queryOf =
  (client: pg.ClientBase | pg.Pool): LedgerQuery =>
  async <Row>(sql: string, values: unknown[]) =>
    (await client.query(sql, values)).rows as Row[];

/** A database with a ledger, a folder for keys and exports, and everything opened on the way closed at the end. */
export class LedgerFixture {
  private readonly closers: (() => Promise<unknown>)[] = [];
  readonly folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-ledger-'));
  readonly keyFile = path.join(this.folder, 'keys', 'ledger');

  private constructor(readonly database: TestDatabase) {}

  static async start(): Promise<LedgerFixture> {
    return new LedgerFixture(await startTestDatabase('ledger'));
  }

  async client(role: keyof TestDatabase['urls'] | 'superuser'): Promise<pg.Client> {
    const client = new pg.Client({ connectionString: role === 'superuser' ? this.database.superuserUrl : this.database.urls[role] });
    client.on('error', () => undefined);
    await client.connect();
    this.closers.push(() => client.end());
    return client;
  }

  pool(role: keyof TestDatabase['urls'], max: number): pg.Pool {
    const pool = new pg.Pool({ connectionString: this.database.urls[role], max });
    pool.on('error', () => undefined);
    this.closers.push(() => pool.end());
    return pool;
  }

  integrator(options: Partial<LedgerIntegratorOptions> = {}): LedgerIntegrator {
    const integrator = new LedgerIntegrator({
      url: this.database.urls.bx_jobs,
      keyFile: this.keyFile,
      clock: new SystemClock(),
      log: quiet,
      intervalMs: 1,
      pollMs: 5,
      ...options,
    });
    this.closers.push(() => integrator.stop());
    return integrator;
  }

  /** Runs an integrator until nothing waits any more. */
  async integrateAll(options: Partial<LedgerIntegratorOptions> = {}): Promise<void> {
    const integrator = this.integrator(options);
    integrator.start();
    await this.untilIntegrated();
    await integrator.stop();
  }

  async untilIntegrated(): Promise<void> {
    const client = await this.client('bx_read');
    await until(async () => (await client.query('select from ledger.ledger_pending limit 1')).rowCount === 0);
  }

  async end(): Promise<void> {
    for (const close of this.closers.reverse()) await close();
    await this.database.drop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** Waits for a condition of another process or connection; fails after 60 s. */
export async function until(condition: () => Promise<boolean>): Promise<void> {
  for (const end = Date.now() + 110_000; !(await condition()); ) {
    if (Date.now() > end) throw new Error('The condition did not come true within 110 s');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

/** An entry with sound defaults. */
export function anEntry(change: Partial<NewLedgerEntry> = {}): NewLedgerEntry {
  return {
    id: newId(),
    at: new Date(),
    type: 'self-review.submitted',
    cycle: CYCLE,
    org: 'CB-0417',
    payload: { by: { person: newId(), role: 'MEMBER' }, after: { level: 2, text: 'Hoàn thành tốt nhiệm vụ' } },
    ...change,
  };
}

/** A small log that `verify` has nothing to say against: cycle and step opened first, then `count` submissions, some answering others. */
export async function writeLog(client: pg.ClientBase, count: number): Promise<NewLedgerEntry[]> {
  const step = newId();
  const entries: NewLedgerEntry[] = [
    anEntry({ type: 'cycle.opened', org: 'TINH-01', payload: { effectiveOn: '2026-12-01' } }),
    anEntry({ type: 'step.opened', step, payload: { kind: 'SELF_REVIEW' } }),
  ];
  while (entries.length < count) {
    const prev = entries.length % 10 === 9 ? entries.at(-1)!.id : undefined;
    entries.push(anEntry({ step, prev, type: prev ? 'self-review.returned' : 'self-review.submitted' }));
  }
  await appendLedger(queryOf(client), entries);
  return entries;
}
