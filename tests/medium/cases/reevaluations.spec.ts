import { commendationWorkflowId, type BodyRef } from '@binhxet/contracts';
import { newSecretId } from '@binhxet/platform';
import { type SignedInClient } from '../api/api-under-test.js';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const DISCIPLINE = { form: 'Cảnh cáo', number: '15-QĐ/UBKT', inForceOn: '2026-11-10', selfDetected: false, remedied: false };
const DECISION = { number: '21-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Vi phạm năm 2024 bị kỷ luật, quyết định đã có hiệu lực', document: '15-QĐ/UBKT' };
const OPEN = { subjectKind: 'MEMBER', subject: 'CB11-04', year: 2024, discipline: DISCIPLINE, grounds: 'Vi phạm của năm 2024' };

/** Discipline found two years later for a year that was imported, and for one that was run here; every act through the API. */
describe('re-evaluations', () => {
  let world: CaseWorld;
  let secretary: SignedInClient;
  let caseId: string;
  const open = (client: SignedInClient, change: object = {}) => client.send('POST', '/api/v1/reevaluations', { ...OPEN, ...change });
  const act = (client: SignedInClient, id: string, what: string, body: unknown) => client.send('POST', `/api/v1/reevaluations/${id}/${what}`, body);
  const see = async (id: string) => (await secretary.get(`/api/v1/reevaluations/${id}`)).json();
  const awards = async (code: string) =>
    (await world.api.db.query(`select award_id, state, reason, revoked_number, revoked_by is not null as "byDecision" from app.commendation_case where subject_id = $1 order by award_id`, [await world.idOf('member', code)])).rows;
  const history = async (code: string, year: number) =>
    (await world.api.db.query('select level, state, decision_number, pack_id, source, label from app.rating_history where subject_id = $1 and year = $2 order by recorded_at, state', [await world.idOf('member', code), year])).rows;

  beforeAll(async () => {
    world = await startCaseWorld();
    secretary = await world.as('CB12-03');
    await world.decide('DB1', 'CB11-02', ['CB11-02', 'CB11-03'], { 'CB11-04': 1, 'CB11-06': 1, 'CB12-04': 1, 'CB11-05': 2, 'CB12-01': 2 }, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    for (const phase of ['REVIEW', 'CLASSIFICATION', 'COMMENDATION'] as const) await world.engine.recordPhase({ cycleId: CYCLE, orgId: await world.idOf('organisation', 'KHOI'), workflowId: `cycle:${CYCLE}` }, 'annualCycle', phase);
    // Five years 2022 to 2026 across three packs; one award is handed over, one decided, one still a candidate.
    await world.engine.deriveCandidates(CYCLE);
    const cases = (await world.api.db.query<{ id: string; code: string }>(`select k.id, m.code from app.commendation_case k join app.member m on m.id = k.subject_id where k.award_id = 'MEMBER_FIVE_YEARS' order by m.code`)).rows;
    expect(cases.map((one) => one.code)).toEqual(['CB11-04', 'CB11-06', 'CB12-04']);
    const advance = async (name: string, codes: readonly string[], more: object = {}) =>
      world.must(secretary.send('POST', `/api/v1/cycles/${CYCLE}/commendations/acts`, { act: name, caseIds: cases.filter((one) => codes.includes(one.code)).map((one) => one.id), ...more }));
    for (const name of ['NOMINATE', 'OPEN_DOSSIER', 'SUBMIT', 'VERIFY', 'APPROVE']) await advance(name, ['CB11-04', 'CB11-06']);
    await advance('ISSUE', ['CB11-04', 'CB11-06'], { number: '05-QĐKT/KHOI', decidedOn: '2026-11-25' });
    await advance('AWARD', ['CB11-04']);
  });
  afterAll(() => world?.stop());

  it.each<[string, object, string]>([
    ['a discipline that is not in force yet', { discipline: { ...DISCIPLINE, inForceOn: '2030-01-01' } }, 'REEVALUATION.NOT_IN_FORCE'],
    ['a year without a result', { year: 2012 }, 'REEVALUATION.NO_RESULT'],
    ['a subject nobody knows', { subject: 'CB99-01' }, 'ACCESS.NOT_FOUND'],
  ])('are refused for %s', async (_, change, code) => {
    expect((await open(secretary, change)).json()).toMatchObject({ code });
  });

  it.each([
    ['the committee below', 'CB11-02', 403],
    ['a member', 'CB11-05', 403],
    ['the subject', 'CB11-04', 403],
  ])('are not opened by %s', async (_, code, status) => {
    expect((await open(await world.as(code))).statusCode).toBe(status);
  });

  it('are opened by the direct superior, once for a year, and become its task', async () => {
    const answer = await open(secretary);
    expect(answer.statusCode).toBe(201);
    caseId = answer.json().caseId;
    expect((await open(secretary)).json()).toMatchObject({ code: 'REEVALUATION.OPEN_ALREADY' });
    const tasks = (await secretary.get('/api/v1/tasks?tab=mine')).json();
    expect(tasks.items.map((task: { kind: string; href: string }) => [task.kind, task.href])).toContainEqual(['HANDLE_REEVALUATION', `/api/v1/reevaluations/${caseId}`]);
    const starts = await world.api.db.query(`select target, payload from app.outbox where kind = 'START' and name = 'reevaluation'`);
    expect(starts.rows).toEqual([{ target: `reevaluation:${caseId}`, payload: expect.objectContaining({ cycleId: 'KHOI.2024', packId: 'P2023', year: 2024 }) }]);
    expect(await see(caseId)).toMatchObject({ state: 'OPENED', oldLevel: 1, packId: 'P2023', cycleId: null, authority: { code: 'KHOI' } });
  });

  it('are seen by nobody but its people', async () => {
    const status = async (code: string) => (await (await world.as(code)).get(`/api/v1/reevaluations/${caseId}`)).statusCode;
    expect([await status('CB12-06'), await status('CB12-02'), await status('CB11-02'), await status('CB11-04')]).toEqual([200, 200, 403, 403]);
  });

  it('take evidence from its people', async () => {
    expect((await act(await world.as('CB12-02'), caseId, 'evidence', { body: 'Kết luận kiểm tra', document: '12-KL/UBKT' })).statusCode).toBe(201);
    expect((await see(caseId)).evidence).toHaveLength(1);
  });

  it('are decided by the pack of that year: milder only where it was found and made good by the member', async () => {
    const inspector = await world.as('CB12-02');
    expect((await act(inspector, caseId, 'decision', DECISION)).statusCode).toBe(403);
    expect((await act(secretary, caseId, 'decision', { ...DECISION, level: 3 })).json()).toMatchObject({ code: 'REEVALUATION.NOT_WEIGHED', facts: { pack: 'P2023', old: 1 } });
    expect((await act(secretary, caseId, 'decision', { ...DECISION, number: ' ' })).statusCode).toBe(400);
    expect((await history('CB11-04', 2024)).map((row) => row.state)).toEqual(['VALID']);
  });

  it('cancel the old result, recognise the new one, and take back what rests on the year', async () => {
    const others = (await world.api.db.query(`select subject_id, year, level, state from app.rating_history where subject_id <> $1 order by 1, 2`, [await world.idOf('member', 'CB11-04')])).rows;
    expect((await act(secretary, caseId, 'decision', DECISION)).statusCode).toBe(201);
    expect(await history('CB11-04', 2024)).toEqual([
      expect.objectContaining({ level: 1, state: 'CANCELLED', source: 'IMPORTED' }),
      expect.objectContaining({ level: 4, state: 'VALID', source: 'CORRECTION', pack_id: 'P2023', decision_number: DECISION.number, label: 'Không hoàn thành nhiệm vụ' }),
    ]);
    expect(await awards('CB11-04')).toEqual([{ award_id: 'MEMBER_FIVE_YEARS', state: 'REVOKED', reason: DECISION.reason, revoked_number: DECISION.number, byDecision: false }]);
    expect((await awards('CB11-06'))[0]).toMatchObject({ state: 'DECISION_ISSUED' });
    expect((await world.api.db.query(`select subject_id, year, level, state from app.rating_history where subject_id <> $1 order by 1, 2`, [await world.idOf('member', 'CB11-04')])).rows).toEqual(others);
    expect(await see(caseId)).toMatchObject({ state: 'CLOSED', oldLevel: 1, newLevel: 4, decision: { number: DECISION.number, id: null }, revoked: [{ award: 'MEMBER_FIVE_YEARS', before: 'AWARDED', after: 'REVOKED' }] });
    expect((await act(secretary, caseId, 'decision', { ...DECISION, number: '99' })).json()).toMatchObject({ code: 'REEVALUATION_CASE.ILLEGAL_MOVE' });
  });

  it('show in the chain which year broke it, and give no candidate afterwards', async () => {
    const chain = (await secretary.get(`/api/v1/cycles/${CYCLE}/commendations/chain?subjectKind=MEMBER&subject=CB11-04`)).json();
    expect(chain.items.find((one: { awardId: string }) => one.awardId === 'MEMBER_FIVE_YEARS')).toMatchObject({ complete: false, length: 2, brokenBy: { year: 2024, status: 'CANCELLED' } });
    await world.engine.deriveCandidates(CYCLE);
    expect((await awards('CB11-04')).map((row) => row.state)).toEqual(['REVOKED']);
  });

  it('stand in the log, each entry pointing back to the one it corrects', async () => {
    const [opened, decided] = [...(await world.entries('reevaluation.opened')), ...(await world.entries('reevaluation.decided'))];
    expect(opened).toMatchObject({ prevType: 'import.recorded' });
    expect(decided).toMatchObject({ prevType: 'import.recorded', payload: { cancelled: { level: 1 }, recognised: { level: 4 }, pack: 'P2023', year: 2024 } });
    expect(await world.entries('commendation.revoked')).toMatchObject([{ prevType: 'commendation.advanced', payload: { because: decided?.id, year: 2024 } }]);
    expect((await world.entries('reevaluation.closed'))[0]).toMatchObject({ prevType: 'reevaluation.decided' });
  });

  it('drop an open candidate, and tell the commendation when it was the last one', async () => {
    const next = (await open(secretary, { subject: 'CB12-04', year: 2023, discipline: { ...DISCIPLINE, selfDetected: true, remedied: true } })).json().caseId;
    // Weighed: found and made good by the member, and the pack of that year allows it.
    expect((await act(secretary, next, 'decision', { ...DECISION, level: 3 })).json()).toMatchObject({ code: 'DECISION.NUMBER_TAKEN' });
    expect((await act(secretary, next, 'decision', { ...DECISION, number: '22-QĐ/KHOI', level: 3 })).statusCode).toBe(201);
    expect(await history('CB12-04', 2023)).toMatchObject([{ state: 'CANCELLED' }, { level: 3, state: 'VALID' }]);
    expect(await awards('CB12-04')).toMatchObject([{ state: 'DROPPED', reason: DECISION.reason }]);
    const signals = () => world.api.db.query(`select target from app.outbox where kind = 'SIGNAL' and name = 'resultDecided' and target = $1`, [commendationWorkflowId(CYCLE)]);
    expect((await signals()).rows).toEqual([]); // one award is still to be handed over
    const last = (await open(secretary, { subject: 'CB11-06', year: 2022 })).json().caseId;
    expect((await act(secretary, last, 'decision', { ...DECISION, number: '23-QĐ/KHOI' })).statusCode).toBe(201);
    expect((await awards('CB11-06')).map((row) => row.state)).toEqual(['REVOKED']);
    expect((await signals()).rows).toHaveLength(1);
  });

  it('are dismissed with a reason, and the year stands', async () => {
    const next = (await open(secretary, { subject: 'CB11-06', year: 2025 })).json().caseId;
    expect((await act(secretary, next, 'dismissal', { reason: 'Vi phạm không thuộc năm 2025' })).statusCode).toBe(200);
    expect((await see(next)).state).toBe('CLOSED');
    expect(await history('CB11-06', 2025)).toMatchObject([{ level: 1, state: 'VALID' }]);
    expect((await act(secretary, next, 'evidence', { body: 'x' })).json()).toMatchObject({ code: 'REEVALUATION.NOT_OPEN' });
  });

  describe('of a year that was run here', () => {
    it('wait until the year is closed', async () => {
      await world.api.db.query(`insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, source, cycle_id, review_id)
        select gen_random_uuid(), 'MEMBER', subject_id, 2027, 'P2025', 1, 'CYCLE', cycle_id, id from app.review where id = $1`, [await world.review('MEMBER', 'CB11-06')]);
      expect((await open(secretary, { subject: 'CB11-06', year: 2027 })).json()).toMatchObject({ code: 'REEVALUATION.YEAR_OPEN', facts: { state: 'NOTIFIED' } });
      await world.api.db.query(`delete from app.rating_history where year = 2027`);
    });

    it('cancel the review, record a decision and count the quota of the year again, for information', async () => {
      const reviewId = await world.review('MEMBER', 'CB11-06');
      await world.engine.closeCycle(CYCLE);
      const year = (await open(secretary, { subject: 'CB11-06', year: 2026 })).json().caseId;
      const answer = await act(secretary, year, 'decision', { ...DECISION, number: '24-QĐ/KHOI' });
      expect(answer.statusCode).toBe(201);
      const { decisionId } = answer.json();
      const [review] = (await world.api.db.query('select state, decided_level, note from app.review where id = $1', [reviewId])).rows;
      expect(review).toEqual({ state: 'CANCELLED', decided_level: 1, note: DECISION.reason }); // the old value stays
      expect(await history('CB11-06', 2026)).toMatchObject([{ level: 1, state: 'CANCELLED', source: 'CYCLE' }, { level: 4, state: 'VALID', decision_number: '24-QĐ/KHOI' }]);
      const view = await see(year);
      expect(view).toMatchObject({ cycleId: CYCLE, decision: { id: decisionId }, quota: [{ subject: 'MEMBER', used: 2 }] });
      expect((await world.entries('reevaluation.decided')).at(-1)).toMatchObject({ prevType: 'decision.issued', payload: { decision: decisionId } });
      const shown = (await (await world.as('CB11-06')).get(`/api/v1/reviews/${reviewId}`)).json();
      expect(shown.decisions.map((one: { number: string; level: number }) => [one.number, one.level])).toEqual([
        ['01-QĐ/DB1', 1],
        ['24-QĐ/KHOI', 4],
      ]);
    });

    it('are not decided twice by one command', async () => {
      const year = (await open(secretary, { subject: 'CB12-04', year: 2026 })).json().caseId;
      const commandId = newSecretId();
      const body: BodyRef = { cycleId: CYCLE, orgId: await world.idOf('organisation', 'KHOI'), workflowId: `reevaluation:${year}` };
      const actor = { accountId: secretary.accountId, memberId: await world.idOf('member', 'CB12-03'), capacities: [] };
      await world.uow.run((tx) => tx.commands.insert({ id: commandId, name: 'decideReevaluation', cycleId: CYCLE, organisationId: body.orgId, workflowId: body.workflowId, actor, payload: { ...DECISION, number: '25-QĐ/KHOI' } }, new Date()));
      const first = await world.engine.decideReevaluation(body, { commandId, caseId: year });
      expect(await world.engine.decideReevaluation(body, { commandId, caseId: year })).toEqual(first);
      await expect(world.engine.dismissReevaluation(body, { commandId, caseId: year })).resolves.toEqual(first);
    });
  });
});
