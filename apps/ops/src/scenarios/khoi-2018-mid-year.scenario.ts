import { type Level } from '@binhxet/domain';
import { type ExpectedFile, type ExpectedResult, type ScenarioHead } from '../scenario/scenario-head.js';
import { assignLevels, mostExcellent } from './levels.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { ratingPackOf, rulesInForce } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { exactly, reading, subjects, targetLine } from './targets.js';
import { Trouble } from './trouble.js';
import { type BuiltUnit, plainCell, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFactsOfYear } from './year-facts.js';

const SEED = 20180710;
const SUPERIOR = 'KHOI-02';
const YEAR = 2018;
/** Published: 35 and 32 organisations; 16 and 17 of them had done no inspection or supervision by the conference of 10/7/2018. */
const COMMITTEE_ORGS = 35;
const GRASSROOTS_CELLS = 32;
const LATE = { GRASSROOTS_COMMITTEE_ORG: 16, GRASSROOTS_CELL: 17 } as const;
const ORGS = COMMITTEE_ORGS + GRASSROOTS_CELLS;
/** Published as 57 % and 80 % of the yearly plans; their sizes are generated. */
const PLANNED = { ADMISSION: 100, INSPECTION: 250 } as const;
const DONE = { ADMISSION: 57, INSPECTION: 200 } as const;
/** Generated: who was still late on 15/9, and how many organisations stood at the top the year before (63 of 67 would be 94.03 %). */
const STILL_LATE = 4;
const TOP_LAST_YEAR = 60;
const HELD_ON = '2018-07-10';
const CORRECT_BEFORE = '2018-09-15';

const two = (number: number) => String(number).padStart(2, '0');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

function plans(prng: Prng): UnitPlan[] {
  const top = new Set(prng.shuffled(range(ORGS)).slice(0, mostExcellent(ORGS)));
  return range(ORGS).map((at): UnitPlan => {
    const isCell = at >= COMMITTEE_ORGS;
    const code = `${isCell ? 'CB' : 'DB'}${two(at + 1)}`;
    const name = `${isCell ? 'Chi bộ' : 'Đảng bộ'} cơ sở ${two(at + 1)}`;
    const level: Level = top.has(at) ? 1 : 2;
    const cells = isCell
      ? [{ ...plainCell(code, name, at === COMMITTEE_ORGS ? 20 : prng.between(7, 9), 3), level }]
      : [plainCell(`${code}-1`, `Chi bộ ${two(at + 1)}-1`, prng.between(8, 10), 0)];
    return { code, name, level, collectiveLevel: level, committee: 3, isCell, cells };
  });
}

/** Work of the superior and of organisations: plans and turns of the first half, then what the late ones caught up on. */
function writeWork(files: ScenarioFiles, units: readonly BuiltUnit[], late: readonly BuiltUnit[]): void {
  const record = (
    organisation: string,
    kind: string,
    on: string,
    quantity: number,
    more: Readonly<Record<string, string>> = {},
  ) => files.add('records', { organisation, kind, on, quantity, ...more });
  for (const kind of ['ADMISSION', 'INSPECTION'] as const)
    record(SUPERIOR, kind, '2018-01-10', PLANNED[kind], { state: 'PLANNED', note: 'Kế hoạch năm (mô phỏng)' });
  const diligent = units.filter((unit) => !late.includes(unit));
  diligent.forEach((unit, nth) => record(unit.plan.code, 'INSPECTION', `2018-0${3 + (nth % 4)}-15`, 1));
  record(SUPERIOR, 'INSPECTION', '2018-06-20', DONE.INSPECTION - diligent.length, {
    note: 'Lượt kiểm tra, giám sát của Khối (mô phỏng)',
  });
  range(DONE.ADMISSION).forEach((nth) => record(units[nth]!.plan.code, 'ADMISSION', '2018-06-19', 1));
  const stillLate = late.slice(-STILL_LATE);
  for (const unit of late)
    record(unit.plan.code, 'SUPERVISION', stillLate.includes(unit) ? '2018-09-24' : '2018-08-20', 1);
}

/** The first half as published, the second half of the year generated. */
export function khoi2018(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, YEAR, SUPERIOR, 0, '2015-07-01');
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối các cơ quan tỉnh (dữ liệu mô phỏng)');
  const units = plans(prng).map((plan) => builder.unit(plan));
  const superior = addSuperiorPosts(builder, SUPERIOR, units[COMMITTEE_ORGS]!.people.slice(4), 7, 2);
  const trouble = new Trouble(files, prng, units, superior.standing);
  trouble.away(4);
  const ofKind = (isCell: boolean) => prng.shuffled(units.filter((unit) => unit.plan.isCell === isCell));
  const late = [
    ...ofKind(false).slice(0, LATE.GRASSROOTS_COMMITTEE_ORG),
    ...ofKind(true).slice(0, LATE.GRASSROOTS_CELL),
  ];
  writeWork(files, units, late);
  units.forEach((unit, at) => assignLevels(unit, prng, at % 9 === 0 && unit.plan.level === 2 ? [3] : [], 0));
  const topBefore = new Set(prng.shuffled(range(ORGS)).slice(0, TOP_LAST_YEAR));
  units.forEach((unit, at) => {
    builder.writePeople(unit);
    builder.writeMarks(unit);
    for (const person of unit.people)
      writeFactsOfYear(files, prng, YEAR, 'MEMBER', person.code, person.level, { leads: person.head });
    writeFactsOfYear(files, prng, YEAR, 'ORGANISATION', unit.plan.code, unit.plan.level);
    files.add('history', {
      subjectKind: 'ORGANISATION',
      subject: unit.plan.code,
      year: YEAR - 1,
      pack: ratingPackOf(YEAR - 1),
      level: topBefore.has(at) ? 1 : 2,
    });
  });
  writeStandingVotes(files, prng, superior, units);
  return files.render(head(), expected(units, late), readme(units));
}

function resolution() {
  return {
    number: 'NQ-DH-2015 (mô phỏng)',
    title: 'Nghị quyết đại hội nhiệm kỳ 2015-2020 (mục tiêu công bố, số hiệu mô phỏng)',
    adoptedOn: '2015-08-20',
    fromYear: 2015,
    toYear: 2020,
    targets: [
      targetLine({
        code: '5',
        wording: '95 % tổ chức cơ sở đảng trong sạch, vững mạnh',
        operator: '=',
        value: 95,
        unit: 'PERCENT',
        label: 'Trong sạch, vững mạnh',
        packOfLabel: ratingPackOf(2015),
        years: [2015, 2020],
        readings: [
          reading('of-all', subjects('ORGANISATION', 'ALL', exactly(1)), subjects('ORGANISATION', 'ALL'), 'I'),
        ],
      }),
    ],
  };
}

function head(): ScenarioHead {
  return {
    format: 'binhxet-scenario/1',
    name: 'khoi-2018-mid-year',
    title: {
      vi: 'Sáu tháng đầu năm 2018 của một Đảng bộ Khối và phần còn lại của năm (dữ liệu mô phỏng theo số liệu công bố)',
      en: 'The first half of 2018 of a block and the rest of the year (generated to published figures)',
    },
    simulated: true,
    generated: {
      by: 'npm run scenario -- generate khoi-2018-mid-year',
      seed: SEED,
      what: ['organisations', 'members', 'posts', 'history', 'facts', 'acts', 'marks', 'records'],
    },
    seed: SEED,
    superior: SUPERIOR,
    resolutions: [{ key: 'NQ', resolution: resolution() }],
    years: [
      {
        period: String(YEAR),
        midYear: {
          from: '2018-01-08',
          heldOn: HELD_ON,
          workKinds: ['INSPECTION', 'SUPERVISION'],
          correctBefore: CORRECT_BEFORE,
          note: 'Sinh hoạt chi bộ còn hạn chế; kết nạp chậm ở nơi có nguồn (mô phỏng)',
        },
        clock: { mode: 'DRIVEN', from: '2018-12-03', until: '2019-01-15' },
        packs: rulesInForce(YEAR, '2018-12-03'),
        settings: settingsFile(`KHOI-02-${YEAR}`),
        plan: {
          selfReview: '2018-12-06',
          cellMeeting: '2018-12-11',
          cellSubmission: '2018-12-12',
          unitSitting: '2018-12-14',
          unitDossier: '2018-12-17',
          verification: '2018-12-19',
          classification: '2018-12-21',
          heads: '2018-12-26',
          commendation: '2018-12-31',
        },
      },
    ],
  };
}

function expected(units: readonly BuiltUnit[], late: readonly BuiltUnit[]): ExpectedFile {
  const people = units.flatMap((unit) => unit.people);
  const top = units.filter((unit) => unit.plan.level === 1).length;
  const codes = (of: readonly BuiltUnit[]) => of.map((unit) => unit.plan.code).sort();
  const year = YEAR;
  const results: ExpectedResult[] = [
    {
      year,
      key: 'midYear.ADMISSION',
      label: 'Kết nạp sáu tháng so với kế hoạch năm',
      published: { text: '57 %', percent: '57' },
      expected: { k: DONE.ADMISSION, n: PLANNED.ADMISSION },
    },
    {
      year,
      key: 'midYear.INSPECTION',
      label: 'Kiểm tra, giám sát so với kế hoạch năm',
      published: { text: '80 %', percent: '80' },
      expected: { k: DONE.INSPECTION, n: PLANNED.INSPECTION },
    },
    {
      year,
      key: 'midYear.late.GRASSROOTS_COMMITTEE_ORG',
      label: 'Đảng ủy chưa kiểm tra, giám sát',
      published: { text: '16/35', k: 16, n: 35 },
    },
    {
      year,
      key: 'midYear.late.GRASSROOTS_CELL',
      label: 'Chi bộ chưa kiểm tra, giám sát',
      published: { text: '17/32', k: 17, n: 32 },
    },
    { year, key: 'midYear.late', expected: { k: late.length, subjects: codes(late) } },
    {
      year,
      key: 'midYear.target.NQ.5',
      label: 'Số tổ chức cần đạt của mục tiêu 95 %',
      published: { text: 'khó đạt, năm trước cũng không đạt' },
      expected: { k: 64, n: ORGS, verdict: 'AT_RISK' },
    },
    { year, key: 'midYear.lateThen', expected: { k: late.length, subjects: codes(late) } },
    { year, key: 'midYear.stillLate', expected: { k: STILL_LATE, subjects: codes(late.slice(-STILL_LATE)) } },
    { year, key: 'organisations.total', expected: { k: ORGS } },
    { year, key: 'organisations.level1', expected: { k: top, n: ORGS } },
    {
      year,
      key: 'members.level1',
      expected: { k: people.filter((person) => person.level === 1).length, n: people.length },
    },
    {
      year,
      key: 'members.level3',
      expected: { k: people.filter((person) => person.level === 3).length, n: people.length },
    },
    {
      year,
      key: 'target.NQ.5',
      expected: { verdict: 'NOT_COMPARABLE' },
      note: 'Trong sạch, vững mạnh không có mức tương đương trong thang của năm 2018 cho đến khi có người quy đổi',
    },
  ];
  return {
    source: 'Bài báo ngày 11/7/2018 về hội nghị ngày 10/7/2018; phần không công bố là dữ liệu mô phỏng',
    results,
  };
}

function readme(units: readonly BuiltUnit[]): string {
  const people = units.flatMap((unit) => unit.people).length;
  return generatedReadme('khoi-2018-mid-year', 'Scenario khoi-2018-mid-year', SEED, [
    'Published: at the conference of 10/7/2018 admissions at 57 % and inspection and supervision at 80 % of the yearly plan; 16 of 35',
    'organisations with committee and 17 of 32 cells had done none; to be done before 15/9/2018; the congress target of 95 %',
    '"trong sạch, vững mạnh" likely missed again.',
    '',
    `Generated: ${ORGS} organisations, ${people} members, which organisations were late, the sizes of the plans (${PLANNED.ADMISSION} admissions, ${PLANNED.INSPECTION} inspections),`,
    `the results of 2017 (${TOP_LAST_YEAR} of ${ORGS} at the top), who was still late on 15/9 (${STILL_LATE}), the second half of the year with every vote.`,
    '',
    '80 % of the planned turns and half of the organisations without any are different measures: both come out of the same records.',
    'The cycle begins under an open pack; the pack of the year is pinned when the review opens in December.',
  ]);
}
