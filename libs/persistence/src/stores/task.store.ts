import { type Ids, type NewTask, TaskStore } from '@binhxet/application';
import { insertRows, json, type Sql } from '../sql.js';

export class PgTaskStore extends TaskStore {
  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
  ) {
    super();
  }

  async open(tasks: readonly NewTask[], at: Date): Promise<void> {
    await insertRows(
      this.sql,
      'app.task',
      ['id', 'kind', 'cycle_id', 'superior_id', 'organisation_id', 'step_id', 'ref_id', 'member_id', 'post_kinds', 'body_kind', 'state', 'live', 'due_at', 'waiting_count', 'facts', 'opened_at'],
      tasks.map((task) => [
        this.ids.next(),
        task.kind,
        task.cycleId,
        task.superiorId,
        task.organisationId,
        task.stepId,
        task.refId,
        'memberId' in task.holder ? task.holder.memberId : null,
        'postKinds' in task.holder ? task.holder.postKinds : null,
        'postKinds' in task.holder ? (task.holder.bodyKind ?? null) : null,
        'OPEN',
        task.live ?? false,
        task.dueAt,
        task.waitingCount ?? 0,
        json(task.facts ?? {}),
        at,
      ]),
    );
  }

  async done(match: { readonly kind: string; readonly refId: string; readonly memberId?: string }, by: string | null, at: Date): Promise<void> {
    await this.sql.query(
      `update app.task set state = 'DONE', done_at = $3, done_by = $4, version = version + 1
       where ref_id = $1 and kind = $2 and state in ('OPEN','CLAIMED') and ($5::uuid is null or member_id = $5)`,
      [match.refId, match.kind, at, by, match.memberId ?? null],
    );
  }

  async endOfStep(stepId: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void> {
    await this.sql.query(`update app.task set state = $2, done_at = $3, version = version + 1 where step_id = $1 and state in ('OPEN','CLAIMED')`, [stepId, state, at]);
  }

  async endOfRef(refId: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date, kinds?: readonly string[]): Promise<void> {
    await this.sql.query(
      `update app.task set state = $2, done_at = $3, version = version + 1 where ref_id = $1 and state in ('OPEN','CLAIMED') and ($4::text[] is null or kind = any($4))`,
      [refId, state, at, kinds ?? null],
    );
  }

  async endOfOrganisations(cycleId: string, organisationIds: readonly string[], state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void> {
    await this.sql.query(
      `update app.task set state = $3, done_at = $4, version = version + 1 where cycle_id = $1 and organisation_id = any($2::uuid[]) and state in ('OPEN','CLAIMED') and member_id is null`,
      [cycleId, organisationIds, state, at],
    );
  }

  async endWithoutStep(cycleId: string, kind: string, state: 'DONE' | 'CANCELLED' | 'EXPIRED', at: Date): Promise<void> {
    await this.sql.query(`update app.task set state = $3, done_at = $4, version = version + 1 where cycle_id = $1 and kind = $2 and step_id is null and state in ('OPEN','CLAIMED')`, [cycleId, kind, state, at]);
  }

  async reopen(match: { readonly kind: string; readonly refId: string }, at: Date): Promise<void> {
    await this.sql.query(
      `update app.task set state = 'OPEN', opened_at = $3, done_at = null, done_by = null, claimed_by = null, version = version + 1
       where id = (select id from app.task where ref_id = $1 and kind = $2 order by opened_at desc limit 1)`,
      [match.refId, match.kind, at],
    );
  }

  async claim(taskId: string, memberId: string, expectedVersion: number): Promise<boolean> {
    const rows = await this.sql.query(
      `update app.task set state = 'CLAIMED', claimed_by = $2, version = version + 1 where id = $1 and state = 'OPEN' and member_id is null and version = $3 returning id`,
      [taskId, memberId, expectedVersion],
    );
    return rows.length === 1;
  }

  async release(taskId: string, memberId: string): Promise<boolean> {
    const rows = await this.sql.query(`update app.task set state = 'OPEN', claimed_by = null, version = version + 1 where id = $1 and state = 'CLAIMED' and claimed_by = $2 returning id`, [taskId, memberId]);
    return rows.length === 1;
  }
}
