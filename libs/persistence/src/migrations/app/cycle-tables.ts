/** A cycle, its frozen tree and rolls, its steps, tasks and the subjects under review. */
export const CYCLE_TABLES = /* sql */ `
create table app.cycle (
  id text primary key check (id ~ '^[A-Z0-9-]{1,24}[.][0-9]{4}(-Q[1-4])?$'),
  superior_id uuid not null references app.organisation,
  period text not null,
  rating_year int not null,
  state text not null,
  clock text not null check (clock in ('REAL','DRIVEN')),
  clock_on date, -- DRIVEN: the cycle's date
  simulated boolean not null default false, -- data generated: every page and document says so
  plan jsonb not null, -- due dates by step kind and role
  pins jsonb not null, -- [{id, version, sha256}] of every pack file used
  settings jsonb not null,
  settings_hash text not null,
  snapshot_hash text,
  opened_by uuid,
  opened_at timestamptz not null default now(),
  closed_at timestamptz,
  check ((clock = 'DRIVEN') = (clock_on is not null))
);

-- The frozen tree: one row per organisation that takes part.
create table app.cycle_unit (
  cycle_id text not null references app.cycle,
  organisation_id uuid not null references app.organisation,
  superior_id uuid not null,
  code text not null,
  name text not null,
  role text not null,
  parent_id uuid,
  unit_id uuid, -- the grassroots organisation it belongs to; null for the superior itself
  quota_group text,
  has_committee boolean not null,
  ordinal int not null,
  workflow_id text,
  workflow text,
  phase text not null default 'PLANNED',
  phase_at timestamptz,
  primary key (cycle_id, organisation_id)
);
create index cycle_unit_parent on app.cycle_unit (cycle_id, parent_id);

-- The frozen roll: one row per member.
create table app.cycle_roll (
  cycle_id text not null references app.cycle,
  member_id uuid not null references app.member,
  superior_id uuid not null,
  organisation_id uuid not null, -- the cell
  unit_id uuid not null,
  status text not null,
  duty text not null, -- what the pack's exemptions make of this member
  duty_clause text,
  flags jsonb not null default '{}',
  primary key (cycle_id, member_id)
);
create index cycle_roll_cell on app.cycle_roll (cycle_id, organisation_id);

create table app.step (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  kind text not null,
  ref_id uuid,
  round int not null default 1,
  state text not null check (state in ('OPEN','CLOSED')),
  outstanding int not null check (outstanding >= 0),
  total int not null,
  due_at timestamptz,
  close_at timestamptz,
  remind_at timestamptz[] not null default '{}',
  escalate_at timestamptz[] not null default '{}',
  reminded int not null default 0,
  escalated int not null default 0,
  workflow_id text not null,
  opened_at timestamptz not null,
  closed_at timestamptz,
  close_cause text check (close_cause in ('ALL_IN','EARLY','TIME'))
);
create unique index step_once on app.step (cycle_id, organisation_id, kind, coalesce(ref_id, '00000000-0000-0000-0000-000000000000'::uuid), round);
create index step_deadline on app.step (cycle_id, close_at) where state = 'OPEN';

create table app.step_expectation (
  step_id uuid not null references app.step,
  key uuid not null, -- review, organisation, teller or signatory
  state text not null check (state in ('WAITING','DONE','RELEASED')),
  late boolean not null default false,
  settled_at timestamptz,
  primary key (step_id, key)
);

-- One subject under review: a member, a leading collective or an organisation.
create table app.review (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  subject_kind text not null check (subject_kind in ('MEMBER','COLLECTIVE','ORGANISATION')),
  subject_id uuid not null, -- member, or organisation (also for its collective)
  organisation_id uuid not null, -- where it is reviewed: the cell, or the organisation itself
  unit_id uuid, -- grassroots organisation it counts in; for a grassroots organisation itself
  decider_id uuid not null, -- organisation whose body decides
  is_head boolean not null default false, -- head of its grassroots organisation: decided after the unit
  state text not null,
  self_level smallint check (self_level between 1 and 4),
  proposed_level smallint check (proposed_level between 1 and 4),
  verified_level smallint check (verified_level between 1 and 4),
  decided_level smallint check (decided_level between 1 and 4),
  non_level text check (non_level in ('NOT_RATED','EXEMPT','NOT_YET_RATED')),
  non_level_clause text,
  ceiling smallint check (ceiling between 1 and 4),
  proof jsonb,
  note text, -- reason of a difference, return or exception; shown to those who may read the review
  version int not null default 1,
  unique (cycle_id, subject_kind, subject_id)
);
create index review_place on app.review (cycle_id, organisation_id, subject_kind);
create index review_decider on app.review (cycle_id, decider_id, subject_kind);
create index review_unit on app.review (cycle_id, unit_id, subject_kind);

-- The paper of a review: a member's self-review or a collective's report. One living draft, submitted versions are ledger payloads.
create table app.review_paper (
  review_id uuid primary key references app.review,
  version int not null default 1,
  form text not null,
  sections jsonb not null default '{}',
  grades jsonb not null default '{}',
  self_level smallint check (self_level between 1 and 4),
  saved_at timestamptz not null,
  submitted_at timestamptz,
  late boolean not null default false,
  returned_reason text
);

create table app.opinion (
  id uuid primary key,
  review_id uuid not null references app.review,
  from_organisation_id uuid,
  given_by uuid, -- account
  body text,
  state text not null check (state in ('REQUESTED','GIVEN','RELEASED')),
  late boolean not null default false,
  given_at timestamptz
);
create index opinion_by_review on app.opinion (review_id);

-- A task row changes in the transaction that changes the state it stands for.
create table app.task (
  id uuid primary key,
  kind text not null,
  cycle_id text references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  step_id uuid,
  ref_id uuid, -- review, meeting, ballot or organisation the act is about
  member_id uuid, -- personal
  post_kinds text[], -- holders of these posts of the organisation; null when personal
  body_kind text,
  state text not null check (state in ('OPEN','CLAIMED','DONE','CANCELLED','EXPIRED')),
  claimed_by uuid,
  live boolean not null default false,
  due_at timestamptz,
  waiting_count int not null default 0,
  facts jsonb not null default '{}',
  opened_at timestamptz not null,
  done_at timestamptz,
  done_by uuid,
  version int not null default 1,
  check (num_nonnulls(member_id, post_kinds) = 1)
);
create index task_mine on app.task (member_id, live desc, due_at asc nulls last, waiting_count desc, id) where state in ('OPEN','CLAIMED') and member_id is not null;
create index task_of_organisation on app.task (organisation_id, live desc, due_at asc nulls last, waiting_count desc, id) where state in ('OPEN','CLAIMED') and member_id is null;
create index task_done on app.task (done_by, done_at desc) where state = 'DONE';
create index task_by_step on app.task (step_id, ref_id);
create index task_by_ref on app.task (ref_id, kind);

create table app.submission (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  to_organisation_id uuid not null,
  round int not null,
  state text not null,
  summary jsonb not null default '{}',
  submitted_at timestamptz not null,
  submitted_by uuid,
  returned_reason text,
  returned_at timestamptz,
  unique (cycle_id, organisation_id, round)
);
`;
