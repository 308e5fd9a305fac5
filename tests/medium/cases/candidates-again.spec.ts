import { loadRulePacks } from '@binhxet/rule-packs';
import { type SignedInClient } from '../api/api-under-test.js';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const AWARD = 'MEMBER_FIVE_YEARS';

/** A level that an appeal changes while the commendations run, and after they are over: who qualifies follows, every act through the API. */
describe('candidates after a result was decided anew', () => {
  let world: CaseWorld;
  let secretary: SignedInClient;
  const reviews: Record<string, string> = {};
  const list = async () => (await secretary.get(`/api/v1/cycles/${CYCLE}/commendations?award=${AWARD}`)).json().items as { id: string; state: string; chain: { year: number; level: number; status: string }[]; subject: { code: string } }[];
  const states = async () => Object.fromEntries((await list()).map((one) => [one.subject.code, one.state]));
  const nearMisses = async () => (await secretary.get(`/api/v1/cycles/${CYCLE}/commendations/near-misses?award=${AWARD}`)).json().items.map((one: { subject: { code: string }; brokenYear: number }) => [one.subject.code, one.brokenYear]);
  const derived = () => world.entries('commendation.derived');
  const starts = async () => (await world.api.db.query<{ target: string; payload: object }>(`select target, payload from app.outbox where kind = 'START' and name = 'commendation'`)).rows;
  const nominations = async () => (await secretary.get('/api/v1/tasks?tab=mine')).json().items.filter((task: { kind: string }) => task.kind === 'NOMINATE');

  beforeAll(async () => {
    world = await startCaseWorld();
    secretary = await world.as('CB12-03');
    // Three people with four years at the first level before; two of them miss the fifth by this year's decision.
    const levels = { 'CB11-04': 2, 'CB11-06': 1, 'CB12-04': 2, 'CB11-05': 2 } as const;
    await world.decide('DB1', 'CB11-02', ['CB11-02', 'CB11-03'], levels, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    for (const code of Object.keys(levels)) reviews[code] = await world.review('MEMBER', code);
    await world.commend();
  });
  afterAll(() => world?.stop());

  it('are as the first decision left them', async () => {
    expect(await states()).toEqual({ 'CB11-06': 'CANDIDATE' });
    expect(await nearMisses()).toEqual(expect.arrayContaining([['CB11-04', 2026], ['CB12-04', 2026]]));
    expect(await nominations()).toHaveLength(1);
  });

  it('gain who qualifies by the raised level, derived and in the log; who was one year short is it no more', async () => {
    const before = await derived();
    await world.grant('CB11-04', reviews['CB11-04']!, 1, '09-QĐ/KHOI');
    expect(await states()).toEqual({ 'CB11-04': 'CANDIDATE', 'CB11-06': 'CANDIDATE' });
    const added = (await list()).find((one) => one.subject.code === 'CB11-04')!;
    expect(added.chain.map(({ year, level }) => [year, level])).toEqual([2026, 2025, 2024, 2023, 2022].map((year) => [year, 1]));
    expect(await nearMisses()).toEqual([['CB12-04', 2026]]);
    const [entry, ...others] = (await derived()).slice(before.length);
    const [, decision] = await world.entries('decision.issued');
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ prev: decision?.id, prevType: 'decision.issued', payload: { because: decision?.id, year: 2026, cases: [{ case: added.id, award: AWARD, kind: 'MEMBER', subject: await world.idOf('member', 'CB11-04') }], nearMisses: [] } });
    // The commendation is under way: its leaders have their task, its workflow runs.
    expect(await nominations()).toHaveLength(1);
    expect(await starts()).toEqual([]);
    expect(await world.recompute()).toMatchObject({ candidates: true, differences: [] });
  });

  it('are acted on like the others', async () => {
    const caseIds = (await list()).filter((one) => one.subject.code === 'CB11-04').map((one) => one.id);
    for (const act of ['NOMINATE', 'OPEN_DOSSIER', 'SUBMIT']) await world.must(secretary.send('POST', `/api/v1/cycles/${CYCLE}/commendations/acts`, { act, caseIds }));
    expect(await states()).toMatchObject({ 'CB11-04': 'SUBMITTED' });
  });

  it('lose who does not qualify by the lowered level, with the chain built on it', async () => {
    await world.grant('CB11-06', reviews['CB11-06']!, 2, '10-QĐ/KHOI');
    expect(await states()).toMatchObject({ 'CB11-06': 'DROPPED' });
    const explained = (await secretary.get(`/api/v1/cycles/${CYCLE}/commendations/chain?subjectKind=MEMBER&subject=CB11-06`)).json();
    expect(explained.items.find((one: { awardId: string }) => one.awardId === AWARD)).toMatchObject({ complete: false, brokenBy: { year: 2026 } });
    expect(await nearMisses()).toEqual(expect.arrayContaining([['CB11-06', 2026], ['CB12-04', 2026]]));
    expect((await world.entries('commendation.advanced')).at(-1)).toMatchObject({ prevType: 'commendation.derived', payload: { act: 'DROP', year: 2026, cases: [{ after: 'DROPPED' }] } });
    expect(await world.recompute()).toMatchObject({ differences: [] });
  });

  it('gain back who lost the year, once it counts again: another case, the old one stays as it ended', async () => {
    await world.grant('CB11-06', reviews['CB11-06']!, 1, '14-QĐ/KHOI', 'CB12-04');
    const both = (await list()).filter((one) => one.subject.code === 'CB11-06').map((one) => one.state);
    expect(both.sort()).toEqual(['CANDIDATE', 'DROPPED']);
    await world.engine.deriveCandidates(CYCLE); // tried again: nobody twice
    expect((await list()).filter((one) => one.subject.code === 'CB11-06')).toHaveLength(2);
    expect(await world.recompute()).toMatchObject({ differences: [] });
    await world.grant('CB11-06', reviews['CB11-06']!, 2, '15-QĐ/KHOI', 'CB12-03');
    expect((await list()).filter((one) => one.subject.code === 'CB11-06').map((one) => one.state)).toEqual(['DROPPED', 'DROPPED']);
    expect(await world.recompute()).toMatchObject({ differences: [] });
  });

  it('are not typed: a level that qualifies for nothing adds none', async () => {
    const before = (await derived()).length;
    await world.grant('CB11-05', reviews['CB11-05']!, 1, '11-QĐ/KHOI');
    expect(Object.keys(await states()).sort()).toEqual(['CB11-04', 'CB11-06']);
    expect(await derived()).toHaveLength(before);
  });

  describe('once the commendations are over and the year is closed', () => {
    beforeAll(async () => {
      const caseIds = (await list()).filter((one) => one.state === 'SUBMITTED').map((one) => one.id);
      await world.must(secretary.send('POST', `/api/v1/cycles/${CYCLE}/commendations/acts`, { act: 'VERIFY', caseIds }));
      await world.must(secretary.send('POST', `/api/v1/cycles/${CYCLE}/commendations/acts`, { act: 'REJECT', caseIds, reason: 'Hồ sơ không đủ' }));
      await world.closeYear();
    });

    it('a raised level opens them again: candidate, task, and the workflow runs once more', async () => {
      expect(await nominations()).toEqual([]);
      await world.grant('CB12-04', reviews['CB12-04']!, 1, '12-QĐ/KHOI');
      expect(await states()).toEqual({ 'CB11-04': 'REJECTED', 'CB11-06': 'DROPPED', 'CB12-04': 'CANDIDATE' });
      expect(await nominations()).toHaveLength(1);
      expect(await starts()).toEqual([{ target: `commendation:${CYCLE}`, payload: expect.objectContaining({ cycleId: CYCLE, orgCode: 'KHOI', again: true }) }]);
      // What its workflow does first: nothing new, and what was settled stays as it is.
      expect(await world.engine.deriveCandidates(CYCLE)).toEqual({ candidates: 1 });
      expect(await states()).toEqual({ 'CB11-04': 'REJECTED', 'CB11-06': 'DROPPED', 'CB12-04': 'CANDIDATE' });
      expect(await world.recompute()).toMatchObject({ differences: [] });
    });

    it('and a re-evaluation of that year takes the new candidate away again', async () => {
      const discipline = { form: 'Cảnh cáo', number: '15-QĐ/UBKT', inForceOn: '2026-11-10', selfDetected: false, remedied: false };
      const { caseId } = (await secretary.send('POST', '/api/v1/reevaluations', { subjectKind: 'MEMBER', subject: 'CB12-04', year: 2026, discipline, grounds: 'Vi phạm của năm 2026' })).json();
      await world.must(secretary.send('POST', `/api/v1/reevaluations/${caseId}/decision`, { number: '13-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Vi phạm bị kỷ luật', document: '15-QĐ/UBKT' }));
      expect(await states()).toMatchObject({ 'CB12-04': 'DROPPED' });
      expect(await nominations()).toEqual([]);
      const told = await world.api.db.query(`select target from app.outbox where kind = 'SIGNAL' and name = 'resultDecided' and target = 'commendation:${CYCLE}'`);
      expect(told.rows).toHaveLength(1); // nobody waits for an act any more
      expect(await world.recompute()).toMatchObject({ differences: [] });
    });
  });
});

/** The shipped rules, with an award that also the second level carries. */
function milderRules(): object {
  const shipped = loadRulePacks().inForce('commendation-rules', '2026-11-01').content;
  return { ...shipped, id: 'CRTEST', inForceFrom: '2026-01-01', awards: shipped.awards.map((award) => (award.id === AWARD ? { ...award, level: { ...award.level, value: 2 } } : award)) };
}

describe('a case that the lowered level still carries', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await startCaseWorld({}, { 'commendation.json': milderRules() });
    await world.decide('DB1', 'CB11-02', ['CB11-02'], { 'CB11-04': 1 }, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    await world.commend();
  });
  afterAll(() => world?.stop());

  it('stands, and its chain says what the year is now', async () => {
    const one = async () => (await world.api.db.query<{ id: string; state: string; chain: { year: number; level: number }[] }>('select id, state, chain from app.commendation_case where award_id = $1', [AWARD])).rows;
    const [before] = await one();
    expect(before?.chain[0]).toMatchObject({ year: 2026, level: 1 });
    await world.grant('CB11-04', await world.review('MEMBER', 'CB11-04'), 2, '09-QĐ/KHOI');
    const [after] = await one();
    expect(after).toMatchObject({ id: before?.id, state: 'CANDIDATE' });
    expect(after?.chain.map(({ year, level }) => [year, level])).toEqual([[2026, 2], [2025, 1], [2024, 1], [2023, 1], [2022, 1]]);
    expect((await world.entries('commendation.derived')).at(-1)).toMatchObject({ prevType: 'decision.issued', payload: { year: 2026, cases: [{ case: before?.id, award: AWARD }] } });
    expect(await world.recompute()).toMatchObject({ candidates: true, differences: [] });
  });
});
