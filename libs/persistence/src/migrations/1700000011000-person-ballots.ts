import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Ballots about persons (confidence, by-election) at a meeting. They stand apart from the rating: no review, level or quota is ever reached from here. */
const TABLES = /* sql */ `
create table ballot.person_ballot (
  id uuid primary key, -- v4: a v7 tells the time
  meeting_id uuid not null references app.meeting,
  cycle_id text not null references app.cycle,
  superior_id uuid not null,
  organisation_id uuid not null,
  ordinal int not null, -- place on the agenda of such ballots, from 1
  kind text not null check (kind in ('CONFIDENCE','ELECTION')),
  title text not null,
  document text, -- what it is held under
  method text not null check (method in ('SHOW_OF_HANDS','SECRET_BALLOT')),
  state text not null,
  persons uuid[] not null check (cardinality(persons) between 1 and 100), -- members, fixed order
  seats int check (seats > 0), -- posts to be filled
  rule jsonb not null, -- voting rule as pinned: counted body, majority, choices
  counted_body int,
  entitled int,
  present int,
  attempt int not null default 1, -- of the tellers' count
  totals jsonb, -- distributed, returned, valid, invalid once both tellers agree
  counts jsonb, -- by person, once both tellers agree
  result jsonb, -- outcome of each person with the comparisons behind it
  reason text,
  created_at timestamptz not null,
  version int not null default 1,
  check ((kind = 'ELECTION') = (seats is not null))
);
create unique index person_ballot_agenda on ballot.person_ballot (meeting_id, ordinal);
create index person_ballot_cycle on ballot.person_ballot (cycle_id);
-- Every entry of every teller stays; totals, never one voter's paper.
create table ballot.person_entry (
  ballot_id uuid not null references ballot.person_ballot,
  teller_id uuid not null,
  attempt int not null,
  totals jsonb not null,
  entered_at timestamptz not null,
  primary key (ballot_id, teller_id, attempt)
);
`;

const GRANTS = /* sql */ `
grant select on ballot.person_ballot, ballot.person_entry to bx_api, bx_worker, bx_jobs, bx_read;
grant insert on ballot.person_ballot, ballot.person_entry to bx_api;
grant update on ballot.person_ballot to bx_api, bx_worker; -- the worker certifies them with the meeting, or ends them with the cycle
`;

export class PersonBallots1700000011000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(TABLES);
    await q.query(GRANTS);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Ballots are records: they are not undone.');
  }
}
