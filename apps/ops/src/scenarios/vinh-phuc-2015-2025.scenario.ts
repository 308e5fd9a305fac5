import { type Level } from '@binhxet/domain';
import {
  type ExpectedFile,
  type ExpectedResult,
  type ScenarioHead,
  type ScenarioYear,
} from '../scenario/scenario-head.js';
import { assignLevels, mostExcellent } from './levels.js';
import { day, memberCode, memberName, type Person } from './people.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { rulesInForce } from './rules-of-year.js';
import { ScenarioFiles, YearFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { orBetter, exactly, reading, subjects, targetLine, work } from './targets.js';
import { Trouble } from './trouble.js';
import { type BuiltUnit, type CellPlan, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFactsOfYear } from './year-facts.js';
import { unitsIn } from './years-of-units.js';

const SEED = 20152025;
const SUPERIOR = 'KHOI-VP';
const FIRST = 2015;
const LAST = 2025;
const YEARS = Array.from({ length: LAST - FIRST + 1 }, (_, at) => FIRST + at);
const COMMITTEE_ORGS = 8;
const GRASSROOTS_CELLS = 12;
const JOINERS_A_YEAR = 6;
/** From this year on the top is for few; before it half of the organisations stood there. */
const QUOTA_SINCE = 2018;
/** Awards are derived from the first year whose commendation rules are confirmed. */
const AWARDS_SINCE = 2021;
const TOP_BEFORE_QUOTAS = 10;
/** Published: 930 admitted in 2015-2020 (100 % of the goal). By year, generated; 2020-2025: 450-500 as the target says. */
const ADMITTED: Readonly<Record<number, number>> = {
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

const two = (number: number) => String(number).padStart(2, '0');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

function plans(prng: Prng): UnitPlan[] {
  const cell = (code: string, name: string, rated: number, committee: number): CellPlan => ({
    code,
    name,
    level: 2,
    committee,
    rated,
    probationary: 0,
    justAdmitted: 0,
    exempted: 0,
  });
  return range(COMMITTEE_ORGS + GRASSROOTS_CELLS).map((at): UnitPlan => {
    const isCell = at >= COMMITTEE_ORGS;
    const code = `${isCell ? 'CB' : 'DB'}${two(at + 1)}`;
    const name = `${isCell ? 'Chi bộ' : 'Đảng bộ'} cơ sở ${two(at + 1)}`;
    const cells = isCell
      ? [cell(code, name, at === COMMITTEE_ORGS ? 16 : prng.between(11, 14), 3)]
      : [1, 2].map((n) => cell(`${code}-${n}`, `Chi bộ ${two(at + 1)}-${n}`, prng.between(8, 10), 0));
    return { code, name, level: 2, collectiveLevel: 2, committee: 3, isCell, cells };
  });
}

/** People who come into the Party later, a few each year, cell after cell. */
function joiners(units: readonly BuiltUnit[], prng: Prng): Person[] {
  const cells = units.flatMap((unit) => unit.cells.map((cell) => ({ unit: unit.plan.code, cell: cell.plan.code })));
  let number = units.reduce((sum, unit) => sum + unit.people.length, 0);
  return YEARS.flatMap((year) =>
    range(JOINERS_A_YEAR).map((): Person => {
      number += 1;
      const { unit, cell } = cells[(number * 5) % cells.length]!;
      const [month, date] = [prng.between(1, 5), prng.between(1, 28)];
      const admittedOn = day(year, month, date);
      return {
        code: memberCode(number),
        name: memberName(number, unit.replace(/^[A-Z]+/, '')),
        unit,
        cell,
        official: year < LAST,
        rated: true,
        admittedOn,
        officialOn: year < LAST ? day(year + 1, month, date) : null,
        joinedOn: admittedOn,
        level: 2,
        excluded: false,
        head: false,
        absent: false,
        late: false,
        never: false,
      };
    }),
  );
}

/** Members whose years at the top are laid down; of everybody else nobody stands there for more than three years running. */
interface Streak {
  readonly code: string;
  readonly top: (year: number) => boolean;
}

function streaks(units: readonly BuiltUnit[]): Streak[] {
  const plain = units.flatMap((unit) => {
    const leaders = new Set([...unit.committee, ...unit.cells.flatMap((cell) => [cell.secretary, ...cell.committee])]);
    return unit.people.filter((person) => !person.head && !leaders.has(person)).slice(0, 1);
  });
  const tops: ((year: number) => boolean)[] = [
    () => true, //                                                   all eleven years, five packs
    (year) => year >= 2017 && year <= 2021, //                       the last year of 2014's rules to 2021
    (year) => year >= 2019 && year <= 2023, //                       2019's rules and 2023's
    (year) => year >= 2021, //                                       2019's, 2023's and 2025's
    (year) => year >= 2018 && year <= 2023 && year !== 2020, //      broken in 2020
    (year) => year >= 2017 && year <= 2020, //                       one year short
  ];
  return tops.map((top, at) => ({ code: plain[at]!.code, top }));
}

interface LivedYear {
  readonly year: number;
  readonly units: readonly BuiltUnit[];
}

function liveYears(
  files: ScenarioFiles,
  prng: Prng,
  built: readonly BuiltUnit[],
  joined: readonly Person[],
  laid: readonly Streak[],
  superior: ReturnType<typeof addSuperiorPosts>,
): LivedYear[] {
  const topIn = new Map<string, number[]>();
  return YEARS.map((year): LivedYear => {
    const ofYear = new YearFiles(files, year);
    const tops = topOrganisations(year);
    const units = unitsIn(year, built, joined).map((unit, at): BuiltUnit => {
      const level: Level = tops.has(at) ? 1 : 2;
      const cells = unit.plan.isCell
        ? unit.cells.map((cell) => ({ ...cell, plan: { ...cell.plan, level } }))
        : unit.cells;
      return { ...unit, cells, plan: { ...unit.plan, level, collectiveLevel: level } };
    });
    const people = units.flatMap((unit) => unit.people);
    const named = people.filter((person) => laid.some((streak) => streak.code === person.code));
    const trouble = new Trouble(ofYear, prng, units, [
      ...named,
      ...people.filter((person) => superior.standing.some((one) => one.code === person.code)),
    ]);
    trouble.away(1);
    const byCode = new Map(laid.map((streak) => [streak.code, streak]));
    units.forEach((unit, at) => {
      const first = new Set(unit.people.filter((person) => byCode.get(person.code)?.top(year)));
      const never = new Set(
        unit.people.filter((person) => {
          const streak = byCode.get(person.code);
          return streak
            ? !streak.top(year)
            : (topIn.get(person.code) ?? []).filter((past) => past >= year - 3).length >= 3;
        }),
      );
      const low: Level[] = (at + year) % 4 === 0 && unit.plan.level === 2 ? [3] : [];
      // A head at the top year after year would be one more streak.
      const headMay = unit.plan.level === 1 && !never.has(unit.head);
      assignLevels(unit, prng, low, 0, first, never, headMay);
    });
    for (const person of people)
      if (person.level === 1) topIn.set(person.code, [...(topIn.get(person.code) ?? []), year]);

    const builder = new UnitBuilder(ofYear, prng, year, SUPERIOR);
    for (const unit of units) {
      builder.writeMarks(unit);
      for (const person of unit.people)
        if (person.rated && (person.level !== 2 || year === LAST))
          writeFactsOfYear(files, prng, year, 'MEMBER', person.code, person.level, { leads: person.head });
      writeFactsOfYear(files, prng, year, 'ORGANISATION', unit.plan.code, unit.plan.level);
      const share = Math.floor(
        (ADMITTED[year]! * (built.indexOf(built.find((one) => one.plan.code === unit.plan.code)!) + 1)) / built.length,
      );
      const before = Math.floor(
        (ADMITTED[year]! * built.findIndex((one) => one.plan.code === unit.plan.code)) / built.length,
      );
      files.add('records', {
        organisation: unit.plan.code,
        kind: 'ADMISSION',
        on: `${year}-11-15`,
        quantity: share - before,
        note: 'Số kết nạp trong năm (mô phỏng)',
      });
    }
    writeStandingVotes(ofYear, prng, superior, units);
    return { year, units };
  });
}

/** Half of the organisations before there were quotas, then as many as a fifth of the others allows; the places go round. */
function topOrganisations(year: number): Set<number> {
  const all = COMMITTEE_ORGS + GRASSROOTS_CELLS;
  const count = year < QUOTA_SINCE ? TOP_BEFORE_QUOTAS : mostExcellent(all);
  return new Set(range(count).map((n) => (n * (year < QUOTA_SINCE ? 2 : 7) + year) % all));
}

/** Two terms, eleven years, five rating packs, one tree. */
export function vinhPhuc(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, FIRST, SUPERIOR, 0, '2015-01-01');
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối các cơ quan tỉnh (dữ liệu mô phỏng)');
  const built = plans(prng).map((plan) => builder.unit(plan));
  const office = built[COMMITTEE_ORGS]!;
  const superior = addSuperiorPosts(builder, SUPERIOR, office.people.slice(4), 5, 2);
  const joined = joiners(built, prng);
  const laid = streaks(built);
  const lived = liveYears(files, prng, built, joined, laid, superior);
  for (const unit of built)
    builder.writePeople({
      ...unit,
      people: [...unit.people, ...joined.filter((person) => person.unit === unit.plan.code)],
    });
  return files.render(head(), expected(lived, laid), readme(lived));
}

function yearOf(year: number): ScenarioYear {
  const on = (date: string) => `${year}-12-${date}`;
  return {
    period: String(year),
    clock: { mode: 'DRIVEN', from: on('01'), until: `${year + 1}-01-15` },
    packs: rulesInForce(year, on('01')),
    settings: settingsFile(`KHOI-VP-${year}`),
    plan: {
      selfReview: on('04'),
      cellMeeting: on('09'),
      cellSubmission: on('10'),
      unitSitting: on('14'),
      unitDossier: on('15'),
      verification: on('18'),
      classification: on('21'),
      heads: on('24'),
      commendation: on('30'),
    },
  };
}

function head(): ScenarioHead {
  const [first, ...rest] = YEARS.map(yearOf) as [ScenarioYear, ...ScenarioYear[]];
  return {
    format: 'binhxet-scenario/1',
    name: 'vinh-phuc-2015-2025',
    title: {
      vi: 'Hai nhiệm kỳ 2015-2025 của một Đảng bộ Khối: mười một năm, năm bộ quy định (dữ liệu mô phỏng)',
      en: 'Two terms 2015-2025 of a block: eleven years, five sets of rules (generated)',
    },
    simulated: true,
    generated: {
      by: 'npm run scenario -- generate vinh-phuc-2015-2025',
      seed: SEED,
      what: ['organisations', 'members', 'posts', 'facts', 'acts', 'marks', 'records'],
    },
    seed: SEED,
    superior: SUPERIOR,
    resolutions: [
      { key: 'NQ1', resolution: firstTerm() },
      { key: 'NQ2', resolution: secondTerm() },
    ],
    years: [first, ...rest],
  };
}

function firstTerm() {
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

function secondTerm() {
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

function expected(lived: readonly LivedYear[], laid: readonly Streak[]): ExpectedFile {
  const levels = new Map(
    lived.map(({ year, units }) => [
      year,
      new Map(units.flatMap((unit) => unit.people.map((person) => [person.code, person.level]))),
    ]),
  );
  const fiveYears = (year: number) =>
    [...levels.get(year)!.keys()]
      .filter((code) => range(5).every((back) => levels.get(year - back)?.get(code) === 1))
      .sort();
  const sum = (from: number, to: number) =>
    YEARS.filter((year) => year >= from && year <= to).reduce((total, year) => total + ADMITTED[year]!, 0);
  return {
    source: 'Bài báo về nhiệm kỳ 2015-2020 và mục tiêu 2020-2025 (không ghi ngày); mọi phần khác là dữ liệu mô phỏng',
    results: lived.flatMap(({ year, units }): ExpectedResult[] => {
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
                    .filter((streak) => !range(5).every((back) => streak.top(year - back)))
                    .map((streak) => streak.code),
                },
        },
      ];
      if (year >= AWARDS_SINCE)
        rows.push({ year, key: 'commendation.ORG_YEAR', expected: { k: top.length, subjects: top } });
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

function readme(lived: readonly LivedYear[]): string {
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
    'Five rating packs follow one another. Five years in a row are counted across them: one member is at the top in all eleven years, others',
    'in 2017-2021, 2019-2023 and 2021-2025; one chain is broken in 2020, one is a year short. Before 2021 no award is derived: the rules of',
    'commendation then in force are not confirmed.',
  ]);
}
