import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Chains that broke, dossiers and votes of commendations, re-evaluations of past years, appeals. */
const TABLES = /* sql */ `
-- One year short of an award of several years: shown with the year that broke the chain.
create table app.commendation_near_miss (
  cycle_id text not null references app.cycle,
  award_id text not null,
  subject_kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  chain jsonb not null,
  broken_year int not null,
  broken_status text not null,
  primary key (cycle_id, award_id, subject_kind, subject_id)
);

alter table app.commendation_case
  add column dossier jsonb not null default '[]', -- [{item, done, document}] of the checklist
  add column reason text, -- why it was dropped, rejected or revoked
  add column vote_id uuid,
  add column revoked_by uuid references app.decision,
  add column revoked_number text, -- number of the decision that revoked it, also where that one belongs to no cycle
  add column revoked_on date;

-- Agree or disagree on paper, counted by two tellers: the body that awards votes on its cases.
create table ballot.commendation_vote (
  id uuid primary key, -- v4
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  held_on date not null,
  state text not null check (state in ('COUNTING','TALLIED')),
  cases uuid[] not null,
  chair_id uuid not null,
  teller_ids uuid[] not null check (cardinality(teller_ids) = 2),
  counted_body int not null check (counted_body > 0), -- members in office
  present int not null check (present > 0),
  majority jsonb not null, -- threshold and where it comes from
  attempt int not null default 1,
  results jsonb, -- by case: agree, disagree, blank, invalid, carried
  created_at timestamptz not null,
  tallied_at timestamptz,
  check (present <= counted_body)
);
create index commendation_vote_cycle on ballot.commendation_vote (cycle_id);
-- Every entry of every teller stays; totals, never one voter's paper.
create table ballot.commendation_count (
  vote_id uuid not null references ballot.commendation_vote,
  teller_id uuid not null,
  attempt int not null,
  counts jsonb not null,
  entered_at timestamptz not null,
  primary key (vote_id, teller_id, attempt)
);

-- Complaint, denunciation or petition about a decided result.
create table app.appeal_case (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  review_id uuid not null references app.review,
  authority_id uuid not null references app.organisation, -- whose committee handles it
  kind text not null check (kind in ('COMPLAINT','DENUNCIATION','PETITION')),
  state text not null,
  filed_by uuid not null, -- account
  filer_id uuid not null references app.member,
  filed_on date not null,
  grounds text not null,
  window_days int, -- working days; null: not confirmed, no limit
  window_last_on date,
  evidence_until timestamptz, -- null: no limit
  evidence_closed_at timestamptz,
  due_at timestamptz,
  remind_at timestamptz[] not null default '{}',
  escalate_at timestamptz[] not null default '{}',
  reminded int not null default 0,
  escalated int not null default 0,
  findings text,
  recommended text check (recommended in ('CONFIRM','CHANGE')),
  decision_id uuid references app.decision,
  decision_number text,
  decided_on date,
  old_level smallint check (old_level between 1 and 4),
  new_level smallint check (new_level between 1 and 4),
  quota jsonb, -- information only: the quota of the year after the change
  ledger_entry uuid, -- last entry of the case
  opened_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1
);
create index appeal_case_authority on app.appeal_case (authority_id, opened_at desc);
create index appeal_case_filer on app.appeal_case (filer_id, opened_at desc);
create unique index appeal_case_open on app.appeal_case (review_id) where state in ('RECEIVED','FORWARDED','ADMITTED','VERIFYING','CONCLUDED');

create table app.appeal_person (
  case_id uuid not null references app.appeal_case,
  member_id uuid not null references app.member,
  role text not null check (role in ('CHAIR','MEMBER','CONFLICTED')),
  reason text, -- of a conflict
  primary key (case_id, member_id)
);

-- A past year rated again after a discipline.
create table app.reevaluation_case (
  id uuid primary key,
  superior_id uuid not null,
  authority_id uuid not null references app.organisation,
  subject_kind text not null check (subject_kind in ('MEMBER','COLLECTIVE','ORGANISATION')),
  subject_id uuid not null,
  year int not null,
  cycle_id text references app.cycle, -- null: the year was imported
  review_id uuid references app.review,
  history_id uuid not null references app.rating_history, -- the result looked at
  pack_id text not null,
  state text not null,
  discipline jsonb not null, -- form, number, in force on, violation in year, self-detected, remedied
  grounds text not null,
  opened_by uuid,
  opened_on date not null,
  due_at timestamptz,
  remind_at timestamptz[] not null default '{}',
  escalate_at timestamptz[] not null default '{}',
  reminded int not null default 0,
  escalated int not null default 0,
  decision_id uuid references app.decision,
  decision_number text,
  decided_on date,
  document text,
  reason text,
  content_hash text,
  old_level smallint check (old_level between 1 and 4),
  old_non_level text,
  new_level smallint check (new_level between 1 and 4),
  new_history_id uuid references app.rating_history,
  proof jsonb,
  quota jsonb,
  revoked jsonb not null default '[]',
  ledger_entry uuid,
  opened_at timestamptz not null,
  closed_at timestamptz,
  version int not null default 1
);
create index reevaluation_case_authority on app.reevaluation_case (authority_id, opened_at desc);
create unique index reevaluation_case_open on app.reevaluation_case (subject_kind, subject_id, year) where state = 'OPENED';
create unique index reevaluation_case_number on app.reevaluation_case (authority_id, decision_number) where decision_number is not null;

-- What was brought forward in a case; only ever added to.
create table app.case_evidence (
  id uuid primary key,
  case_id uuid not null,
  given_by uuid not null, -- account
  member_id uuid,
  body text not null,
  document text,
  given_at timestamptz not null
);
create index case_evidence_case on app.case_evidence (case_id, given_at);

-- Acts of a case in order, for its page; the ledger holds the same for the world.
create table app.case_act (
  id uuid primary key,
  case_id uuid not null,
  act text not null,
  state_before text,
  state_after text not null,
  acted_by uuid, -- member; null: the engine
  reason text,
  document text,
  acted_on date not null,
  ledger_entry uuid not null,
  acted_at timestamptz not null
);
create index case_act_case on app.case_act (case_id, acted_at);

alter table app.rating_history drop constraint rating_history_source_check;
alter table app.rating_history add constraint rating_history_source_check check (source in ('IMPORTED','CYCLE','CORRECTION'));
-- CANCELLED by a re-evaluation breaks a chain; CORRECTED on an appeal does not: the new value counts.
alter table app.rating_history drop constraint rating_history_state_check;
alter table app.rating_history add constraint rating_history_state_check check (state in ('VALID','CANCELLED','CORRECTED'));

alter table app.decision drop constraint decision_kind_check;
alter table app.decision add constraint decision_kind_check
  check (kind in ('MEMBERS_AND_UNITS','HEADS','ORGANISATIONS','COMMENDATION','APPEAL','REEVALUATION','REVOCATION'));
`;

const GRANTS = /* sql */ `
grant select on app.commendation_near_miss, app.appeal_case, app.appeal_person, app.reevaluation_case, app.case_evidence, app.case_act,
  ballot.commendation_vote, ballot.commendation_count to bx_api, bx_worker, bx_jobs, bx_read;
grant insert on app.appeal_case, app.reevaluation_case, app.case_evidence, app.case_act, ballot.commendation_vote, ballot.commendation_count to bx_api;
grant update on app.appeal_case, app.reevaluation_case, ballot.commendation_vote to bx_api;
grant insert on app.commendation_near_miss, app.appeal_person, app.case_act to bx_worker;
grant update on app.appeal_case, app.reevaluation_case, ballot.commendation_vote to bx_worker; -- a locked row needs the right to update it
grant update, delete on app.appeal_person to bx_worker;
`;

export class Honours1700000008000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(TABLES);
    await q.query(GRANTS);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Cases are records: they are not undone.');
  }
}
