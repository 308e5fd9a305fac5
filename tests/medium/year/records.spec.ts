import { newId } from '@binhxet/platform';
import { CYCLE, startYear, table, type YearWorld } from './year-world.js';

const rows: Record<string, string>[] = [
  { organisation: 'DB01', kind: 'INSPECTION', state: 'PLANNED', on: '2026-01-10', quantity: '12', unit: 'lượt' },
  { organisation: 'DB01', kind: 'INSPECTION', on: '2026-05-04', quantity: '3', subjectKind: 'ORGANISATION', subject: 'CB01' },
  { organisation: 'DB02', kind: 'SUPERVISION', on: '2026-08-11' },
  { organisation: 'KHOI', kind: 'DISCIPLINE', on: '2026-06-01', subjectKind: 'MEMBER', subject: 'CB01-01', detail: 'WARNING', decision: '12-QĐ/UBKT' },
  { organisation: 'KHOI', kind: 'DISCIPLINE', on: '2026-06-02', subjectKind: 'ORGANISATION', subject: 'CB01', detail: 'REPRIMAND', decision: '13-QĐ/UBKT', selfDetected: 'có' },
  { organisation: 'CB01', kind: 'LEAVE', on: '2026-02-01', to: '2026-05-31', subjectKind: 'MEMBER', subject: 'CB01-03', detail: 'SICK' },
];

describe('work records from a table', () => {
  let world: YearWorld;
  const send = (list: readonly Record<string, string>[]) => world.administrator.send('POST', '/api/v1/imports', { files: [table('workRecords', list)] }, { 'idempotency-key': newId() });
  beforeAll(async () => {
    world = await startYear({ committees: 2, cells: 1 });
  });
  afterAll(() => world.stop());

  it('are refused whole, with file, row, column and what would be accepted', async () => {
    const answer = await send([
      { organisation: 'NO-SUCH', kind: 'INSPECTION', on: '2026-05-04' },
      { organisation: 'DB01', kind: 'DISCIPLINE', on: '2026-05-04', detail: 'SHOUTING' },
      { organisation: 'DB01', kind: 'LEAVE', state: 'PLANNED', on: '2026-05-04', to: '2026-05-01', subjectKind: 'MEMBER', subject: 'CB01-01', detail: 'SICK' },
      { organisation: 'DB02', kind: 'INSPECTION', on: '2026-05-04' },
      { organisation: 'DB02', kind: 'INSPECTION', on: '2026-05-04', quantity: '2' },
    ]);
    expect(answer.statusCode).toBe(400);
    expect(answer.json().errors.map((error: { pointer: string; code: string }) => `${error.pointer} ${error.code}`)).toEqual([
      '/workRecords.csv/2/organisation IMPORT.REFERENCE_UNKNOWN',
      '/workRecords.csv/3/decision IMPORT.CELL_EMPTY',
      '/workRecords.csv/3/detail IMPORT.CELL_NOT_ALLOWED',
      '/workRecords.csv/3/subject IMPORT.CELL_EMPTY',
      '/workRecords.csv/4/state IMPORT.CELL_NOT_ALLOWED',
      '/workRecords.csv/4/to IMPORT.DATES_REVERSED',
      '/workRecords.csv/6/ IMPORT.ROW_DUPLICATE',
    ]);
    expect((await world.api.db.query('select count(*)::int as n from app.work_record')).rows[0]).toEqual({ n: 0 });
  });

  it('are written once, however often the row comes, and leave becomes a dated state', async () => {
    expect((await send(rows)).json().counts).toMatchObject({ workRecords: 6 });
    expect((await send([...rows, { organisation: 'CC01', kind: 'ADMISSION', on: '2026-03-03' }])).json().counts).toMatchObject({ workRecords: 1 });
    const periods = await world.api.db.query(`select kind, to_char(from_on, 'YYYY-MM-DD') as from_on from app.member_period`);
    expect(periods.rows).toEqual([{ kind: 'SICK_LEAVE', from_on: '2026-02-01' }]);
    const list = await world.ask(world.superior, 'GET', '/organisations/KHOI/work-records?kind=INSPECTION&year=2026');
    expect(list.items).toMatchObject([{ state: 'DONE', quantity: 3, subject: { code: 'CB01' } }, { state: 'PLANNED', quantity: 12, unit: 'lượt' }]);
  });

  it('count when their day has come: a list of late organisations shrinks as the day moves', async () => {
    await world.ask(world.superior, 'POST', '/cycles', { superiorCode: 'KHOI', period: '2026', clock: 'DRIVEN', clockOn: '2026-01-05', settings: world.settings, plan: { midYear: '2026-07-10' }, simulated: true });
    await world.plane.prepareYear(CYCLE);
    await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/clock`, { date: '2026-07-10' });
    await world.plane.openStep(await world.body(), 'MID_YEAR_REVIEW');
    const outcome = await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/mid-year`, { heldOn: '2026-07-10', workKinds: ['INSPECTION', 'SUPERVISION'], correctBefore: '2026-09-15' });
    expect(outcome.opened[0].outstanding).toBe(2);
    const stillLate = async () => (await world.ask(world.superior, 'GET', `/cycles/${CYCLE}/mid-year`)).concluded.stillLate;
    expect(await stillLate()).toEqual(['CC01', 'DB02']);
    await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/clock`, { date: '2026-08-11' });
    expect(await stillLate()).toEqual(['CC01']);
    await send([{ organisation: 'CC01', kind: 'INSPECTION', on: '2026-08-01' }]);
    expect(await stillLate()).toEqual([]);
    const { rows: signals } = await world.api.db.query(`select name from app.outbox where kind = 'SIGNAL' and payload ->> 'stepId' = $1`, [outcome.opened[0].stepId]);
    expect(signals).toEqual([{ name: 'stepReady' }]);
  });

  it('are counted by who did the work, turns and distinct subjects apart, once their day has come', async () => {
    const inspection = { organisation: 'KHOI', kind: 'INSPECTION', subjectKind: 'ORGANISATION', subject: 'DB01', detail: 'INSPECTION_COMMISSION' };
    const unknown = await send([{ ...inspection, on: '2026-08-02', detail: 'NEIGHBOURS' }]);
    expect(unknown.json().errors).toMatchObject([{ pointer: '/workRecords.csv/2/detail', code: 'IMPORT.CELL_NOT_ALLOWED' }]);
    await send([
      { ...inspection, on: '2026-08-02', quantity: '2' },
      { ...inspection, on: '2026-08-03' },
      { ...inspection, on: '2026-12-01', detail: 'ADVISORY_BODY' },
      { organisation: 'DB02', kind: 'INSPECTION', on: '2026-08-04', subjectKind: 'MEMBER', subject: 'CB02-01', quantity: '2', detail: 'PARTY_COMMITTEE' },
      { organisation: 'KHOI', kind: 'TRAINING', on: '2026-08-05', quantity: '40', unit: 'người' },
    ]);
    const { items } = await world.ask(world.superior, 'GET', `/cycles/${CYCLE}/work`);
    const line = (kind: string, body: string | null, subjectKind: string | null, turns: number, subjects: number) => ({ kind, body, subjectKind, turns, subjects });
    expect(items).toEqual([
      line('INSPECTION', 'INSPECTION_COMMISSION', 'ORGANISATION', 3, 1),
      line('INSPECTION', 'PARTY_COMMITTEE', 'MEMBER', 2, 1),
      line('INSPECTION', null, 'ORGANISATION', 3, 1),
      line('INSPECTION', null, null, 1, 0),
      line('SUPERVISION', null, null, 1, 0),
      line('TRAINING', null, null, 40, 0),
    ]);
  });

  it('speak for the facts that gates ask for', async () => {
    await world.ask(world.superior, 'POST', `/cycles/${CYCLE}/review`, { packs: {}, settings: world.settings, plan: {} });
    await world.plane.freezeCycle(CYCLE);
    const { rows: about } = await world.api.db.query(
      `select w.kind, w.self_detected, o.code as unit from app.work_record w left join app.organisation o on o.id = w.unit_id where w.kind = 'DISCIPLINE' order by w.on_date`,
    );
    expect(about).toEqual([{ kind: 'DISCIPLINE', self_detected: false, unit: null }, { kind: 'DISCIPLINE', self_detected: true, unit: null }]);
    const facts = await world.factsOf(CYCLE);
    expect(facts.member('CB01-01')).toEqual({ disciplined: true, selfDetectedAndRemedied: false });
    expect(facts.member('CB01-03')).toEqual({ sickLeaveDays: 120 });
    expect(facts.organisation('CB01')).toEqual({ disciplined: true, selfDetectedAndRemedied: true });
    expect(facts.organisation('DB01')).toEqual({ subordinateUnitsDisciplined: 1, leadershipMemberDisciplined: true, admissions: 0, inspections: 3, supervisions: 0 });
  });
});
