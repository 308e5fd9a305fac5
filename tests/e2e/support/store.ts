import type pg from 'pg';
import { withClient } from '@binhxet/platform/servers';
import { type TestStack } from '@binhxet/testing';

/** Rows of a query as the superuser. */
export function rows<T extends pg.QueryResultRow>(stack: TestStack, sql: string, params: readonly unknown[] = []): Promise<T[]> {
  return withClient(stack.database.superuserUrl, async (client) => (await client.query<T>(sql, [...params])).rows);
}

/** One number of a query. */
export async function numberOf(stack: TestStack, sql: string, params: readonly unknown[] = []): Promise<number> {
  const [row] = await rows<Record<string, unknown>>(stack, sql, params);
  return Number(Object.values(row ?? {})[0]);
}

/** Waits for a number of the database; a server that is away for a moment is asked again. @throws Error after the time */
export async function until(condition: () => Promise<boolean>, what: string, withinMs = 120_000, everyMs = 50): Promise<void> {
  for (const end = performance.now() + withinMs; ; ) {
    if (await condition().catch(() => false)) return;
    if (performance.now() > end) throw new Error(`${what}: not within ${withinMs / 1000} s`);
    await new Promise((resolve) => setTimeout(resolve, everyMs));
  }
}

const SCHEMAS = ['app', 'ballot', 'ledger'];
/** Change without a request or with every one: sessions and throttling, kept answers, messages on their way, the log's own signed heads. */
const ON_THEIR_OWN = new Set(['app.session', 'app.login_failure', 'app.outbox', 'app.notification', 'app.idempotency_key', 'ledger.ledger_head', 'ledger.ledger_tile', 'ledger.ledger_leaf', 'ledger.ledger_pending']);

/** A fingerprint of every table of ours: number of rows and hash of all of them, except those that change without a request. */
export async function fingerprints(stack: TestStack): Promise<Record<string, string>> {
  return withClient(stack.database.superuserUrl, async (client) => {
    const tables = await client.query<{ name: string }>(`select table_schema || '.' || table_name as name from information_schema.tables where table_type = 'BASE TABLE' and table_schema = any($1) order by 1`, [SCHEMAS]);
    const prints: Record<string, string> = {};
    for (const { name } of tables.rows) {
      if (ON_THEIR_OWN.has(name)) continue;
      const { rows: found } = await client.query<{ n: string; hash: string | null }>(`select count(*) as n, md5(string_agg(h, '' order by h)) as hash from (select md5(t::text) as h from ${name} t) hashed`);
      prints[name] = `${found[0]?.n} ${found[0]?.hash ?? ''}`;
    }
    return prints;
  });
}

/** What no bad luck may break; every number is to be 0. */
export async function inconsistencies(stack: TestStack): Promise<Record<string, number>> {
  const [row] = await rows<Record<string, string>>(
    stack,
    `with submitted as (
       select e.id, l.payload::jsonb ->> 'review' as review, (l.payload::jsonb ->> 'version')::int as version
       from ledger.ledger_entry e join ledger.ledger_payload l on l.entry_id = e.id
       where e.type in ('self-review.submitted', 'collective-review.submitted'))
     select
      (select count(*) from app.step s where s.outstanding <> (select count(*) from app.step_expectation e where e.step_id = s.id and e.state = 'WAITING')) as "steps that count other than their expectations",
      (select count(*) from app.step s where s.total <> (select count(*) from app.step_expectation e where e.step_id = s.id)) as "steps with a total other than their expectations",
      (select count(*) from app.review_paper p where p.submitted_at is not null and not exists (select from submitted s where s.review = p.review_id::text)) as "papers without an entry",
      (select count(*) from (select from submitted group by review, version having count(*) > 1) twice) as "papers entered twice",
      (select count(*) from submitted s where not exists (select from app.review_paper p where p.review_id::text = s.review)) as "entries without a paper",
      (select count(*) from ledger.ledger_entry e where not exists (select from ledger.ledger_leaf l where l.entry_id = e.id) and not exists (select from ledger.ledger_pending p where p.entry_id = e.id)) as "entries that never reach the log",
      (select count(*) from (select from ledger.ledger_entry e join ledger.ledger_payload l on l.entry_id = e.id where e.type = 'cycle.clock-moved' group by l.payload::jsonb ->> 'to' having count(*) > 1) twice) as "days that came twice",
      (select count(*) from app.command where outcome is null) as "commands without an outcome",
      (select count(*) from app.outbox where kind <> 'JOB') as "signals not delivered"`,
  );
  return Object.fromEntries(Object.entries(row ?? {}).map(([what, count]) => [what, Number(count)]));
}

/** Ledger entries by type, the tale of a run in numbers. */
export async function entriesByType(stack: TestStack): Promise<Record<string, number>> {
  const found = await rows<{ type: string; n: string }>(stack, 'select type, count(*) as n from ledger.ledger_entry group by 1 order by 1');
  return Object.fromEntries(found.map(({ type, n }) => [type, Number(n)]));
}
