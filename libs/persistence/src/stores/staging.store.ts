import { type BatchFile, type Cells, DECIDABLE, type Difference, type ImportKind, type MovedMember, type Recorded, type RowClass, type RowDecision, type StagedRow, StagingStore, type StoredRow } from '@binhxet/application';
import { json, type Sql } from '../sql.js';
import { nameKey } from './import.store.js';
import { STORED } from './staged-queries.js';

const PAGE = 5000;

export class PgStagingStore extends StagingStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async insertBatch(batch: { readonly id: string; readonly files: readonly BatchFile[]; readonly sha256: string; readonly accountId: string }, at: Date): Promise<void> {
    await this.sql.query(`insert into app.import_batch (id, state, files, sha256, account_id, created_at) values ($1, 'CHECKED', $2, $3, $4, $5)`, [batch.id, json(batch.files), batch.sha256, batch.accountId, at]);
  }

  async insertRows(batchId: string, rows: readonly StagedRow[]): Promise<void> {
    for (const page of pages(rows)) {
      await this.sql.query(
        `insert into app.import_row (batch_id, n, file, row, kind, class, cells, differences, faults)
         select $1, * from unnest($2::int[], $3::text[], $4::int[], $5::text[], $6::text[], $7::jsonb[], $8::jsonb[], $9::jsonb[])`,
        [batchId, ...columnsOf(page, (row) => [row.n, row.file, row.row, row.kind, row.class, json(row.cells), json(row.differences), json(row.faults)])],
      );
    }
  }

  async lockBatch(batchId: string): Promise<{ readonly state: 'CHECKED' | 'CANCELLED'; readonly sha256: string; readonly files: readonly BatchFile[] } | null> {
    const [row] = await this.sql.query<{ state: 'CHECKED' | 'CANCELLED'; sha256: string; files: BatchFile[] }>('select state, sha256, files from app.import_batch where id = $1 for update', [batchId]);
    return row ?? null;
  }

  async cancel(batchId: string): Promise<void> {
    await this.sql.query(`update app.import_batch set state = 'CANCELLED', version = version + 1 where id = $1`, [batchId]);
    await this.sql.query('delete from app.import_row where batch_id = $1 and written_at is null', [batchId]);
  }

  async stored(kind: ImportKind, rows: readonly Cells[]): Promise<(StoredRow | null)[]> {
    const found: (StoredRow | null)[] = [];
    const { query, key } = STORED[kind];
    for (const page of pages(rows)) {
      const answers = await this.sql.query<{ n: number; same: boolean; cells: Record<string, string | null> }>(query, columnsOf(page, (row, at) => [at, ...key.map((column) => row[column] ?? null)]));
      const byPlace = new Map(answers.map(({ n, same, cells }) => [n, { sameKey: same, cells }]));
      page.forEach((_, at) => found.push(byPlace.get(at) ?? null));
    }
    return found;
  }

  async decide(batchId: string, which: { readonly rows: readonly number[] } | { readonly classes: readonly RowClass[] }, decision: RowDecision): Promise<number> {
    const [column, value] = 'rows' in which ? ['n = any($3::int[])', which.rows] : ['class = any($3::text[])', which.classes];
    const rows = await this.sql.query(`update app.import_row set decision = $2 where batch_id = $1 and ${column} and class = any($4::text[]) and written_at is null returning n`, [batchId, decision, value, DECIDABLE]);
    return rows.length;
  }

  async accepted(batchId: string, after: number, limit: number): Promise<StagedRow[]> {
    return this.sql.query<StagedRow & { differences: Difference[] }>(
      `select n, file, row, kind, class, cells, differences, faults from app.import_row where batch_id = $1 and decision = 'ACCEPTED' and written_at is null and n > $2 order by n limit $3`,
      [batchId, after, limit],
    );
  }

  async markWritten(batchId: string, rows: readonly number[], at: Date): Promise<void> {
    await this.sql.query('update app.import_row set written_at = $3 where batch_id = $1 and n = any($2::int[])', [batchId, rows, at]);
  }

  async remaining(batchId: string): Promise<number> {
    const [row] = await this.sql.query<{ n: number }>(`select count(*)::int as n from app.import_row where batch_id = $1 and decision = 'ACCEPTED' and written_at is null`, [batchId]);
    return row?.n ?? 0;
  }

  async stillUsed(ends: readonly { readonly code: string; readonly to: string }[]): Promise<Set<string>> {
    const rows = await this.sql.query<{ code: string }>(
      `select o.code from unnest($1::text[], $2::date[]) as n(code, last) join app.organisation o on o.code = n.code
       where exists (select from app.membership s where s.organisation_id = o.id and (s.to_on is null or s.to_on > n.last))
          or exists (select from app.organisation_version v where v.parent_id = o.id and v.superseded_at is null and (v.to_on is null or v.to_on > n.last))`,
      [ends.map((one) => one.code), ends.map((one) => one.to)],
    );
    return new Set(rows.map((row) => row.code));
  }

  async changeMembers(rows: readonly Cells[], { changeId, at }: Recorded, nextId: () => string): Promise<MovedMember[]> {
    const moved: MovedMember[] = [];
    for (const row of rows) {
      const fullName = row['fullName'] ?? null;
      const [member] = await this.sql.query<{ id: string }>(
        `update app.member set full_name = coalesce($2, full_name), name_key = coalesce($3, name_key), born_on = coalesce($4::date, born_on), status = coalesce($5, status), admitted_on = coalesce($6::date, admitted_on),
           official_on = coalesce($7::date, official_on), is_civil_servant = coalesce($8::bool, is_civil_servant), recorded_at = $9 where code = $1 returning id`,
        [row['code'], fullName, fullName === null ? null : nameKey(fullName), row['bornOn'], row['status'], row['admittedOn'], row['officialOn'], row['civilServant'] == null ? null : row['civilServant'] === 'yes', at],
      );
      if (!member) continue;
      const [now] = await this.sql.query<{ id: string; code: string; from: string; to: string | null }>(
        `select s.id, o.code, to_char(s.from_on, 'YYYY-MM-DD') as "from", to_char(s.to_on, 'YYYY-MM-DD') as "to" from app.membership s join app.organisation o on o.id = s.organisation_id
         where s.member_id = $1 order by (o.code = $2 and s.from_on = $3::date) desc, s.from_on desc limit 1`,
        [member.id, row['organisation'], row['joinedOn']],
      );
      const [to, joinedOn] = [row['organisation'], row['joinedOn']];
      if (!now || !to || !joinedOn || (now.code === to && now.from === joinedOn)) continue;
      if (now.code !== to && joinedOn > now.from) {
        await this.sql.query('update app.membership set to_on = $2::date - 1, change_id = $3, recorded_at = $4 where id = $1', [now.id, joinedOn, changeId, at]);
        await this.sql.query(
          'insert into app.membership (id, member_id, organisation_id, from_on, to_on, change_id, recorded_at) select $1, $2, o.id, $4, $5, $6, $7 from app.organisation o where o.code = $3',
          [nextId(), member.id, to, joinedOn, now.to, changeId, at],
        );
        moved.push({ memberId: member.id, memberCode: row['code'] ?? '', from: now.code, to });
      } else {
        await this.sql.query('update app.membership set organisation_id = o.id, from_on = $3, change_id = $4, recorded_at = $5 from app.organisation o where app.membership.id = $1 and o.code = $2', [now.id, to, joinedOn, changeId, at]);
        if (now.code !== to) moved.push({ memberId: member.id, memberCode: row['code'] ?? '', from: now.code, to });
      }
    }
    return moved;
  }

  async changeEntries(kind: 'memberships' | 'periods' | 'posts', rows: readonly Cells[], { changeId, at }: Recorded): Promise<void> {
    const set = 'to_on = coalesce(n.to_on, e.to_on), change_id = $2, recorded_at = $3';
    const head = (columns: string) => `from jsonb_to_recordset($1::jsonb) as n(${columns}) join app.member m on m.code = n.member`;
    const all = [json(rows.map(({ from, to, ...row }) => ({ ...row, from_on: from, to_on: to }))), changeId, at];
    if (kind === 'memberships') {
      await this.sql.query(`update app.membership e set ${set} ${head('member text, organisation text, from_on date, to_on date')} join app.organisation o on o.code = n.organisation where e.member_id = m.id and e.organisation_id = o.id and e.from_on = n.from_on`, all);
    } else if (kind === 'periods') {
      await this.sql.query(
        `update app.member_period e set ${set}, organisation_id = coalesce((select o.id from app.organisation o where o.code = n.organisation), e.organisation_id) ${head('member text, kind text, from_on date, to_on date, organisation text')} where e.member_id = m.id and e.kind = n.kind and e.from_on = n.from_on`,
        all,
      );
    } else {
      await this.sql.query(
        `update app.post e set ${set}, is_head = n.head = 'yes' ${head('member text, organisation text, body text, post text, head text, from_on date, to_on date')} join app.organisation o on o.code = n.organisation
         join app.body b on b.organisation_id = o.id and b.kind = n.body where e.member_id = m.id and e.body_id = b.id and e.kind = n.post and e.from_on = n.from_on`,
        all,
      );
    }
  }

  async changeHistory(rows: readonly Cells[], reason: string): Promise<void> {
    // The result that stood is cancelled and keeps its row; the accepted one is another.
    await this.sql.query(
      `update app.rating_history h set state = 'CANCELLED', cancelled_reason = $2 from jsonb_to_recordset($1::jsonb) as n("subjectKind" text, subject text, year int)
       left join app.member sm on n."subjectKind" = 'MEMBER' and sm.code = n.subject left join app.organisation so on n."subjectKind" <> 'MEMBER' and so.code = n.subject
       where h.subject_kind = n."subjectKind" and h.subject_id = coalesce(sm.id, so.id) and h.year = n.year and h.state = 'VALID'`,
      [json(rows), reason],
    );
  }

  async changeFacts(rows: readonly Cells[], at: Date): Promise<void> {
    await this.sql.query(
      `update app.fact f set value = n.value::jsonb, source = coalesce(n.source, f.source), recorded_at = $2
       from jsonb_to_recordset($1::jsonb) as n("subjectKind" text, subject text, year int, key text, value text, source text)
       left join app.member sm on n."subjectKind" = 'MEMBER' and sm.code = n.subject left join app.organisation so on n."subjectKind" <> 'MEMBER' and so.code = n.subject
       where f.subject_kind = n."subjectKind" and f.subject_id = coalesce(sm.id, so.id) and f.year = n.year and f.key = n.key`,
      [json(rows.map((row) => ({ ...row, value: scalarJson(row['value'] ?? '') }))), at],
    );
  }
}

/** A scalar as a cell has it, as JSON. */
const scalarJson = (text: string): string => (text === 'true' || text === 'false' || /^-?\d{1,12}$/.test(text) ? String(/^-?\d/.test(text) ? Number(text) : text) : json(text));

function* pages<R>(rows: readonly R[]): Generator<readonly R[]> {
  for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE);
}

/** Rows to columns: one array parameter each, as `unnest` takes them. */
function columnsOf<R>(rows: readonly R[], cells: (row: R, at: number) => readonly unknown[]): unknown[][] {
  const table = rows.map(cells);
  return (table[0] ?? []).map((_, at) => table.map((row) => row[at] ?? null));
}
