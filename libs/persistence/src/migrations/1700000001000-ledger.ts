import { type MigrationInterface, type QueryRunner } from 'typeorm';

const TABLES = /* sql */ `
create table ledger.ledger_entry (
  id uuid primary key,
  recorded_at timestamptz(3) not null,
  type text collate "C" not null,
  cycle text collate "C",
  org text collate "C",
  step uuid,
  prev uuid,
  -- The leaf's data, byte for byte as hashed and published; the other columns repeat its members for queries, and verify compares them.
  data text collate "C" not null check (octet_length(data) <= 65535)
);
create index ledger_entry_scope on ledger.ledger_entry (org, cycle, recorded_at);
create index ledger_entry_prev on ledger.ledger_entry (prev) where prev is not null;

create table ledger.ledger_payload (
  entry_id uuid primary key,
  salt bytea not null check (octet_length(salt) = 32),
  -- Canonical JSON as committed to: text, because jsonb would not give the bytes back.
  payload text collate "C" not null
);

-- Committed, not yet integrated. Filled by a trigger, so that no writer can forget it; emptied by the integrator. "seq" is taken while the
-- writer holds its locks, so an entry that answers another one always has the higher number.
create table ledger.ledger_pending (
  seq bigint generated always as identity primary key,
  entry_id uuid not null
) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);

create table ledger.ledger_leaf (
  index bigint primary key check (index >= 0),
  entry_id uuid not null unique,
  leaf_hash bytea not null check (octet_length(leaf_hash) = 32)
);

create table ledger.ledger_head (
  size bigint primary key check (size > 0),
  root bytea not null check (octet_length(root) = 32),
  checkpoint text collate "C" not null,
  verifier_key text collate "C" not null,
  signed_at timestamptz(3) not null
);

create table ledger.ledger_tile (
  level smallint not null check (level between 0 and 63),
  index bigint not null check (index >= 0),
  width smallint not null check (width between 1 and 256),
  hashes bytea not null check (octet_length(hashes) = width * 32),
  primary key (level, index)
);
-- Hashes do not compress.
alter table ledger.ledger_tile alter column hashes set storage external;
alter table ledger.ledger_leaf alter column leaf_hash set storage plain;
`;

const FUNCTIONS = /* sql */ `
create function ledger.refuse_change() returns trigger language plpgsql as $$
begin
  raise exception 'ledger: % on % is refused, rows are only ever added', tg_op, tg_table_name using errcode = 'restrict_violation';
end $$;

-- Runs as the owner: writers need no right on the table of pending entries, so they can neither add to it nor take from it.
create function ledger.note_pending() returns trigger language plpgsql security definer as $$
begin
  insert into ledger.ledger_pending (entry_id) values (new.id);
  return null;
end $$;

create function ledger.only_eraser() returns trigger language plpgsql as $$
begin
  if current_user <> 'bx_eraser' then
    raise exception 'ledger: only bx_eraser deletes from %', tg_table_name using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

-- Judged at commit. Both rows must come from one transaction: an erasure without its entry, or announced earlier by another, is refused.
create function ledger.erasure_is_recorded() returns trigger language plpgsql as $$
begin
  perform from ledger.ledger_entry e
    where e.prev = old.entry_id and e.type = 'payload.erased' and e.xmin = pg_catalog.pg_current_xact_id()::xid;
  if not found then
    raise exception 'ledger: payload % is deleted without a payload.erased entry in the same transaction', old.entry_id
      using errcode = 'restrict_violation';
  end if;
  return null;
end $$;

create function ledger.tile_only_grows() returns trigger language plpgsql as $$
begin
  if new.level <> old.level or new.index <> old.index or new.width <= old.width
     or substring(new.hashes for old.width * 32) <> old.hashes then
    raise exception 'ledger: tile %/% may only be extended', old.level, old.index using errcode = 'restrict_violation';
  end if;
  return new;
end $$;

create trigger note_pending after insert on ledger.ledger_entry for each row execute function ledger.note_pending();
create trigger only_eraser before delete on ledger.ledger_payload for each statement execute function ledger.only_eraser();
create constraint trigger erasure_is_recorded after delete on ledger.ledger_payload
  deferrable initially deferred for each row execute function ledger.erasure_is_recorded();
create trigger only_grows before update on ledger.ledger_tile for each row execute function ledger.tile_only_grows();
`;

/** Table → the statements refused to everybody, its owner included. */
const REFUSED = {
  ledger_entry: 'update or delete or truncate',
  ledger_leaf: 'update or delete or truncate',
  ledger_head: 'update or delete or truncate',
  ledger_payload: 'update or truncate',
  ledger_tile: 'delete or truncate',
} as const;

/** `always`: also while a session plays a replica, which switches ordinary triggers off. */
const ALWAYS = [
  ...Object.keys(REFUSED).map((table) => [table, 'refuse_change'] as const),
  ['ledger_entry', 'note_pending'],
  ['ledger_payload', 'only_eraser'],
  ['ledger_payload', 'erasure_is_recorded'],
  ['ledger_tile', 'only_grows'],
] as const;

const GRANTS = /* sql */ `
grant select on all tables in schema ledger to bx_read, bx_api, bx_worker, bx_jobs, bx_eraser;
grant insert on ledger.ledger_entry, ledger.ledger_payload to bx_api, bx_worker, bx_jobs, bx_eraser;
grant delete on ledger.ledger_payload to bx_eraser;
grant insert on ledger.ledger_leaf, ledger.ledger_head, ledger.ledger_tile to bx_jobs;
grant update (width, hashes) on ledger.ledger_tile to bx_jobs;
grant delete on ledger.ledger_pending to bx_jobs;
`;

/** The append-only Merkle log: docs/ledger-export.md names every column, architecture §5 and settled questions §6 who may do what. */
export class Ledger1700000001000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(TABLES);
    await q.query(FUNCTIONS);
    for (const [table, statements] of Object.entries(REFUSED)) {
      await q.query(
        `create trigger refuse_change before ${statements} on ledger.${table} for each statement execute function ledger.refuse_change()`,
      );
    }
    for (const [table, trigger] of ALWAYS) await q.query(`alter table ledger.${table} enable always trigger ${trigger}`);
    await q.query(GRANTS);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('The ledger is not undone: drop the database.');
  }
}
