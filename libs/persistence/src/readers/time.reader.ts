import { cutPage, type Lineage, type LineageStep, type LineageYear, type MemberTimeline, type Page, type PageRequest, TimeReader, type TreeChangeRow, type VersionRow } from '@binhxet/application';
import { type Sql } from '../sql.js';
import { day, inScope, instant } from './fragments.js';

/** Newest name an organisation has or had. */
const newestName = (id: string): string => `(select v.name from app.organisation_version v where v.organisation_id = ${id} and v.superseded_at is null order by v.from_on desc limit 1)`;
const ref = (alias: string): string => `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${newestName(`${alias}.id`)})`;
const RECORDING = (alias: string): string => `${day(`${alias}.from_on`)} as "from", ${day(`${alias}.to_on`)} as "to", ${instant(`${alias}.recorded_at`)} as "recordedAt", ${instant(`${alias}.superseded_at`)} as "supersededAt"`;
const DECISION = (alias: string): string => `(select c.decision_number from app.member_change c where c.id = ${alias}.change_id union all select c.decision_number from app.organisation_change c where c.id = ${alias}.change_id limit 1) as decision`;
const ORDER = (alias: string): string => `order by ${alias}.from_on desc, ${alias}.recorded_at desc`;

/** A chain longer than this is not a lineage but a fault. */
const DEEPEST = 30;
const walk = (start: string, next: string): string => `with recursive steps as (
    select l.${next} as id, l.kind, l.effective_on, l.change_id, 1 as depth from app.lineage l where l.${start} = $1
    union select l.${next}, l.kind, l.effective_on, l.change_id, s.depth + 1 from steps s join app.lineage l on l.${start} = s.id where s.depth < ${DEEPEST})
  select o.id, o.code, ${newestName('o.id')} as name, s.kind, ${day('s.effective_on')} as "effectiveOn", c.decision_number as decision, min(s.depth) as depth
  from steps s join app.organisation o on o.id = s.id left join app.organisation_change c on c.id = s.change_id
  group by o.id, o.code, s.kind, s.effective_on, c.decision_number order by min(s.depth), o.code`;

export class PgTimeReader extends TimeReader {
  constructor(private readonly sql: Sql) {
    super();
  }

  async changes(rootIds: readonly string[] | null, page: PageRequest): Promise<Page<TreeChangeRow>> {
    const params: unknown[] = [rootIds];
    if (page.after) params.push(...page.after);
    // An organisation that ended has left today's subtrees: its successors and the organisation above stand for it.
    const rows = await this.sql.query<TreeChangeRow & { at: string }>(
      `select c.id, c.kind, ${day('c.effective_on')} as "effectiveOn", c.decision_number as decision, c.document, c.reason, ${instant('c.recorded_at')} as "recordedAt", c.recorded_at::text as at,
         (select coalesce(json_agg(${ref('o')} order by o.code), '[]') from app.organisation_change_touches t join app.organisation o on o.id = t.organisation_id where t.change_id = c.id) as organisations
       from app.organisation_change c
       where ($1::uuid[] is null or exists (select from app.organisation_change_touches t where t.change_id = c.id and (${inScope('t.organisation_id', '$1')}
           or exists (select from app.organisation_version v where v.organisation_id = t.organisation_id and ${inScope('v.parent_id', '$1')}))))
         ${page.after ? 'and (c.recorded_at, c.id) < ($2::timestamptz, $3::uuid)' : ''} order by c.recorded_at desc, c.id desc limit ${page.limit + 1}`,
      params,
    );
    const cut = cutPage(rows, page.limit, (row) => [row.at, row.id]);
    return { items: cut.items.map(({ at: _at, ...row }) => row), next: cut.next };
  }

  versions(organisationId: string): Promise<VersionRow[]> {
    return this.sql.query<VersionRow>(
      `select v.name, v.role, v.quota_group as "quotaGroup", v.decision_number as decision, v.document, v.change_id as "changeId", ${RECORDING('v')}, case when p.id is null then null else ${ref('p')} end as parent
       from app.organisation_version v left join app.organisation p on p.id = v.parent_id where v.organisation_id = $1 order by v.from_on, v.recorded_at`,
      [organisationId],
    );
  }

  async lineage(organisationId: string): Promise<Lineage> {
    const predecessors = await this.sql.query<LineageStep>(walk('successor_id', 'predecessor_id'), [organisationId]);
    const successors = await this.sql.query<LineageStep>(walk('predecessor_id', 'successor_id'), [organisationId]);
    const years = await this.sql.query<LineageYear>(
      `select ${ref('o')} as organisation, h.subject_kind as "subjectKind", h.year, h.level, h.non_level as "nonLevel", h.label, h.pack_id as "packId", h.title_outstanding as "titleOutstanding",
         h.decision_number as "decisionNumber", h.state
       from app.rating_history h join app.organisation o on o.id = h.subject_id
       where h.subject_kind in ('COLLECTIVE', 'ORGANISATION') and h.subject_id = any($1::uuid[]) order by h.year desc, o.code, h.subject_kind, h.recorded_at desc`,
      [[organisationId, ...predecessors.map((step) => step.id)]],
    );
    return { predecessors, successors, years };
  }

  async timeline(memberCode: string): Promise<{ readonly places: readonly string[]; readonly timeline: MemberTimeline } | null> {
    const [member] = await this.sql.query<{ id: string }>('select id from app.member where code = $1', [memberCode]);
    if (!member) return null;
    const name = (alias: string) => `json_build_object('code', ${alias}.code, 'name', ${newestName(`${alias}.id`)})`;
    const memberships = await this.sql.query<MemberTimeline['memberships'][number] & { place: string }>(
      `select s.id, s.organisation_id as place, ${RECORDING('s')}, ${DECISION('s')}, ${name('o')} as organisation from app.membership_known s join app.organisation o on o.id = s.organisation_id where s.member_id = $1 ${ORDER('s')}`,
      [member.id],
    );
    const posts = await this.sql.query<MemberTimeline['posts'][number]>(
      `select p.id, ${RECORDING('p')}, ${DECISION('p')}, ${name('o')} as organisation, b.kind as body, p.kind as post, p.is_head as "isHead"
       from app.post_known p join app.body b on b.id = p.body_id join app.organisation o on o.id = p.organisation_id where p.member_id = $1 ${ORDER('p')}`,
      [member.id],
    );
    const periods = await this.sql.query<MemberTimeline['periods'][number]>(
      `select p.id, p.kind, p.cause, ${RECORDING('p')}, ${DECISION('p')}, case when o.id is null then null else ${name('o')} end as organisation
       from app.member_period_known p left join app.organisation o on o.id = p.organisation_id where p.member_id = $1 ${ORDER('p')}`,
      [member.id],
    );
    return {
      places: memberships.map((row) => row.place),
      timeline: { memberships: memberships.map(({ place: _place, ...row }) => row), posts, periods },
    };
  }
}
