import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** The nightly recomputation tells administrators: the jobs process may know who they are, and nothing else of an account. */
export class Recompute1700000005000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query('grant select (id, member_id) on app.account to bx_jobs');
    await q.query('grant select (account_id, role) on app.account_grant to bx_jobs');
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Grants are changed by a new migration.');
  }
}
