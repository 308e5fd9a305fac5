import { type MigrationInterface, type QueryRunner } from 'typeorm';
import { ACCESS_TABLES } from './app/access-tables.js';
import { CYCLE_TABLES } from './app/cycle-tables.js';
import { MEETING_TABLES } from './app/meeting-tables.js';
import { MESSAGE_TABLES } from './app/message-tables.js';
import { ORGANISATION_TABLES } from './app/organisation-tables.js';
import { OUTCOME_TABLES } from './app/outcome-tables.js';
import { GRANTS } from './app/grants.js';

export class App1700000002000 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    for (const sql of [ORGANISATION_TABLES, ACCESS_TABLES, CYCLE_TABLES, MEETING_TABLES, OUTCOME_TABLES, MESSAGE_TABLES, GRANTS]) await q.query(sql);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('The first tables are not undone: drop the database.');
  }
}
