import { type MigrationInterface, type QueryRunner } from 'typeorm';

const list = (words: readonly string[]): string => words.map((word) => `'${word}'`).join(',');
const WORK = list(['ADMISSION', 'INSPECTION', 'SUPERVISION', 'TRAINING', 'STUDY', 'TRANSFER', 'LEAVE', 'FIGURE', 'DISCIPLINE']);

/** Targets, work records, registration and mid-year review. What a resolution says is never changed: a corrected one replaces it. */
export const YEAR_AROUND = /* sql */ `
create table app.resolution (
  id uuid primary key,
  superior_id uuid not null references app.organisation,
  number text not null,
  title text not null,
  adopted_on date not null,
  from_year int not null,
  to_year int not null check (to_year >= from_year),
  document text,
  replaces uuid references app.resolution,
  reason text,
  superseded_at timestamptz,
  recorded_by uuid,
  recorded_at timestamptz not null,
  check ((replaces is null) or (reason is not null))
);
create unique index resolution_number on app.resolution (superior_id, number) where superseded_at is null;

create table app.target (
  id uuid primary key,
  resolution_id uuid not null references app.resolution,
  code text not null,
  ordinal int not null,
  wording text not null, -- as written
  operator text not null check (operator in ('>','>=','=','<=','between','none')),
  value jsonb, -- {num, den}
  upper jsonb,
  unit text not null check (unit in ('PERCENT','COUNT')),
  decimals smallint not null check (decimals between 0 and 4),
  label text,
  pack_of_label text,
  period text not null check (period in ('YEAR','MID_YEAR','TERM')),
  from_year int not null,
  to_year int not null check (to_year >= from_year),
  readings jsonb not null, -- the chosen one first
  mark text not null,
  note text,
  unique (resolution_id, code),
  check ((operator = 'none') = (value is null)),
  check ((operator = 'between') = (upper is not null))
);

-- How the label of an old target reads in another ladder: an administrator's word, with its reason.
create table app.target_mapping (
  id uuid primary key,
  superior_id uuid not null references app.organisation,
  subject text not null check (subject in ('MEMBER','ORGANISATION')),
  pack_of_label text not null,
  rank smallint not null check (rank between 1 and 4),
  title text,
  result_pack text, -- null: every other ladder
  to_rank smallint not null check (to_rank between 1 and 4),
  to_or_better boolean not null,
  reason text not null,
  document text,
  mapped_by uuid,
  mapped_at timestamptz not null,
  superseded_at timestamptz
);
create unique index target_mapping_valid on app.target_mapping (superior_id, subject, pack_of_label, rank, title, result_pack) nulls not distinct where superseded_at is null;

create table app.work_record (
  id uuid primary key,
  superior_id uuid not null, -- whose figures it counts in, as the tree stood on the day
  unit_id uuid, -- grassroots organisation it counts in; null: the superior's own work
  organisation_id uuid not null references app.organisation, -- who did it
  kind text not null check (kind in (${WORK})),
  state text not null check (state in ('PLANNED','DONE')),
  subject_kind text check (subject_kind in ('ORGANISATION','MEMBER')),
  subject_id uuid,
  on_date date not null,
  to_date date,
  quantity int not null check (quantity >= 0),
  unit text,
  detail text,
  self_detected boolean not null default false,
  decision_number text,
  document text,
  note text,
  source text not null check (source in ('RECORDED','IMPORTED')),
  recorded_by uuid,
  recorded_at timestamptz not null,
  cancelled_at timestamptz,
  cancelled_reason text,
  check ((subject_kind is null) = (subject_id is null)),
  check (to_date is null or to_date >= on_date),
  check ((cancelled_at is null) = (cancelled_reason is null))
);
create index work_record_figures on app.work_record (superior_id, kind, on_date) where cancelled_at is null;
create index work_record_unit on app.work_record (unit_id, kind, on_date) where cancelled_at is null;
create index work_record_subject on app.work_record (subject_id, on_date) where cancelled_at is null and subject_id is not null;

create table app.registration (
  cycle_id text not null references app.cycle,
  organisation_id uuid not null references app.organisation,
  superior_id uuid not null,
  level smallint not null check (level between 1 and 4),
  label text, -- as the organisation wrote it
  note text,
  late boolean not null,
  registered_by uuid,
  registered_at timestamptz not null,
  registered_on date not null,
  version int not null default 1,
  primary key (cycle_id, organisation_id)
);

create table app.mid_year_review (
  cycle_id text primary key references app.cycle,
  superior_id uuid not null,
  held_on date not null,
  work_kinds text[] not null, -- one of them has to be done
  correct_before date not null, -- "trước ngày": the day before is the last
  step_id uuid, -- null: nobody was late
  late_ids uuid[] not null,
  report jsonb not null, -- figures as they stood
  concluded_by uuid,
  concluded_at timestamptz not null
);

-- Superior and grassroots organisation above an organisation, as the tree stood on a day.
create function app.place_of(org uuid, on_day date) returns table (superior_id uuid, unit_id uuid) language sql stable as $$
  with recursive up as (
    select v.organisation_id, v.parent_id, v.role, 0 as depth from app.organisation_version v
    where v.organisation_id = org and v.superseded_at is null and v.from_on <= on_day and (v.to_on is null or v.to_on >= on_day)
    union all
    select v.organisation_id, v.parent_id, v.role, up.depth + 1 from up join app.organisation_version v on v.organisation_id = up.parent_id
      and v.superseded_at is null and v.from_on <= on_day and (v.to_on is null or v.to_on >= on_day)
    where up.role not in ('SUPERIOR_ORG','PROVINCIAL_ORG'))
  select (select organisation_id from up where role in ('SUPERIOR_ORG','PROVINCIAL_ORG') order by depth limit 1),
         (select organisation_id from up where role in ('GRASSROOTS_COMMITTEE_ORG','GRASSROOTS_CELL') order by depth limit 1)
$$;

grant select on app.resolution, app.target, app.target_mapping, app.work_record, app.registration, app.mid_year_review to bx_api, bx_worker, bx_jobs, bx_read;
grant insert on app.resolution, app.target, app.target_mapping, app.work_record to bx_api;
grant update (superseded_at) on app.resolution, app.target_mapping to bx_api;
grant update (cancelled_at, cancelled_reason) on app.work_record to bx_api;
grant insert, update on app.registration to bx_api;
grant insert on app.mid_year_review to bx_worker;
-- The tree of a cycle opened early is provisional until the review opens.
grant delete on app.cycle_unit to bx_worker;
grant execute on function app.place_of(uuid, date) to bx_api, bx_worker, bx_read;
`;

export class YearAround1700000006000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(YEAR_AROUND);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Records are not undone: drop the database.');
  }
}
