/**
 * Recorded time beside valid time. A row of `membership`, `post`, `member_period`, `member` or `fact` is what is held true now; whatever
 * replaces or withdraws it leaves the earlier words in `…_superseded`, by trigger, so that no statement of any role can lose them.
 * `…_known` shows both: known at an instant K is `recorded_at <= K and (superseded_at is null or superseded_at > K)`.
 */
export const TIME_TABLES = /* sql */ `
-- One decision about the tree: what was decided, from which day, and when it was entered.
create table app.organisation_change (
  id uuid primary key,
  kind text not null check (kind in ('ESTABLISH','MERGE','ABSORB','SPLIT','RENAME','MOVE','CHANGE_ROLE','DISSOLVE')),
  effective_on date not null,
  decision_number text not null,
  document text,
  reason text not null,
  content jsonb not null, -- codes, roles and names as decided
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index organisation_change_newest on app.organisation_change (recorded_at desc, id desc);

create table app.organisation_change_touches (
  change_id uuid not null references app.organisation_change,
  organisation_id uuid not null references app.organisation,
  primary key (organisation_id, change_id)
);

-- Who goes on as whom. A successor may have several predecessors, a predecessor several successors.
create table app.organisation_lineage (
  predecessor_id uuid not null references app.organisation,
  successor_id uuid not null references app.organisation,
  change_id uuid not null references app.organisation_change,
  kind text not null check (kind in ('MERGE','ABSORB','SPLIT')),
  effective_on date not null,
  primary key (successor_id, predecessor_id, change_id),
  check (predecessor_id <> successor_id)
);
create index organisation_lineage_down on app.organisation_lineage (predecessor_id);

alter table app.organisation_version add column change_id uuid references app.organisation_change, add column document text;
create index organisation_version_below on app.organisation_version (parent_id);

-- Lineage as decided here and as imported.
create view app.lineage as
  select predecessor_id, successor_id, kind, effective_on, change_id from app.organisation_lineage
  union
  select v.lineage_of, v.organisation_id, 'IMPORTED', min(v.from_on), null::uuid from app.organisation_version v
  where v.lineage_of is not null and v.superseded_at is null
    and not exists (select from app.organisation_lineage l where l.predecessor_id = v.lineage_of and l.successor_id = v.organisation_id)
  group by v.lineage_of, v.organisation_id;

-- One decision or fact about a person: transfer, post, period, leaving, or the correction of an entry.
create table app.member_change (
  id uuid primary key,
  member_id uuid not null references app.member,
  kind text not null check (kind in ('TRANSFER','APPOINT','RELIEVE','PERIOD_BEGAN','PERIOD_ENDED','LEFT','CORRECTION')),
  effective_on date not null,
  decision_number text,
  document text,
  reason text not null,
  content jsonb not null,
  recorded_at timestamptz not null,
  recorded_by uuid
);
create index member_change_newest on app.member_change (member_id, recorded_at desc, id desc);

alter table app.membership add column recorded_at timestamptz not null default now(), add column change_id uuid;
alter table app.post add column recorded_at timestamptz not null default now(), add column change_id uuid;
alter table app.member_period add column recorded_at timestamptz not null default now(), add column change_id uuid, add column cause text;
alter table app.member add column recorded_at timestamptz not null default now();
alter table app.member_period add constraint member_period_cause check (cause is null or (kind = 'LEFT_PARTY' and cause in ('DEATH','EXPELLED','STRUCK_OFF','WITHDRAWN')));

create table app.membership_superseded (like app.membership, superseded_at timestamptz not null);
create table app.post_superseded (like app.post, superseded_at timestamptz not null);
create table app.member_period_superseded (like app.member_period, superseded_at timestamptz not null);
create table app.member_superseded (like app.member, superseded_at timestamptz not null);
create table app.fact_superseded (like app.fact, superseded_at timestamptz not null);
create index membership_superseded_member on app.membership_superseded (member_id);
create index membership_superseded_organisation on app.membership_superseded (organisation_id);
create index post_superseded_organisation on app.post_superseded (organisation_id);
create index post_superseded_member on app.post_superseded (member_id);
create index member_period_superseded_member on app.member_period_superseded (member_id);
create index member_superseded_id on app.member_superseded (id);

create view app.membership_known as select *, null::timestamptz as superseded_at from app.membership union all select * from app.membership_superseded;
create view app.post_known as select *, null::timestamptz as superseded_at from app.post union all select * from app.post_superseded;
create view app.member_period_known as select *, null::timestamptz as superseded_at from app.member_period union all select * from app.member_period_superseded;
create view app.member_known as select *, null::timestamptz as superseded_at from app.member union all select * from app.member_superseded;

create function app.keep_superseded() returns trigger language plpgsql security definer set search_path = pg_catalog as $$
declare
  ends timestamptz;
  kept text := tg_table_name || '_superseded';
begin
  if tg_op = 'UPDATE' then
    -- A change that does not say when it was recorded, or says it was before the words it replaces, is recorded now.
    if new.recorded_at <= old.recorded_at then
      new.recorded_at := greatest(clock_timestamp(), old.recorded_at + interval '1 microsecond');
    end if;
    ends := new.recorded_at;
  else
    ends := greatest(clock_timestamp(), old.recorded_at + interval '1 microsecond');
  end if;
  execute format('insert into app.%I select (jsonb_populate_record(null::app.%I, $1)).*', kept, kept)
    using to_jsonb(old) || jsonb_build_object('superseded_at', ends);
  if tg_op = 'DELETE' then return old; end if;
  return new;
end $$;
revoke execute on function app.keep_superseded() from public;

create trigger keep_superseded before update or delete on app.membership for each row execute function app.keep_superseded();
create trigger keep_superseded before update or delete on app.post for each row execute function app.keep_superseded();
create trigger keep_superseded before update or delete on app.member_period for each row execute function app.keep_superseded();
create trigger keep_superseded before update or delete on app.member for each row execute function app.keep_superseded();
create trigger keep_superseded before update or delete on app.fact for each row execute function app.keep_superseded();

-- A member who moves while a cycle is open has a review where they were (TRANSFERRED_OUT) and one where they are.
alter table app.review drop constraint review_cycle_id_subject_kind_subject_id_key;
create unique index review_of_subject on app.review (cycle_id, subject_kind, subject_id) where state <> 'TRANSFERRED_OUT';
create index review_all_of_subject on app.review (subject_id, cycle_id);

-- An organisation that came into the frozen tree of an open cycle, or left it, by a decision.
alter table app.cycle_unit add column joined_by uuid references app.organisation_change, add column ended_by uuid references app.organisation_change, add column ended_on date;

-- A staged import: rows are looked at and accepted before anything is written.
create table app.import_batch (
  id uuid primary key,
  state text not null check (state in ('CHECKED','CANCELLED')),
  files jsonb not null, -- [{name, kind, rows}]
  sha256 text not null,
  account_id uuid,
  created_at timestamptz not null,
  version int not null default 1
);
create index import_batch_newest on app.import_batch (created_at desc, id desc);

create table app.import_row (
  batch_id uuid not null references app.import_batch,
  n int not null, -- place in the batch
  file text not null,
  row int not null, -- line a person sees in the file
  kind text not null,
  class text not null check (class in ('ADDED','CHANGED','ENDED','UNCHANGED','CONFLICT','FAULTY')),
  cells jsonb not null,
  differences jsonb not null default '[]', -- [{column, stored, incoming}]
  faults jsonb not null default '[]', -- [{column, code, facts}]
  decision text check (decision in ('ACCEPTED','REFUSED')),
  written_at timestamptz,
  primary key (batch_id, n)
);
create index import_row_by_class on app.import_row (batch_id, class, n);

grant select on app.organisation_change, app.organisation_change_touches, app.organisation_lineage, app.lineage, app.member_change,
  app.membership_superseded, app.post_superseded, app.member_period_superseded, app.member_superseded, app.fact_superseded,
  app.membership_known, app.post_known, app.member_period_known, app.member_known to bx_api, bx_worker, bx_read;
grant insert on app.organisation_change, app.organisation_change_touches, app.organisation_lineage, app.member_change to bx_api;
grant delete on app.membership, app.post, app.member_period to bx_api; -- the trigger keeps what is withdrawn
grant select, insert, update on app.import_batch, app.import_row to bx_api;
grant delete on app.import_row to bx_api;
`;
