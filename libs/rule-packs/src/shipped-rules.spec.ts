import {
  addDays,
  equivalentLevel,
  isoWeekday,
  isWorkingDay,
  LEVELS,
  resolveQuota,
  SUBJECT_KINDS,
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

  it('have one pack for every rating year since 2011, and rules to open a cycle since 2023', () => {
    const years = Array.from({ length: 17 }, (_, index) => 2011 + index);
    const used = years.map((year) => packs.forYear(year).content).map(({ id, use }) => `${id} ${use}`);
    expect([...new Set(used)]).toEqual([
      'P2011 HISTORY',
      'P2014 HISTORY',
      'P2018 HISTORY',
      'P2019 HISTORY',
      'P2023 CYCLE',
      'P2025 CYCLE',
    ]);
  });

  it('open no cycle before base and rounding are chosen, and one with the example settings', () => {
    for (const { content } of packs.ofKind('rating-pack')) {
      for (const quota of content.quotas ?? []) {
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
    const ids = packs.ofKind('rating-pack').map(({ content }) => content.id);
    for (const packId of ids)
      for (const level of LEVELS)
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

  it('choose companion rules by date', () => {
    expect(packs.inForce('voting-rules', '2023-12-01').content.id).toBe('VR2021');
    expect(packs.inForce('commendation-rules', '2024-01-10').content.id).toBe('CR2021');
    expect(packs.inForce('money-rules', '2024-01-10').content.id).toBe('MR2015');
    expect(packs.inForce('document-format', '2024-01-10').content.id).toBe('DF2018');
  });
});

describe('working-day tables', () => {
  const table = packs.calendars();
  const allDays = (year: number): string[] => {
    const days: string[] = [];
    for (let day = `${year}-01-01`; yearOf(day) === year; day = addDays(day, 1)) days.push(day);
    return days;
  };

  it('cover every year from 2019 to 2027', () => {
    expect([...table.keys()].sort()).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026, 2027]);
  });

  // Labour Code: 10 paid days a year until 2020, 11 since National Day has two; days that fall on a weekend are given back.
  it.each([
    [2019, 10],
    [2020, 10],
    [2021, 11],
    [2022, 11],
    [2023, 11],
    [2024, 11],
    [2025, 11],
    [2026, 11],
    [2027, 11],
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
