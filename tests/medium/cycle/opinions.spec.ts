import { cellWorkflowId, type StepRef } from '@binhxet/contracts';
import { BodyActs } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { handIn, openTestCycle, TEST_CYCLE } from '../../setup/test-cycle.js';

/** Members who were moved to CB12 in the year: the cell they came from is asked, when they had been there long enough. */
describe('opinions of other cells', () => {
  let plane: DataPlane;
  const rows = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> => plane.sql.query<T>(sql, params);

  /** Was in `from` from `since` to the day before `movedOn`, then in the present cell. */
  async function moved(member: string, from: string, since: string, movedOn: string): Promise<void> {
    await rows(`update app.membership set from_on = $2 where member_id = (select id from app.member where code = $1)`, [member, movedOn]);
    await rows(
      `insert into app.membership (id, member_id, organisation_id, from_on, to_on) select gen_random_uuid(), m.id, o.id, $3::date, $4::date - 1 from app.member m, app.organisation o where m.code = $1 and o.code = $2`,
      [member, from, since, movedOn],
    );
  }

  beforeAll(async () => {
    plane = await startDataPlane('opinions', { cells: 2, membersPerCell: 6 });
    await moved('CB12-02', 'CB11', '2018-03-01', '2026-07-01');
    await moved('CB12-03', 'CB11', '2026-02-01', '2026-07-01'); // five months there
    await moved('CB12-04', 'CB11', '2018-03-01', '2025-12-01'); // the year before
    await rows(
      `insert into app.member_period (id, member_id, kind, from_on, organisation_id) select gen_random_uuid(), m.id, 'TEMPORARY_ELSEWHERE', '2026-05-01', o.id from app.member m, app.organisation o where m.code = 'CB12-05' and o.code = 'CB11'`,
    );
    await openTestCycle(plane);
  }, 120_000);
  afterAll(() => plane?.stop());

  it('are asked by the rules of the pack', async () => {
    const asked = await rows<{ member: string; of: string; state: string }>(
      `select m.code as member, o.code as of, p.state from app.opinion p join app.review r on r.id = p.review_id join app.member m on m.id = r.subject_id join app.organisation o on o.id = p.from_organisation_id order by m.code`,
    );
    expect(asked).toEqual([
      { member: 'CB12-02', of: 'CB11', state: 'REQUESTED' },
      { member: 'CB12-05', of: 'CB11', state: 'REQUESTED' },
    ]);
  });

  it('become tasks of the old cell’s secretary once the papers are in', async () => {
    const cell = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId: await plane.organisationId('CB12'), workflowId: cellWorkflowId(TEST_CYCLE, 'CB12') });
    const step = (await cell.open('SELF_REVIEW')) as StepRef;
    for (const review of await rows<{ id: string; code: string }>(`select r.id, m.code from app.review r join app.member m on m.id = r.subject_id where r.organisation_id = $1`, [cell.body.orgId])) await handIn(plane, review.code, review.id, 'MEMBER');
    await plane.engine.closeStep(step.stepId, 'ALL_IN');
    expect(await rows(`select m.code, r.state from app.review r join app.member m on m.id = r.subject_id where r.state = 'OPINIONS_PENDING' order by m.code`)).toEqual([
      { code: 'CB12-02', state: 'OPINIONS_PENDING' },
      { code: 'CB12-05', state: 'OPINIONS_PENDING' },
    ]);
    expect(await cell.open('OPINIONS')).toMatchObject({ kind: 'OPINIONS', outstanding: 2 });
    expect(await rows(`select o.code, t.post_kinds, t.body_kind from app.task t join app.organisation o on o.id = t.organisation_id where t.kind = 'GIVE_OPINION'`)).toEqual(
      Array.from({ length: 2 }, () => ({ code: 'CB11', post_kinds: ['SECRETARY', 'DEPUTY_SECRETARY'], body_kind: null })),
    );
  });
});
