import { type FormerMembership, type MemberNode, type OrganisationNode, OrganisationStore, type PostNode, type PostTermNode } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { type Sql } from '../sql.js';

interface NodeRecord {
  id: string;
  code: string;
  name: string;
  role: string;
  parent_id: string | null;
  quota_group: string | null;
}
const toNode = (r: NodeRecord): OrganisationNode => ({ id: r.id, code: r.code, name: r.name, role: r.role, parentId: r.parent_id, quotaGroup: r.quota_group });
const IN_FORCE = (alias: string, day: string): string => `${alias}.from_on <= ${day}::date and (${alias}.to_on is null or ${alias}.to_on >= ${day}::date)`;

/** Held true at an instant, a parameter; null: now. */
const KNOWN = (alias: string, at: string): string => `((${at}::timestamptz is null and ${alias}.superseded_at is null) or (${alias}.recorded_at <= ${at}::timestamptz and (${alias}.superseded_at is null or ${alias}.superseded_at > ${at}::timestamptz)))`;

interface MemberRecord {
  id: string;
  code: string;
  organisation_id: string;
  status: string;
  admitted_on: string;
  is_civil_servant: boolean;
  periods: MemberNode['periods'];
}
const MEMBER = (knownAt: string): string => `m.id, m.code, m.status, to_char(m.admitted_on, 'YYYY-MM-DD') as admitted_on, m.is_civil_servant,
  coalesce((select jsonb_agg(jsonb_build_object('kind', p.kind, 'fromOn', to_char(p.from_on, 'YYYY-MM-DD'), 'toOn', to_char(p.to_on, 'YYYY-MM-DD'), 'organisationId', p.organisation_id) order by p.from_on, p.kind)
    from app.member_period_known p where p.member_id = m.id and ${KNOWN('p', knownAt)}), '[]') as periods`;
const toMember = (r: MemberRecord): MemberNode => ({ id: r.id, code: r.code, organisationId: r.organisation_id, status: r.status, admittedOn: r.admitted_on, isCivilServant: r.is_civil_servant, periods: r.periods });

export class PgOrganisationStore extends OrganisationStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async byId(id: string): Promise<OrganisationNode> {
    const [row] = await this.sql.query<NodeRecord>(
      `select o.id, o.code, v.name, v.role, v.parent_id, v.quota_group from app.organisation o
       join app.organisation_version v on v.organisation_id = o.id and v.superseded_at is null where o.id = $1 order by v.from_on desc limit 1`,
      [id],
    );
    if (!row) throw new AppError('ORGANISATION.NOT_FOUND', 'not-found', 'There is no such organisation', { organisationId: id });
    return toNode(row);
  }

  async byCode(code: string, on: string): Promise<OrganisationNode | null> {
    const [row] = await this.sql.query<NodeRecord>(
      `select o.id, o.code, v.name, v.role, v.parent_id, v.quota_group from app.organisation o
       join app.organisation_version v on v.organisation_id = o.id and v.superseded_at is null and ${IN_FORCE('v', '$2')} where o.code = $1`,
      [code, on],
    );
    return row ? toNode(row) : null;
  }

  async subtree(rootId: string, on: string, knownAt: Date | null = null): Promise<OrganisationNode[]> {
    const rows = await this.sql.query<NodeRecord>(
      `with recursive tree as (
         select v.*, 0 as depth from app.organisation_version v where v.organisation_id = $1 and ${KNOWN('v', '$3')} and ${IN_FORCE('v', '$2')}
         union all
         select v.*, tree.depth + 1 from app.organisation_version v join tree on v.parent_id = tree.organisation_id
         where ${KNOWN('v', '$3')} and ${IN_FORCE('v', '$2')})
       select o.id, o.code, tree.name, tree.role, tree.parent_id, tree.quota_group from tree join app.organisation o on o.id = tree.organisation_id order by tree.depth, o.code collate "C"`,
      [rootId, on, knownAt],
    );
    return rows.map(toNode);
  }

  async cellOf(memberId: string, on: string): Promise<string | null> {
    const [row] = await this.sql.query<{ organisation_id: string }>(`select ms.organisation_id from app.membership_known ms where ms.member_id = $1 and ms.superseded_at is null and ${IN_FORCE('ms', '$2')} order by ms.from_on desc limit 1`, [memberId, on]);
    return row?.organisation_id ?? null;
  }

  async membersOf(organisationIds: readonly string[], on: string, knownAt: Date | null = null): Promise<MemberNode[]> {
    const rows = await this.sql.query<MemberRecord>(
      `select ms.organisation_id, ${MEMBER('$3')} from app.membership_known ms join app.member m on m.id = ms.member_id
       where ms.organisation_id = any($1::uuid[]) and ${IN_FORCE('ms', '$2')} and ${KNOWN('ms', '$3')} order by m.code collate "C"`,
      [organisationIds, on, knownAt],
    );
    return rows.map(toMember);
  }

  async member(memberId: string): Promise<MemberNode | null> {
    const [row] = await this.sql.query<MemberRecord>(`select '' as organisation_id, ${MEMBER('$2')} from app.member m where m.id = $1`, [memberId, null]);
    return row ? toMember(row) : null;
  }

  async formerMemberships(memberIds: readonly string[], since: string, on: string): Promise<FormerMembership[]> {
    const rows = await this.sql.query<{ member_id: string; organisation_id: string; from_on: string; to_on: string }>(
      `select ms.member_id, ms.organisation_id, to_char(ms.from_on, 'YYYY-MM-DD') as from_on, to_char(ms.to_on, 'YYYY-MM-DD') as to_on from app.membership_known ms
       where ms.member_id = any($1::uuid[]) and ms.superseded_at is null and ms.to_on >= $2::date and ms.to_on < $3::date
         and exists (select from app.organisation_version v where v.organisation_id = ms.organisation_id and v.superseded_at is null and ${IN_FORCE('v', '$3')})
       order by ms.member_id, ms.from_on`,
      [memberIds, since, on],
    );
    return rows.map((r) => ({ memberId: r.member_id, organisationId: r.organisation_id, fromOn: r.from_on, toOn: r.to_on }));
  }

  async postsOf(organisationIds: readonly string[], on: string, knownAt: Date | null = null): Promise<PostNode[]> {
    const rows = await this.sql.query<{ member_id: string; organisation_id: string; body_id: string; body: string; post: string; is_head: boolean }>(
      `select p.member_id, p.organisation_id, p.body_id, b.kind as body, p.kind as post, p.is_head from app.post_known p join app.body b on b.id = p.body_id
       where p.organisation_id = any($1::uuid[]) and ${IN_FORCE('p', '$2')} and ${KNOWN('p', '$3')} order by p.organisation_id, b.kind, p.is_head desc, p.id`,
      [organisationIds, on, knownAt],
    );
    return rows.map((r) => ({ memberId: r.member_id, organisationId: r.organisation_id, bodyId: r.body_id, body: r.body, post: r.post, isHead: r.is_head }));
  }

  async postTerms(memberIds: readonly string[], until: string, knownAt: Date | null = null): Promise<PostTermNode[]> {
    return this.sql.query<PostTermNode>(
      `select p.member_id as "memberId", p.kind as post, b.kind as body, to_char(p.from_on, 'YYYY-MM-DD') as "fromOn", to_char(p.to_on, 'YYYY-MM-DD') as "toOn"
       from app.post_known p join app.body b on b.id = p.body_id
       where p.member_id = any($1::uuid[]) and p.from_on <= $2::date and ${KNOWN('p', '$3')} order by p.member_id, p.from_on, p.id`,
      [memberIds, until, knownAt],
    );
  }

  async facts(subjectKind: string, subjectIds: readonly string[], year: number): Promise<Map<string, Record<string, unknown>>> {
    const rows = await this.sql.query<{ subject_id: string; key: string; value: unknown }>('select subject_id, key, value from app.fact where subject_kind = $1 and subject_id = any($2::uuid[]) and year = $3', [
      subjectKind,
      subjectIds,
      year,
    ]);
    const facts = new Map<string, Record<string, unknown>>();
    for (const row of rows) {
      const of = facts.get(row.subject_id) ?? {};
      of[row.key] = row.value;
      facts.set(row.subject_id, of);
    }
    return facts;
  }
}
