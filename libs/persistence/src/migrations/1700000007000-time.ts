import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { TIME_TABLES } from './app/time-tables.js';

export class Time1700000007000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(TIME_TABLES);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Recorded history is not undone.');
  }
}
