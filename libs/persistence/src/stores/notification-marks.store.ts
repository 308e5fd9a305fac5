import { NotificationMarks } from '@binhxet/application';
import { type Sql } from '../sql.js';

export class PgNotificationMarks extends NotificationMarks {
  constructor(private readonly sql: Sql) {
    super();
  }

  async markRead(memberId: string, notificationId: string, at: Date): Promise<boolean> {
    const rows = await this.sql.query('update app.notification set read_at = coalesce(read_at, $3) where id = $1 and member_id = $2 returning id', [notificationId, memberId, at]);
    return rows.length === 1;
  }
}
