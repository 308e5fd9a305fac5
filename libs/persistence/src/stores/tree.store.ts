import { type ChangeRecord, type Grounds, type MovedMember, type OrganisationRef, type Recorded, TreeStore } from '@binhxet/application';
import { isCell, type LegalDate, type NewNode, type OrgRole, type TreeChangeKind, type TreeNode, type TreeOnDay } from '@binhxet/domain';
import { insertRows, json, type Sql } from '../sql.js';

const VERSION_COLUMNS = ['organisation_id', 'from_on', 'to_on', 'name', 'role', 'parent_id', 'quota_group', 'delegated_superior_authority', 'lineage_of', 'decision_number', 'document', 'change_id', 'recorded_at'];
/** The row in force on day `$2` of the organisations with codes `$1`, held true now. */
const IN_FORCE = `from app.organisation_version v join app.organisation o on o.id = v.organisation_id
  where o.code = any($1::text[]) and v.superseded_at is null and v.from_on <= $2::date and (v.to_on is null or v.to_on >= $2::date)`;

export class PgTreeStore extends TreeStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async onDay(on: LegalDate): Promise<TreeOnDay> {
    const rows = await this.sql.query<{ code: string; name: string; role: OrgRole; parent: string | null; from: string; later: string | null; members: string[] }>(
      `select o.code, v.name, v.role, p.code as parent, to_char(v.from_on, 'YYYY-MM-DD') as "from",
         to_char(coalesce((select min(n.from_on) from app.organisation_version n where n.organisation_id = o.id and n.superseded_at is null and n.from_on > v.from_on), v.to_on + 1), 'YYYY-MM-DD') as later,
         coalesce((select array_agg(distinct m.code) from app.membership s join app.member m on m.id = s.member_id
           where s.organisation_id = o.id and (s.to_on is null or s.to_on >= $1::date)), '{}') as members
       from app.organisation_version v join app.organisation o on o.id = v.organisation_id left join app.organisation p on p.id = v.parent_id
       where v.superseded_at is null and v.from_on <= $1::date and (v.to_on is null or v.to_on >= $1::date)`,
      [on],
    );
    const used = await this.sql.query<{ code: string; from: string; to: string | null }>(
      `select o.code, to_char(min(v.from_on), 'YYYY-MM-DD') as "from", case when bool_or(v.to_on is null) then null else to_char(max(v.to_on), 'YYYY-MM-DD') end as "to"
       from app.organisation o join app.organisation_version v on v.organisation_id = o.id group by o.code`,
    );
    return {
      on,
      nodes: new Map(rows.map(({ later, ...row }): [string, TreeNode] => [row.code, { ...row, changedLater: later }])),
      used: new Map(used.map((row) => [row.code, { from: row.from, to: row.to }])),
    };
  }

  async refs(codes: readonly string[], on: LegalDate): Promise<Map<string, OrganisationRef>> {
    const rows = await this.sql.query<{ id: string; code: string; name: string; role: OrgRole; parent_id: string | null }>(`select o.id, o.code, v.name, v.role, v.parent_id ${IN_FORCE}`, [codes, on]);
    return new Map(rows.map((row) => [row.code, { id: row.id, code: row.code, name: row.name, role: row.role, parentId: row.parent_id }]));
  }

  async insertChange(change: ChangeRecord, at: Date): Promise<void> {
    await insertRows(
      this.sql,
      'app.organisation_change',
      ['id', 'kind', 'effective_on', 'decision_number', 'document', 'reason', 'content', 'recorded_at', 'recorded_by'],
      [[change.id, change.kind, change.effectiveOn, change.decision, change.document, change.reason, json(change.content), at, change.recordedBy]],
    );
  }

  async touch(changeId: string, codes: readonly string[]): Promise<void> {
    await this.sql.query('insert into app.organisation_change_touches (change_id, organisation_id) select $1, id from app.organisation where code = any($2::text[])', [changeId, codes]);
  }

  async begin(nodes: readonly (NewNode & { readonly id: string; readonly bodyId: string })[], grounds: Grounds, recorded: Recorded): Promise<void> {
    await insertRows(this.sql, 'app.organisation', ['id', 'code'], nodes.map((node) => [node.id, node.code]));
    const parents = await this.ids(nodes.flatMap((node) => (node.parent === null ? [] : [node.parent])));
    await insertRows(
      this.sql,
      'app.organisation_version',
      VERSION_COLUMNS,
      nodes.map((node) => [node.id, grounds.effectiveOn, null, node.name, node.role, node.parent === null ? null : parents.get(node.parent), node.quotaGroup ?? null, false, null, grounds.decision, grounds.document, recorded.changeId, recorded.at]),
    );
    await insertRows(this.sql, 'app.body', ['id', 'organisation_id', 'kind'], nodes.filter((node) => isCell(node.role)).map((node) => [node.bodyId, node.id, 'MEMBERS_MEETING']));
  }

  async end(codes: readonly string[], on: LegalDate, recorded: Recorded): Promise<void> {
    for (const old of await this.supersede(codes, on, recorded)) await this.keepBefore(old, on);
  }

  async revise(revisions: readonly { readonly code: string; readonly name?: string; readonly role?: OrgRole; readonly parent?: string }[], grounds: Grounds, recorded: Recorded): Promise<void> {
    const parents = await this.ids(revisions.flatMap((revision) => (revision.parent === undefined ? [] : [revision.parent])));
    const byCode = new Map(revisions.map((revision) => [revision.code, revision]));
    const on = grounds.effectiveOn;
    for (const old of await this.supersede([...byCode.keys()], on, recorded)) {
      const revision = byCode.get(old.code)!;
      await this.keepBefore(old, on);
      const parent = revision.parent === undefined ? old.parent_id : parents.get(revision.parent);
      const role = revision.role ?? old.role;
      await this.write([old.organisation_id, on, old.to_on, revision.name ?? old.name, role, parent, old.quota_group, old.delegated_superior_authority, old.lineage_of, grounds.decision, grounds.document, recorded.changeId, old.superseded]);
      if (isCell(role)) await this.sql.query(`insert into app.body (id, organisation_id, kind) values (gen_random_uuid(), $1, 'MEMBERS_MEETING') on conflict (organisation_id, kind) do nothing`, [old.organisation_id]);
    }
  }

  async addLineage(lines: readonly { readonly predecessor: string; readonly successor: string }[], kind: TreeChangeKind, on: LegalDate, changeId: string): Promise<void> {
    const ids = await this.ids(lines.flatMap((line) => [line.predecessor, line.successor]));
    await insertRows(
      this.sql,
      'app.organisation_lineage',
      ['predecessor_id', 'successor_id', 'change_id', 'kind', 'effective_on'],
      lines.map((line) => [ids.get(line.predecessor), ids.get(line.successor), changeId, kind, on]),
    );
  }

  async moveMembers(from: string, to: string, memberCodes: readonly string[], on: LegalDate, { changeId, at }: Recorded, nextId: () => string): Promise<MovedMember[]> {
    const ids = await this.ids([from, to]);
    const [fromId, toId] = [ids.get(from), ids.get(to)];
    const rows = await this.sql.query<{ id: string; member_id: string; code: string; began: boolean; to_on: string | null }>(
      `select s.id, s.member_id, m.code, s.from_on >= $3::date as began, to_char(s.to_on, 'YYYY-MM-DD') as to_on from app.membership s join app.member m on m.id = s.member_id
       where s.organisation_id = $1 and m.code = any($2::text[]) and (s.to_on is null or s.to_on >= $3::date) order by m.code, s.from_on for update of s`,
      [fromId, memberCodes, on],
    );
    const begun = rows.filter((row) => row.began).map((row) => row.id);
    const running = rows.filter((row) => !row.began);
    await this.sql.query('update app.membership set organisation_id = $2, change_id = $3, recorded_at = $4 where id = any($1::uuid[])', [begun, toId, changeId, at]);
    await this.sql.query('update app.membership set to_on = $2::date - 1, change_id = $3, recorded_at = $4 where id = any($1::uuid[])', [running.map((row) => row.id), on, changeId, at]);
    await insertRows(
      this.sql,
      'app.membership',
      ['id', 'member_id', 'organisation_id', 'from_on', 'to_on', 'change_id', 'recorded_at'],
      running.map((row) => [nextId(), row.member_id, toId, on, row.to_on, changeId, at]),
    );
    return rows.map((row) => ({ memberId: row.member_id, memberCode: row.code, from, to }));
  }

  async endPostsAt(codes: readonly string[], on: LegalDate, { changeId, at }: Recorded): Promise<number> {
    const ids = [...(await this.ids(codes)).values()];
    const ended = await this.sql.query(
      'update app.post set to_on = $2::date - 1, change_id = $3, recorded_at = $4 where organisation_id = any($1::uuid[]) and from_on < $2::date and (to_on is null or to_on >= $2::date) returning id',
      [ids, on, changeId, at],
    );
    const withdrawn = await this.sql.query('delete from app.post where organisation_id = any($1::uuid[]) and from_on >= $2::date returning id', [ids, on]);
    return ended.length + withdrawn.length;
  }

  /** Marks the versions in force as superseded and gives them back as they were. */
  private supersede(codes: readonly string[], on: LegalDate, recorded: Recorded): Promise<VersionRecord[]> {
    return this.sql.query<VersionRecord>(
      `update app.organisation_version u set superseded_at = greatest($3::timestamptz, old.recorded_at + interval '1 microsecond')
       from (select o.code, v.organisation_id, v.from_on, v.recorded_at ${IN_FORCE} for update of v) old
       where u.organisation_id = old.organisation_id and u.from_on = old.from_on and u.recorded_at = old.recorded_at
       returning old.code, u.organisation_id, to_char(u.from_on, 'YYYY-MM-DD') as from_on, to_char(u.to_on, 'YYYY-MM-DD') as to_on, u.name, u.role, u.parent_id, u.quota_group, u.delegated_superior_authority, u.lineage_of,
         u.decision_number, u.document, u.change_id, u.superseded_at::text as superseded`,
      [codes, on, recorded.at],
    );
  }

  /** The days before the change, as they were. */
  private async keepBefore(old: VersionRecord, on: LegalDate): Promise<void> {
    if (old.from_on >= on) return;
    const last = await this.sql.query<{ day: string }>(`select to_char($1::date - 1, 'YYYY-MM-DD') as day`, [on]);
    await this.write([old.organisation_id, old.from_on, last[0]!.day, old.name, old.role, old.parent_id, old.quota_group, old.delegated_superior_authority, old.lineage_of, old.decision_number, old.document, old.change_id, old.superseded]);
  }

  private write(values: readonly unknown[]): Promise<void> {
    return insertRows(this.sql, 'app.organisation_version', VERSION_COLUMNS, [values]);
  }

  private async ids(codes: readonly string[]): Promise<Map<string, string>> {
    const rows = await this.sql.query<{ id: string; code: string }>('select id, code from app.organisation where code = any($1::text[])', [codes]);
    return new Map(rows.map((row) => [row.code, row.id]));
  }
}

interface VersionRecord {
  readonly code: string;
  readonly organisation_id: string;
  readonly from_on: string;
  readonly to_on: string | null;
  readonly name: string;
  readonly role: OrgRole;
  readonly parent_id: string | null;
  readonly quota_group: string | null;
  readonly delegated_superior_authority: boolean;
  readonly lineage_of: string | null;
  readonly decision_number: string | null;
  readonly document: string | null;
  readonly change_id: string | null;
  readonly superseded: string;
}
