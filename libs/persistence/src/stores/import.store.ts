import {
  type Clock,
  type Ids,
  type ImportCounts,
  type ImportIssue,
  type ImportRecords,
  ImportStore,
  type StoredCodes,
} from '@binhxet/application';
import { isCell, type OrgRole, type TreeChange } from '@binhxet/domain';
import { json, type Sql } from '../sql.js';

/** Rows a statement carries: arrays of this length stay small in memory on both sides. */
const PAGE = 5000;
/** Any constant: imports wait for each other and for nothing else. */
const IMPORT_LOCK = 7_240_031;

export class PgImportStore extends ImportStore {
  constructor(
    private readonly sql: Sql,
    private readonly ids: Ids,
    private readonly clock: Clock,
  ) {
    super();
  }

  async lock(): Promise<void> {
    await this.sql.query('select pg_advisory_xact_lock($1)', [IMPORT_LOCK]);
  }

  async findRun(sha256: string): Promise<ImportCounts | null> {
    const [row] = await this.sql.query<{ counts: ImportCounts }>(
      'select counts from app.import_run where sha256 = $1 limit 1',
      [sha256],
    );
    return row?.counts ?? null;
  }

  async insertRun(
    run: { readonly id: string; readonly sha256: string; readonly counts: ImportCounts; readonly accountId: string },
    at: Date,
  ): Promise<void> {
    await this.sql.query(
      'insert into app.import_run (id, sha256, counts, account_id, imported_at) values ($1, $2, $3, $4, $5)',
      [run.id, run.sha256, json(run.counts), run.accountId, at],
    );
  }

  async storedCodes(organisations: readonly string[], members: readonly string[]): Promise<StoredCodes> {
    const roles = await this.sql.query<{ code: string; role: OrgRole }>(
      `select distinct on (o.code) o.code, v.role from app.organisation o join app.organisation_version v on v.organisation_id = o.id and v.superseded_at is null
       where o.code = any($1::text[]) order by o.code, v.from_on desc`,
      [organisations],
    );
    const people = await this.sql.query<{ code: string }>('select code from app.member where code = any($1::text[])', [
      members,
    ]);
    return {
      organisations: new Map(roles.map((row) => [row.code, row.role])),
      members: new Set(people.map((row) => row.code)),
    };
  }

  async contradictions(records: ImportRecords, fileOf: (kind: keyof ImportRecords) => string): Promise<ImportIssue[]> {
    const issues: ImportIssue[] = [];
    const ask = async <K extends keyof ImportRecords>(
      kind: K,
      column: string,
      query: string,
      columns: (row: ImportRecords[K][number]) => readonly unknown[],
    ) => {
      for (const rows of pages(records[kind])) {
        const found = await this.sql.query<{ row: number }>(
          query,
          transpose(rows, (row) => [row.row, ...columns(row as ImportRecords[K][number])]),
        );
        for (const { row } of found)
          issues.push({ file: fileOf(kind), row, column, code: 'IMPORT.ROW_DIFFERS_FROM_STORED', facts: {} });
      }
    };
    await ask(
      'organisations',
      'code',
      `select n.row from unnest($1::int[], $2::text[], $3::date[], $4::text[], $5::text[], $6::text[]) as n(row, code, from_on, name, role, parent)
       join app.organisation o on o.code = n.code
       where not exists (select 1 from app.organisation_version v left join app.organisation p on p.id = v.parent_id
         where v.organisation_id = o.id and v.superseded_at is null and v.from_on = n.from_on and v.name = n.name and v.role = n.role and p.code is not distinct from n.parent)
       order by n.row`,
      (row) => [row.code, row.from, row.name, row.role, row.parent],
    );
    await ask(
      'members',
      'code',
      `select n.row from unnest($1::int[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::date[]) as n(row, code, full_name, status, admitted_on, cell, joined_on)
       join app.member m on m.code = n.code
       where m.full_name <> n.full_name or m.status <> n.status or m.admitted_on <> n.admitted_on
         or not exists (select 1 from app.membership s join app.organisation o on o.id = s.organisation_id where s.member_id = m.id and o.code = n.cell and s.from_on = n.joined_on)
       order by n.row`,
      (row) => [row.code, row.fullName, row.status, row.admittedOn, row.organisation, row.joinedOn],
    );
    await ask(
      'history',
      'level',
      `select n.row from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::int[], $6::text[], $7::text[]) as n(row, kind, code, year, level, non_level, state)
       ${SUBJECT} join app.rating_history h on h.subject_kind = n.kind and h.subject_id = ${SUBJECT_ID} and h.year = n.year and h.state = 'VALID'
       where n.state = 'VALID' and (h.level is distinct from n.level or h.non_level is distinct from n.non_level) order by n.row`,
      (row) => [row.subjectKind, row.subject, row.year, row.level, row.nonLevel, row.state ?? 'VALID'],
    );
    await ask(
      'facts',
      'value',
      `select n.row from unnest($1::int[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[]) as n(row, kind, code, year, key, value)
       ${SUBJECT} join app.fact f on f.subject_kind = n.kind and f.subject_id = ${SUBJECT_ID} and f.year = n.year and f.key = n.key
       where f.value <> n.value::jsonb order by n.row`,
      (row) => [row.subjectKind, row.subject, row.year, row.key, json(row.value)],
    );
    return issues;
  }

  async organisations(records: ImportRecords['organisations'], recordedAt: Date): Promise<number> {
    const codes = [...new Set(records.map((row) => row.code))];
    for (const page of pages(codes)) {
      await this.sql.query(
        'insert into app.organisation (id, code) select * from unnest($1::uuid[], $2::text[]) on conflict (code) do nothing',
        [page.map(() => this.ids.next()), page],
      );
    }
    const written = await this.insert(
      records,
      `insert into app.organisation_version (organisation_id, from_on, to_on, name, role, parent_id, quota_group, lineage_of, decision_number, recorded_at)
       select o.id, n.from_on, n.to_on, n.name, n.role, p.id, n.quota_group, l.id, n.decision, '${recordedAt.toISOString()}'::timestamptz
       from unnest($1::text[], $2::date[], $3::date[], $4::text[], $5::text[], $6::text[], $7::text[], $8::text[], $9::text[])
         as n(code, from_on, to_on, name, role, parent, quota_group, lineage, decision)
       join app.organisation o on o.code = n.code left join app.organisation p on p.code = n.parent left join app.organisation l on l.code = n.lineage
       on conflict (organisation_id, from_on) where superseded_at is null do nothing returning 1`,
      (row) => [
        row.code,
        row.from,
        row.to,
        row.name,
        row.role,
        row.parent,
        row.quotaGroup,
        row.lineageOf?.[0] ?? null,
        row.decision,
      ],
    );
    await this.mergers(records, recordedAt);
    // Every cell has the meeting of its members; other bodies exist because somebody holds a post there.
    await this.insert(
      records.filter((row) => isCell(row.role)),
      `insert into app.body (id, organisation_id, kind)
       select n.id, o.id, 'MEMBERS_MEETING' from unnest($1::uuid[], $2::text[]) as n(id, code) join app.organisation o on o.code = n.code
       on conflict (organisation_id, kind) do nothing returning 1`,
      (row) => [this.ids.next(), row.code],
    );
    return written;
  }

  /** Several predecessors are a decision about the tree: a merger where the organisation begins by it, else the others are taken in. */
  private async mergers(records: ImportRecords['organisations'], recordedAt: Date): Promise<void> {
    const merged = records.filter((row) => row.lineageOf !== null && row.lineageOf.length > 1);
    const begins = (row: (typeof merged)[number]) =>
      !records.some((other) => other.code === row.code && other.from < row.from);
    const decided = merged.map((row) => ({ id: this.ids.next(), row }));
    for (const page of pages(decided)) {
      await this.sql.query(
        `insert into app.organisation_change (id, kind, effective_on, decision_number, reason, content, recorded_at)
         select n.id, n.content::jsonb ->> 'kind', n.from_on, n.decision, 'IMPORT', n.content::jsonb, '${recordedAt.toISOString()}'::timestamptz
         from unnest($1::uuid[], $2::text[], $3::date[], $4::text[], $5::text[]) as n(id, code, from_on, decision, content) join app.organisation o on o.code = n.code
         where not exists (select from app.organisation_lineage l where l.successor_id = o.id and l.effective_on = n.from_on)`,
        transpose(page, ({ id, row }) => [id, row.code, row.from, row.decision, json(changeOf(row, begins(row)))]),
      );
    }
    const links = decided.flatMap(({ id, row }) =>
      (row.lineageOf ?? []).map((predecessor) => ({ id, predecessor, successor: row.code })),
    );
    for (const page of pages(links)) {
      const columns = transpose(page, ({ id, predecessor, successor }) => [id, predecessor, successor]);
      await this.sql.query(
        `insert into app.organisation_lineage (predecessor_id, successor_id, change_id, kind, effective_on) select p.id, s.id, c.id, c.kind, c.effective_on ${MERGED}`,
        columns,
      );
      await this.sql.query(
        `insert into app.organisation_change_touches (change_id, organisation_id) select c.id, p.id ${MERGED} union select c.id, s.id ${MERGED}`,
        columns,
      );
    }
  }

  async members(records: ImportRecords['members']): Promise<number> {
    const written = await this.insert(
      records,
      `insert into app.member (id, code, full_name, name_key, born_on, status, admitted_on, official_on, is_civil_servant, recorded_at)
       select *, ${this.now()} from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::text[], $7::date[], $8::date[], $9::bool[]) on conflict (code) do nothing returning 1`,
      (row) => [
        this.ids.next(),
        row.code,
        row.fullName,
        nameKey(row.fullName),
        row.bornOn,
        row.status,
        row.admittedOn,
        row.officialOn,
        row.civilServant,
      ],
    );
    await this.insertMemberships(
      records.map((row) => ({ member: row.code, organisation: row.organisation, from: row.joinedOn, to: null })),
    );
    return written;
  }

  memberships(records: ImportRecords['memberships']): Promise<number> {
    return this.insertMemberships(records);
  }

  private insertMemberships(
    rows: readonly {
      readonly member: string;
      readonly organisation: string;
      readonly from: string;
      readonly to: string | null;
    }[],
  ): Promise<number> {
    return this.insert(
      rows,
      `insert into app.membership (id, member_id, organisation_id, from_on, to_on, recorded_at)
       select n.id, m.id, o.id, n.from_on, n.to_on, ${this.now()} from unnest($1::uuid[], $2::text[], $3::text[], $4::date[], $5::date[]) as n(id, member, organisation, from_on, to_on)
       join app.member m on m.code = n.member join app.organisation o on o.code = n.organisation
       where not exists (select 1 from app.membership s where s.member_id = m.id and s.organisation_id = o.id and s.from_on = n.from_on) returning 1`,
      (row) => [this.ids.next(), row.member, row.organisation, row.from, row.to],
    );
  }

  periods(records: ImportRecords['periods']): Promise<number> {
    return this.insert(
      records,
      `insert into app.member_period (id, member_id, kind, organisation_id, from_on, to_on, recorded_at)
       select n.id, m.id, n.kind, o.id, n.from_on, n.to_on, ${this.now()} from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::date[], $6::date[]) as n(id, member, kind, organisation, from_on, to_on)
       join app.member m on m.code = n.member left join app.organisation o on o.code = n.organisation
       where not exists (select 1 from app.member_period p where p.member_id = m.id and p.kind = n.kind and p.from_on = n.from_on) returning 1`,
      (row) => [this.ids.next(), row.member, row.kind, row.organisation, row.from, row.to],
    );
  }

  async posts(records: ImportRecords['posts']): Promise<number> {
    const bodies = [...new Map(records.map((row) => [`${row.organisation} ${row.body}`, row])).values()];
    await this.insert(
      bodies,
      `insert into app.body (id, organisation_id, kind)
       select n.id, o.id, n.kind from unnest($1::uuid[], $2::text[], $3::text[]) as n(id, organisation, kind) join app.organisation o on o.code = n.organisation
       on conflict (organisation_id, kind) do nothing returning 1`,
      (row) => [this.ids.next(), row.organisation, row.body],
    );
    return this.insert(
      records,
      `insert into app.post (id, member_id, body_id, organisation_id, kind, is_head, from_on, to_on, recorded_at)
       select n.id, m.id, b.id, o.id, n.post, n.head, n.from_on, n.to_on, ${this.now()}
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::bool[], $7::date[], $8::date[]) as n(id, member, organisation, body, post, head, from_on, to_on)
       join app.member m on m.code = n.member join app.organisation o on o.code = n.organisation join app.body b on b.organisation_id = o.id and b.kind = n.body
       where not exists (select 1 from app.post p where p.member_id = m.id and p.body_id = b.id and p.kind = n.post and p.from_on = n.from_on) returning 1`,
      (row) => [this.ids.next(), row.member, row.organisation, row.body, row.post, row.head, row.from, row.to],
    );
  }

  history(records: ImportRecords['history']): Promise<number> {
    return this.insert(
      records,
      `insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, non_level, label, title_outstanding, decision_number, source, state, cancelled_reason)
       select n.id, n.kind, ${SUBJECT_ID}, n.year, n.pack, n.level, n.non_level, n.label, n.outstanding, n.decision, 'IMPORTED', n.state, n.reason
       from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::int[], $7::text[], $8::text[], $9::bool[], $10::text[], $11::text[], $12::text[])
         as n(id, kind, code, year, pack, level, non_level, label, outstanding, decision, state, reason) ${SUBJECT}
       where not exists (select 1 from app.rating_history h where h.subject_kind = n.kind and h.subject_id = ${SUBJECT_ID} and h.year = n.year and h.state = n.state
         and h.level is not distinct from n.level and h.non_level is not distinct from n.non_level) returning 1`,
      (row) => [
        this.ids.next(),
        row.subjectKind,
        row.subject,
        row.year,
        row.pack,
        row.level,
        row.nonLevel,
        row.label,
        row.outstanding ?? false,
        row.decision,
        row.state ?? 'VALID',
        row.cancelledReason,
      ],
    );
  }

  facts(records: ImportRecords['facts']): Promise<number> {
    return this.insert(
      records,
      `insert into app.fact (id, subject_kind, subject_id, year, key, value, source, recorded_at)
       select n.id, n.kind, ${SUBJECT_ID}, n.year, n.key, n.value::jsonb, n.source, ${this.now()}
       from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::text[], $6::text[], $7::text[]) as n(id, kind, code, year, key, value, source) ${SUBJECT}
       on conflict (subject_kind, subject_id, year, key) do nothing returning 1`,
      (row) => [this.ids.next(), row.subjectKind, row.subject, row.year, row.key, json(row.value), row.source],
    );
  }

  async workRecords(records: ImportRecords['workRecords'], recordedAt: Date): Promise<number> {
    const written = await this.insert(
      records,
      `insert into app.work_record (id, superior_id, unit_id, organisation_id, kind, state, subject_kind, subject_id, on_date, to_date, quantity, unit, detail, self_detected, decision_number, document, note, source, recorded_at)
       select n.id, p.superior_id, p.unit_id, o.id, n.work, n.state, n.kind, ${SUBJECT_ID}, n.on_date, n.to_date, n.quantity, n.unit, n.detail, n.self, n.decision, n.document, n.note, 'IMPORTED', '${recordedAt.toISOString()}'::timestamptz
       from unnest($1::uuid[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[], $7::date[], $8::date[], $9::int[], $10::text[], $11::text[], $12::bool[], $13::text[], $14::text[], $15::text[])
         as n(id, org, work, state, kind, code, on_date, to_date, quantity, unit, detail, self, decision, document, note)
       join app.organisation o on o.code = n.org join lateral app.place_of(o.id, n.on_date) p on p.superior_id is not null ${SUBJECT}
       where not exists (select 1 from app.work_record w where w.organisation_id = o.id and w.kind = n.work and w.state = n.state and w.on_date = n.on_date and w.cancelled_at is null
         and w.subject_id is not distinct from ${SUBJECT_ID} and w.detail is not distinct from n.detail and w.decision_number is not distinct from n.decision) returning 1`,
      (row) => [
        this.ids.next(),
        row.organisation,
        row.kind,
        row.state ?? 'DONE',
        row.subjectKind,
        row.subject,
        row.on,
        row.to,
        row.quantity ?? 1,
        row.unit,
        row.detail,
        row.selfDetected ?? false,
        row.decision,
        row.document,
        row.note,
      ],
    );
    await this.periods(
      records
        .filter(
          (row) =>
            row.kind === 'LEAVE' && row.subject !== null && (row.detail === 'SICK' || row.detail === 'MATERNITY'),
        )
        .map((row) => ({
          row: row.row,
          member: row.subject!,
          kind: row.detail === 'SICK' ? ('SICK_LEAVE' as const) : ('MATERNITY_LEAVE' as const),
          from: row.on,
          to: row.to,
          organisation: null,
        })),
    );
    return written;
  }

  async superiorsOfRecords(records: ImportRecords['workRecords']): Promise<string[]> {
    const found = await this.sql.query<{ id: string }>(
      `select distinct w.superior_id as id from app.work_record w join app.organisation o on o.id = w.organisation_id where o.code = any($1::text[])`,
      [[...new Set(records.map((row) => row.organisation))]],
    );
    return found.map((row) => row.id);
  }

  async rebuildClosure(on: string): Promise<void> {
    await this.sql.query('delete from app.organisation_closure');
    await this.sql.query(
      `insert into app.organisation_closure (ancestor_id, descendant_id, depth)
       with recursive today as (
         select distinct on (organisation_id) organisation_id, parent_id from app.organisation_version where superseded_at is null and from_on <= $1::date
         order by organisation_id, from_on desc),
       up as (
         select organisation_id as descendant_id, organisation_id as ancestor_id, 0 as depth from today
         union all select up.descendant_id, today.parent_id, up.depth + 1 from up join today on today.organisation_id = up.ancestor_id where today.parent_id is not null)
       select ancestor_id, descendant_id, depth from up`,
      [on],
    );
  }

  /** When this is recorded, as a literal: the clock of the service, which also says when a cycle is opened. */
  private now(): string {
    return `'${this.clock.now().toISOString()}'::timestamptz`;
  }

  private async insert<R>(
    rows: readonly R[],
    statement: string,
    columns: (row: R) => readonly unknown[],
  ): Promise<number> {
    let written = 0;
    for (const page of pages(rows)) written += (await this.sql.query(statement, transpose(page, columns))).length;
    return written;
  }
}

/** Links of a merger whose decision was written just now. */
const MERGED = `from unnest($1::uuid[], $2::text[], $3::text[]) as n(id, predecessor, successor) join app.organisation_change c on c.id = n.id
  join app.organisation p on p.code = n.predecessor join app.organisation s on s.code = n.successor`;
/** The merger of an imported row as a change of the tree says it. */
function changeOf(
  { code, name, role, parent, quotaGroup, lineageOf }: ImportRecords['organisations'][number],
  begins: boolean,
): TreeChange {
  const predecessors = lineageOf ?? [];
  return begins
    ? { kind: 'MERGE', predecessors, node: { code, name, role, parent, quotaGroup } }
    : { kind: 'ABSORB', predecessors, successor: code };
}

/** Subject of a result or fact by code: `n.kind` and `n.code` decide which table it is in. */
const SUBJECT = `left join app.member sm on n.kind = 'MEMBER' and sm.code = n.code left join app.organisation so on n.kind <> 'MEMBER' and so.code = n.code`;
const SUBJECT_ID = 'coalesce(sm.id, so.id)';

function* pages<R>(rows: readonly R[]): Generator<readonly R[]> {
  for (let start = 0; start < rows.length; start += PAGE) yield rows.slice(start, start + PAGE);
}

/** Rows to columns: one array parameter each, as `unnest` takes them. */
function transpose<R>(rows: readonly R[], columns: (row: R) => readonly unknown[]): unknown[][] {
  const table = rows.map(columns);
  return (table[0] ?? []).map((_, at) => table.map((cells) => cells[at] ?? null));
}

/** Given name first, then the rest: the order Vietnamese lists are read in. */
export function nameKey(fullName: string): string {
  const words = fullName.split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(' ');
}
