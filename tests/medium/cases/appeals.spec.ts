import { type SignedInClient } from '../api/api-under-test.js';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const GROUNDS = 'Đã hoàn thành thêm hai nhiệm vụ chưa được tính';
const MEMBERS = { 'CB11-04': 1, 'CB11-05': 2, 'CB11-06': 1, 'CB11-03': 2, 'CB12-01': 2, 'CB12-02': 2, 'CB12-03': 2, 'CB12-04': 2, 'CB12-05': 2, 'CB12-06': 2 } as const;
const DECISION = { number: '09-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Hồ sơ cho thấy hai nhiệm vụ hoàn thành vượt mức', document: 'BC-07' };

/** An appeal that changes a level at the quota's edge, every act through the API. */
describe('appeals', () => {
  let world: CaseWorld;
  let subject: SignedInClient;
  let secretary: SignedInClient;
  let deputy: SignedInClient;
  let inspector: SignedInClient;
  let reviewId: string;
  let caseId: string;
  const file = (client: SignedInClient, id: string, kind = 'COMPLAINT') => client.send('POST', `/api/v1/reviews/${id}/appeals`, { kind, grounds: GROUNDS });
  const act = (client: SignedInClient, id: string, what: string, body: unknown = {}) => client.send('POST', `/api/v1/appeals/${id}/${what}`, what === 'admit' || what === 'withdraw' ? undefined : body);
  const see = async (client: SignedInClient, id: string) => (await client.get(`/api/v1/appeals/${id}`)).json();
  const state = async (id: string) => (await world.api.db.query<{ state: string; decided_level: number }>('select state, decided_level from app.review where id = $1', [id])).rows[0];

  beforeAll(async () => {
    world = await startCaseWorld({ 'appeal.handlingWorkingDays': 20 });
    [subject, secretary, deputy, inspector] = await Promise.all([world.as('CB11-05'), world.as('CB12-03'), world.as('CB12-04'), world.as('CB12-02')]);
    reviewId = await world.review('MEMBER', 'CB11-05');
    await world.decide('DB1', 'CB11-02', ['CB11-02', 'CB11-03', 'CB12-05'], MEMBERS, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
  });
  afterAll(() => world?.stop());

  it('is not taken before there is a notified result', async () => {
    expect((await file(subject, await world.review('MEMBER', 'CB11-01'))).json()).toMatchObject({ code: 'APPEAL.RESULT_NOT_NOTIFIED', facts: { state: 'NOT_STARTED' } });
  });

  it('is filed by the subject, goes to the direct superior as a task, and starts its workflow', async () => {
    const answer = await file(subject, reviewId);
    expect(answer.statusCode).toBe(201);
    caseId = answer.json().caseId;
    const tasks = (await secretary.get('/api/v1/tasks?tab=mine')).json();
    expect(tasks.items.map((task: { kind: string; href: string; dueAt: string | null }) => [task.kind, task.href, task.dueAt !== null])).toContainEqual(['HANDLE_APPEAL', `/api/v1/appeals/${caseId}`, true]);
    const outbox = await world.api.db.query<{ target: string; payload: object }>(`select target, payload from app.outbox where kind = 'START' and name = 'appeal'`);
    expect(outbox.rows).toEqual([{ target: `appeal:${caseId}`, payload: expect.objectContaining({ caseId, orgCode: 'KHOI', cycleId: CYCLE }) }]);
    expect(JSON.stringify(outbox.rows)).not.toContain(GROUNDS);
  });

  it('is under way once for a result', async () => {
    expect((await file(await world.as('CB11-04'), reviewId)).json()).toMatchObject({ code: 'APPEAL.OPEN_ALREADY' });
  });

  it('shows a window that is not confirmed as having no end', async () => {
    expect((await see(subject, caseId)).window).toEqual({ days: null, lastOn: null });
  });

  it.each([
    ['the committee that decided', 'CB11-02', 404],
    ['the secretary of the cell', 'CB11-01', 404],
    ['a colleague', 'CB11-06', 404],
    ['the subject', 'CB11-05', 200],
    ['the office of the superior', 'CB12-06', 200],
  ])('is seen by %s (%s): %i', async (_, code, status) => {
    expect((await (await world.as(code)).get(`/api/v1/appeals/${caseId}`)).statusCode).toBe(status);
  });

  it('lists what is mine and what I handle', async () => {
    const list = async (client: SignedInClient, box: string) => (await client.get(`/api/v1/appeals?box=${box}`)).json().items.map((one: { id: string }) => one.id);
    expect(await list(subject, 'mine')).toEqual([caseId]);
    expect(await list(subject, 'handled')).toEqual([]);
    expect(await list(secretary, 'handled')).toEqual([caseId]);
    expect(await list(await world.as('CB11-02'), 'handled')).toEqual([]);
  });

  it('flags the result as looked at once it is admitted', async () => {
    expect((await see(secretary, caseId)).allowedActions.map((action: { id: string }) => action.id)).toEqual(['ADMIT', 'FORWARD', 'REJECT', 'ADD_EVIDENCE']);
    expect((await act(secretary, caseId, 'admit')).statusCode).toBe(200);
    expect(await state(reviewId)).toEqual({ state: 'UNDER_APPEAL', decided_level: 2 });
    expect((await act(secretary, caseId, 'admit')).json()).toMatchObject({ code: 'APPEAL_CASE.ILLEGAL_MOVE', facts: { from: 'ADMITTED' } });
  });

  it('is not judged by who decided, is concerned or holds no post with the authority', async () => {
    const panel = (chair: string, ...members: string[]) => act(secretary, caseId, 'panel', { chair, members });
    expect((await panel('CB12-05', 'CB11-05', 'CB11-06', 'CB12-02')).json()).toMatchObject({
      code: 'APPEAL.PANEL_REFUSED',
      errors: [
        { pointer: '/panel/0', code: 'APPEAL.DECIDED_BEFORE' },
        { pointer: '/panel/1', code: 'APPEAL.IS_SUBJECT' },
        { pointer: '/panel/2', code: 'APPEAL.NOT_OF_AUTHORITY' },
      ],
    });
    expect((await panel('CB99-01')).json()).toMatchObject({ code: 'ACCOUNT.MEMBER_UNKNOWN' });
    expect((await act(await world.as('CB11-02'), caseId, 'panel', { chair: 'CB12-02' })).statusCode).toBe(404);
    expect((await panel('CB12-06', 'CB12-02')).statusCode).toBe(200);
  });

  it('takes evidence from the filer and the panel, which the filer sees only of the own', async () => {
    expect((await act(subject, caseId, 'evidence', { body: 'Báo cáo kết quả quý IV', document: 'BC-01' })).statusCode).toBe(201);
    expect((await act(inspector, caseId, 'evidence', { body: 'Biên bản làm việc' })).statusCode).toBe(201);
    expect((await see(secretary, caseId)).evidence).toHaveLength(2);
    expect((await see(subject, caseId)).evidence.map((one: { body: string }) => one.body)).toEqual(['Báo cáo kết quả quý IV']);
    expect(JSON.stringify(await world.entries('appeal.evidence-added'))).not.toContain('quý IV');
  });

  it('lets a member of the panel step aside, who is not appointed again', async () => {
    const office = await world.as('CB12-06');
    expect((await act(office, caseId, 'conflict', { reason: 'Là người thân của đảng viên' })).statusCode).toBe(200);
    expect((await act(secretary, caseId, 'panel', { chair: 'CB12-06' })).json()).toMatchObject({ code: 'APPEAL.PANEL_REFUSED', errors: [{ code: 'APPEAL.CONFLICTED' }] });
    expect((await act(office, caseId, 'conclusion', { findings: 'x', recommended: 'CHANGE' })).statusCode).toBe(403);
    expect((await act(secretary, caseId, 'panel', { chair: 'CB12-02', members: ['CB12-04'] })).statusCode).toBe(200);
  });

  it('is concluded by the chair alone, and decided only after that', async () => {
    expect((await act(deputy, caseId, 'conclusion', { findings: 'x', recommended: 'CHANGE' })).statusCode).toBe(403);
    expect((await act(secretary, caseId, 'decision', { outcome: 'CONFIRM', ...DECISION })).json()).toMatchObject({ code: 'APPEAL_CASE.ILLEGAL_MOVE' });
    expect((await act(inspector, caseId, 'conclusion', { findings: 'Hai nhiệm vụ chưa được tính', recommended: 'CHANGE' })).statusCode).toBe(200);
    expect((await act(subject, caseId, 'evidence', { body: 'thêm' })).json()).toMatchObject({ code: 'APPEAL.EVIDENCE_CLOSED' });
    expect((await act(subject, caseId, 'withdraw')).json()).toMatchObject({ code: 'APPEAL_CASE.ILLEGAL_MOVE' });
  });

  it('changes the result with both values kept; the quota is counted again and nobody else is touched', async () => {
    expect((await act(inspector, caseId, 'decision', { outcome: 'CHANGE', level: 2, ...DECISION })).json()).toMatchObject({ code: 'APPEAL.LEVEL_UNCHANGED' });
    expect((await act(inspector, caseId, 'decision', { outcome: 'CHANGE', ...DECISION })).json()).toMatchObject({ code: 'APPEAL.INPUT_INVALID', errors: [{ pointer: '/level' }] });
    const before = (await world.api.db.query(`select id, state, decided_level, version from app.review where id <> $1 order by id`, [reviewId])).rows;
    const answer = await act(inspector, caseId, 'decision', { outcome: 'CHANGE', level: 1, ...DECISION });
    expect(answer.statusCode).toBe(201);
    expect(await state(reviewId)).toEqual({ state: 'NOTIFIED', decided_level: 1 });
    expect((await world.api.db.query(`select id, state, decided_level, version from app.review where id <> $1 order by id`, [reviewId])).rows).toEqual(before);
    const view = await see(secretary, caseId);
    expect(view).toMatchObject({ state: 'CLOSED', oldLevel: 2, newLevel: 1, decision: { number: DECISION.number }, decisionReason: DECISION.reason });
    // Two of ten were all the quota allowed; with three it is exceeded, which is shown and stops nobody.
    expect(view.quota).toMatchObject([{ subject: 'MEMBER', used: 3, ceiling: { lower: 2 }, breach: 'CERTAIN' }]);
    expect(view.acts.map((one: { act: string }) => one.act)).toEqual(['FILE', 'ADMIT', 'APPOINT_PANEL', 'DECLARE_CONFLICT', 'APPOINT_PANEL', 'CONCLUDE', 'CHANGE']);
    const review = (await subject.get(`/api/v1/reviews/${reviewId}`)).json();
    expect(review.decisions.map((one: { number: string; level: number }) => [one.number, one.level])).toEqual([
      ['01-QĐ/DB1', 2],
      [DECISION.number, 1],
    ]);
  });

  it('ends with a notice to the subject and without open tasks', async () => {
    const open = await world.api.db.query(`select kind from app.task where ref_id = $1 and state in ('OPEN','CLAIMED')`, [caseId]);
    expect(open.rows).toEqual([]);
    const notices = await world.api.db.query<{ payload: { facts: { state: string } } }>(`select payload from app.outbox where name = 'notify' and payload->>'kind' = 'APPEAL_MOVED' order by id`);
    expect(notices.rows.map(({ payload }) => payload.facts.state)).toEqual(['ADMITTED', 'VERIFYING', 'CONCLUDED', 'RESULT_CHANGED']);
  });

  it('stands in the log, pointing back to the decision it corrects', async () => {
    const [decided] = await world.entries('appeal.decided');
    expect(decided).toMatchObject({ prevType: 'decision.issued', payload: { case: caseId, old: 2, level: 1, before: 'CONCLUDED', after: 'RESULT_CHANGED' } });
    const [first, correcting] = await world.entries('decision.issued');
    expect([decided?.prev, correcting?.prev]).toEqual([first?.id, first?.id]);
    expect((await world.entries('appeal.lodged'))[0]).toMatchObject({ prevType: 'decision.issued' });
    expect((await world.entries('appeal.closed'))[0]).toMatchObject({ prevType: 'appeal.decided', payload: { outcome: 'RESULT_CHANGED' } });
  });

  describe('of an organisation, decided by the superior itself', () => {
    it('is judged by those of the superior who did not vote', async () => {
      const id = await world.review('ORGANISATION', 'DB1');
      await world.decide('KHOI', 'CB12-03', ['CB12-03', 'CB12-05'], { DB1: 3 }, '02-QĐ/KHOI', 'ORGANISATIONS');
      const committee = await world.as('CB11-02');
      const orgCase = (await file(committee, id, 'PETITION')).json().caseId;
      expect((await act(secretary, orgCase, 'reject', { reason: 'Không có căn cứ' })).json()).toMatchObject({ code: 'APPEAL.NOT_INDEPENDENT', facts: { reason: 'DECIDED_BEFORE' } });
      expect((await act(deputy, orgCase, 'admit')).statusCode).toBe(200);
      expect(await state(id)).toMatchObject({ state: 'UNDER_REEXAMINATION' });
      expect((await act(deputy, orgCase, 'panel', { chair: 'CB12-03' })).json()).toMatchObject({ errors: [{ code: 'APPEAL.DECIDED_BEFORE' }] });
      expect((await act(deputy, orgCase, 'panel', { chair: 'CB12-02', members: ['CB12-04'] })).statusCode).toBe(200);
      expect((await act(inspector, orgCase, 'conclusion', { findings: 'Đúng quy định', recommended: 'CONFIRM' })).statusCode).toBe(200);
      expect((await act(secretary, orgCase, 'decision', { outcome: 'CONFIRM', ...DECISION, number: '10-QĐ/KHOI' })).json()).toMatchObject({ code: 'APPEAL.NOT_INDEPENDENT' });
      expect((await act(deputy, orgCase, 'decision', { outcome: 'CONFIRM', ...DECISION })).json()).toMatchObject({ code: 'DECISION.NUMBER_TAKEN' });
      expect((await act(deputy, orgCase, 'decision', { outcome: 'CONFIRM', ...DECISION, number: '10-QĐ/KHOI' })).statusCode).toBe(201);
      expect(await state(id)).toEqual({ state: 'NOTIFIED', decided_level: 3 });
      expect(await see(committee, orgCase)).toMatchObject({ state: 'CLOSED', oldLevel: 3, newLevel: null, sight: 'FILER', panel: [] });
    });

    it('is changed along the organisation’s own way', async () => {
      const id = await world.review('ORGANISATION', 'DB1');
      const orgCase = (await file(await world.as('CB11-02'), id)).json().caseId;
      await act(deputy, orgCase, 'admit');
      await act(deputy, orgCase, 'panel', { chair: 'CB12-02' });
      await act(inspector, orgCase, 'conclusion', { findings: 'Chỉ tiêu bị tính sót', recommended: 'CHANGE' });
      // The deputy signed the first answer: another person decides now.
      expect((await act(deputy, orgCase, 'decision', { outcome: 'CHANGE', level: 2, ...DECISION, number: '11-QĐ/KHOI' })).json()).toMatchObject({ code: 'APPEAL.NOT_INDEPENDENT' });
      expect((await act(inspector, orgCase, 'decision', { outcome: 'CHANGE', level: 2, ...DECISION, number: '11-QĐ/KHOI' })).statusCode).toBe(201);
      expect(await state(id)).toEqual({ state: 'NOTIFIED', decided_level: 2 });
    });
  });

  describe('denunciation', () => {
    it('does not name who denounces, neither to the subject nor in the log, and may be taken back', async () => {
      const id = await world.review('MEMBER', 'CB11-04');
      const denouncer = await world.as('CB12-01');
      const denounced = await world.as('CB11-04');
      const denunciation = (await file(denouncer, id, 'DENUNCIATION')).json().caseId;
      await act(secretary, denunciation, 'admit');
      const seen = await see(denounced, denunciation);
      expect(seen).toMatchObject({ sight: 'SUBJECT', filer: null, grounds: null, evidence: [], state: 'ADMITTED' });
      expect(JSON.stringify(seen)).not.toContain('CB12-01');
      expect((await act(denounced, denunciation, 'evidence', { body: 'x' })).statusCode).toBe(403);
      expect((await act(denounced, denunciation, 'withdraw')).json()).toMatchObject({ code: 'APPEAL.NOT_FILER' });
      expect((await act(denouncer, denunciation, 'withdraw')).statusCode).toBe(200);
      expect(await state(id)).toEqual({ state: 'NOTIFIED', decided_level: 1 });
      const memberId = await world.idOf('member', 'CB12-01');
      const entries = await world.entries('appeal.lodged', 'appeal.withdrawn');
      expect(JSON.stringify(entries.filter((entry) => entry.payload['case'] === denunciation))).not.toContain(memberId);
    });
  });
});

describe('appeals with a window', () => {
  let world: CaseWorld;
  beforeAll(async () => {
    world = await startCaseWorld({ 'appeal.windowWorkingDays': 2, 'appeal.authority': 'DECIDING_LEVEL' });
    await world.decide('DB1', 'CB11-02', ['CB11-02'], { 'CB11-05': 2, 'CB11-04': 2 }, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
  });
  afterAll(() => world?.stop());

  it('are received after the last day, but not admitted: they are answered as inadmissible, or go to the level above', async () => {
    const subject = await world.as('CB11-05');
    const committee = await world.as('CB11-02');
    await world.api.db.query(`update app.decision set decided_on = '2026-11-02'`);
    const filed = (await subject.send('POST', `/api/v1/reviews/${await world.review('MEMBER', 'CB11-05')}/appeals`, { kind: 'COMPLAINT', grounds: 'x' })).json();
    expect(filed.late).toBe(true);
    const at = `/api/v1/appeals/${filed.caseId}`;
    // The local text: the level that decided handles it.
    expect((await committee.send('POST', `${at}/admit`)).json()).toMatchObject({ code: 'APPEAL.WINDOW_PASSED', facts: { lastOn: '2026-11-04', days: 2 } });
    expect((await committee.send('POST', `${at}/reject`, { reason: 'Quá hạn' })).json()).toMatchObject({ code: 'APPEAL.NOT_INDEPENDENT' });
    expect((await committee.send('POST', `${at}/forward`, { reason: 'Cấp ủy đã quyết định lần đầu', organisation: 'CB12' })).json()).toMatchObject({ code: 'APPEAL.NOT_ABOVE' });
    expect((await committee.send('POST', `${at}/forward`, { reason: 'Cấp ủy đã quyết định lần đầu', organisation: 'KHOI' })).statusCode).toBe(200);
    expect((await committee.get(at)).statusCode).toBe(404);
    const superior = await world.as('CB12-03');
    expect((await superior.send('POST', `${at}/admit`)).json()).toMatchObject({ code: 'APPEAL.WINDOW_PASSED' });
    expect((await superior.send('POST', `${at}/reject`, { reason: 'Quá hạn' })).statusCode).toBe(200);
    expect((await subject.get(at)).json()).toMatchObject({ state: 'CLOSED', oldLevel: null, acts: expect.arrayContaining([expect.objectContaining({ act: 'REJECT', reason: 'Quá hạn' })]) });
  });

  it('take evidence until the end of the last day', async () => {
    await world.api.db.query(`update app.decision set decided_on = (now() at time zone 'Asia/Ho_Chi_Minh')::date`);
    const subject = await world.as('CB11-04');
    const { caseId, late } = (await subject.send('POST', `/api/v1/reviews/${await world.review('MEMBER', 'CB11-04')}/appeals`, { kind: 'COMPLAINT', grounds: 'x' })).json();
    expect(late).toBe(false);
    const evidence = () => subject.send('POST', `/api/v1/appeals/${caseId}/evidence`, { body: 'Chứng cứ' });
    expect((await evidence()).statusCode).toBe(201);
    expect(await world.engine.openCaseStep(caseId, 'APPEAL_EVIDENCE')).toMatchObject({ closeAt: expect.any(String) });
    await world.engine.closeCaseStep(caseId, 'APPEAL_EVIDENCE', 'TIME');
    await world.engine.closeCaseStep(caseId, 'APPEAL_EVIDENCE', 'TIME'); // told twice
    expect((await evidence()).json()).toMatchObject({ code: 'APPEAL.EVIDENCE_CLOSED' });
    expect(await world.engine.openCaseStep(caseId, 'APPEAL_EVIDENCE')).toBeNull();
    expect(await world.entries('appeal.evidence-closed')).toHaveLength(1);
  });
});
