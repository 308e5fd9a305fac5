/** What leaves a transaction: commands to bodies, the outbox, notifications. */
export const MESSAGE_TABLES = /* sql */ `
-- A person's request to a body: its words stay here, only the id travels. Executed once.
create table app.command (
  id uuid primary key,
  name text not null,
  cycle_id text not null,
  organisation_id uuid not null,
  workflow_id text not null,
  actor jsonb not null, -- {accountId, memberId, capacity}
  payload jsonb not null,
  created_at timestamptz not null,
  outcome jsonb,
  done_at timestamptz
);

-- Written by the transaction that causes it, removed by the relay after delivery: at least once.
create table app.outbox (
  id uuid primary key,
  kind text not null check (kind in ('SIGNAL','START','JOB')),
  target text not null, -- workflow id or queue
  name text not null,
  payload jsonb not null,
  created_at timestamptz not null default now(),
  attempts int not null default 0,
  not_before timestamptz
);

create table app.notification (
  id uuid primary key, -- the outbox id: delivered once
  member_id uuid not null,
  kind text not null,
  facts jsonb not null default '{}',
  href text,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  mailed_at timestamptz
);
create index notification_of_member on app.notification (member_id, created_at desc);

create table app.contact (
  member_id uuid primary key references app.member,
  email text,
  email_digest boolean not null default true
);
`;
