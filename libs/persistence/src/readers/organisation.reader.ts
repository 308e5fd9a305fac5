import { type MemberView, OrganisationReader, type OrganisationRow, type OrganisationView, type Page, type PageRequest, type Person, cutPage } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day, personJson } from './fragments.js';

/** Valid on a date and not corrected since. */
const valid = (alias: string, on: string): string => `${alias}.from_on <= ${on}::date and (${alias}.to_on is null or ${alias}.to_on >= ${on}::date)`;
const version = (alias: string, on: string): string => `${alias}.superseded_at is null and ${valid(alias, on)}`;

const CHILD_COUNT = (id: string, on: string) => `(select count(*)::int from app.organisation_version k where k.parent_id = ${id} and ${version('k', on)})`;
const MEMBER_COUNT = (id: string, on: string) =>
  `(select count(*)::int from app.organisation_closure x join app.membership ms on ms.organisation_id = x.descendant_id where x.ancestor_id = ${id} and ${valid('ms', on)})`;

export class PgOrganisationReader extends OrganisationReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async idOf(code: string): Promise<string | null> {
    const rows = await this.sql.query<{ id: string }>('select id from app.organisation where code = $1', [code]);
    return rows[0]?.id ?? null;
  }

  async byCode(code: string, on: string): Promise<OrganisationView | null> {
    const rows = await this.sql.query<OrganisationView>(
      `select o.id, o.code, v.name, v.role, v.quota_group as "quotaGroup", ${CHILD_COUNT('o.id', '$2')} as "childCount", ${MEMBER_COUNT('o.id', '$2')} as "memberCount",
         coalesce((select json_agg(json_build_object('id', a.id, 'code', a.code, 'name', av.name) order by x.depth desc)
                   from app.organisation_closure x join app.organisation a on a.id = x.ancestor_id
                   join app.organisation_version av on av.organisation_id = a.id and ${version('av', '$2')}
                   where x.descendant_id = o.id and x.depth > 0), '[]') as path,
         coalesce((select json_agg(json_build_object('body', b.kind, 'post', p.kind, 'isHead', p.is_head, 'person', ${personJson('m')}) order by p.is_head desc, b.kind, p.kind, m.name_key)
                   from app.post p join app.body b on b.id = p.body_id join app.member m on m.id = p.member_id
                   where p.organisation_id = o.id and ${valid('p', '$2')}), '[]') as posts
       from app.organisation o join app.organisation_version v on v.organisation_id = o.id and ${version('v', '$2')} where o.code = $1`,
      [code, on],
    );
    return rows[0] ?? null;
  }

  async children(organisationId: string, on: string, page: PageRequest): Promise<Page<OrganisationRow>> {
    const params: unknown[] = [organisationId, on];
    if (page.after) params.push(page.after[0]);
    const rows = await this.sql.query<OrganisationRow>(
      `select o.id, o.code, v.name, v.role, v.quota_group as "quotaGroup", ${CHILD_COUNT('o.id', '$2')} as "childCount", ${MEMBER_COUNT('o.id', '$2')} as "memberCount"
       from app.organisation_version v join app.organisation o on o.id = v.organisation_id
       where v.parent_id = $1 and ${version('v', '$2')} ${page.after ? 'and o.code > $3' : ''} order by o.code limit ${page.limit + 1}`,
      params,
    );
    return cutPage(rows, page.limit, (row) => [row.code]);
  }

  async members(organisationId: string, on: string, page: PageRequest): Promise<Page<Person & { status: string }>> {
    const params: unknown[] = [organisationId, on];
    if (page.after) params.push(...page.after);
    const rows = await this.sql.query<Person & { status: string; key: string }>(
      `select m.id as "memberId", m.code, m.full_name as "fullName", m.status, m.name_key as key
       from app.membership ms join app.member m on m.id = ms.member_id
       where ms.organisation_id = $1 and ${valid('ms', '$2')} ${page.after ? 'and (m.name_key, m.id) > ($3, $4::uuid)' : ''}
       order by m.name_key, m.id limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.key, row.memberId]);
    return { items: cut.items.map(({ key, ...row }) => row), next: cut.next };
  }

  async member(code: string, on: string): Promise<MemberView | null> {
    const rows = await this.sql.query<MemberView>(
      `select m.id as "memberId", m.code, m.full_name as "fullName", m.status, ${day('m.admitted_on')} as "admittedOn", m.is_civil_servant as "isCivilServant",
         (select json_build_object('id', o.id, 'code', o.code, 'name', v.name) from app.membership ms join app.organisation o on o.id = ms.organisation_id
            join app.organisation_version v on v.organisation_id = o.id and ${version('v', '$2')}
            where ms.member_id = m.id and ${valid('ms', '$2')} order by ms.from_on desc limit 1) as organisation,
         coalesce((select json_agg(json_build_object('organisation', json_build_object('code', o.code, 'name', v.name), 'body', b.kind, 'post', p.kind, 'isHead', p.is_head) order by o.code, b.kind)
            from app.post p join app.body b on b.id = p.body_id join app.organisation o on o.id = p.organisation_id
            join app.organisation_version v on v.organisation_id = o.id and ${version('v', '$2')}
            where p.member_id = m.id and ${valid('p', '$2')}), '[]') as posts,
         coalesce((select json_agg(json_build_object('year', h.year, 'level', h.level, 'nonLevel', h.non_level, 'label', h.label, 'packId', h.pack_id,
              'titleOutstanding', h.title_outstanding, 'decisionNumber', h.decision_number, 'source', h.source, 'state', h.state, 'cancelledReason', h.cancelled_reason)
              order by h.year desc, h.recorded_at desc)
            from app.rating_history h where h.subject_kind = 'MEMBER' and h.subject_id = m.id), '[]') as years
       from app.member m where m.code = $1`,
      [code, on],
    );
    return rows[0] ?? null;
  }
}
