import { startYear, table, type YearWorld } from './year-world.js';

const two = (n: number): string => String(n).padStart(2, '0');
const code = (prefix: string, n: number): string => `${prefix}${two(n)}`;
const ORGS = { kind: 'SUBJECTS', subject: 'ORGANISATION', base: 'ALL' };
const MEMBERS = { kind: 'SUBJECTS', subject: 'MEMBER', base: 'ALL' };
const level = (set: object, rank: number, orBetter = true) => ({ ...set, level: { rank, orBetter } });
const reading = (id: string, numerator: object, denominator: object | null, mark = 'S') => ({ id, numerator, denominator, mark });
const line = (rest: object) => ({ unit: 'PERCENT', period: 'YEAR', fromYear: 2026, toYear: 2026, mark: 'S', ...rest });
const percent = (num: number) => ({ num, den: 1 });
const GOOD = { label: 'Hoàn thành tốt nhiệm vụ trở lên', packOfLabel: 'P2025' };

/** 20 organisations; the year 2025 by its own pack, and the words of 2014 beside it. */
const history = [
  ...Array.from({ length: 20 }, (_, n) => ({ subjectKind: 'ORGANISATION', subject: n < 10 ? code('DB', n + 1) : code('CC', n - 9), year: '2025', pack: 'P2025', level: n < 9 ? '1' : n < 18 ? '2' : '3' })),
  ...Array.from({ length: 10 }, (_, n) => ({ subjectKind: 'MEMBER', subject: `CB${two(n + 1)}-01`, year: '2025', pack: 'P2025', ...(n < 8 ? { level: '2' } : n === 8 ? { level: '4' } : { nonLevel: 'EXEMPT' }) })),
];

describe('targets of a superior', () => {
  let world: YearWorld;
  const cycleOf = async (period: string, clockOn: string) => {
    await world.ask(world.superior, 'POST', '/cycles', { superiorCode: 'KHOI', period, clock: 'DRIVEN', clockOn, settings: world.settings, plan: {}, simulated: true });
    return `KHOI.${period}`;
  };
  const record = (number: string, targets: readonly object[], rest: object = {}) =>
    world.ask(world.superior, 'POST', '/organisations/KHOI/resolutions', { number, title: 'Nghị quyết', adoptedOn: '2025-01-05', fromYear: 2025, toYear: 2029, targets, ...rest });
  const report = (cycle: string) => world.ask(world.superior, 'GET', `/cycles/${cycle}/targets`);

  beforeAll(async () => {
    world = await startYear({ committees: 10, cells: 10, more: [table('history', history)] });
  });
  afterAll(() => world.stop());

  it('are refused whole with every fault, and nothing is written', async () => {
    const refused = await world.refusal(world.superior, 'POST', '/organisations/KHOI/resolutions', {
      number: 'X', title: 'X', adoptedOn: '2025-01-05', fromYear: 2025, toYear: 2025,
      targets: [
        line({ code: '1', wording: 'a', operator: '>', value: null, readings: [reading('a', level(ORGS, 2), null)] }),
        line({ code: '1', wording: 'b', operator: 'between', value: percent(20), upper: percent(15), fromYear: 2025, toYear: 2025, label: 'x', readings: [reading('a', ORGS, ORGS)] }),
        line({ code: '2', wording: 'c', operator: 'none', unit: 'COUNT', fromYear: 2025, toYear: 2025, readings: [reading('a', { kind: 'WORK', work: 'DISCIPLINE', count: 'TURNS' }, MEMBERS)] }),
      ],
    });
    expect(refused).toEqual({
      statusCode: 400,
      code: 'RESOLUTION.INVALID',
      errors: ['/targets/0/value TARGET.VALUE_BY_OPERATOR', '/targets/0/fromYear TARGET.YEARS_OUTSIDE', '/targets/0/readings/0/denominator TARGET.DENOMINATOR_MISSING', '/targets/0/label TARGET.LABEL_MISSING', '/targets/1/code TARGET.CODE_TWICE', '/targets/1/upper TARGET.RANGE_EMPTY', '/targets/2/readings/0/denominator TARGET.DENOMINATOR_NOT_ALLOWED'],
    });
    expect((await world.ask(world.superior, 'GET', '/organisations/KHOI/resolutions')).resolutions).toEqual([]);
  });

  it('are judged line by line from results and records of the year', async () => {
    const of = (rest: object) => line({ fromYear: 2025, toYear: 2029, ...rest });
    const ADMISSIONS = { kind: 'WORK', work: 'ADMISSION', count: 'TURNS' };
    await record('NQ-2025', [
      of({ code: '1', wording: 'Trên 85 % tổ chức hoàn thành tốt trở lên', operator: '>', value: percent(85), decimals: 0, ...GOOD, readings: [reading('all', level(ORGS, 2), ORGS)] }),
      of({ code: '2', wording: 'trong đó 50 % hoàn thành xuất sắc', operator: '=', value: percent(50), ...GOOD, readings: [reading('all', level(ORGS, 1), ORGS, 'I'), reading('of-those', level(ORGS, 1), level(ORGS, 2), 'I')] }),
      of({ code: '3', wording: 'Không có tổ chức không hoàn thành', operator: 'none', unit: 'COUNT', label: 'Không hoàn thành nhiệm vụ', packOfLabel: 'P2025', readings: [reading('all', level(ORGS, 4, false), null)] }),
      of({ code: '4', wording: 'Trên 90 % đảng viên hoàn thành tốt', operator: '>', value: percent(90), ...GOOD, readings: [reading('all', level(MEMBERS, 2), MEMBERS)] }),
      of({ code: '5', wording: 'Kết nạp 1600', operator: '>=', value: percent(1600), unit: 'COUNT', readings: [reading('all', ADMISSIONS, null)] }),
      of({ code: '6', wording: 'Kết nạp 9000–9500 trong nhiệm kỳ', operator: 'between', value: percent(9000), upper: percent(9500), unit: 'COUNT', period: 'TERM', readings: [reading('all', ADMISSIONS, null)] }),
      of({ code: '7', wording: 'Trên 95 % cơ quan hoàn thành tốt nhiệm vụ chính trị', operator: '>', value: percent(95), readings: [reading('all', { kind: 'FIGURE', key: 'agencies.good' }, { kind: 'FIGURE', key: 'agencies' })] }),
      of({ code: '8', wording: '100 % tổ chức trong sạch, vững mạnh', operator: '=', value: percent(100), label: 'Trong sạch, vững mạnh', packOfLabel: 'P2014', readings: [reading('all', level(ORGS, 1), ORGS)] }),
    ]);
    const work = (payload: object) => world.ask(world.superior, 'POST', '/organisations/KHOI/work-records', payload);
    await work({ kind: 'ADMISSION', on: '2025-09-02', quantity: 1940 });
    await work({ kind: 'FIGURE', on: '2025-11-02', quantity: 39, detail: 'agencies.good' });
    await work({ kind: 'FIGURE', on: '2025-11-02', quantity: 40, detail: 'agencies' });
    const cycle = await cycleOf('2025', '2025-11-20');
    const { lines, conflicts, groups, year, simulated } = await report(cycle);
    expect({ year, simulated }).toEqual({ year: 2025, simulated: true });
    expect(lines.map((one: { target: { code: string }; outcome: { verdict: string; k: number; n: number } }) => [one.target.code, one.outcome.verdict, one.outcome.k, one.outcome.n])).toEqual([
      ['1', 'EXCEEDED', 18, 20],
      ['2', 'NOT_MET', 9, 20],
      ['3', 'MET', 0, null],
      ['4', 'NOT_MET', 8, 9],
      ['5', 'EXCEEDED', 1940, null],
      ['6', null, 1940, null],
      ['7', 'EXCEEDED', 39, 40],
      ['8', 'NOT_COMPARABLE', null, 20],
    ]);
    expect(lines[0].outcome).toMatchObject({ percent: { scaled: 90, decimals: 0 }, difference: { unit: 'POINTS', scaled: 5, decimals: 0 } });
    expect(lines[1].outcome).toMatchObject({ ambiguous: true, readings: [{ reading: 'all', verdict: 'NOT_MET' }, { reading: 'of-those', verdict: 'MET', k: 9, n: 18 }] });
    expect(lines[4].outcome.difference).toEqual({ unit: 'PERCENT_OF_TARGET', scaled: 2125, decimals: 2 });
    expect(lines[5].term).toMatchObject({ cumulative: 1940, gaps: [], verdict: null, years: [{ year: 2025, count: 1940 }] });
    expect(lines[7].label).toEqual({ state: 'UNMAPPED' });
    expect(conflicts).toContainEqual(expect.objectContaining({ kind: 'YEARLY_TIMES_YEARS', years: 5, product: 8000, lower: 9000, upper: 9500, targets: [lines[4].target.id, lines[5].target.id] }));
    expect(conflicts).toContainEqual(expect.objectContaining({ kind: 'ABOVE_CEILING', targets: [lines[1].target.id], ceilingNum: 1, ceilingDen: 6 }));
    expect(groups[1]).toMatchObject({ subject: 'MEMBER', base: 9, rest: [{ key: '4', k: 1 }, { key: 'EXEMPT', k: 1 }], levels: [{}, { level: 2, k: 8, percent: { scaled: 8889, decimals: 2 } }, {}] });
  });

  it('are corrected by replacing a resolution, with a reason; the old one stays in the ledger', async () => {
    const [old] = (await world.ask(world.superior, 'GET', '/organisations/KHOI/resolutions')).resolutions;
    const one = line({ code: '1', wording: 'Một', operator: '>', value: percent(85), fromYear: 2025, toYear: 2025, ...GOOD, readings: [reading('all', level(ORGS, 2), ORGS)] });
    const request = { number: 'NQ-2025', title: 'Nghị quyết', adoptedOn: '2025-01-05', fromYear: 2025, toYear: 2025, targets: [one] };
    expect(await world.refusal(world.superior, 'POST', '/organisations/KHOI/resolutions', request)).toMatchObject({ code: 'RESOLUTION.EXISTS' });
    expect(await world.refusal(world.superior, 'POST', '/organisations/KHOI/resolutions', { ...request, replaces: old.id })).toMatchObject({ errors: ['/reason RESOLUTION.REASON_MISSING'] });
    await world.ask(world.superior, 'POST', '/organisations/KHOI/resolutions', { ...request, replaces: old.id, reason: 'Nhập nhầm' });
    expect(await world.refusal(world.superior, 'POST', '/organisations/KHOI/resolutions', { ...request, number: 'NQ-B', replaces: old.id, reason: 'Nhập nhầm' })).toMatchObject({ code: 'RESOLUTION.NOT_IN_FORCE' });
    expect((await report('KHOI.2025')).lines).toHaveLength(1);
    const { rows } = await world.api.db.query(`select count(*)::int as n from ledger.ledger_entry where type = 'resolution.recorded'`);
    expect(rows[0]).toEqual({ n: 2 });
  });
});

describe('readiness, weeks ahead', () => {
  let world: YearWorld;
  beforeAll(async () => {
    world = await startYear({ committees: 2, cells: 2 });
  });
  afterAll(() => world.stop());

  it('names what is missing, how bad it is and where', async () => {
    const answer = await world.ask(world.superior, 'GET', '/organisations/KHOI/readiness?year=2026&on=2026-09-01');
    const found = Object.fromEntries(answer.findings.map((one: { code: string; severity: string; count: number; where: string[] }) => [one.code, one]));
    expect(answer).toMatchObject({ organisation: 'KHOI', year: 2026, on: '2026-09-01' });
    expect(found.COMMITTEE_TOO_SMALL).toMatchObject({ severity: 'BLOCKING', count: 2, where: ['DB01', 'DB02'], facts: { needed: 3 } });
    expect(found.CELL_TOO_SMALL).toMatchObject({ count: 3, where: ['CB02', 'CC01', 'CC02'] });
    expect(found.STANDING_COMMITTEE_TOO_SMALL).toMatchObject({ where: ['KHOI'] });
    expect(found.BIRTH_DATE_MISSING).toMatchObject({ severity: 'WARNING', count: 7 });
    expect(found.PREVIOUS_RESULT_MISSING).toMatchObject({ count: 7, facts: { to: 2025 } });
    expect(found.ADVISORY_BODY_MISSING).toBeUndefined();
    expect(found.CELL_WITHOUT_SECRETARY).toBeUndefined();
    expect(answer.findings.map((one: { severity: string }) => one.severity)).toEqual([...answer.findings.map((one: { severity: string }) => one.severity)].sort((a, b) => ['BLOCKING', 'WARNING', 'NOTE'].indexOf(a) - ['BLOCKING', 'WARNING', 'NOTE'].indexOf(b)));
    await world.api.db.query(`update app.post set to_on = '2026-08-31' where organisation_id = (select id from app.organisation where code = 'CC02')`);
    await world.api.db.query(`update app.membership set to_on = '2026-08-31' where member_id = (select id from app.member where code = 'CB01-04')`);
    const later = await world.ask(world.superior, 'GET', '/organisations/KHOI/readiness?year=2026&on=2026-09-01');
    expect(later.findings).toContainEqual(expect.objectContaining({ code: 'CELL_WITHOUT_SECRETARY', where: ['CC02'] }));
    expect(later.findings).toContainEqual(expect.objectContaining({ code: 'MEMBER_WITHOUT_CELL', where: ['CB01-04'] }));
  });

  it('says that no pack rules a year, instead of failing', async () => {
    expect(await world.ask(world.superior, 'GET', '/organisations/KHOI/readiness?year=1990')).toMatchObject({ packId: null, findings: expect.arrayContaining([expect.objectContaining({ code: 'PACK_MISSING', severity: 'BLOCKING' })]) });
  });
});
