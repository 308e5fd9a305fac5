import { type DigestRecipient, MEETING_BODIES, type NewNotification, NotificationStore } from '@binhxet/application';
import { insertRows, json, type Sql } from '../sql.js';

const POST_IN_OFFICE = `p.from_on <= current_date and (p.to_on is null or p.to_on >= current_date)`;

export class PgNotificationStore extends NotificationStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insert(notifications: readonly NewNotification[]): Promise<void> {
    await insertRows(
      this.sql,
      'app.notification',
      ['id', 'member_id', 'kind', 'facts', 'href'],
      notifications.map((n) => [n.id, n.memberId, n.kind, json(n.facts), n.href]),
      'on conflict (id) do nothing',
    );
  }

  async holdersOfStep(stepId: string) {
    const [step] = await this.sql.query<{ cycle_id: string; code: string; kind: string }>('select s.cycle_id, o.code, s.kind from app.step s join app.organisation o on o.id = s.organisation_id where s.id = $1', [stepId]);
    const rows = await this.sql.query<{ member_id: string }>(
      `select t.member_id from app.task t where t.step_id = $1 and t.state in ('OPEN','CLAIMED') and t.member_id is not null
       union
       select p.member_id from app.task t join app.post p on p.organisation_id = t.organisation_id and p.kind = any(t.post_kinds) and ${POST_IN_OFFICE}
         join app.body b on b.id = p.body_id and (b.kind = t.body_kind or (t.body_kind is null and b.kind = any($2::text[])))
       where t.step_id = $1 and t.state in ('OPEN','CLAIMED') and t.member_id is null`,
      [stepId, MEETING_BODIES],
    );
    return { memberIds: rows.map((row) => row.member_id), cycleId: step?.cycle_id ?? '', organisationCode: step?.code ?? '', kind: step?.kind ?? '' };
  }

  async leadersOf(organisationId: string): Promise<string[]> {
    const rows = await this.sql.query<{ member_id: string }>(`select distinct p.member_id from app.post p where p.organisation_id = $1 and p.kind in ('SECRETARY','DEPUTY_SECRETARY','OFFICER') and ${POST_IN_OFFICE}`, [
      organisationId,
    ]);
    return rows.map((row) => row.member_id);
  }

  async administrators(): Promise<string[]> {
    const rows = await this.sql.query<{ member_id: string }>(`select distinct a.member_id from app.account a join app.account_grant g on g.account_id = a.id where g.role = 'ADMINISTRATOR' and a.member_id is not null`);
    return rows.map((row) => row.member_id);
  }

  async authorOf(reviewId: string) {
    const [row] = await this.sql.query<{ subject_id: string; subject_kind: string; cycle_id: string; code: string }>(
      'select r.subject_id, r.subject_kind, r.cycle_id, o.code from app.review r join app.organisation o on o.id = r.organisation_id where r.id = $1',
      [reviewId],
    );
    return { memberId: row?.subject_kind === 'MEMBER' ? row.subject_id : null, cycleId: row?.cycle_id ?? '', organisationCode: row?.code ?? '' };
  }

  async organisationCode(organisationId: string): Promise<string> {
    const [row] = await this.sql.query<{ code: string }>('select code from app.organisation where id = $1', [organisationId]);
    return row?.code ?? '';
  }

  async dueDigests(limit: number): Promise<DigestRecipient[]> {
    const rows = await this.sql.query<{ member_id: string; email: string; open_tasks: number; overdue_tasks: number; ids: string[] }>(
      `select n.member_id, c.email, array_agg(n.id) as ids,
         (select count(*)::int from app.task t where t.member_id = n.member_id and t.state in ('OPEN','CLAIMED')) as open_tasks,
         (select count(*)::int from app.task t where t.member_id = n.member_id and t.state in ('OPEN','CLAIMED') and t.due_at < now()) as overdue_tasks
       from app.notification n join app.contact c on c.member_id = n.member_id and c.email is not null and c.email_digest
       where n.mailed_at is null and n.read_at is null group by n.member_id, c.email order by n.member_id limit $1`,
      [limit],
    );
    return rows.map((row) => ({ memberId: row.member_id, email: row.email, openTasks: row.open_tasks, overdueTasks: row.overdue_tasks, notificationIds: row.ids }));
  }

  async markMailed(notificationIds: readonly string[], at: Date): Promise<void> {
    await this.sql.query('update app.notification set mailed_at = $2 where id = any($1::uuid[])', [notificationIds, at]);
  }

  async sweep(before: Date): Promise<number> {
    let removed = 0;
    for (const statement of [
      'delete from app.session where expires_at < $1 returning 1',
      'delete from app.activation_code where expires_at < $1 returning 1',
      `delete from app.idempotency_key where created_at < $1::timestamptz - interval '7 days' returning 1`,
      `delete from app.login_failure where failed_at < $1::timestamptz - interval '1 day' returning 1`,
    ]) {
      removed += (await this.sql.query(statement, [before])).length;
    }
    return removed;
  }
}
