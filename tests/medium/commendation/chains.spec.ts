import { ExplainChainService, PinnedRules } from '@binhxet/application';
import { PgCommendationReader } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { withClient } from '@binhxet/platform/servers';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';

const CYCLE = 'KHOI.2023';
const YEARS = [2019, 2020, 2021, 2022];

/** Five rating years, four under one pack and the last under the next: who gets the five-year award, who is one year short, and why. */
describe('chains of years', () => {
  let plane: DataPlane;
  const member = async (code: string) => (await plane.sql.query<{ id: string }>('select id from app.member where code = $1', [code]))[0]!.id;
  const year = (kind: string, subject: string, of: number, level: number | null, more: { nonLevel?: string; state?: string } = {}) =>
    plane.sql.query(
      `insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, non_level, source, state) values ($1, $2, $3, $4, 'P2019', $5, $6, 'IMPORTED', $7)`,
      [newId(), kind, subject, of, level, more.nonLevel ?? null, more.state ?? 'VALID'],
    );
  const years = async (kind: string, subject: string, ...of: number[]) => {
    for (const one of of) await year(kind, subject, one, 1);
  };
  const decide = (subjectId: string, level: number) => plane.sql.query(`update app.review set state = 'NOTIFIED', decided_level = $2 where cycle_id = '${CYCLE}' and subject_id = $1`, [subjectId, level]);
  const organisation = async (code: string, from: string, to: string | null, lineageOf: string | null, role = 'SUBORDINATE_CELL') => {
    const [known] = await plane.sql.query<{ id: string }>('select id from app.organisation where code = $1', [code]);
    const id = known?.id ?? newId();
    if (!known) await plane.sql.query('insert into app.organisation (id, code) values ($1, $2)', [id, code]);
    await plane.sql.query(
      `insert into app.organisation_version (organisation_id, from_on, to_on, name, role, parent_id, lineage_of) values ($1, $2, $3, $4, $5, $6, $7)`,
      [id, from, to, `Chi bộ thử nghiệm ${code}`, role, await plane.organisationId('DB1'), lineageOf],
    );
    return id;
  };

  const knownSince = (on: string) =>
    withClient(plane.superuserUrl, async (client) => {
      for (const table of ['organisation_version', 'membership', 'post']) {
        await client.query(`alter table app.${table} disable trigger user`);
        await client.query(`update app.${table} set recorded_at = $1`, [on]);
        await client.query(`alter table app.${table} enable trigger user`);
      }
    });

  beforeAll(async () => {
    plane = await startDataPlane('chains', { cells: 2, membersPerCell: 7 });
    plane.time.now = new Date('2023-12-01T02:00:00Z');
    const [khoi, db1] = [await plane.organisationId('KHOI'), await plane.organisationId('DB1')];
    // The former code of a cell that only took another; and two that merged.
    const former = await organisation('CU', '2015-01-01', '2021-02-28', null);
    const renamed = await organisation('MOI', '2021-03-01', null, former);
    const [a, b] = [await organisation('HN1', '2015-01-01', '2021-06-30', null), await organisation('HN2', '2015-01-01', '2021-06-30', null)];
    const merged = await organisation('HN', '2021-07-01', '2021-12-31', a);
    await organisation('HN', '2022-01-01', null, b);
    for (const above of [khoi, db1]) await plane.sql.query('insert into app.organisation_closure select $1, id, 1 from unnest($2::uuid[]) as n(id)', [above, [renamed, merged]]);
    // What the rows say was known long before the cycle opens.
    await knownSince('2015-01-01');
    await plane.openCycles.open(await plane.as('CB11-01'), { superiorCode: 'KHOI', period: '2023', clock: 'REAL', rules: {}, settings: plane.settings, plan: {}, simulated: true });
    await plane.engine.freezeCycle(CYCLE);

    for (const code of ['CB11-01', 'CB11-02', 'CB11-03', 'CB11-04', 'CB11-05', 'CB12-01', 'CB12-02']) await decide(await member(code), 1);
    await years('MEMBER', await member('CB11-01'), ...YEARS); // five years
    await years('MEMBER', await member('CB11-02'), 2019, 2020, 2022);
    await year('MEMBER', await member('CB11-02'), 2021, 2); // good in 2021
    await years('MEMBER', await member('CB12-03'), ...YEARS);
    await decide(await member('CB12-03'), 2); // not in 2023
    await years('MEMBER', await member('CB11-03'), 2019, 2021, 2022);
    await year('MEMBER', await member('CB11-03'), 2020, 1, { state: 'CANCELLED' });
    await year('MEMBER', await member('CB11-03'), 2020, 4); // 2020 cancelled
    await years('MEMBER', await member('CB11-04'), 2020, 2021, 2022);
    await year('MEMBER', await member('CB11-04'), 2019, null, { nonLevel: 'NOT_RATED' }); // admitted less than six months before
    await years('MEMBER', await member('CB11-05'), 2020, 2021, 2022); // 2019 unknown
    await years('MEMBER', await member('CB12-01'), ...YEARS); // moved between organisations
    await plane.sql.query(`update app.membership set from_on = '2022-01-01' where member_id = $1`, [await member('CB12-01')]);
    await plane.sql.query(`insert into app.membership (id, member_id, organisation_id, from_on, to_on) values ($1, $2, $3, '2015-01-01', '2021-12-31')`, [newId(), await member('CB12-01'), await plane.organisationId('CB11')]);
    await years('MEMBER', await member('CB12-02'), 2022);

    for (const id of [renamed, merged]) await decide(id, 1);
    await years('ORGANISATION', former, 2019, 2020);
    await years('ORGANISATION', renamed, 2021, 2022);
    for (const id of [a, b]) await years('ORGANISATION', id, 2019, 2020);
    await years('ORGANISATION', merged, 2021, 2022);
    await plane.engine.deriveCandidates(CYCLE);
  });
  afterAll(() => plane.stop());

  it('gives the award to five years across two packs, also to who moved, and to nobody one year short', async () => {
    const rows = await plane.sql.query<{ code: string; packs: string }>(
      `select m.code, (select string_agg(distinct link->>'pack', '+' order by link->>'pack') from jsonb_array_elements(k.chain) link) as packs
       from app.commendation_case k join app.member m on m.id = k.subject_id where k.award_id = 'MEMBER_FIVE_YEARS' order by m.code`,
    );
    expect(rows).toEqual([
      { code: 'CB11-01', packs: 'P2019+P2023' },
      { code: 'CB12-01', packs: 'P2019+P2023' },
    ]);
  });

  it('names for each near miss the year that broke the chain and why', async () => {
    const { items } = await new PgCommendationReader(plane.sql).nearMisses(CYCLE, { rootIds: null }, { limit: 50, after: null });
    expect(items.filter((row) => row.awardId === 'MEMBER_FIVE_YEARS').map((row) => [row.subject.code, row.brokenYear, row.brokenStatus])).toEqual([
      ['CB11-02', 2021, 'LOWER'],
      ['CB11-03', 2020, 'CANCELLED'],
      ['CB11-04', 2019, 'NON_LEVEL'],
      ['CB11-05', 2019, 'GAP'],
      ['CB12-03', 2023, 'LOWER'],
    ]);
    expect(items[0]?.chain).toHaveLength(5);
  });

  it('keeps the near misses out of the cases, and writes them once', async () => {
    await plane.engine.deriveCandidates(CYCLE);
    const [count] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from app.commendation_near_miss where award_id = 'MEMBER_FIVE_YEARS'`);
    expect(count?.n).toBe(5);
    const [entry] = await plane.sql.query<{ payload: string }>(
      `select p.payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'commendation.derived' order by e.recorded_at limit 1`,
    );
    expect(JSON.parse(entry!.payload)).toMatchObject({ nearMisses: expect.arrayContaining([expect.objectContaining({ year: 2021, status: 'LOWER' })]) });
  });

  describe('of organisations', () => {
    const explain = async (code: string) => new ExplainChainService(plane.uow, new PinnedRules(loadRulePacks())).explain(CYCLE, 'ORGANISATION', await plane.organisationId(code));

    it('keep the years of a former code, and begin anew after a merger', async () => {
      const rows = await plane.sql.query<{ code: string; chain: { year: number; subject: string }[] }>(
        `select o.code, k.chain from app.commendation_case k join app.organisation o on o.id = k.subject_id where k.award_id = 'CELL_FIVE_YEARS'`,
      );
      expect(rows.map((row) => row.code)).toEqual(['MOI']);
      const former = await plane.organisationId('CU');
      expect(rows[0]?.chain.filter((link) => link.subject === former).map((link) => link.year)).toEqual([2020, 2019]);
      expect((await explain('HN')).find((one) => one.awardId === 'CELL_FIVE_YEARS')).toMatchObject({ complete: false, length: 2, brokenBy: { year: 2021, status: 'NEW_CHAIN' } });
    });

    it('lose an award when a year of the former code is cancelled', async () => {
      const resting = await plane.uow.run(async (tx) => tx.commendations.restingOn('ORGANISATION', await plane.organisationId('CU'), 2020));
      expect(resting.map((row) => row.awardId)).toEqual(['CELL_FIVE_YEARS']);
    });

    it('show what is not confirmed as such and derive nothing from it', async () => {
      expect((await explain('DB1')).map(({ awardId, years, complete, links }) => [awardId, years, complete, links.length])).toEqual([
        ['ORG_YEAR', 1, false, 1],
        ['ORG_FIVE_YEARS', 5, false, 0],
      ]);
    });

    it('reads lineage out of the tree: a new code goes on, two into one are a merger', async () => {
      const links = await plane.uow.run(async (tx) => tx.lineage.before([await plane.organisationId('MOI'), await plane.organisationId('HN')]));
      expect(links.map(({ kind, on }) => [kind, on])).toEqual([
        ['RENAME', '2021-03-01'],
        ['MERGE', '2021-07-01'],
        ['MERGE', '2022-01-01'],
      ]);
    });
  });

  it('refuses to explain who is not under review', async () => {
    const chains = new ExplainChainService(plane.uow, new PinnedRules(loadRulePacks()));
    await expect(chains.explain(CYCLE, 'MEMBER', newId())).rejects.toMatchObject({ code: 'REVIEW.NOT_FOUND' });
  });
});
