import { type SignedInClient } from '../api/api-under-test.js';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const DISCIPLINE = { form: 'Cảnh cáo', number: '15-QĐ/UBKT', inForceOn: '2026-11-10', selfDetected: false, remedied: false };

/** Results that another decision replaced, made again from the log: both values follow from it, and nothing else does. */
describe('recompute after appeals and re-evaluations', () => {
  let world: CaseWorld;
  let secretary: SignedInClient;
  const reviews: Record<string, string> = {};
  const differences = async () => (await world.recompute()).differences;
  /** A superuser's hand in the tables, taken back afterwards. */
  const tampered = async (table: string, where: string, column: string, value: string) => {
    const [row] = (await world.api.db.query(`select to_jsonb(${column}) as was from ${table} where ${where}`)).rows;
    await world.api.db.query(`update ${table} set ${column} = ${value} where ${where}`);
    const found = await differences();
    await world.api.db.query(`update ${table} t set ${column} = (jsonb_populate_record(t, jsonb_build_object('${column}', $1::jsonb))).${column} where ${where}`, [JSON.stringify(row.was)]);
    expect(await differences()).toEqual([]);
    return found;
  };

  beforeAll(async () => {
    world = await startCaseWorld();
    secretary = await world.as('CB12-03');
    const levels = { 'CB11-04': 1, 'CB11-06': 1, 'CB12-04': 1, 'CB11-05': 2, 'CB12-01': 2 } as const;
    await world.decide('DB1', 'CB11-02', ['CB11-02', 'CB11-03'], levels, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    for (const code of Object.keys(levels)) reviews[code] = await world.review('MEMBER', code);
  });
  afterAll(() => world?.stop());

  it('finds nothing before anything was changed', async () => {
    expect(await world.recompute()).toEqual({ levels: 5, candidates: false, differences: [] });
  });

  describe('of a granted appeal', () => {
    let caseId: string;
    beforeAll(async () => {
      caseId = await world.grant('CB11-05', reviews['CB11-05']!, 1, '09-QĐ/KHOI');
    });

    it('follows the decision that changed the level', async () => {
      expect((await world.api.db.query('select decided_level, ceiling from app.review where id = $1', [reviews['CB11-05']])).rows).toMatchObject([{ decided_level: 1 }]);
      expect(await world.recompute()).toMatchObject({ levels: 5, differences: [] });
    });

    it('names the level that somebody changed afterwards, and nothing else', async () => {
      const where = `id = '${reviews['CB11-05']}'`;
      // Back to the first decision's value, which the log tells of too.
      expect(await tampered('app.review', where, 'decided_level', '2')).toEqual([{ table: 'app.review', row: reviews['CB11-05'], path: '/decided_level', stored: 2, recomputed: 1 }]);
      expect(await tampered('app.review', where, 'decided_level', '3')).toEqual([{ table: 'app.review', row: reviews['CB11-05'], path: '/decided_level', stored: 3, recomputed: 1 }]);
      expect(await tampered('app.review', where, 'proof', `jsonb_set(proof, '{outcome}', '"LEVEL_4"')`)).toEqual([expect.objectContaining({ table: 'app.review', row: reviews['CB11-05'], path: '/proof/outcome', stored: 'LEVEL_4' })]);
    });

    it('holds both values and the quota of the decision against what is stored', async () => {
      const where = `id = '${caseId}'`;
      expect(await tampered('app.appeal_case', where, 'old_level', '3')).toEqual([{ table: 'app.appeal_case', row: caseId, path: '/old_level', stored: 3, recomputed: 2 }]);
      expect(await tampered('app.appeal_case', where, 'new_level', '2')).toEqual([{ table: 'app.appeal_case', row: caseId, path: '/new_level', stored: 2, recomputed: 1 }]);
      expect(await tampered('app.appeal_case', where, 'quota', `jsonb_set(quota, '{0,used}', '9')`)).toEqual([{ table: 'app.appeal_case', row: caseId, path: '/quota/0/used', stored: 9, recomputed: 4 }]);
      const decision = `number = '09-QĐ/KHOI'`;
      expect(await tampered('app.decision', decision, 'quota', `jsonb_set(quota, '{0,excess}', '0')`)).toEqual([expect.objectContaining({ table: 'app.decision', path: '/quota/0/excess', stored: 0 })]);
      expect(await tampered('app.decision', decision, 'reason', `'x'`)).toEqual([expect.objectContaining({ table: 'app.decision', path: '/reason', stored: 'x', recomputed: 'Theo kết quả xác minh' })]);
      const line = `decision_id = (select id from app.decision where ${decision})`;
      expect(await tampered('app.decision_line', line, 'level', '2')).toEqual([expect.objectContaining({ table: 'app.decision_line', path: '/level', stored: 2, recomputed: 1 })]);
    });
  });

  describe('of an appeal that takes a candidate away', () => {
    it('follows the case that was dropped with the year', async () => {
      await world.commend();
      expect(await world.recompute()).toMatchObject({ candidates: true, differences: [] });
      await world.grant('CB11-06', reviews['CB11-06']!, 2, '10-QĐ/KHOI');
      const [dropped] = (await world.api.db.query<{ id: string; state: string }>('select id, state from app.commendation_case where subject_id = $1', [await world.idOf('member', 'CB11-06')])).rows;
      expect(dropped?.state).toBe('DROPPED');
      expect(await differences()).toEqual([]);
      expect(await tampered('app.commendation_case', `id = '${dropped?.id}'`, 'state', `'APPROVED'`)).toEqual([{ table: 'app.commendation_case', row: dropped?.id, path: '/state', stored: 'APPROVED', recomputed: 'DROPPED' }]);
      expect(await tampered('app.commendation_case', `id = '${dropped?.id}'`, 'chain', `jsonb_set(chain, '{0,level}', '3')`)).toEqual([expect.objectContaining({ table: 'app.commendation_case', path: '/chain/0/level', stored: 3, recomputed: 1 })]);
    });
  });

  describe('of a closed year', () => {
    beforeAll(() => world.engine.closeCycle(CYCLE));
    const history = (code: string, state: string) => `review_id = '${reviews[code]}' and state = '${state}'`;

    it('follows an appeal through the history of the subject', async () => {
      expect(await differences()).toEqual([]);
      await world.grant('CB12-01', reviews['CB12-01']!, 3, '11-QĐ/KHOI');
      expect(await differences()).toEqual([]);
      expect(await tampered('app.rating_history', history('CB12-01', 'VALID'), 'level', '1')).toEqual([{ table: 'app.rating_history', row: reviews['CB12-01'], path: '/level', stored: 1, recomputed: 3 }]);
      expect(await tampered('app.rating_history', history('CB12-01', 'CORRECTED'), 'level', '1')).toEqual([{ table: 'app.rating_history', row: reviews['CB12-01'], path: '/superseded/0/level', stored: 1, recomputed: 2 }]);
    });

    it('follows a re-evaluation: the cancelled value, the recognised one, its decision and its quota', async () => {
      const subject = 'CB12-04';
      const caseId = (await secretary.send('POST', '/api/v1/reevaluations', { subjectKind: 'MEMBER', subject, year: 2026, discipline: DISCIPLINE, grounds: 'Vi phạm của năm 2026' })).json().caseId as string;
      await world.must(secretary.send('POST', `/api/v1/reevaluations/${caseId}/decision`, { number: '12-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Vi phạm bị kỷ luật', document: '15-QĐ/UBKT' }));
      expect(await world.recompute()).toMatchObject({ levels: 5, differences: [] });
      const review = reviews[subject];
      expect(await tampered('app.review', `id = '${review}'`, 'decided_level', '4')).toEqual([{ table: 'app.review', row: review, path: '/decided_level', stored: 4, recomputed: 1 }]);
      expect(await tampered('app.review', `id = '${review}'`, 'state', `'CLOSED'`)).toEqual([{ table: 'app.review', row: review, path: '/state', stored: 'CLOSED', recomputed: 'CANCELLED' }]);
      expect(await tampered('app.rating_history', history(subject, 'VALID'), 'level', '1')).toEqual([{ table: 'app.rating_history', row: review, path: '/level', stored: 1, recomputed: 4 }]);
      expect(await tampered('app.rating_history', history(subject, 'CANCELLED'), 'level', '4')).toEqual([{ table: 'app.rating_history', row: review, path: '/superseded/0/level', stored: 4, recomputed: 1 }]);
      expect(await tampered('app.reevaluation_case', `id = '${caseId}'`, 'new_level', '3')).toEqual([{ table: 'app.reevaluation_case', row: caseId, path: '/new_level', stored: 3, recomputed: 4 }]);
      expect(await tampered('app.decision', `number = '12-QĐ/KHOI'`, 'decided_on', `'2026-01-01'`)).toEqual([expect.objectContaining({ table: 'app.decision', path: '/decidedOn', stored: '2026-01-01', recomputed: '2026-11-27' })]);
      expect(await tampered('app.reevaluation_case', `id = '${caseId}'`, 'proof', `jsonb_set(proof, '{level}', '1')`)).toEqual([{ table: 'app.reevaluation_case', row: caseId, path: '/proof/level', stored: 1, recomputed: 4 }]);
    });
  });
});
