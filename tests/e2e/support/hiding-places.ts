import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { withClient } from '@binhxet/platform/servers';
import { type TestStack } from '@binhxet/testing';
import { Client, Connection } from '@temporalio/client';
import { rows } from './store.js';

/** Texts by where they were found. */
export type Places = ReadonlyMap<string, string>;

/**
 * Keeps a copy of every row that is ever written to the outbox and to any table of the queue: both forget what is done.
 * Called once, before anything happens.
 */
export async function watchMessages(stack: TestStack): Promise<void> {
  await withClient(stack.database.superuserUrl, async (client) => {
    await client.query(`
      create schema watch; create table watch.seen (place text not null, body text not null);
      create function watch.note() returns trigger language plpgsql security definer as $$
        begin insert into watch.seen values (tg_table_schema || '.' || tg_table_name, to_jsonb(new)::text); return new; end $$;`);
    const tables = await client.query<{ name: string }>(
      `select format('%I.%I', table_schema, table_name) as name from information_schema.tables where table_type = 'BASE TABLE' and (table_schema = 'bullmq' or (table_schema, table_name) = ('app', 'outbox'))`,
    );
    for (const { name } of tables.rows) await client.query(`create trigger watch_note after insert or update on ${name} for each row execute function watch.note()`);
  });
}

/** Everything that went to the outbox or the queue, one text a table. */
export async function messages(stack: TestStack): Promise<Places> {
  const found = await rows<{ place: string; body: string }>(stack, `select place, string_agg(body, e'\\n') as body from watch.seen group by place`);
  return new Map(found.map(({ place, body }) => [place, body]));
}

/** Every log file of the installation, with the files that were rolled away. */
export function logs(stack: TestStack): Places {
  const folder = path.join(stack.dataDir, 'logs');
  return new Map(readdirSync(folder).map((name) => [name, readFileSync(path.join(folder, name), 'utf8')]));
}

/** Whatever Temporal keeps about each workflow: whole histories with payloads decoded, memo, search attributes, summaries and current details. */
export async function workflows(stack: TestStack): Promise<Places> {
  const connection = await Connection.connect({ address: stack.temporal.address });
  try {
    const client = new Client({ connection, namespace: stack.temporal.namespace });
    const found = new Map<string, string>();
    for await (const execution of client.workflow.list()) {
      const handle = client.workflow.getHandle(execution.workflowId, execution.runId);
      const texts: string[] = [];
      collect(await handle.fetchHistory(), texts);
      collect((await handle.describe()).raw, texts);
      // Only a worker that knows the type can answer.
      if (execution.status.name === 'RUNNING' && execution.taskQueue === 'binhxet') collect(await handle.query('__temporal_workflow_metadata'), texts);
      found.set(execution.workflowId, texts.join('\n'));
    }
    return found;
  } finally {
    await connection.close();
  }
}

/** Every string, and every run of bytes read as text, of a message of the server. */
function collect(value: unknown, texts: string[]): void {
  if (typeof value === 'string') texts.push(value);
  else if (value instanceof Uint8Array) texts.push(Buffer.from(value).toString('utf8'));
  else if (Array.isArray(value)) for (const each of value) collect(each, texts);
  else if (typeof value === 'object' && value !== null) {
    for (const [key, each] of Object.entries(value)) {
      texts.push(key);
      collect(each, texts);
    }
  }
}
