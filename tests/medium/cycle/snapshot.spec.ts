import { handInOwn, PinnedRules } from '@binhxet/application';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';

const CYCLE = 'KHOI.2026';

describe('the frozen tree of a cycle', () => {
  let plane: DataPlane;
  beforeAll(async () => {
    plane = await startDataPlane('snapshot', { cells: 3, membersPerCell: 5 });
    await plane.openCycles.open(await plane.as('CB11-01'), { superiorCode: 'KHOI', period: '2026', clock: 'REAL', rules: {}, settings: plane.settings, plan: {}, simulated: true });
  });
  afterAll(() => plane?.stop());

  it('is the tree of the opening day as it was known at the opening, whenever the engine comes to freeze it', async () => {
    const opened = plane.time.now;
    plane.time.now = new Date(opened.getTime() + 3 * 86_400_000);
    const later = { changeId: null, at: plane.time.now };
    await plane.uow.run(async (tx) => {
      // Entered after the opening, in force long before it: another name, a member in another cell, a cell that had ended.
      await tx.tree.revise([{ code: 'CB12', name: 'Chi bộ đổi tên' }], { decision: '1', effectiveOn: '2026-01-01', document: null, reason: 'x' }, later);
      await tx.tree.moveMembers('CB12', 'CB11', ['CB12-05'], '2026-01-01', later, () => '01990000-0000-7000-8000-000000000001');
      await tx.tree.end(['CB13'], '2026-01-01', later);
    });
    const { bodies, members } = await plane.engine.freezeCycle(CYCLE);
    expect([bodies, members]).toEqual([5, 15]);
    const units = await plane.sql.query<{ code: string; name: string }>('select code, name from app.cycle_unit where cycle_id = $1 order by code', [CYCLE]);
    expect(units.map((unit) => unit.code)).toEqual(['CB11', 'CB12', 'CB13', 'DB1', 'KHOI']);
    expect(units.find((unit) => unit.code === 'CB12')?.name).toBe('Chi bộ thử nghiệm CB12');
    const roll = await plane.sql.query<{ code: string }>(`select o.code from app.cycle_roll r join app.organisation o on o.id = r.organisation_id join app.member m on m.id = r.member_id where m.code = 'CB12-05'`);
    expect(roll).toEqual([{ code: 'CB12' }]);
    const [entry] = await plane.sql.query<{ payload: { effectiveOn: string; knownAt: string } }>(`select p.payload::json as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'snapshot.frozen'`);
    expect(entry?.payload).toMatchObject({ effectiveOn: '2026-12-01', knownAt: opened.toISOString() });
  });

  it('leaves an organisation younger than the pack asks for without a level when it hands in', async () => {
    const rules = new PinnedRules(loadRulePacks());
    const handIn = async (code: string, establishedOn: string) => {
      await plane.sql.query(`update app.organisation_version set from_on = $2 where organisation_id = (select id from app.organisation where code = $1) and superseded_at is null`, [code, establishedOn]);
      return plane.uow.run(async (tx) => {
        const cycle = await tx.cycles.get(CYCLE);
        const unit = await tx.cycles.unitByCode(CYCLE, code);
        let own = (await tx.reviews.ofSubject(CYCLE, 'ORGANISATION', unit.organisationId))!;
        for (const state of ['WAITING_SUBORDINATES', 'SELF_RATED']) own = await tx.reviews.move(own, state);
        return [await handInOwn(tx, rules, cycle, unit, own), await tx.reviews.ofSubject(CYCLE, 'ORGANISATION', unit.organisationId)] as const;
      });
    };
    expect(await handIn('CB11', '2026-08-01')).toMatchObject([false, { state: 'NOT_RATED_NEW', nonLevel: 'NOT_RATED', nonLevelClause: expect.stringMatching(/.+/) }]);
    expect(await handIn('DB1', '2026-06-30')).toMatchObject([true, { state: 'SUBMITTED', nonLevel: null }]);
  });
});
