import { type Json } from '@binhxet/domain';
import { type Sql } from '../sql.js';

export interface OutboxRow {
  readonly id: string;
  readonly kind: 'SIGNAL' | 'START' | 'JOB';
  readonly target: string;
  readonly name: string;
  readonly payload: { readonly [key: string]: Json };
  readonly attempts: number;
}

/** The relay's hold on the outbox. A claim is a lease: whoever dies with it loses it, and the rows are delivered again. */
export class OutboxRelayStore {
  constructor(private readonly sql: Sql) {}

  /** The oldest rows nobody holds, leased for `leaseMs`. */
  async claim(limit: number, leaseMs: number): Promise<OutboxRow[]> {
    const rows = await this.sql.query<OutboxRow>(
      `update app.outbox set attempts = attempts + 1, not_before = now() + make_interval(secs => $2::double precision / 1000)
       where id in (select id from app.outbox where not_before is null or not_before <= now() order by id limit $1 for update skip locked)
       returning id, kind, target, name, payload, attempts`,
      [limit, leaseMs],
    );
    return rows.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  async delivered(ids: readonly string[]): Promise<void> {
    if (ids.length > 0) await this.sql.query('delete from app.outbox where id = any($1::uuid[])', [ids]);
  }

  /** Not delivered: tried again after `delayMs`. */
  async postpone(ids: readonly string[], delayMs: number): Promise<void> {
    if (ids.length > 0) await this.sql.query(`update app.outbox set not_before = now() + make_interval(secs => $2::double precision / 1000) where id = any($1::uuid[])`, [ids, delayMs]);
  }

  async waiting(): Promise<{ readonly rows: number; readonly oldestSeconds: number }> {
    const [row] = await this.sql.query<{ rows: number; oldest: number }>(`select count(*)::int as rows, coalesce(extract(epoch from now() - min(created_at)), 0)::int as oldest from app.outbox`);
    return { rows: row?.rows ?? 0, oldestSeconds: row?.oldest ?? 0 };
  }
}
