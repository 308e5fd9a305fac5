import { BODY_REGISTER_BACK_FILL } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { withClient } from '@binhxet/platform/servers';
import { startTestDatabase, type TestDatabase } from '@binhxet/testing';

/** Cycles that were running when the register came: phases from the units, then from steps. */
describe('the register of bodies of cycles that began before it', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await startTestDatabase('register');
  }, 120_000);
  afterAll(() => database?.drop());

  const LATE = newId();
  const CYCLE = 'S.2026';
  const units: readonly (readonly [code: string, role: string, workflow: string, phase: string])[] = [
    ['S', 'SUPERIOR_ORG', 'cycle:S.2026', 'COMMENDATION'],
    ['O', 'GRASSROOTS_COMMITTEE_ORG', 'org-review:S.2026:O', 'DECISION'],
    ['C', 'SUBORDINATE_CELL', 'cell-review:S.2026:C', 'SUBMITTED'],
    ['G', 'GRASSROOTS_CELL', 'org-review:S.2026:G', 'UNITS'],
  ];

  it('are filled in, twice is once', async () => {
    const found = await withClient(database.superuserUrl, async (client) => {
      const ids = new Map(units.map(([code]) => [code, newId()]));
      for (const [code, id] of ids) await client.query('insert into app.organisation (id, code) values ($1, $2)', [id, code]);
      await client.query(
        `insert into app.cycle (id, superior_id, period, rating_year, state, clock, plan, pins, settings, settings_hash) values ($1, $2, '2026', 2026, 'COMMENDATION', 'REAL', '{}', '[]', '{}', '')`,
        [CYCLE, ids.get('S')],
      );
      for (const [ordinal, [code, role, workflow, phase]] of units.entries()) {
        await client.query(
          `insert into app.cycle_unit (cycle_id, organisation_id, superior_id, code, name, role, has_committee, ordinal, workflow_id, workflow, phase, phase_at) values ($1,$2,$3,$4,$4,$5,true,$6,$7,$8,$9,now())`,
          [CYCLE, ids.get(code), ids.get('S'), code, role, ordinal, workflow, workflow.startsWith('cycle') ? 'annualCycle' : workflow.startsWith('org') ? 'organisationReview' : 'cellReview', phase],
        );
      }
      const step = (code: string, kind: string, workflow: string, state: string, ref: string | null = null) =>
        client.query(`insert into app.step (id, cycle_id, superior_id, organisation_id, kind, ref_id, state, outstanding, total, workflow_id, opened_at) values ($1,$2,$3,$4,$5,$6,$7,1,1,$8,now())`, [newId(), CYCLE, ids.get('S'), ids.get(code), kind, ref, state, workflow]);
      await step('G', 'SELF_REVIEW', 'cell-review:S.2026:G', 'CLOSED');
      await step('G', 'MEETING', 'cell-review:S.2026:G', 'OPEN');
      await step('C', 'MEETING', `late-review:S.2026:${LATE}`, 'OPEN', LATE);
      await step('C', 'SELF_REVIEW', 'cell-review:S.2026:C', 'CLOSED');
      for (let times = 0; times < 2; times++) await client.query(BODY_REGISTER_BACK_FILL);
      return (await client.query<{ workflow_id: string; workflow: string; phase: string; ref_id: string | null }>('select workflow_id, workflow, phase, ref_id from app.cycle_body order by workflow_id')).rows;
    });
    expect(found).toEqual([
      { workflow_id: 'cell-review:S.2026:C', workflow: 'cellReview', phase: 'SUBMITTED', ref_id: null },
      { workflow_id: 'cell-review:S.2026:G', workflow: 'cellReview', phase: 'MEETING', ref_id: null },
      { workflow_id: 'commendation:S.2026', workflow: 'commendation', phase: 'CASES', ref_id: null },
      { workflow_id: 'cycle:S.2026', workflow: 'annualCycle', phase: 'COMMENDATION', ref_id: null },
      { workflow_id: `late-review:S.2026:${LATE}`, workflow: 'lateReview', phase: 'MEETING', ref_id: LATE },
      { workflow_id: 'org-review:S.2026:G', workflow: 'organisationReview', phase: 'UNITS', ref_id: null },
      { workflow_id: 'org-review:S.2026:O', workflow: 'organisationReview', phase: 'DECISION', ref_id: null },
    ]);
  });
});
