/** Tree, people, posts. Valid time in `from_on`/`to_on` (date, last day included), recorded time in `recorded_at`. */
export const ORGANISATION_TABLES = /* sql */ `
create collation app.vi (provider = icu, locale = 'vi-VN');

create table app.organisation (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{1,24}$'),
  created_at timestamptz not null default now()
);

create table app.organisation_version (
  organisation_id uuid not null references app.organisation,
  from_on date not null,
  to_on date,
  name text not null,
  role text not null check (role in ('PROVINCIAL_ORG','SUPERIOR_ORG','GRASSROOTS_COMMITTEE_ORG','GRASSROOTS_CELL','SUBCOMMITTEE_ORG','SUBORDINATE_CELL')),
  parent_id uuid references app.organisation,
  quota_group text,
  delegated_superior_authority boolean not null default false,
  lineage_of uuid references app.organisation,
  decision_number text,
  recorded_at timestamptz not null default now(),
  superseded_at timestamptz,
  primary key (organisation_id, from_on, recorded_at),
  check (to_on is null or to_on >= from_on),
  check (parent_id is distinct from organisation_id)
);
create unique index organisation_version_current on app.organisation_version (organisation_id, from_on) where superseded_at is null;
create index organisation_version_parent on app.organisation_version (parent_id) where superseded_at is null;

-- Subtree of today's tree; rewritten in the transaction that changes the tree.
create table app.organisation_closure (
  ancestor_id uuid not null references app.organisation,
  descendant_id uuid not null references app.organisation,
  depth int not null,
  primary key (ancestor_id, descendant_id)
);
create index organisation_closure_up on app.organisation_closure (descendant_id);

create table app.body (
  id uuid primary key,
  organisation_id uuid not null references app.organisation,
  kind text not null check (kind in ('PARTY_COMMITTEE','STANDING_COMMITTEE','CELL_COMMITTEE','MEMBERS_MEETING','ADVISORY_BODY','INSPECTION_COMMISSION')),
  unique (organisation_id, kind)
);

create table app.member (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{1,32}$'),
  full_name text not null collate app.vi,
  name_key text not null collate app.vi, -- given name first, then the rest: the order Vietnamese lists are read in
  born_on date,
  status text not null check (status in ('OFFICIAL','PROBATIONARY')),
  admitted_on date not null,
  official_on date,
  is_civil_servant boolean not null default false,
  created_at timestamptz not null default now()
);
create index member_by_name on app.member (name_key, id);

-- Dated states that change who reviews, who is rated and who is counted.
create table app.member_period (
  id uuid primary key,
  member_id uuid not null references app.member,
  kind text not null check (kind in ('EXEMPTED','SUSPENDED','SUSPENDED_FROM_COMMITTEE','PROSECUTED','SICK_LEAVE','MATERNITY_LEAVE','TEMPORARY_ELSEWHERE','LEFT_PARTY')),
  organisation_id uuid references app.organisation,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create index member_period_by_member on app.member_period (member_id);

create table app.membership (
  id uuid primary key,
  member_id uuid not null references app.member,
  organisation_id uuid not null references app.organisation,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create index membership_by_member on app.membership (member_id);
create index membership_by_organisation on app.membership (organisation_id);

create table app.post (
  id uuid primary key,
  member_id uuid not null references app.member,
  body_id uuid not null references app.body,
  organisation_id uuid not null references app.organisation,
  kind text not null check (kind in ('SECRETARY','DEPUTY_SECRETARY','STANDING_MEMBER','COMMITTEE_MEMBER','COMMISSION_CHAIR','COMMISSION_MEMBER','OFFICER')),
  is_head boolean not null default false,
  from_on date not null,
  to_on date,
  check (to_on is null or to_on >= from_on)
);
create index post_by_member on app.post (member_id);
create index post_by_organisation on app.post (organisation_id);

-- Facts of a rating year about a subject, as imported or recorded; the vocabulary is declared by the pack.
create table app.fact (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('MEMBER','COLLECTIVE','ORGANISATION')),
  subject_id uuid not null, -- member or organisation
  year int not null,
  key text not null,
  value jsonb not null,
  source text,
  recorded_at timestamptz not null default now(),
  unique (subject_kind, subject_id, year, key)
);

-- One row per subject and year; a cancelled year keeps its row, the new result is another.
create table app.rating_history (
  id uuid primary key,
  subject_kind text not null check (subject_kind in ('MEMBER','COLLECTIVE','ORGANISATION')),
  subject_id uuid not null, -- member or organisation
  year int not null,
  pack_id text not null,
  level smallint check (level between 1 and 4),
  non_level text check (non_level in ('NOT_RATED','EXEMPT','NOT_YET_RATED')),
  label text,
  title_outstanding boolean not null default false,
  decision_number text,
  source text not null check (source in ('IMPORTED','CYCLE')),
  cycle_id text,
  review_id uuid,
  state text not null default 'VALID' check (state in ('VALID','CANCELLED')),
  cancelled_reason text,
  recorded_at timestamptz not null default now(),
  check (num_nonnulls(level, non_level) = 1)
);
create unique index rating_history_valid on app.rating_history (subject_kind, subject_id, year) where state = 'VALID';
create index rating_history_by_subject on app.rating_history (subject_kind, subject_id, year);

create table app.import_run (
  id uuid primary key,
  sha256 text not null,
  counts jsonb not null,
  account_id uuid,
  imported_at timestamptz not null default now()
);
`;
