import { NotificationReader, type NotificationView, type Page, type PageRequest, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { instant } from './fragments.js';

export class PgNotificationReader extends NotificationReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async list(memberId: string, unreadOnly: boolean, page: PageRequest): Promise<Page<NotificationView>> {
    const params: unknown[] = [memberId];
    if (page.after) params.push(page.after[0], page.after[1]);
    // Microseconds in the position: two rows of one millisecond must not be skipped.
    const rows = await this.sql.query<NotificationView & { key: string }>(
      `select id, kind, facts, href, ${instant('created_at')} as "createdAt", ${instant('read_at')} as "readAt", created_at::text as key
       from app.notification where member_id = $1 ${unreadOnly ? 'and read_at is null' : ''}
       ${page.after ? 'and (created_at, id) < ($2::timestamptz, $3::uuid)' : ''} order by created_at desc, id desc limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.id]);
    return { items: cut.items.map(({ key, ...view }) => view), next: cut.next };
  }

  async unread(memberId: string): Promise<number> {
    const rows = await this.sql.query<{ n: number }>('select count(*)::int as n from (select from app.notification where member_id = $1 and read_at is null limit 999) x', [memberId]);
    return rows[0]!.n;
  }
}
