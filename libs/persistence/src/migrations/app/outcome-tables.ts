/** Decisions and commendations. */
export const OUTCOME_TABLES = /* sql */ `
create table app.decision (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null, -- whose body decided
  kind text not null check (kind in ('MEMBERS_AND_UNITS','HEADS','ORGANISATIONS','COMMENDATION')),
  number text not null,
  decided_on date not null,
  meeting_id uuid,
  quota jsonb not null default '[]', -- each check: group, ceiling, used, headroom, breach
  reason text, -- obligatory when a quota is exceeded under WARN_WITH_REASON
  document text,
  content_hash text not null,
  issued_by uuid,
  issued_at timestamptz not null,
  unique (cycle_id, organisation_id, number)
);

create table app.decision_line (
  decision_id uuid not null references app.decision,
  ordinal int not null,
  review_id uuid references app.review,
  case_id uuid,
  level smallint check (level between 1 and 4),
  non_level text,
  verdict smallint, -- what the ballot said
  reason text,
  primary key (decision_id, ordinal)
);

create table app.commendation_case (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  award_id text not null, -- entry of the commendation rule pack
  form text not null,
  subject_kind text not null,
  subject_id uuid not null,
  organisation_id uuid not null,
  unit_id uuid,
  state text not null,
  chain jsonb not null, -- the years, their labels, packs and decisions
  money jsonb, -- multiple, base salary, amount as string; nulls where not confirmed
  decision_id uuid references app.decision,
  certificate_number text,
  version int not null default 1,
  unique (cycle_id, award_id, subject_kind, subject_id)
);
`;
