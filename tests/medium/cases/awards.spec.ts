import { loadRulePacks } from '@binhxet/rule-packs';
import { type SignedInClient } from '../api/api-under-test.js';
import { CYCLE, type CaseWorld, startCaseWorld } from './case-world.js';

const CHECKLIST = ['Tờ trình', 'Báo cáo thành tích'];
const MAJORITY = { num: 1, den: 2, strict: true };
const AT = `/api/v1/cycles/${CYCLE}/commendations`;

/** Commendation rules with a checklist, the next version of the shipped ones. */
function rulesWithChecklist(): object {
  const shipped = loadRulePacks().inForce('commendation-rules', '2026-11-01').content;
  return { ...shipped, id: 'CRTEST', inForceFrom: '2026-01-01', dossier: { value: CHECKLIST, source: 'test', mark: 'I' } };
}

describe('awards: dossier, vote, decision, money, revocation', () => {
  let world: CaseWorld;
  let secretary: SignedInClient;
  let cases: Record<string, string>;
  const act = (name: string, codes: readonly string[], more: object = {}) => secretary.send('POST', `${AT}/acts`, { act: name, caseIds: codes.map((code) => cases[code]), ...more });
  const list = async () => (await secretary.get(`${AT}?award=MEMBER_FIVE_YEARS`)).json();
  const states = async () => Object.fromEntries((await list()).items.map((one: { subject: { code: string }; state: string }) => [one.subject.code, one.state]));
  const ALL = ['CB11-04', 'CB11-06', 'CB12-04'];

  beforeAll(async () => {
    world = await startCaseWorld({ 'commendation.ballotMajority': MAJORITY, 'money.roundTo': 10_000, 'money.rounding': 'CEIL' }, { 'commendation.json': rulesWithChecklist() });
    secretary = await world.as('CB12-03');
    await world.decide('DB1', 'CB11-02', ['CB11-02'], { 'CB11-04': 1, 'CB11-06': 1, 'CB12-04': 1 }, '01-QĐ/DB1', 'MEMBERS_AND_UNITS');
    for (const phase of ['REVIEW', 'CLASSIFICATION', 'COMMENDATION'] as const) await world.engine.recordPhase({ cycleId: CYCLE, orgId: await world.idOf('organisation', 'KHOI'), workflowId: `cycle:${CYCLE}` }, 'annualCycle', phase);
    await world.engine.deriveCandidates(CYCLE);
    cases = Object.fromEntries((await list()).items.map((one: { id: string; subject: { code: string } }) => [one.subject.code, one.id]));
  });
  afterAll(() => world?.stop());

  it('say which checklist and which majority they ask for', async () => {
    expect(await list()).toMatchObject({ checklist: CHECKLIST, majority: { ...MAJORITY, source: 'TEST#commendation.ballotMajority' } });
    expect(Object.keys(cases).sort()).toEqual(ALL);
  });

  describe('the dossier', () => {
    const write = (code: string, items: readonly object[], client = secretary) => client.send('PUT', `${AT}/${cases[code]}/dossier`, { items });
    const full = CHECKLIST.map((item) => ({ item, done: true, document: 'TTr-01' }));

    it('is written while it is open, with the items of the rules, by who leads', async () => {
      await act('NOMINATE', ALL);
      expect((await write('CB11-04', full)).json()).toMatchObject({ code: 'COMMENDATION.DOSSIER_NOT_OPEN', facts: { state: 'NOMINATED' } });
      await act('OPEN_DOSSIER', ALL);
      expect((await write('CB11-04', [{ item: 'Bằng cấp', done: true }])).json()).toMatchObject({ code: 'COMMENDATION.INPUT_INVALID', errors: [{ pointer: '/items/0/item', facts: { accepted: CHECKLIST } }] });
      expect((await write('CB11-04', full, await world.as('CB12-05'))).statusCode).toBe(403);
      expect((await write('CB11-04', full)).statusCode).toBe(204);
    });

    it('is complete before it is submitted', async () => {
      await write('CB11-06', [{ item: CHECKLIST[0], done: true }, { item: CHECKLIST[1], done: false }]);
      expect((await act('SUBMIT', ['CB11-04', 'CB11-06'])).json()).toMatchObject({ code: 'COMMENDATION.DOSSIER_INCOMPLETE', facts: { cases: [{ case: cases['CB11-06'], missing: 1 }] } });
      expect(await states()).toMatchObject({ 'CB11-04': 'DOSSIER_OPEN' }); // all or nothing
      for (const code of ['CB11-06', 'CB12-04']) await write(code, full);
      expect((await act('SUBMIT', ALL)).statusCode).toBe(200);
      await act('VERIFY', ALL);
    });
  });

  describe('the vote', () => {
    let voteId: string;
    const open = (change: object = {}) => secretary.send('POST', `${AT}/votes`, { heldOn: '2026-11-24', caseIds: ALL.map((code) => cases[code]), tellers: ['CB12-04', 'CB12-05'], present: 3, ...change });
    const count = async (teller: string, agree: readonly number[], returned = 3) =>
      (await world.as(teller)).send('POST', `${AT}/votes/${voteId}/count`, { returned, rows: ALL.map((code, index) => ({ caseId: cases[code], agree: agree[index], disagree: returned - (agree[index] ?? 0), blank: 0, invalid: 0 })) });

    it('is asked for before the approval', async () => {
      expect((await act('APPROVE', ALL)).json()).toMatchObject({ code: 'COMMENDATION.VOTE_MISSING', facts: { caseIds: expect.arrayContaining([cases['CB11-04']]) } });
    });

    it.each<[string, object, string]>([
      ['the chair as a teller', { tellers: ['CB12-03', 'CB12-04'] }, '/tellers'],
      ['one teller twice', { tellers: ['CB12-04', 'CB12-04'] }, '/tellers'],
      ['more people than hold office', { present: 9 }, '/present'],
    ])('is refused with %s', async (_, change, pointer) => {
      expect((await open(change)).json()).toMatchObject({ code: 'COMMENDATION.VOTE_INVALID', errors: expect.arrayContaining([expect.objectContaining({ pointer })]) });
    });

    it('is counted by two tellers on their own; where they differ, again by both', async () => {
      voteId = (await open()).json().voteId;
      const teller = await world.as('CB12-05');
      expect((await teller.get('/api/v1/tasks?tab=mine')).json().items.map((task: { kind: string }) => task.kind)).toContain('COUNT_COMMENDATION');
      expect((await (await world.as('CB11-05')).get(`${AT}/votes/${voteId}`)).statusCode).toBe(404);
      expect((await count('CB12-03', [3, 3, 1])).json()).toMatchObject({ code: 'BALLOT.NOT_TELLER' });
      expect((await count('CB12-04', [3, 3, 1], 4)).json()).toMatchObject({ code: 'BALLOT.TALLY_INVALID' });
      expect((await count('CB12-04', [3, 2, 1])).json()).toMatchObject({ entered: 1, agreed: null });
      expect((await count('CB12-04', [3, 2, 1])).json()).toMatchObject({ code: 'BALLOT.COUNT_ENTERED' });
      expect((await count('CB12-05', [3, 3, 1])).json()).toMatchObject({ agreed: false, differing: [cases['CB11-06']] });
      expect((await count('CB12-04', [3, 2, 1])).json()).toMatchObject({ entered: 1 });
      expect((await count('CB12-05', [3, 2, 1])).json()).toMatchObject({ agreed: true });
      expect((await count('CB12-05', [3, 2, 1])).json()).toMatchObject({ code: 'BALLOT.NOT_COUNTING' });
      const vote = (await teller.get(`${AT}/votes/${voteId}`)).json();
      expect(vote).toMatchObject({ state: 'TALLIED', countedBody: 3, results: [{ agree: 3, carried: true }, { agree: 2, carried: true }, { agree: 1, carried: false }] });
    });

    it('lets only those be approved who had the majority; the others are rejected with a reason', async () => {
      expect((await act('APPROVE', ALL)).json()).toMatchObject({ code: 'COMMENDATION.VOTE_NOT_CARRIED', facts: { caseIds: [cases['CB12-04']] } });
      expect((await act('DROP', ['CB12-04'], { reason: 'x' })).json()).toMatchObject({ code: 'COMMENDATION_CASE.ILLEGAL_MOVE', facts: { from: 'VERIFIED' } });
      expect((await act('REJECT', ['CB12-04'])).json()).toMatchObject({ code: 'COMMENDATION.INPUT_INVALID', errors: [{ pointer: '/reason' }] });
      expect((await act('REJECT', ['CB12-04'], { reason: 'Không đủ số phiếu đồng ý' })).statusCode).toBe(200);
      expect((await act('APPROVE', ['CB11-04', 'CB11-06'])).statusCode).toBe(200);
      expect((await list()).items.find((one: { state: string }) => one.state === 'REJECTED')).toMatchObject({ reason: 'Không đủ số phiếu đồng ý' });
    });

    it('stands in the log with its counts', async () => {
      const types = (await world.entries('commendation.vote-opened', 'commendation.counted', 'commendation.vote-tallied')).map((entry) => entry.type);
      expect(types).toEqual(['commendation.vote-opened', ...Array(4).fill('commendation.counted'), 'commendation.vote-tallied']);
    });
  });

  it('are decided by one decision with a list and numbered certificates', async () => {
    expect((await act('ISSUE', ['CB11-04', 'CB11-06'], { number: '05-QĐKT/KHOI', decidedOn: '2026-11-25' })).statusCode).toBe(200);
    const rows = (await world.api.db.query(`select certificate_number from app.commendation_case where decision_id is not null order by certificate_number`)).rows;
    expect(rows.map((row) => row.certificate_number)).toEqual(['1/05-QĐKT/KHOI', '2/05-QĐKT/KHOI']);
    const [lines] = (await world.api.db.query<{ n: number }>(`select count(*)::int as n from app.decision_line l join app.decision d on d.id = l.decision_id where d.number = '05-QĐKT/KHOI'`)).rows;
    expect(lines?.n).toBe(2);
  });

  it('leave the money blank that is not confirmed, and say what is missing', async () => {
    const payments = (await secretary.get(`${AT}/payments`)).json();
    expect(payments).toMatchObject({ total: '0', unknown: 2 });
    expect(payments.items.map((one: { amount: string | null; multiple: object; missing: string[] }) => [one.amount, one.multiple, one.missing])).toEqual([
      [null, null, ['MULTIPLE', 'BASE_SALARY']],
      [null, null, ['MULTIPLE', 'BASE_SALARY']],
    ]);
  });

  it('are taken back by a numbered decision with a reason, and are not paid any more', async () => {
    const revoke = (change: object = {}, client = secretary) => client.send('POST', `${AT}/revocations`, { caseIds: [cases['CB11-04']], number: '07-QĐ/KHOI', decidedOn: '2026-11-27', reason: 'Kê khai thành tích không đúng', ...change });
    expect((await revoke({ reason: ' ' })).statusCode).toBe(400);
    expect((await revoke({}, await world.as('CB11-02'))).statusCode).toBe(403);
    expect((await revoke({ caseIds: [cases['CB12-04']] })).json()).toMatchObject({ code: 'COMMENDATION_CASE.ILLEGAL_MOVE', facts: { from: 'REJECTED' } });
    expect((await revoke({ number: '05-QĐKT/KHOI' })).json()).toMatchObject({ code: 'DECISION.NUMBER_TAKEN' });
    expect((await revoke()).statusCode).toBe(201);
    expect((await list()).items.find((one: { subject: { code: string } }) => one.subject.code === 'CB11-04')).toMatchObject({ state: 'REVOKED', reason: 'Kê khai thành tích không đúng', revoked: { number: '07-QĐ/KHOI', on: '2026-11-27' } });
    expect((await secretary.get(`${AT}/payments`)).json().items).toHaveLength(1);
    expect(await world.entries('commendation.revoked')).toMatchObject([{ prevType: 'commendation.decided', payload: { number: '07-QĐ/KHOI' } }]);
    expect((await revoke({ number: '08-QĐ/KHOI' })).json()).toMatchObject({ code: 'COMMENDATION_CASE.ILLEGAL_MOVE' });
  });
});
