import { type CapacityView, SessionReader, type SessionRow } from '@binhxet/application';
import { type Sql } from '../sql.js';

interface SessionRecord extends Omit<SessionRow, 'member' | 'capacities'> {
  readonly memberId: string | null;
  readonly memberCode: string | null;
  readonly fullName: string | null;
  readonly capacities: CapacityView[];
}

/** Posts are held on a day: today, or where a simulation's driven clock runs ahead of it, the day of that clock. */
const inOffice = (alias: string) => `${alias}.from_on <= d.day and (${alias}.to_on is null or ${alias}.to_on >= d.day)`;
/** The organisation as it stands on the day; one that ended before it keeps its last name. */
const ORGANISATION = (id: string) => `
  (select json_build_object('id', o.id, 'code', o.code, 'name', v.name, 'role', v.role)
     from app.organisation o join app.organisation_version v on v.organisation_id = o.id and v.superseded_at is null
    where o.id = ${id} and v.from_on <= d.day order by v.from_on desc limit 1)`;
const capacity = (kind: string, organisation: string, body: string, post: string, head: string, grant: string) =>
  `json_build_object('kind', '${kind}', 'organisation', ${organisation}, 'body', ${body}, 'post', ${post}, 'isHead', ${head}, 'grant', ${grant})`;

const BY_TOKEN = `
select s.account_id as "accountId", a.login, m.id as "memberId", m.code as "memberCode", m.full_name as "fullName", a.password_hash is not null as "hasPassword",
  a.disabled_at is not null as disabled, s.csrf_token as "csrfToken", s.last_seen_at as "lastSeenAt", s.expires_at as "expiresAt",
  (select coalesce(json_agg(c.view), '[]') from (
     select ${capacity('MEMBER', ORGANISATION('x.organisation_id'), 'null', 'null', 'false', 'null')} as view
       from app.membership x where x.member_id = a.member_id and ${inOffice('x')}
     union all
     select ${capacity('POST', ORGANISATION('p.organisation_id'), 'b.kind', 'p.kind', 'p.is_head', 'null')}
       from app.post p join app.body b on b.id = p.body_id where p.member_id = a.member_id and ${inOffice('p')}
     union all
     select ${capacity('GRANT', ORGANISATION('g.organisation_id'), 'null', 'null', 'false', 'g.role')}
       from app.account_grant g where g.account_id = a.id) c) as capacities
from app.session s join app.account a on a.id = s.account_id left join app.member m on m.id = a.member_id
  cross join (select greatest($2::date, max(c.clock_on)) as day from app.cycle c where c.clock = 'DRIVEN' and c.closed_at is null) d
where s.token_hash = $1`;

/** Sessions as a request needs them, read from the pool. */
export class PgSessionReader extends SessionReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async byTokenHash(tokenHash: Buffer, today: string): Promise<SessionRow | null> {
    const [record] = await this.sql.query<SessionRecord>(BY_TOKEN, [tokenHash, today]);
    if (!record) return null;
    const { memberId, memberCode, fullName, capacities, ...row } = record;
    return {
      ...row,
      member: memberId === null ? null : { id: memberId, code: memberCode!, fullName: fullName! },
      // A post in an organisation that is not there yet on that day is no capacity.
      capacities: capacities.filter((view) => view.kind === 'GRANT' || view.organisation !== null),
    };
  }

  async touch(tokenHash: Buffer, at: Date): Promise<void> {
    await this.sql.query('update app.session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2', [tokenHash, at]);
  }
}
