import { type Level } from '@binhxet/domain';
import { type ExpectedFile, type ExpectedResult } from '../scenario/scenario-head.js';
import { generatedReadme } from './readme.js';
import { exactly, orBetter, reading, subjects, targetLine, work } from './targets.js';
import { type BuiltUnit } from './unit-builder.js';
import { expectedRegistrations, type RegisteredYear } from './vinh-phuc-2015-2025.registrations.js';

export const SEED = 20152025;
export const SUPERIOR = 'KHOI-VP';
export const FIRST = 2015;
export const LAST = 2025;
export const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
export const COMMITTEE_ORGS = 8;
export const GRASSROOTS_CELLS = 12;
export const JOINERS_A_YEAR = 6;
/** From this year on the top is for few; before it half of the organisations stood there. */
export const QUOTA_SINCE = 2018;
/** Awards are derived from the first year whose commendation rules are confirmed. */
export const AWARDS_SINCE = 2021;
export const TOP_BEFORE_QUOTAS = 10;
/** Published: 930 admitted in 2015-2020 (100 % of the goal). By year, generated; 2020-2025: 450-500 as the target says. */
export const ADMITTED: Readonly<Record<number, number>> = {
  2015: 174,
  2016: 180,
  2017: 188,
  2018: 192,
  2019: 196,
  2020: 92,
  2021: 94,
  2022: 96,
  2023: 93,
  2024: 97,
  2025: 90,
};

/** This year and the four before it. */
const LAST_FIVE = [0, 1, 2, 3, 4] as const;

/** Members whose years at the top are laid down; of everybody else nobody stands there for more than three years running. */
export interface Streak {
  readonly code: string;
  readonly top: (year: number) => boolean;
}

export interface LivedYear {
  readonly year: number;
  readonly units: readonly BuiltUnit[];
  readonly registered: RegisteredYear;
}

export function firstTerm() {
  const years = [2015, 2019] as const;
  return {
    number: 'NQ-DH-2015 (mô phỏng)',
    title: 'Nghị quyết đại hội nhiệm kỳ 2015-2020 (số hiệu mô phỏng)',
    adoptedOn: '2015-06-15',
    fromYear: 2015,
    toYear: 2019,
    targets: [
      targetLine({
        code: '1',
        wording: 'Kết nạp 930 đảng viên trong nhiệm kỳ',
        operator: '>=',
        value: 930,
        unit: 'COUNT',
        period: 'TERM',
        years,
        readings: [reading('admissions', work('ADMISSION'), null)],
        mark: 'I',
        note: '930 là kết quả công bố bằng 100 % mục tiêu',
      }),
      targetLine({
        code: '3',
        wording: 'Không có tổ chức cơ sở đảng yếu kém',
        operator: 'none',
        unit: 'COUNT',
        label: 'Yếu kém',
        years,
        readings: [reading('all', subjects('ORGANISATION', 'ALL', exactly(4)), null)],
      }),
    ],
  };
}

export function secondTerm() {
  const years = [2020, 2025] as const;
  const organisations = subjects('ORGANISATION', 'ALL');
  const members = subjects('MEMBER', 'RATED');
  return {
    number: 'NQ-DH-2020 (mô phỏng)',
    title: 'Nghị quyết đại hội nhiệm kỳ 2020-2025 (số hiệu mô phỏng)',
    adoptedOn: '2020-06-15',
    fromYear: 2020,
    toYear: 2025,
    targets: [
      targetLine({
        code: '2',
        wording: 'Kết nạp bình quân mỗi năm 80 đảng viên',
        operator: '>=',
        value: 80,
        unit: 'COUNT',
        years,
        readings: [reading('admissions', work('ADMISSION'), null)],
      }),
      targetLine({
        code: '3',
        wording: 'Kết nạp 450-500 đảng viên trong nhiệm kỳ',
        operator: 'between',
        value: 450,
        upper: 500,
        unit: 'COUNT',
        period: 'TERM',
        years: [2021, 2025],
        readings: [reading('admissions', work('ADMISSION'), null)],
        note: '5 × 80 = 400: mâu thuẫn với chỉ tiêu 2, giữ cả hai',
      }),
      targetLine({
        code: '4',
        wording: 'Trên 95 % tổ chức cơ sở đảng hoàn thành tốt nhiệm vụ',
        operator: '>',
        value: 95,
        unit: 'PERCENT',
        label: 'Hoàn thành tốt nhiệm vụ',
        years,
        readings: [
          reading('or-better', subjects('ORGANISATION', 'ALL', orBetter(2)), organisations, 'I'),
          reading('exactly', subjects('ORGANISATION', 'ALL', exactly(2)), organisations, 'I'),
        ],
      }),
      targetLine({
        code: '5',
        wording: 'Trên 97 % đảng viên hoàn thành tốt nhiệm vụ',
        operator: '>',
        value: 97,
        unit: 'PERCENT',
        label: 'Hoàn thành tốt nhiệm vụ',
        years,
        readings: [
          reading('or-better', subjects('MEMBER', 'RATED', orBetter(2)), members, 'I'),
          reading('exactly', subjects('MEMBER', 'RATED', exactly(2)), members, 'I'),
        ],
      }),
      targetLine({
        code: '6',
        wording: 'Trong đó 20 % tổ chức hoàn thành xuất sắc nhiệm vụ',
        operator: '=',
        value: 20,
        unit: 'PERCENT',
        label: 'Hoàn thành xuất sắc nhiệm vụ',
        years,
        readings: [
          reading('of-all', subjects('ORGANISATION', 'ALL', exactly(1)), organisations, 'I'),
          reading(
            'of-those',
            subjects('ORGANISATION', 'ALL', exactly(1)),
            subjects('ORGANISATION', 'ALL', orBetter(2)),
            'I',
          ),
        ],
      }),
      targetLine({
        code: '7',
        wording: 'Trong đó 15-20 % đảng viên hoàn thành xuất sắc nhiệm vụ',
        operator: 'between',
        value: 15,
        upper: 20,
        unit: 'PERCENT',
        label: 'Hoàn thành xuất sắc nhiệm vụ',
        years,
        readings: [
          reading('of-all', subjects('MEMBER', 'RATED', exactly(1)), members, 'I'),
          reading('of-those', subjects('MEMBER', 'RATED', exactly(1)), subjects('MEMBER', 'RATED', orBetter(2)), 'I'),
        ],
      }),
    ],
  };
}

/** What the votes of each year must lead to. */
export function expected(lived: readonly LivedYear[], laid: readonly Streak[]): ExpectedFile {
  const levels = new Map(
    lived.map(({ year, units }) => [
      year,
      new Map(units.flatMap((unit) => unit.people.map((person) => [person.code, person.level]))),
    ]),
  );
  const fiveYears = (year: number) =>
    [...levels.get(year)!.keys()]
      .filter((code) => LAST_FIVE.every((back) => levels.get(year - back)?.get(code) === 1))
      .sort();
  const sum = (from: number, to: number) =>
    YEARS.filter((year) => year >= from && year <= to).reduce((total, year) => total + ADMITTED[year]!, 0);
  return {
    source: 'Bài báo về nhiệm kỳ 2015-2020 và mục tiêu 2020-2025 (không ghi ngày); mọi phần khác là dữ liệu mô phỏng',
    results: lived.flatMap(({ year, units, registered }): ExpectedResult[] => {
      const people = units.flatMap((unit) => unit.people);
      const count = (level: Level) => people.filter((person) => person.level === level).length;
      const top = units
        .filter((unit) => unit.plan.level === 1)
        .map((unit) => unit.plan.code)
        .sort();
      const rows: ExpectedResult[] = [
        { year, key: 'organisations.total', expected: { k: units.length } },
        { year, key: 'organisations.level1', expected: { k: top.length, n: units.length } },
        {
          year,
          key: 'organisations.level4',
          published: { text: 'không có', k: 0 },
          expected: { k: 0, n: units.length },
        },
        { year, key: 'members.level1', expected: { k: count(1), n: people.length } },
        { year, key: 'members.goodOrBetter', expected: { k: count(1) + count(2), n: people.length } },
        {
          year,
          key: 'members.admitted',
          expected: { k: JOINERS_A_YEAR, n: people.length },
          note: 'Trong cây mô phỏng nhỏ; số kết nạp công bố nằm trong hồ sơ công việc',
        },
        {
          year,
          key: 'commendation.MEMBER_FIVE_YEARS',
          expected:
            year < AWARDS_SINCE
              ? { k: 0 }
              : {
                  k: fiveYears(year).length,
                  subjects: fiveYears(year),
                  absent: laid
                    .filter((streak) => !LAST_FIVE.every((back) => streak.top(year - back)))
                    .map((streak) => streak.code),
                },
        },
      ];
      if (year >= AWARDS_SINCE)
        rows.push({ year, key: 'commendation.ORG_YEAR', expected: { k: top.length, subjects: top } });
      rows.push(...expectedRegistrations(year, units, registered));
      if (year < 2020) rows.push({ year, key: 'target.NQ1.3', expected: { k: 0, verdict: 'MET' } });
      if (year === 2019)
        rows.push({
          year,
          key: 'target.NQ1.1.term',
          label: 'Kết nạp trong nhiệm kỳ 2015-2020',
          published: { text: '930 (100 % mục tiêu)', k: 930 },
          expected: { k: sum(2015, 2019), verdict: 'MET' },
        });
      if (year >= 2020) {
        rows.push({ year, key: 'target.NQ2.2', expected: { k: ADMITTED[year]!, verdict: 'EXCEEDED' } });
        rows.push({ year, key: 'target.NQ2.4', expected: { k: units.length, n: units.length, verdict: 'EXCEEDED' } });
        rows.push({
          year,
          key: 'target.NQ2.5',
          expected: { k: count(1) + count(2), n: people.length, verdict: 'EXCEEDED' },
        });
        rows.push({
          year,
          key: 'target.NQ2.6',
          expected: { k: top.length, n: units.length, verdict: 'NOT_MET' },
          note: '20 % của mức liền dưới nhiều nhất là 16,7 % của tổng',
        });
      }
      if (year === LAST)
        rows.push({ year, key: 'target.NQ2.3.term', expected: { k: sum(2021, 2025), verdict: 'MET' } });
      return rows;
    }),
  };
}

export function readme(lived: readonly LivedYear[]): string {
  const people = lived.at(-1)!.units.flatMap((unit) => unit.people).length;
  return generatedReadme('vinh-phuc-2015-2025', 'Scenario vinh-phuc-2015-2025', SEED, [
    'Published: 930 members admitted in five years, 100 % of the goal; no organisation "yếu kém"; targets of 2020-2025: 80 admissions a year',
    'and 450-500 in the term (contradictory, both kept), over 95 % of organisations and over 97 % of members good, 20 % of organisations and',
    '15-20 % of members at the top.',
    '',
    `Generated: everything else. A small tree (20 organisations, 28 cells, ${people} members in the last year, ${JOINERS_A_YEAR} more each year) stands for the`,
    'block, so that eleven years stay short; the published admissions are work records of its organisations, not rows of members. Every vote,',
    'every level. Where 2015-2020 ends and 2020-2025 begins is read as: rating years 2015-2019 and 2020-2025.',
    '',
    'Each year begins with registration, under an open pack: every organisation names the level it aims at, one late, one twice, in 2016 and',
    '2022 one not at all; at the end of the year the run sets what was registered beside what was achieved. Up to 2018 the words are those of',
    'the rules of 2014. What is aimed at is generated; every fourth organisation that ends good had aimed higher.',
    '',
    'Five rating packs follow one another. Five years in a row are counted across them: one member is at the top in all eleven years, others',
    'in 2017-2021, 2019-2023 and 2021-2025; one chain is broken in 2020, one is a year short. Before 2021 no award is derived: the rules of',
    'commendation then in force are not confirmed.',
  ]);
}
