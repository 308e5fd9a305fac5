/** Accounts and sessions. Secrets are stored hashed; capacities (posts, membership) come from the organisation tables. */
export const ACCESS_TABLES = /* sql */ `
create table app.account (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  member_id uuid unique references app.member,
  password_hash text,
  disabled_at timestamptz,
  created_at timestamptz not null default now()
);

-- What an account may do beside the posts of its member.
create table app.account_grant (
  id uuid primary key,
  account_id uuid not null references app.account,
  role text not null check (role in ('ADMINISTRATOR','AUDITOR')),
  organisation_id uuid references app.organisation, -- scope; null only for ADMINISTRATOR
  unique nulls not distinct (account_id, role, organisation_id),
  check (role = 'ADMINISTRATOR' or organisation_id is not null)
);

create table app.activation_code (
  code_hash bytea primary key,
  account_id uuid not null references app.account,
  expires_at timestamptz not null,
  used_at timestamptz
);

create table app.session (
  token_hash bytea primary key,
  account_id uuid not null references app.account,
  csrf_token text not null,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_account on app.session (account_id);
create index session_by_expiry on app.session (expires_at);

create table app.login_failure (
  id bigint generated always as identity primary key,
  login_hash bytea not null,
  address_hash bytea not null,
  failed_at timestamptz not null default now()
);
create index login_failure_login on app.login_failure (login_hash, failed_at);
create index login_failure_address on app.login_failure (address_hash, failed_at);

create table app.idempotency_key (
  account_id uuid not null,
  key uuid not null,
  route text not null,
  request_hash bytea not null,
  status int, -- null while the first attempt runs
  response jsonb,
  created_at timestamptz not null default now(),
  primary key (account_id, key)
);
create index idempotency_key_age on app.idempotency_key (created_at);
`;
