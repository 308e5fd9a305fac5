import { type Beginning, IdempotencyStore, type IdempotentRequest } from '@binhxet/application';
import { type Json } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

/**
 * Lets the statement it stands in commit without waiting for the disk. The log is written in order: a claim is on disk before the act it
 * stands for, which waits as always. A kept answer that a crash of the server takes away leaves a claim without one, as a crash between
 * the act and its answer does.
 */
const WITHOUT_WAITING = `unwaited as materialized (select set_config('synchronous_commit', 'off', true))`;

export class PgIdempotencyStore extends IdempotencyStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async begin(request: IdempotentRequest, now: Date, abandonedBefore: Date): Promise<Beginning> {
    const ours = await this.sql.query(
      `with ${WITHOUT_WAITING}
       insert into app.idempotency_key as k (account_id, key, route, request_hash, created_at) select $1::uuid, $2::uuid, $3::text, $4::bytea, $5::timestamptz from unwaited
       on conflict (account_id, key) do update set created_at = excluded.created_at
         where k.status is null and k.created_at < $6 and k.request_hash = excluded.request_hash
       returning 1 as ours`,
      [request.accountId, request.key, request.route, request.requestHash, now, abandonedBefore],
    );
    if (ours.length === 1) return { state: 'OURS' };
    const [row] = await this.sql.query<{ requestHash: Buffer; status: number | null; response: Json }>(
      'select request_hash as "requestHash", status, response from app.idempotency_key where account_id = $1 and key = $2',
      [request.accountId, request.key],
    );
    // Forgotten between the two statements: whoever held it failed just now and the client may ask again.
    if (!row) return { state: 'RUNNING' };
    if (!row.requestHash.equals(request.requestHash)) return { state: 'OTHER_REQUEST' };
    return row.status === null ? { state: 'RUNNING' } : { state: 'ANSWERED', status: row.status, answer: row.response };
  }

  async finish(request: IdempotentRequest, status: number, answer: Json): Promise<void> {
    await this.sql.query(`with ${WITHOUT_WAITING} update app.idempotency_key set status = $3, response = $4 from unwaited where account_id = $1 and key = $2`, [request.accountId, request.key, status, json(answer)]);
  }

  async forget(request: IdempotentRequest): Promise<void> {
    await this.sql.query('delete from app.idempotency_key where account_id = $1 and key = $2 and status is null', [request.accountId, request.key]);
  }
}
