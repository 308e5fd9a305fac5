import { type ExpectedFile, type ExpectedResult } from '../scenario/scenario-head.js';
import { generatedReadme } from './readme.js';
import { orBetter, reading, subjects, targetLine, work } from './targets.js';
import { type BuiltUnit } from './unit-builder.js';

export const SEED = 20191676;
export const YEAR = 2019;
export const SUPERIOR = 'KHOI-DL';
/** Published: 114 = 67 + 47 organisations, two predecessors merged in 2019 by one decision; its day is generated. */
export const COMMITTEE_ORGS = 67;
export const GRASSROOTS_CELLS = 47;
export const PREDECESSORS = [
  { code: 'KHOI-CCQ', name: 'Đảng bộ Khối các cơ quan tỉnh (mô phỏng)', group: 'CQ' },
  { code: 'KHOI-DN', name: 'Đảng bộ Khối doanh nghiệp tỉnh (mô phỏng)', group: 'DN' },
] as const;
export const OPENED_ON = '2019-12-02';
export const MERGED_ON = '2019-05-02';
export const MERGER = '1676-QĐ/TU';
/** The only sizes that give the published shares: 15.16, 81.24 and 3.17 % of the rated, 92 % of the organisations. */
export const RATED = 6951;
export const TOP = 1054;
export const COMPLETED = 220;
export const FAILED = 30;
export const WEAK_ORGS = 9;
/** "Nearly 7,000" members with those who are not rated. */
export const JUST_ADMITTED = 28;
export const EXEMPTED = 19;
/** 1,940 admitted within the term, by year of admission. */
export const ADMITTED: Readonly<Record<number, number>> = { 2015: 372, 2016: 391, 2017: 402, 2018: 390, 2019: 385 };

/** Targets of the congress resolution as far as published. */
export function resolution() {
  const years = [YEAR, YEAR] as const;
  const organisations = subjects('ORGANISATION', 'ALL');
  return {
    number: 'NQ-DH-2015 (mô phỏng)',
    title: 'Nghị quyết đại hội nhiệm kỳ 2015-2020 (mục tiêu công bố, số hiệu mô phỏng)',
    adoptedOn: '2015-08-26',
    fromYear: 2015,
    toYear: 2020,
    targets: [
      targetLine({
        code: '1',
        wording: 'Trên 98 % tổ chức cơ sở đảng hoàn thành nhiệm vụ',
        operator: '>',
        value: 98,
        unit: 'PERCENT',
        decimals: 0,
        label: 'Hoàn thành nhiệm vụ',
        years,
        readings: [reading('or-better', subjects('ORGANISATION', 'ALL', orBetter(3)), organisations, 'I')],
      }),
      targetLine({
        code: '2',
        wording: 'Trong đó trên 80 % hoàn thành tốt nhiệm vụ',
        operator: '>',
        value: 80,
        unit: 'PERCENT',
        decimals: 0,
        label: 'Hoàn thành tốt nhiệm vụ',
        years,
        readings: [
          reading('of-all', subjects('ORGANISATION', 'ALL', orBetter(2)), organisations, 'I'),
          reading(
            'of-those',
            subjects('ORGANISATION', 'ALL', orBetter(2)),
            subjects('ORGANISATION', 'ALL', orBetter(3)),
            'I',
          ),
        ],
      }),
      targetLine({
        code: '3',
        wording: 'Kết nạp 1.600 đảng viên trong nhiệm kỳ',
        operator: '>=',
        value: 1600,
        unit: 'COUNT',
        years,
        readings: [reading('admissions', work('ADMISSION'), null)],
        note: 'Đối chiếu một lần khi tổng kết',
      }),
      targetLine({
        code: '7',
        wording: 'Trên 95 % đảng viên hoàn thành nhiệm vụ',
        operator: '>',
        value: 95,
        unit: 'PERCENT',
        label: 'Hoàn thành nhiệm vụ',
        years,
        readings: [reading('or-better', subjects('MEMBER', 'RATED', orBetter(3)), subjects('MEMBER', 'RATED'), 'I')],
      }),
    ],
  };
}

/** What the generated year must lead to, and what of it was published. */
export function expected(units: readonly BuiltUnit[], inspected: readonly ExpectedResult[]): ExpectedFile {
  const year = YEAR;
  const orgs = units.length;
  const members = units.reduce((sum, unit) => sum + unit.people.length, 0);
  const top = units.filter((unit) => unit.plan.level === 1).length;
  return {
    source: 'Bài báo ngày 26/8/2020 về kết quả nhiệm kỳ 2015-2020; phần không công bố là dữ liệu mô phỏng',
    results: [
      {
        year,
        key: 'organisations.total',
        label: 'Tổ chức cơ sở đảng (67 đảng bộ cơ sở, 47 chi bộ cơ sở)',
        published: { text: '114', k: 114 },
        expected: { k: orgs },
      },
      {
        year,
        key: 'organisations.completedOrBetter',
        label: 'Tổ chức cơ sở đảng hoàn thành nhiệm vụ',
        published: { text: '100 %', percent: '100' },
        expected: { k: orgs, n: orgs },
        note: 'Bài báo không viết "trở lên"',
      },
      {
        year,
        key: 'organisations.goodOrBetter',
        label: 'Trong đó hoàn thành tốt nhiệm vụ',
        published: { text: '92 %', percent: '92' },
        expected: { k: orgs - WEAK_ORGS, n: orgs },
        note: 'Hiểu là tốt trở lên; 105 là số duy nhất của 114 làm tròn thành 92 %',
      },
      { year, key: 'organisations.level1', expected: { k: top, n: orgs }, note: 'Không công bố' },
      {
        year,
        key: 'members.total',
        label: 'Đảng viên',
        published: { text: 'gần 7.000', nearly: 7000 },
        expected: { k: members },
      },
      {
        year,
        key: 'members.level1',
        label: 'Đảng viên hoàn thành xuất sắc nhiệm vụ',
        published: { text: 'trên 15,16 %', percent: '15.16', over: true },
        expected: { k: TOP, n: RATED },
      },
      {
        year,
        key: 'members.level2',
        label: 'Đảng viên hoàn thành tốt nhiệm vụ',
        published: { text: '81,24 %', percent: '81.24' },
        expected: { k: RATED - TOP - COMPLETED - FAILED, n: RATED },
      },
      {
        year,
        key: 'members.level3',
        label: 'Đảng viên hoàn thành nhiệm vụ',
        published: { text: '3,17 %', percent: '3.17' },
        expected: { k: COMPLETED, n: RATED },
      },
      {
        year,
        key: 'members.completedOrBetter',
        label: 'Đảng viên hoàn thành nhiệm vụ trở lên',
        published: { text: '15,16 + 81,24 + 3,17 = 99,57 %', percent: '99.57' },
        expected: { k: RATED - FAILED, n: RATED },
        note: 'Tổng của ba tỷ lệ công bố; phần còn lại không được làm tròn thành 100 %',
      },
      {
        year,
        key: 'members.level4',
        label: 'Phần còn lại 0,43 %: trong dữ liệu mô phỏng là không hoàn thành nhiệm vụ',
        expected: { k: FAILED, n: RATED },
      },
      { year, key: 'members.notRated', expected: { k: JUST_ADMITTED, n: members }, note: 'Kết nạp chưa đủ 6 tháng' },
      { year, key: 'members.exempt', expected: { k: EXEMPTED, n: members } },
      { year, key: 'members.admitted', expected: { k: ADMITTED[YEAR]!, n: members }, note: 'Riêng năm 2019' },
      { year, key: 'quota.breaches', expected: { k: 0 } },
      {
        year,
        key: 'target.NQ.1',
        published: { text: '100 %', percent: '100' },
        expected: { k: orgs, n: orgs, verdict: 'EXCEEDED' },
      },
      {
        year,
        key: 'target.NQ.2',
        published: { text: '92 %', percent: '92' },
        expected: { k: orgs - WEAK_ORGS, n: orgs, verdict: 'EXCEEDED' },
      },
      {
        year,
        key: 'target.NQ.3',
        published: { text: '1.940 (vượt 21,25 %)', k: 1940 },
        expected: { k: 1940, verdict: 'EXCEEDED' },
      },
      {
        year,
        key: 'target.NQ.7',
        published: { text: '99,57 %', percent: '99.57' },
        expected: { k: RATED - FAILED, n: RATED, verdict: 'EXCEEDED' },
      },
      ...inspected,
    ],
  };
}

export function readme(units: readonly BuiltUnit[]): string {
  const cells = units.reduce((sum, unit) => sum + unit.cells.length, 0);
  const members = units.reduce((sum, unit) => sum + unit.people.length, 0);
  const admitted = Object.values(ADMITTED).reduce((sum, count) => sum + count, 0);
  return generatedReadme('dak-lak-2019', 'Scenario dak-lak-2019', SEED, [
    'Published: 114 grassroots organisations (67 with committee, 47 cells), nearly 7,000 members, set up in 2019 by merging two blocks',
    '(1676-QĐ/TU); 100 % of organisations completed their tasks (target over 98 %), 92 % good (target over 80 %); members: over 15.16 % at',
    'the top, 81.24 % good, 3.17 % completed; 1,940 admitted in the term (target 1,600). Inspection: the standing committee 74 organisations',
    'and 63 members, commissions of both levels 948 turns on organisations and 204 members, the offices 7 organisations, grassroots committees',
    '985 turns on organisations and 17,694 on members; more than 1,000 people trained.',
    '',
    `Generated: the day of the merger (${MERGED_ON}), who came from which predecessor, ${cells} cells, ${members} members of whom ${RATED} are`,
    `rated (${TOP} / ${RATED - TOP - COMPLETED - FAILED} / ${COMPLETED} / ${FAILED}), every vote, the organisations at the top, the results of 2017 and 2018. The published percentages`,
    'do not say whether they are of one year or of the term; they are run as the year 2019.',
    '',
    `Members admitted from 2015 to 2019: ${admitted}, by their dates of admission. 105 of 114 is the only count that rounds to 92 %; other`,
    'numbers of members would fit the three shares as well: 6,931, 6,939, 6,944, 6,945, 6,971, 6,972, 6,977, 6,978 and 6,998.',
    'Who was inspected and how often is generated, all of it recorded as inspections of 2019: turns and different organisations or members are',
    'separate figures. The organisation names both predecessors, so that the merger stands in the history of the tree.',
    'The three shares add up to 99.57 %; the rest of 0.43 % is not published.',
  ]);
}
