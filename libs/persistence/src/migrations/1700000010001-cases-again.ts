import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** A commendation case that was taken away with a year may be followed by another once the year counts again: one stands at a time. */
const INDEXES = /* sql */ `
alter table app.commendation_case drop constraint commendation_case_cycle_id_award_id_subject_kind_subject_id_key;
create unique index commendation_case_standing on app.commendation_case (cycle_id, award_id, subject_kind, subject_id) where state not in ('DROPPED','REJECTED','REVOKED');
create index commendation_case_cycle on app.commendation_case (cycle_id);
`;

export class CasesAgain1700000010001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(INDEXES);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Cases are records: they are not undone.');
  }
}
