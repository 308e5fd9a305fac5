import { type MemberView, OrganisationReader, type OrganisationRow, type OrganisationView, type Page, type PageRequest, type Person, type When, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day, personJson } from './fragments.js';

/** Parameters: `$2` the day, `$3` the first instant that is not known any more, null for what is held true now. */
const valid = (alias: string): string => `${alias}.from_on <= $2::date and (${alias}.to_on is null or ${alias}.to_on >= $2::date)`;
const known = (alias: string): string =>
  `(($3::timestamptz is null and ${alias}.superseded_at is null) or (${alias}.recorded_at < $3::timestamptz and (${alias}.superseded_at is null or ${alias}.superseded_at >= $3::timestamptz)))`;
const stands = (alias: string): string => `${known(alias)} and ${valid(alias)}`;

const CHILD_COUNT = (id: string) => `(select count(*)::int from app.organisation_version k where k.parent_id = ${id} and ${stands('k')})`;
const MEMBER_COUNT = (id: string) => `(with recursive below as (
    select ${id} as id union select k.organisation_id from below b join app.organisation_version k on k.parent_id = b.id and ${stands('k')})
  select count(*)::int from below b join app.membership_known ms on ms.organisation_id = b.id and ${stands('ms')})`;
/** From the top down to the parent. */
const PATH = (id: string) => `(with recursive up as (
    select v.parent_id as id, 1 as depth from app.organisation_version v where v.organisation_id = ${id} and ${stands('v')}
    union all select v.parent_id, u.depth + 1 from up u join app.organisation_version v on v.organisation_id = u.id and ${stands('v')} where u.depth < 20)
  select coalesce(json_agg(json_build_object('id', a.id, 'code', a.code, 'name', av.name) order by u.depth desc), '[]')
  from up u join app.organisation a on a.id = u.id join app.organisation_version av on av.organisation_id = a.id and ${stands('av')})`;

export class PgOrganisationReader extends OrganisationReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async idOf(code: string): Promise<string | null> {
    const rows = await this.sql.query<{ id: string }>('select id from app.organisation where code = $1', [code]);
    return rows[0]?.id ?? null;
  }

  async byCode(code: string, when: When): Promise<OrganisationView | null> {
    const rows = await this.sql.query<OrganisationView>(
      `select o.id, o.code, v.name, v.role, v.quota_group as "quotaGroup", ${CHILD_COUNT('o.id')} as "childCount", ${MEMBER_COUNT('o.id')} as "memberCount", ${PATH('o.id')} as path,
         coalesce((select json_agg(json_build_object('body', b.kind, 'post', p.kind, 'isHead', p.is_head, 'person', ${personJson('m')}) order by p.is_head desc, b.kind, p.kind, m.name_key)
                   from app.post_known p join app.body b on b.id = p.body_id join app.member m on m.id = p.member_id
                   where p.organisation_id = o.id and ${stands('p')}), '[]') as posts
       from app.organisation o join app.organisation_version v on v.organisation_id = o.id and ${stands('v')} where o.code = $1`,
      [code, when.validOn, when.knownBefore],
    );
    return rows[0] ?? null;
  }

  tops(rootIds: readonly string[] | null, when: When, page: PageRequest): Promise<Page<OrganisationRow>> {
    return rootIds === null ? this.rows('v.parent_id is null and $1::uuid[] is null', null, when, page) : this.rows('v.organisation_id = any($1::uuid[])', rootIds, when, page);
  }

  children(organisationId: string, when: When, page: PageRequest): Promise<Page<OrganisationRow>> {
    return this.rows('v.parent_id = $1', organisationId, when, page);
  }

  private async rows(which: string, value: unknown, when: When, page: PageRequest): Promise<Page<OrganisationRow>> {
    const rows = await this.sql.query<OrganisationRow>(
      `select o.id, o.code, v.name, v.role, v.quota_group as "quotaGroup", ${CHILD_COUNT('o.id')} as "childCount", ${MEMBER_COUNT('o.id')} as "memberCount"
       from app.organisation_version v join app.organisation o on o.id = v.organisation_id
       where ${which} and ${stands('v')} ${page.after ? 'and o.code > $4' : ''} order by o.code limit ${page.limit + 1}`,
      [value, when.validOn, when.knownBefore, ...(page.after ? [page.after[0]] : [])],
    );
    return cutPage(rows, page.limit, (row) => [row.code]);
  }

  async members(organisationId: string, when: When, page: PageRequest): Promise<Page<Person & { status: string }>> {
    const params: unknown[] = [organisationId, when.validOn, when.knownBefore];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<Person & { status: string; key: string }>(
      `select m.id as "memberId", m.code, m.full_name as "fullName", m.status, m.name_key as key
       from app.membership_known ms join app.member m on m.id = ms.member_id
       where ms.organisation_id = $1 and ${stands('ms')} ${page.after ? 'and (m.name_key, m.id) > ($4, $5::uuid)' : ''}
       order by m.name_key, m.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.memberId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async member(code: string, when: When): Promise<MemberView | null> {
    const rows = await this.sql.query<MemberView>(
      `select m.id as "memberId", m.code, m.full_name as "fullName", m.status, ${day('m.admitted_on')} as "admittedOn", m.is_civil_servant as "isCivilServant",
         (select json_build_object('id', o.id, 'code', o.code, 'name', v.name) from app.membership_known ms join app.organisation o on o.id = ms.organisation_id
            join app.organisation_version v on v.organisation_id = o.id and ${stands('v')}
            where ms.member_id = m.id and ${stands('ms')} order by ms.from_on desc limit 1) as organisation,
         coalesce((select json_agg(json_build_object('organisation', json_build_object('code', o.code, 'name', v.name), 'body', b.kind, 'post', p.kind, 'isHead', p.is_head) order by o.code, b.kind)
            from app.post_known p join app.body b on b.id = p.body_id join app.organisation o on o.id = p.organisation_id
            join app.organisation_version v on v.organisation_id = o.id and ${stands('v')}
            where p.member_id = m.id and ${stands('p')}), '[]') as posts,
         coalesce((select json_agg(json_build_object('year', h.year, 'level', h.level, 'nonLevel', h.non_level, 'label', h.label, 'packId', h.pack_id,
              'titleOutstanding', h.title_outstanding, 'decisionNumber', h.decision_number, 'source', h.source, 'state', h.state, 'cancelledReason', h.cancelled_reason)
              order by h.year desc, h.recorded_at desc)
            from app.rating_history h where h.subject_kind = 'MEMBER' and h.subject_id = m.id), '[]') as years
       from app.member m where m.code = $1`,
      [code, when.validOn, when.knownBefore],
    );
    return rows[0] ?? null;
  }
}
