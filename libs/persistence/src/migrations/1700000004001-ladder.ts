import { type MigrationInterface, type QueryRunner } from 'typeorm';

/** Ranks were 1 … 4; a rule pack may use 2 … 6. The pack of the cycle says which, the services hold everybody to it. */
const WIDER = /* sql */ `
do $$
declare found record;
begin
  for found in
    select c.conrelid::regclass as rel, c.conname, a.attname
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = any(c.conkey)
    where c.contype = 'c' and c.connamespace in ('app'::regnamespace, 'ballot'::regnamespace) and cardinality(c.conkey) = 1
      and pg_get_constraintdef(c.oid) = format('CHECK (((%1$I >= 1) AND (%1$I <= 4)))', a.attname)
  loop
    execute format('alter table %s drop constraint %I, add constraint %I check (%I between 1 and 6)', found.rel, found.conname, found.conname, found.attname);
  end loop;
end $$;
`;

export class Ladder1700000004001 implements MigrationInterface {
  async up(q: QueryRunner): Promise<void> {
    await q.query('set local role bx_owner');
    await q.query(WIDER);
    await q.query('reset role');
  }

  async down(): Promise<void> {
    throw new Error('Levels below the fourth may be stored: this is not undone.');
  }
}
