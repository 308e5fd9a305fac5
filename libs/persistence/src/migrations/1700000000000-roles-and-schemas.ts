import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** What each process may be at most. Passwords and LOGIN are given by whoever runs the installation, never here. */
const ROLES = ['bx_owner', 'bx_api', 'bx_worker', 'bx_jobs', 'bx_eraser', 'bx_read'] as const;
const SCHEMAS = ['app', 'ledger', 'ballot', 'bullmq'] as const;

/** Needs a connection that may create roles; every later migration runs as `bx_owner`. */
export class RolesAndSchemas1700000000000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    for (const role of ROLES) {
      await q.query(`do $$ begin
        if not exists (select from pg_roles where rolname = '${role}') then create role ${role} nologin nosuperuser nocreatedb nocreaterole noinherit; end if;
      end $$`);
    }
    await q.query('grant bx_owner to current_user');
    for (const schema of SCHEMAS) await q.query(`create schema ${schema} authorization bx_owner`);
    await q.query('revoke create on schema public from public');
    await q.query('grant usage on schema app, ledger, ballot to bx_api, bx_worker, bx_jobs, bx_eraser, bx_read');
    // The queue library creates and upgrades its own tables.
    await q.query('grant usage, create on schema bullmq to bx_jobs');
    await q.query('grant usage on schema bullmq to bx_api, bx_read');
    await q.query('create extension if not exists btree_gin');
  }

  async down(): Promise<void> {
    throw new Error('The first migration is not undone: drop the database.');
  }
}
