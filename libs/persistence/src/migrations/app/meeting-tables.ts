/** Meetings, attendance, minutes, and paper or show-of-hands ballots. The secret electronic ballot adds tables of its own. */
export const MEETING_TABLES = /* sql */ `
create table app.meeting (
  id uuid primary key,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  body_id uuid, -- null: the members' meeting of a cell
  kind text not null check (kind in ('CELL_REVIEW','LATE_REVIEW','COMMITTEE_SITTING','HEADS_SITTING','STANDING_SITTING')),
  state text not null,
  step_id uuid not null references app.step,
  workflow_id text not null,
  round int not null default 1,
  held_on date not null,
  place text,
  chair_id uuid not null,
  minute_taker_id uuid not null,
  teller_ids uuid[] not null default '{}', -- the first is the head teller
  summoned int not null default 0,
  present int not null default 0,
  counted int not null default 0,
  quorum jsonb, -- formula and numbers of the quorum check
  reason text,
  previous_id uuid references app.meeting,
  created_at timestamptz not null,
  version int not null default 1
);
create index meeting_place on app.meeting (cycle_id, organisation_id, kind, round);

create table app.attendance (
  meeting_id uuid not null references app.meeting,
  member_id uuid not null,
  voter boolean not null, -- entitled to vote here
  excluded_clause text, -- why not counted
  flags jsonb not null default '{}',
  status text not null default 'SUMMONED' check (status in ('SUMMONED','PRESENT','EXCUSED','UNEXCUSED')),
  recorded_at timestamptz,
  primary key (meeting_id, member_id)
);

create table ballot.ballot (
  id uuid primary key, -- v4: a v7 tells the time
  meeting_id uuid not null references app.meeting,
  cycle_id text not null,
  superior_id uuid not null,
  organisation_id uuid not null,
  ordinal int not null, -- order on the agenda: the collective first
  kind text not null,
  method text not null check (method in ('SHOW_OF_HANDS','SECRET_BALLOT')),
  channel text not null check (channel in ('PAPER')),
  state text not null,
  round int not null default 1,
  supersedes uuid references ballot.ballot,
  subjects uuid[] not null, -- reviews, fixed order
  rule jsonb not null, -- voting rule as pinned: base, majority, cascade, invalid scope
  entitled int,
  counted_body int,
  present int,
  step_id uuid, -- PAPER_COUNT
  attempt int not null default 1, -- of the tellers' count
  totals jsonb, -- distributed, returned, valid, invalid once both tellers agree
  reason text,
  version int not null default 1
);
create index ballot_by_meeting on ballot.ballot (meeting_id, ordinal, round);

-- Every entry of every teller stays; entries are totals, never one voter's paper.
create table ballot.paper_entry (
  ballot_id uuid not null references ballot.ballot,
  teller_id uuid not null,
  attempt int not null,
  totals jsonb not null,
  entered_at timestamptz not null,
  primary key (ballot_id, teller_id, attempt)
);

create table ballot.tally (
  ballot_id uuid not null references ballot.ballot,
  review_id uuid not null references app.review,
  votes int[] not null, -- by level, rank 1 first
  blank int not null,
  invalid int not null,
  verdict smallint check (verdict between 1 and 4), -- null: no majority
  proof jsonb not null,
  primary key (ballot_id, review_id)
);

create table app.minutes (
  meeting_id uuid not null references app.meeting,
  version int not null,
  content jsonb not null,
  content_hash text not null,
  drafted_at timestamptz not null,
  drafted_by uuid,
  primary key (meeting_id, version)
);

create table app.minutes_signature (
  meeting_id uuid not null,
  version int not null,
  role text not null check (role in ('CHAIR','MINUTE_TAKER','HEAD_TELLER')),
  member_id uuid not null,
  content_hash text not null,
  signed_at timestamptz not null,
  primary key (meeting_id, version, role),
  foreign key (meeting_id, version) references app.minutes
);
`;
