import { isAppError } from '@binhxet/domain';
import pg from 'pg';
import { openLedgerKey, type LedgerKey } from './ledger-key.js';
import { integratePending, type Integrated } from './ledger-integration.js';
import { type LedgerQuery } from './ledger-query.js';

/** Advisory lock of the one integrator, in a key space of its own. */
const LOCK = [0x6c656467, 1] as const;

export interface LedgerIntegratorOptions {
  /** PostgreSQL as `bx_jobs`. */
  readonly url: string;
  /** Signing key. Made at the first start, and only while the log has no head. */
  readonly keyFile: string;
  /** Name of a key that is made; default `binhxet.localhost/<random>`. */
  readonly origin?: string;
  readonly clock: { now(): Date };
  readonly log: { info(fields: object, message: string): void; warn(fields: object, message: string): void; error(fields: object, message: string): void };
  /** Least time from one checkpoint to the next, milliseconds. Default 1,000. */
  readonly intervalMs?: number;
  /** How often an idle integrator looks for work, milliseconds. Default 250. */
  readonly pollMs?: number;
  readonly onIntegrated?: (integrated: Integrated) => void;
}

/** `standby`: another process integrates. `refused`: a person must look, `code` says why; tried again, since the cure is outside. */
export type IntegratorStatus =
  | { readonly state: 'stopped' | 'connecting' | 'standby' | 'leading' }
  | { readonly state: 'refused'; readonly code: string };

const RETRY_MS = 1_000;
const REFUSED_RETRY_MS = 10_000;

/**
 * Gives committed entries their place in the log. Any number of processes may run one; an advisory lock, held by the connection that also
 * does the work, lets one of them lead, so a leader that dies takes its lock and its open transaction with it.
 */
export class LedgerIntegrator {
  private current: IntegratorStatus = { state: 'stopped' };
  private running: Promise<void> | undefined;
  private stopping = new AbortController();
  private last: Integrated | null = null;

  constructor(private readonly options: LedgerIntegratorOptions) {}

  status(): IntegratorStatus {
    return this.current;
  }

  start(): void {
    if (this.running) return;
    this.stopping = new AbortController();
    this.running = this.run();
  }

  /** Finishes the batch under way, then gives up the lock. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running;
    this.running = undefined;
    this.current = { state: 'stopped' };
  }

  private async run(): Promise<void> {
    while (!this.stopping.signal.aborted) {
      let pause = RETRY_MS;
      try {
        this.current = { state: 'connecting' };
        await this.session();
      } catch (error) {
        if (isAppError(error)) {
          pause = REFUSED_RETRY_MS;
          this.current = { state: 'refused', code: error.code };
          this.options.log.error({ code: error.code, facts: error.facts }, 'ledger integrator refuses to sign');
        } else {
          this.options.log.warn({ code: (error as { code?: string }).code, err: error }, 'ledger integrator lost its connection');
        }
        await this.pause(pause);
      }
    }
  }

  /** One connection: wait for the lock, then lead until stopped or until something fails. */
  private async session(): Promise<void> {
    const client = new pg.Client({ connectionString: this.options.url, application_name: 'ledger-integrator' });
    // Reported by the statement in flight or by the next one; without a listener it would end the process.
    client.on('error', () => undefined);
    try {
      await client.connect();
      const query: LedgerQuery = async <Row>(sql: string, values: unknown[]) => (await client.query(sql, values)).rows as Row[];
      while (!this.stopping.signal.aborted) {
        const [row] = await query<{ mine: boolean }>('select pg_try_advisory_lock($1, $2) as mine', [...LOCK]);
        if (row?.mine) return await this.lead(client, query);
        this.current = { state: 'standby' };
        await this.pause(RETRY_MS);
      }
    } finally {
      await client.end().catch(() => undefined);
    }
  }

  private async lead(client: pg.Client, query: LedgerQuery): Promise<void> {
    const [heads] = await query<{ any: boolean }>('select exists (select from ledger.ledger_head) as any', []);
    const key = openLedgerKey(this.options.keyFile, { create: heads?.any === false, origin: this.options.origin });
    this.current = { state: 'leading' };
    this.options.log.info({ origin: key.origin }, 'ledger integrator leads');
    const interval = this.options.intervalMs ?? 1_000;
    // Also with nothing to do: damage or a foreign key must show at the start, not at the next entry.
    for (let idle = false; !this.stopping.signal.aborted; ) {
      const began = performance.now();
      const done: Integrated | null = idle && !(await this.hasWork(query)) ? null : await this.integrate(client, query, key, interval);
      idle = done === null;
      await this.pause(idle ? (this.options.pollMs ?? 250) : Math.max(0, interval - (performance.now() - began)));
    }
  }

  private async hasWork(query: LedgerQuery): Promise<boolean> {
    const [row] = await query<{ any: boolean }>('select exists (select from ledger.ledger_pending) as any', []);
    return row?.any ?? false;
  }

  private async integrate(client: pg.Client, query: LedgerQuery, key: LedgerKey, interval: number): Promise<Integrated | null> {
    await client.query('begin');
    try {
      const done = await integratePending(query, { key, now: () => this.options.clock.now(), last: this.last, budgetMs: interval * 0.7 });
      await client.query(done ? 'commit' : 'rollback');
      if (done) {
        this.last = done;
        this.options.onIntegrated?.(done);
      }
      return done;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    }
  }

  private async pause(ms: number): Promise<void> {
    const { signal } = this.stopping;
    if (signal.aborted || ms <= 0) return;
    await new Promise<void>((resolve) => {
      const done = (): void => {
        clearTimeout(timer);
        signal.removeEventListener('abort', done);
        resolve();
      };
      const timer = setTimeout(done, ms);
      signal.addEventListener('abort', done);
    });
  }
}
