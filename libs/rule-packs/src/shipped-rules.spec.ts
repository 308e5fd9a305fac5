import {
  addDays,
  classify,
  depthOf,
  type DutyFacts,
  equivalentLevel,
  isoWeekday,
  isWorkingDay,
  lastDayOf,
  ranksOf,
  resolveQuota,
  reviewDuty,
  type SettingsFile,
  spanOf,
  SUBJECT_KINDS,
  type SubjectFacts,
  type SubjectKind,
  yearOf,
} from '@binhxet/domain';
import { checkPacks } from './check-packs.js';
import { loadRulePacks } from './load-rule-packs.js';

const packs = loadRulePacks();
const settings = packs.getOf('settings', 'DEFAULT').content;

describe('the shipped rule files', () => {
  it('hold, and list what is not confirmed', () => {
    const report = checkPacks();
    expect(report.problems).toEqual([]);
    const open = report.files.find(({ id }) => id === 'P2023')!.unconfirmed.map(({ path }) => path);
    expect(open).toEqual(
      expect.arrayContaining(['/gates/5/expression', '/quotas/0/base', '/quotas/0/rounding', '/deadlines/3/before']),
    );
  });

  it('have one pack with full rules for every rating year since 2011', () => {
    const years = Array.from({ length: 17 }, (_, index) => 2011 + index);
    const used = years.map((year) => packs.forYear(year).content).map(({ id, use }) => `${id} ${use}`);
    expect([...new Set(used)]).toEqual([
      'P2011 CYCLE',
      'P2014 CYCLE',
      'P2018 CYCLE',
      'P2019 CYCLE',
      'P2023 CYCLE',
      'P2025 CYCLE',
    ]);
  });

  it('have a pack of its own for quarters from 2026 on, and none before', () => {
    expect(packs.forPeriod({ year: 2026, quarter: 2 }).content).toMatchObject({ id: 'P2026Q', subjects: ['MEMBER'] });
    expect(packs.forYear(2026).content.id).toBe('P2025');
    expect(() => packs.forPeriod({ year: 2025, quarter: 4 })).toThrow(
      expect.objectContaining({ code: 'PACK.NOT_FOUND' }),
    );
  });

  it('open no cycle before base and rounding of a known quota are chosen, and one with the example settings', () => {
    for (const { content } of packs.ofKind('rating-pack')) {
      for (const quota of content.quotas ?? []) {
        if (quota.rate.value === null) {
          expect(resolveQuota(quota, settings)).toBeNull();
          continue;
        }
        expect(() => resolveQuota(quota, null)).toThrow(expect.objectContaining({ code: 'READINESS.SETTING_MISSING' }));
        expect(resolveQuota(quota, settings)).toMatchObject({
          rate: { num: 1, den: 5 },
          base: 'LOWER_ONLY',
          rounding: 'HALF_UP',
        });
      }
    }
  });

  it('read every level of a member since 2011 for chains of years, and the plain mass title of organisations not as the top', () => {
    const map = packs.equivalence().content;
    const yearly = packs.ofKind('rating-pack').filter(({ content }) => content.period !== 'QUARTER');
    const ids = yearly.map(({ content }) => content.id);
    for (const { content } of yearly) expect(depthOf(content)).toBe(4);
    for (const packId of ids)
      for (const level of ranksOf(4))
        expect(equivalentLevel(map, 'commendationChain', 'MEMBER', { packId, level })?.to.value).toBe(level);
    const old = { packId: 'P2014', level: 1 } as const;
    expect(equivalentLevel(map, 'commendationChain', 'ORGANISATION', old)?.to.value).toBeNull();
    expect(
      equivalentLevel(map, 'commendationChain', 'ORGANISATION', { ...old, title: 'Trong sạch, vững mạnh tiêu biểu' })
        ?.to.value,
    ).toBe(1);
    for (const subject of SUBJECT_KINDS)
      for (const packId of ids)
        expect(equivalentLevel(map, 'ladderPosition', subject, { packId, level: 2 })?.to.value).toBe(2);
  });

  it.each([
    ['2012-12-15', 'VR2011', 'CR2011', 'MR_PRE2015', 'DF_PRE2018'],
    ['2017-12-15', 'VR2016', 'CR2016', 'MR2015', 'DF_PRE2018'],
    ['2019-12-15', 'VR2016', 'CR2016', 'MR2015', 'DF2018'],
    ['2023-12-01', 'VR2021', 'CR2021', 'MR2015', 'DF2018'],
    ['2025-02-01', 'VR2025A', 'CR2021', 'MR2015', 'DF2018'],
    ['2025-12-30', 'VR2025B', 'CR2025', 'MR2025', 'DF2018'],
    ['2026-12-15', 'VR2025B', 'CR2025', 'MR2025', 'DF2026'],
  ])('choose companion rules by date: %s', (on, voting, commendation, money, documents) => {
    expect(packs.inForce('voting-rules', on).content.id).toBe(voting);
    expect(packs.inForce('commendation-rules', on).content.id).toBe(commendation);
    expect(packs.inForce('money-rules', on).content.id).toBe(money);
    expect(packs.inForce('document-format', on).content.id).toBe(documents);
  });

  it('say of every value that is carried that it is inferred', () => {
    const wrong: string[] = [];
    const walk = (node: unknown, path: string): void => {
      if (typeof node !== 'object' || node === null) return;
      if ('carriedFrom' in node && (node as { mark?: string }).mark !== 'I') wrong.push(path);
      for (const [key, member] of Object.entries(node)) walk(member, `${path}/${key}`);
    };
    for (const { content, file } of packs.files) walk(content, file);
    expect(wrong).toEqual([]);
  });

  it('give the oldest ladder its outstanding title, and the map reads it', () => {
    for (const id of ['P2011', 'P2014']) {
      const top = packs
        .getOf('rating-pack', id)
        .content.ladder.find(({ level, subjects }) => level === 1 && subjects.includes('ORGANISATION'));
      expect(top).toMatchObject({ short: 'TSVM', titles: ['Trong sạch, vững mạnh tiêu biểu'] });
    }
  });
});

describe('the quarterly pack', () => {
  const { content } = packs.forPeriod({ year: 2026, quarter: 2 });
  const quarter = spanOf({ year: 2026, quarter: 2 });
  const duty = (facts: Partial<DutyFacts>): string =>
    reviewDuty({ subject: 'MEMBER', flags: {}, ...facts }, content.exemptions ?? [], '2026-06-10', quarter).duty;

  it.each<[string, Partial<DutyFacts>, string]>([
    ['a leader at work', { appointedOn: '2026-04-30' }, 'NORMAL'],
    ['no leader', { flags: { noLeadershipPost: true } }, 'EXEMPT'],
    ['appointed less than a month ago', { appointedOn: '2026-05-11' }, 'NOT_YET_RATED'],
    ['under inspection', { flags: { underInspection: true } }, 'NOT_YET_RATED'],
    [
      'sixty days of training',
      { absences: [{ kind: 'TRAINING', from: '2026-04-01', to: '2026-05-30' }] },
      'NOT_YET_RATED',
    ],
    [
      'fifty-nine in the quarter, more before it',
      { absences: [{ kind: 'SICK', from: '2026-01-01', to: '2026-05-29' }] },
      'NORMAL',
    ],
    [
      'maternity leave that goes on',
      { absences: [{ kind: 'MATERNITY', from: '2026-04-05', to: null }] },
      'NOT_YET_RATED',
    ],
    ['exempt, which outranks', { flags: { exempted: true, underInspection: true } }, 'EXEMPT'],
  ])('%s', (_, facts, expected) => {
    expect(duty(facts)).toBe(expected);
  });

  it('counts its dates from the quarter', () => {
    const days = content.deadlines!.map((rule) => lastDayOf(rule, 2026, 2));
    expect(days).toEqual(['2026-06-12', '2026-06-14', '2026-06-15', '2026-06-16', '2026-06-20']);
    expect(lastDayOf(content.deadlines![0]!, 2026)).toBeNull();
  });

  it('has secret ballots in the two steps whose text says so', () => {
    expect(content.steps!.filter(({ secret }) => secret.value).map(({ id }) => id)).toEqual(['S3A', 'S4']);
  });
});

/** Ceilings that shipped packs give, one fact at a time. Facts that are left out are not known. */
describe('gates of the older packs', () => {
  const ceiling = (id: string, subject: SubjectKind, facts: SubjectFacts): number | null =>
    classify({ subject, facts }, packs.compile(packs.getOf('rating-pack', id).content, settings)).ceiling;
  const sound = { isCell: false, manyTasksNotDone: false, points: 6000, subordinatesTotal: 9, subordinatesLowest: 3 };

  it.each<[string, string, SubjectKind, SubjectFacts, number]>([
    ['four contents excellent', 'P2011', 'MEMBER', { worstCriterionGrade: 1 }, 1],
    ['four contents good', 'P2011', 'MEMBER', { worstCriterionGrade: 2 }, 2],
    ['one content average', 'P2011', 'MEMBER', { worstCriterionGrade: 3 }, 3],
    ['sixty points, a third of the units weak', 'P2014', 'ORGANISATION', sound, 1],
    ['fewer than fifty points alone', 'P2014', 'ORGANISATION', { ...sound, points: 4999 }, 1],
    ['and many tasks not done', 'P2014', 'ORGANISATION', { ...sound, points: 4999, manyTasksNotDone: true }, 4],
    [
      'fifty points and many tasks not done',
      'P2014',
      'ORGANISATION',
      { ...sound, points: 5000, manyTasksNotDone: true },
      1,
    ],
    ['more than a third of the units weak', 'P2014', 'ORGANISATION', { ...sound, subordinatesLowest: 4 }, 4],
    [
      'a cell, half of the members lowest',
      'P2014',
      'ORGANISATION',
      { isCell: true, membersRated: 10, membersLowest: 5 },
      1,
    ],
    ['a cell, more than half', 'P2014', 'ORGANISATION', { isCell: true, membersRated: 10, membersLowest: 6 }, 4],
    ['disunity', 'P2014', 'ORGANISATION', { ...sound, disunityInCommittee: true }, 4],
    ['corruption', 'P2014', 'ORGANISATION', { ...sound, corruptionMemberDisciplined: true }, 4],
    ['the government lowest', 'P2014', 'ORGANISATION', { ...sound, governmentLowest: true }, 4],
    ['one mass organisation lowest', 'P2014', 'ORGANISATION', { ...sound, massOrganisationsLowest: 1 }, 1],
    ['two mass organisations lowest', 'P2014', 'ORGANISATION', { ...sound, massOrganisationsLowest: 2 }, 4],
    ['a civil servant below the top', 'P2019', 'MEMBER', { isCivilServant: true, civilLevel: 2 }, 2],
    ['nobody rates a pensioner', 'P2019', 'MEMBER', { isCivilServant: false }, 1],
    ['disciplined, though self-detected', 'P2019', 'MEMBER', { disciplined: true }, 4],
    ['half of the targets', 'P2019', 'MEMBER', { tasksDone: 5, tasksTotal: 10 }, 1],
    ['fewer', 'P2019', 'MEMBER', { tasksDone: 4, tasksTotal: 10 }, 4],
    ['the civil level lowest', 'P2018', 'MEMBER', { isCivilServant: true, civilLevel: 4 }, 4],
    ['a member warned', 'P2019', 'COLLECTIVE', { leadershipMemberWarnedOrWorse: true }, 4],
    ['party building poor', 'P2019', 'ORGANISATION', { partyBuildingGrade: 4 }, 4],
    ['force majeure', 'P2018', 'ORGANISATION', { tasksDone: 4, tasksTotal: 10, forceMajeure: true }, 1],
  ])('%s', (_, id, subject, facts, expected) => {
    expect(ceiling(id, subject, facts)).toBe(expected);
  });

  it('leave the bands of the points table open until a superior chooses them', () => {
    const pack = packs.getOf('rating-pack', 'P2014').content;
    const open = classify({ subject: 'ORGANISATION', facts: { points: 6000 } }, packs.compile(pack, settings));
    expect(open.notEvaluated).toContainEqual({ gate: 'O1.POINTS', why: 'FACT_UNKNOWN', missing: [] });
    const chosen: SettingsFile = {
      ...settings,
      values: { ...settings.values, 'points.bandTop': { value: 9000, source: 'Lựa chọn thử', mark: 'I' } },
    };
    expect(classify({ subject: 'ORGANISATION', facts: { points: 6000 } }, packs.compile(pack, chosen)).ceiling).toBe(2);
  });
});

describe('working-day tables', () => {
  const table = packs.calendars();
  const allDays = (year: number): string[] => {
    const days: string[] = [];
    for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
    return days;
  };

  it('cover every year that a cycle of 2011 to 2027 may touch', () => {
    expect([...table.keys()].sort()).toEqual(Array.from({ length: 18 }, (_, index) => 2011 + index));
  });

  // The Chinese calendar of ICU puts the new moon of 6 February 2027, an hour before midnight, on the 7th; Vietnam has the 6th.
  const ICU_WRONG: Readonly<Record<number, string>> = { 2027: '2027-02-06' };
  const lunar = new Intl.DateTimeFormat('en-u-ca-chinese', { month: 'numeric', day: 'numeric', timeZone: 'UTC' });
  const lunarDay = (year: number, month: string, day: string): string =>
    allDays(year).find((date) => {
      const parts = Object.fromEntries(lunar.formatToParts(new Date(date)).map(({ type, value }) => [type, value]));
      return parts['month'] === month && parts['day'] === day;
    })!;

  it.each(Array.from({ length: 18 }, (_, index) => 2011 + index))(
    'have Tết and the Hùng kings of %i on the right days',
    (year) => {
      const off = (name: string): string[] =>
        table
          .get(year)!
          .holidays.filter((holiday) => holiday.name.includes(name))
          .map(({ date }) => date);
      const newYear = ICU_WRONG[year] ?? lunarDay(year, '1', '1');
      const tet = off('Tết Nguyên đán');
      for (const date of [addDays(newYear, -1), newYear, addDays(newYear, 1), addDays(newYear, 2)])
        if (isoWeekday(date) <= 5) expect(tet).toContain(date);
      expect(tet.length).toBe(year < 2014 ? 4 : 5);
      const kings = lunarDay(year, '3', '10');
      const [king] = off('Hùng Vương');
      if (isoWeekday(kings) <= 5) expect(king).toBe(kings);
      else expect(king! > kings && king! <= addDays(kings, 4)).toBe(true);
    },
  );

  // Labour Code: 9 paid days until 2013, 10 until 2020, 11 since National Day has two; days that fall on a weekend are given back.
  it.each([
    [2011, 9],
    [2012, 9],
    [2013, 9],
    [2014, 10],
    [2015, 10],
    [2016, 10],
    [2017, 10],
    [2018, 10],
    [2019, 10],
    [2020, 10],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 11],
    [2026, 11],
    [2027, 11],
    [2028, 11],
  ])('give %i its %i days off', (year, expected) => {
    const calendar = table.get(year)!;
    expect(calendar.holidays.filter(({ date }) => isoWeekday(date) > 5)).toEqual([]);
    expect(calendar.workingDays.filter(({ date }) => isoWeekday(date) <= 5)).toEqual([]);
    const exchanged = calendar.holidays.filter(({ name }) => name.startsWith('Nghỉ hoán đổi'));
    expect(calendar.holidays.length - exchanged.length).toBe(expected);
    for (const fixed of ['01-01', '04-30', '05-01', '09-02'])
      expect(isWorkingDay(table, `${year}-${fixed}`)).toBe(false);
    const weekdays = allDays(year).filter((day) => isoWeekday(day) <= 5).length;
    expect(allDays(year).filter((day) => isWorkingDay(table, day)).length).toBe(
      weekdays - calendar.holidays.length + calendar.workingDays.length,
    );
  });
});
