import { CYCLE, startYear, table, type YearWorld } from './year-world.js';

const two = (n: number): string => String(n).padStart(2, '0');
const codes = (prefix: string, from: number, to: number): string[] => Array.from({ length: to - from + 1 }, (_, n) => `${prefix}${two(from + n)}`);
/** 35 and 32 organisations; last year 60 of 67 reached the label under the pack it belongs to. */
const SIZE = {
  committees: 35,
  cells: 32,
  more: [table('history', [...codes('DB', 1, 35), ...codes('CC', 1, 32)].map((code, n) => ({ subjectKind: 'ORGANISATION', subject: code, year: '2025', pack: 'P2014', level: n < 60 ? '1' : '2' })))],
};
const leaderOf = (code: string): string => (code.startsWith('DB') ? `CB${code.slice(2)}-01` : `${code}-01`);
const BEST = { kind: 'SUBJECTS', subject: 'ORGANISATION', base: 'ALL', level: { rank: 1, orBetter: false } };
const ALL = { kind: 'SUBJECTS', subject: 'ORGANISATION', base: 'ALL' };

describe('a year that begins under an open pack', () => {
  let world: YearWorld;
  const record = (code: string, payload: object) => world.ask(leaderOf(code), 'POST', `/organisations/${code}/work-records`, { kind: 'INSPECTION', on: '2026-05-10', ...payload });
  const board = () => world.ask(world.superior, 'GET', `/cycles/${CYCLE}/mid-year`);
  const clock = (date: string) => world.ask(world.superior, 'POST', `/cycles/${CYCLE}/clock`, { date });

  beforeAll(async () => {
    world = await startYear(SIZE);
  });
  afterAll(() => world.stop());

  it('opens early without a rating pack, with a provisional tree', async () => {
    const open = { superiorCode: 'KHOI', period: '2026', clock: 'DRIVEN', clockOn: '2026-01-05', settings: world.settings, plan: { registration: '2026-02-10', midYear: '2026-07-10' }, simulated: true };
    expect(await world.refusal(world.superior, 'POST', '/cycles', { ...open, packs: { rating: 'P2025' } })).toEqual({ statusCode: 400, code: 'CYCLE.PLAN_INVALID', errors: ['/packs/rating PLAN.PACKS_LATER'] });
    await world.ask(world.superior, 'POST', '/cycles', open);
    const { rows } = await world.api.db.query(`select payload from app.outbox where kind = 'START'`);
    expect(rows[0]?.payload).toMatchObject({ packId: 'OPEN', early: ['REGISTRATION', 'MID_YEAR'] });
    expect(await world.plane.prepareYear(CYCLE)).toEqual({ bodies: 1 + 35 * 2 + 32 });
    expect(await world.plane.prepareYear(CYCLE)).toEqual({ bodies: 1 + 35 * 2 + 32 });
    expect(await world.refusal(world.superior, 'GET', `/cycles/${CYCLE}/rules`)).toMatchObject({ statusCode: 409, code: 'PACK.NOT_PINNED' });
    expect(await world.ask(world.superior, 'GET', `/cycles/${CYCLE}`)).toMatchObject({ state: 'OPENING', units: 103, members: 0 });
  });

  it('registers levels: sums upward, late and missing by name', async () => {
    const body = await world.body();
    await world.plane.recordPhase(body, 'annualCycle', 'REGISTRATION');
    const step = await world.plane.openStep(body, 'REGISTRATION');
    expect(step).toMatchObject({ outstanding: 67, dueAt: '2026-02-10T17:00:00.000Z' });
    const register = (code: string, level: number) => world.ask(leaderOf(code), 'PUT', `/cycles/${CYCLE}/registrations/${code}`, { level, label: 'Trong sạch, vững mạnh' });
    for (const code of codes('DB', 1, 33)) await register(code, 1);
    for (const code of codes('CC', 1, 31)) await register(code, 2);
    await register('CC01', 1); // changed while it is open
    await clock('2026-02-12');
    expect(await register('DB34', 3)).toEqual({ late: true, outstanding: 2 });
    const registered = await world.ask(world.superior, 'GET', `/cycles/${CYCLE}/registrations`);
    expect(registered).toMatchObject({ open: true, missing: 2, late: 1, sums: [{ k: 34 }, { k: 30 }, { k: 1 }, { k: 0 }] });
    expect(registered.lines.slice(0, 2).map((line: { code: string }) => line.code).sort()).toEqual(['CC32', 'DB35']);
    expect(registered.lines.find((line: { code: string }) => line.code === 'CC01')).toMatchObject({ registered: { level: 1, late: false }, achieved: null, ranksBelow: null });
    expect(await world.refusal('CC02-01', 'PUT', `/cycles/${CYCLE}/registrations/CC03`, { level: 1 })).toMatchObject({ statusCode: 404 });
    await world.plane.closeStep(step!.stepId, 'TIME');
    expect(await world.refusal('CC32-01', 'PUT', `/cycles/${CYCLE}/registrations/CC32`, { level: 1 })).toMatchObject({ statusCode: 409, code: 'REGISTRATION.CLOSED' });
  });

  it('keeps work records, turns apart from subjects, and refuses what is not sound', async () => {
    await clock('2026-07-10');
    const superiorWork = (payload: object) => world.ask(world.superior, 'POST', '/organisations/KHOI/work-records', payload);
    await superiorWork({ kind: 'ADMISSION', state: 'PLANNED', on: '2026-01-10', quantity: 100 });
    await superiorWork({ kind: 'INSPECTION', state: 'PLANNED', on: '2026-01-10', quantity: 250, unit: 'lượt' });
    await superiorWork({ kind: 'INSPECTION', on: '2026-03-02', quantity: 166, subjectKind: 'ORGANISATION', subject: 'DB03' });
    for (const code of [...codes('DB', 1, 19), ...codes('CC', 1, 15)]) await record(code, {});
    for (let n = 0; n < 57; n += 1) await record(`CC${two((n % 32) + 1)}`, { kind: 'ADMISSION', on: '2026-06-19' });
    expect(await world.refusal('CB02-01', 'POST', '/organisations/DB02/work-records', { kind: 'DISCIPLINE', on: '2026-05-01', subjectKind: 'MEMBER', subject: 'CB02-01', detail: 'WARNING', decisionNumber: '1' })).toMatchObject({ statusCode: 403 });
    expect(await world.refusal('CB02-01', 'POST', '/organisations/DB02/work-records', { kind: 'LEAVE', on: '2026-05-01', to: '2026-04-01', subjectKind: 'MEMBER', subject: 'CB03-01', detail: 'HOLIDAY' })).toEqual({
      statusCode: 400,
      code: 'WORK_RECORD.INVALID',
      errors: ['/to WORK.DATES_REVERSED', '/detail WORK.DETAIL_UNKNOWN', '/subject WORK.SUBJECT_UNKNOWN'],
    });
    const wrong = await record('DB20', { quantity: 5 });
    await world.ask('CB20-01', 'POST', `/work-records/${wrong.recordId}/cancel`, { reason: 'Ghi nhầm' });
    expect(await world.refusal('CB20-01', 'POST', `/work-records/${wrong.recordId}/cancel`, { reason: 'Ghi nhầm' })).toMatchObject({ code: 'WORK_RECORD.CANCELLED' });
    const list = await world.ask('CB20-01', 'GET', '/organisations/DB20/work-records');
    expect(list.items).toMatchObject([{ kind: 'INSPECTION', quantity: 5, cancelledReason: 'Ghi nhầm' }]);
  });

  it('reports the half-year from records and says which target is at risk, and why', async () => {
    await world.ask(world.superior, 'POST', '/organisations/KHOI/resolutions', {
      number: 'NQ-01', title: 'Nghị quyết đại hội', adoptedOn: '2026-01-02', fromYear: 2026, toYear: 2030,
      targets: [{ code: '5', wording: 'Trên 95 % tổ chức trong sạch, vững mạnh', operator: '=', value: { num: 95, den: 1 }, unit: 'PERCENT', label: 'Trong sạch, vững mạnh', packOfLabel: 'P2014', period: 'YEAR', fromYear: 2026, toYear: 2030, readings: [{ id: 'all', numerator: BEST, denominator: ALL, mark: 'S' }], mark: 'S' }],
    });
    await world.ask(world.inspection, 'POST', '/organisations/KHOI/work-records', { kind: 'DISCIPLINE', on: '2026-04-02', subjectKind: 'ORGANISATION', subject: 'CC32', detail: 'REPRIMAND', decisionNumber: '07-QĐ/UBKT' });
    const { now } = await board();
    expect(now.plans.find((plan: { kinds: string[] }) => plan.kinds.join() === 'ADMISSION')).toMatchObject({ done: 57, planned: 100, percent: { scaled: 57, decimals: 0 } });
    expect(now.plans.find((plan: { kinds: string[] }) => plan.kinds.join() === 'INSPECTION')).toMatchObject({ done: 200, planned: 250, percent: { scaled: 80, decimals: 0 }, organisations: 1 });
    expect(now.byRole).toEqual([{ role: 'GRASSROOTS_CELL', k: 17, n: 32 }, { role: 'GRASSROOTS_COMMITTEE_ORG', k: 16, n: 35 }]);
    expect(now.late).toHaveLength(33);
    const arithmetic = { base: 67, needed: 64, mayFail: 3, failedSoFar: 1, possible: 66, inDoubt: 32, missedLastYear: true, reasons: ['NOT_SECURED', 'MISSED_LAST_YEAR'] };
    expect(now.targets).toMatchObject([{ verdict: 'NOT_COMPARABLE', outlook: { ...arithmetic, verdict: 'AT_RISK' }, lastYear: { verdict: 'NOT_MET', k: 60, n: 67 } }]);
    const mapping = { subject: 'ORGANISATION', packOfLabel: 'P2014', rank: 1, toRank: 2, toOrBetter: true, reason: 'Công văn hướng dẫn của Ban Tổ chức' };
    expect(await world.refusal(world.superior, 'POST', '/organisations/KHOI/target-mappings', mapping)).toMatchObject({ statusCode: 403 });
    await world.ask(world.administrator, 'POST', '/organisations/KHOI/target-mappings', mapping);
    expect((await board()).now.targets).toMatchObject([{ verdict: 'AT_RISK', outlook: arithmetic }]);
    expect((await world.ask(world.superior, 'GET', '/organisations/KHOI/resolutions')).mappings).toMatchObject([{ toRank: 2, reason: mapping.reason }]);
  });

  it('turns the conclusion into tasks of exactly the late ones; the list shrinks by records; the rest is late after the day', async () => {
    const body = await world.body();
    await world.plane.recordPhase(body, 'annualCycle', 'MID_YEAR');
    await world.plane.openStep(body, 'MID_YEAR_REVIEW');
    const conclusion = { heldOn: '2026-07-10', workKinds: ['INSPECTION', 'SUPERVISION'], correctBefore: '2026-09-15', note: 'Chất lượng sinh hoạt chi bộ còn hạn chế' };
    expect(await world.refusal(world.superior, 'POST', `/cycles/${CYCLE}/mid-year`, { ...conclusion, correctBefore: '2026-07-10' })).toMatchObject({ code: 'MID_YEAR.INVALID', errors: ['/correctBefore MID_YEAR.DEADLINE'] });
    const outcome = await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/mid-year`, conclusion);
    expect(outcome.opened).toMatchObject([{ kind: 'CORRECTION', outstanding: 33, dueAt: '2026-09-14T17:00:00.000Z', closeAt: null }]);
    expect(outcome.opened[0].remindAt).toHaveLength(2);
    expect(outcome.opened[0].escalateAt).toHaveLength(2);
    expect(await world.refusal(world.superior, 'POST', `/cycles/${CYCLE}/mid-year`, conclusion)).toMatchObject({ code: 'MID_YEAR.CONCLUDED' });
    const { rows } = await world.api.db.query<{ code: string }>(`select o.code from app.task t join app.organisation o on o.id = t.organisation_id where t.kind = 'CORRECT_LATE_WORK' and t.state = 'OPEN' order by o.code`);
    expect(rows.map((row) => row.code)).toEqual([...codes('CC', 16, 32), ...codes('DB', 20, 35)]);

    await clock('2026-08-20');
    expect(await record('DB20', { on: '2026-08-19' })).toMatchObject({ corrected: 1 });
    expect(await record('DB20', { on: '2026-08-20' })).toMatchObject({ corrected: 0 });
    // All at once: each organisation is counted by one of them only.
    await Promise.all([...codes('DB', 21, 33), ...codes('CC', 16, 30)].map((code) => record(code, { kind: 'SUPERVISION', on: '2026-08-20' })));
    const { rows: steps } = await world.api.db.query(`select outstanding from app.step where id = $1`, [outcome.opened[0].stepId]);
    expect(steps).toEqual([{ outstanding: 4 }]);
    expect((await board()).concluded).toMatchObject({ dueOn: '2026-09-14', overdue: false, stillLate: ['CC31', 'CC32', 'DB34', 'DB35'] });
    await world.plane.remind(outcome.opened[0].stepId, 1);
    await clock('2026-09-15');
    await world.plane.escalate(outcome.opened[0].stepId, 1);
    const { concluded } = await board();
    expect(concluded).toMatchObject({ overdue: true, stillLate: ['CC31', 'CC32', 'DB34', 'DB35'] });
    expect(concluded.lateThen).toHaveLength(33);
    expect(concluded.report.byRole).toEqual([{ role: 'GRASSROOTS_CELL', k: 17, n: 32 }, { role: 'GRASSROOTS_COMMITTEE_ORG', k: 16, n: 35 }]);
    await record('CC31', { on: '2026-09-15' });
    const [late] = (await world.api.db.query(`select e.late from app.step_expectation e join app.organisation o on o.id = e.key where e.step_id = $1 and o.code = 'CC31'`, [outcome.opened[0].stepId])).rows;
    expect(late).toEqual({ late: true });
  });

  it('pins the pack that appeared meanwhile when the review opens, and freezes tree and rolls then', async () => {
    const body = await world.body();
    await world.plane.recordPhase(body, 'annualCycle', 'AWAITING_REVIEW');
    await clock('2026-10-20');
    await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/review`, { packs: {}, settings: world.settings, plan: { selfReview: '2026-11-20' } });
    expect(await world.refusal(world.superior, 'POST', `/cycles/${CYCLE}/review`, { packs: {}, settings: world.settings, plan: {} })).toMatchObject({ code: 'CYCLE.RULES_PINNED' });
    expect(await world.plane.freezeCycle(CYCLE)).toMatchObject({ bodies: 103, members: 70 });
    await world.plane.recordPhase(body, 'annualCycle', 'REVIEW');
    const cycle = await world.ask(world.superior, 'GET', `/cycles/${CYCLE}`);
    expect(cycle).toMatchObject({ state: 'REVIEW', plan: { registration: '2026-02-10', midYear: '2026-07-10', selfReview: '2026-11-20' } });
    expect((await world.ask(world.superior, 'GET', `/cycles/${CYCLE}/rules`)).labels.length).toBeGreaterThan(0);
    const report = await world.ask(world.superior, 'GET', `/cycles/${CYCLE}/targets`);
    expect(report).toMatchObject({ year: 2026, simulated: true, lines: [{ outcome: { verdict: null, n: 67 }, label: { state: 'MAPPED', rank: 2 } }] });
    expect(report.groups[0]).toMatchObject({ subject: 'ORGANISATION', base: 67, rest: [{ key: 'UNDECIDED', k: 67 }] });
  });
});
