import { type Ids, OutboxPort } from '@binhxet/application';
import { type SignalName } from '@binhxet/contracts';
import { type Json } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

type Payload = { readonly [key: string]: Json | undefined };

/** Collects rows and writes them in one statement just before the commit. */
export class PgOutbox extends OutboxPort {
  private readonly rows: unknown[][] = [];

  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
  ) {
    super();
  }

  signal(workflowId: string, name: SignalName, payload: Payload): void {
    this.add('SIGNAL', workflowId, name, payload);
  }

  start(workflowId: string, workflow: string, input: Payload): void {
    this.add('START', workflowId, workflow, input);
  }

  job(queue: string, name: string, payload: Payload): void {
    this.add('JOB', queue, name, payload);
  }

  async flush(): Promise<void> {
    await insertRows(this.sql, 'app.outbox', ['id', 'kind', 'target', 'name', 'payload'], this.rows.splice(0));
  }

  private add(kind: string, target: string, name: string, payload: Payload): void {
    const id = this.ids.next();
    this.rows.push([id, kind, target, name, json(kind === 'START' ? payload : { ...payload, outboxId: id })]);
  }
}
