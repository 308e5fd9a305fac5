import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Rule files that administrators publish, beside the shipped ones. A published row never changes again. */
const RULE_FILES = /* sql */ `
create table app.rule_file (
  id text not null check (id ~ '^[A-Za-z0-9][A-Za-z0-9_.-]{0,63}$'),
  version int not null check (version > 0),
  kind text not null,
  title text not null,
  content jsonb not null,
  sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'), -- of the RFC 8785 form of the content
  state text not null check (state in ('DRAFT','PUBLISHED')),
  reason text,
  document text,
  drafted_by uuid not null,
  drafted_at timestamptz not null,
  published_by uuid,
  published_at timestamptz,
  primary key (id, version),
  check ((state = 'PUBLISHED') = (num_nonnulls(reason, document, published_by, published_at) = 4)),
  check (state = 'PUBLISHED' or num_nonnulls(reason, document, published_by, published_at) = 0)
);
create unique index rule_file_sha256 on app.rule_file (sha256) where state = 'PUBLISHED';

create function app.rule_file_is_final() returns trigger language plpgsql as $$
begin
  if old.state = 'PUBLISHED' then
    raise exception 'a published rule file is final: publish a new version' using errcode = 'integrity_constraint_violation';
  end if;
  return case when tg_op = 'DELETE' then old else new end;
end $$;
create trigger rule_file_is_final before update or delete on app.rule_file for each row execute function app.rule_file_is_final();

grant select on app.rule_file to bx_api, bx_worker, bx_jobs, bx_read;
grant insert, update on app.rule_file to bx_api;
`;

export class RuleFiles1700000004000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(RULE_FILES);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Published rules are not undone: cycles are pinned to them.');
  }
}
