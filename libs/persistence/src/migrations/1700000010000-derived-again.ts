import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A decision on an earlier result derives candidates again: what was one year short may no longer be. */
export class DerivedAgain1700000010000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query('grant delete on app.commendation_near_miss to bx_worker');
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Grants are changed by a new migration.');
  }
}
