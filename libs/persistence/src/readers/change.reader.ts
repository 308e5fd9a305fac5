import { type ChangeMark, ChangeReader } from '@binhxet/application';
import { type Sql } from '../sql.js';

/** Literal, so that the partial indexes of the inbox apply. */
const OPEN = "state in ('OPEN','CLAIMED')";
const mark = "count(*) || '.' || coalesce(sum(version), 0) || '.' || coalesce(extract(epoch from max(opened_at)), 0)";

export class PgChangeReader extends ChangeReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async marks(memberIds: readonly string[], organisationIds: readonly string[]): Promise<ChangeMark[]> {
    return this.sql.query<ChangeMark>(
      `select 'tasks' as topic, 'MEMBER' as scope, member_id as id, ${mark} as mark from app.task where member_id = any($1::uuid[]) and ${OPEN} group by member_id
       union all
       select 'tasks', 'ORGANISATION', organisation_id, ${mark} from app.task where organisation_id = any($2::uuid[]) and member_id is null and ${OPEN} group by organisation_id
       union all
       select 'notifications', 'MEMBER', m.id, n.id::text from unnest($1::uuid[]) as m(id)
         cross join lateral (select id from app.notification where member_id = m.id order by created_at desc limit 1) n`,
      [memberIds, organisationIds],
    );
  }
}
