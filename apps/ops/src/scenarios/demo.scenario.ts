import { type Level } from '@binhxet/domain';
import { type RulePacks } from '@binhxet/rule-packs';
import { assignLevels } from './levels.js';
import { writePast } from './past-years.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { memberRateOf, ratingPackOf } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { type BuiltUnit, type CellPlan, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { split } from './votes.js';
import { writeFacts } from './year-facts.js';

const SEED = 2026;
const SUPERIOR = 'KHOI-DEMO';
/** Year of the committed folder. */
export const DEMO_YEAR = 2026;

const SIZES: readonly (readonly number[])[] = [
  [10, 9, 11, 9],
  [9, 10, 8, 9],
  [11, 9, 10, 9],
  [8, 9, 9, 10],
];

function plans(): UnitPlan[] {
  const units = SIZES.map((sizes, at): UnitPlan => {
    const code = `DB0${at + 1}`;
    const cells = sizes.map((rated, n): CellPlan => ({
      code: `${code}-${n + 1}`,
      name: `Chi bộ 0${at + 1}-${n + 1}`,
      level: 2,
      committee: rated > 9 ? 3 : 0,
      rated,
      probationary: n === 1 ? 1 : 0,
      justAdmitted: n === 2 ? 1 : 0,
      exempted: n === 3 ? 1 : 0,
    }));
    return {
      code,
      name: `Đảng bộ cơ sở 0${at + 1}`,
      level: at === 0 ? 1 : 2,
      collectiveLevel: at === 0 ? 1 : 2,
      committee: 5,
      isCell: false,
      cells,
    };
  });
  const grassrootsCell = (code: string, number: string, rated: number, committee: number): UnitPlan => ({
    code,
    name: `Chi bộ cơ sở ${number}`,
    level: 2,
    collectiveLevel: 2,
    committee,
    isCell: true,
    cells: [
      {
        code,
        name: `Chi bộ cơ sở ${number}`,
        level: 2,
        committee,
        rated,
        probationary: 1,
        justAdmitted: 0,
        exempted: 1,
      },
    ],
  });
  return [...units, grassrootsCell('CB05', '05', 18, 3), grassrootsCell('CB06', '06', 14, 0)];
}

/**
 * Six organisations, eighteen cells, about two hundred members; with absences, a return, a miscount, a vote without majority.
 * @param year rating year; dates of the plan follow from it @param rules files that rule it, default: the shipped ones
 */
export function demo(year: number = DEMO_YEAR, rules?: RulePacks): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, year, SUPERIOR);
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối (dữ liệu mô phỏng)');
  const units = plans().map((plan) => builder.unit(plan));
  const superior = addSuperiorPosts(
    builder,
    SUPERIOR,
    units[4]!.people.filter((person) => person.official && person.rated).slice(4),
    9,
    2,
  );
  absences(files, units);
  const low: readonly (readonly Level[])[] = [[3], [3], [3, 4], [], [3], []];
  units.forEach((unit, at) =>
    assignLevels(unit, prng, low[at]!, at % 2, new Set(), new Set(), undefined, memberRateOf(year, rules)),
  );
  const best = units.flatMap((unit) =>
    unit.people.filter((person) => person.level === 1 && person.admittedOn < `${year - 5}-01-01`),
  );
  const chained = new Set(best.slice(0, 4));
  const past = [year - 4, year - 3, year - 2, year - 1];
  const contested = units[1]!.cells[0]!.people.find(
    (person) => person.level === 2 && person.official && !units[1]!.committee.includes(person) && !person.late,
  )!;
  for (const unit of units) {
    builder.writePeople(unit);
    builder.writeMarks(unit, new Map(), { skip: new Set([contested.code]) });
    for (const person of unit.people) {
      for (const each of past)
        writePast(
          files,
          prng,
          { years: [each] },
          person,
          chained.has(person)
            ? { [each]: 1 }
            : each === past[0]
              ? { [each]: person.admittedOn > `${each}-06-30` ? null : 2 }
              : {},
        );
      if (person.rated) writeFacts(files, prng, year, 'MEMBER', person.code, person.level, { leads: person.head });
    }
  }
  contest(files, units[1]!, contested.code);
  writeStandingVotes(files, prng, superior, units);
  acts(files, units, superior.officers[0]!.code, year);

  const rated = units.flatMap((unit) => unit.people.filter((person) => person.rated));
  const count = (...levels: readonly Level[]) => rated.filter((person) => levels.includes(person.level)).length;
  const admitted = units.flatMap((unit) =>
    unit.people.filter((person) => person.admittedOn.startsWith(String(year))),
  ).length;
  const all = units.reduce((sum, unit) => sum + unit.people.length, 0);
  return files.render(
    {
      format: 'binhxet-scenario/1',
      name: 'demo',
      title: { vi: 'Một năm của sáu tổ chức (mô phỏng)', en: 'A year of six organisations (generated)' },
      simulated: true,
      generated: {
        by: 'npm run scenario -- generate demo',
        seed: SEED,
        what: ['organisations', 'members', 'posts', 'periods', 'history', 'facts', 'acts', 'marks'],
      },
      seed: SEED,
      superior: SUPERIOR,
      years: [
        {
          period: String(year),
          clock: { mode: 'DRIVEN', from: `${year}-11-23`, until: `${year + 1}-01-15` },
          packs: { rating: ratingPackOf(year, rules) },
          settings: settingsFile(`KHOI-DEMO-${year}`),
          plan: {
            selfReview: `${year}-12-01`,
            cellMeeting: `${year}-12-09`,
            cellSubmission: `${year}-12-10`,
            unitSitting: `${year}-12-14`,
            unitDossier: `${year}-12-16`,
            verification: `${year}-12-18`,
            classification: `${year}-12-22`,
            heads: `${year}-12-25`,
            commendation: `${year}-12-30`,
          },
        },
      ],
    },
    {
      source: 'Dữ liệu mô phỏng: không có số liệu công bố',
      results: [
        {
          year,
          key: 'organisations.goodOrBetter',
          target: { operator: '=', value: '100', unit: 'PERCENT', text: '100 %' },
          expected: { k: 6, n: 6 },
        },
        { year, key: 'organisations.level1', expected: { k: 1, n: 6 } },
        {
          year,
          key: 'members.goodOrBetter',
          target: { operator: '>', value: '97', unit: 'PERCENT', text: 'trên 97 %' },
          expected: { k: count(1, 2), n: rated.length },
        },
        { year, key: 'members.level1', expected: { k: count(1), n: rated.length } },
        {
          year,
          key: 'members.level4',
          target: { operator: 'none', value: '0', unit: 'COUNT', text: 'không có' },
          expected: { k: count(4), n: rated.length },
        },
        { year, key: 'members.admitted', expected: { k: admitted, n: all } },
        { year, key: 'commendation.ORG_YEAR', expected: { k: 1, subjects: ['DB01'] } },
        {
          year,
          key: 'commendation.MEMBER_FIVE_YEARS',
          expected: { k: chained.size, subjects: [...chained].map((person) => person.code).sort() },
        },
      ],
    },
    generatedReadme('demo', 'Scenario demo', SEED, [
      `Six organisations, ${units.reduce((sum, unit) => sum + unit.cells.length, 0)} cells, ${all} members, rating year ${year}. Another year: \`npm run scenario -- generate demo --year 2027 --out FOLDER\`.`,
    ]),
  );
}

/** Two people away, one without a paper in time. */
function absences(files: ScenarioFiles, units: readonly BuiltUnit[]): void {
  const plain = (unit: BuiltUnit, cell: number) =>
    unit.cells[cell]!.people.filter((person) => person.official && person.rated && !unit.committee.includes(person)).at(
      -1,
    )!;
  for (const [person, status] of [
    [plain(units[0]!, 2), 'EXCUSED'],
    [plain(units[2]!, 1), 'UNEXCUSED'],
  ] as const) {
    person.absent = person.late = true;
    files.add('acts', { actor: person.code, act: 'ABSENT', subject: person.cell, value: status });
  }
  const writer = plain(units[3]!, 3);
  writer.late = true;
  files.add('acts', { actor: writer.code, act: 'NO_SELF_REVIEW' });
}

/** First vote without a majority, second one with. */
function contest(files: ScenarioFiles, unit: BuiltUnit, subject: string): void {
  const { plan, people } = unit.cells[0]!;
  const voters = people
    .filter((person) => person.official && person.rated && !person.excluded)
    .map((person) => person.code);
  split(files, { body: plan.code, kind: 'CELL_MEMBER_LEVEL' }, voters, subject, [2, 3], voters.length);
  for (const voter of voters)
    files.add('marks', { body: plan.code, ballot: 'CELL_MEMBER_LEVEL', round: 2, voter, subject, mark: '2' });
}

function acts(files: ScenarioFiles, units: readonly BuiltUnit[], officer: string, year: number): void {
  const [one, two, three, four] = units as [BuiltUnit, BuiltUnit, BuiltUnit, BuiltUnit];
  const member = (unit: BuiltUnit, cell: number, at: number) =>
    unit.cells[cell]!.people.filter((person) => person.official && person.rated && !person.late)[at]!;
  files.add('acts', { actor: member(one, 0, 4).code, act: 'SELF_REVIEW', on: `${year}-12-03` }); // after the due day, before the step closes
  files.add('acts', {
    actor: one.cells[0]!.secretary.code,
    act: 'RETURN_PAPER',
    subject: member(one, 0, 5).code,
    value: 'Bổ sung phần khắc phục hạn chế của năm trước',
  });
  files.add('acts', {
    actor: two.head.code,
    act: 'RETURN_RESULT',
    subject: two.cells[1]!.plan.code,
    value: 'Biên bản thiếu phần ý kiến góp ý',
  });
  files.add('acts', {
    actor: officer,
    act: 'RETURN_RESULT',
    subject: three.plan.code,
    value: 'Hồ sơ thiếu báo cáo của tập thể',
  });
  files.add('acts', { actor: member(four, 0, 3).code, act: 'MISCOUNT', subject: four.cells[0]!.plan.code });
  files.add('acts', {
    actor: member(one, 1, 3).code,
    act: 'TRY_SELF_REVIEW',
    on: `${year}-12-14`,
    expect: 'STEP.CLOSED',
  });
  files.add('acts', {
    actor: one.cells[3]!.secretary.code,
    act: 'TRY_SUBMIT_TWICE',
    subject: one.cells[3]!.plan.code,
    expect: 'ENGINE.NOT_NOW',
  });
  files.add('acts', {
    actor: two.cells[2]!.secretary.code,
    act: 'TRY_OPEN_WITHOUT_QUORUM',
    subject: two.cells[2]!.plan.code,
    expect: 'MEETING.NO_QUORUM',
  });
  files.add('acts', {
    actor: member(one, 0, 3).code,
    act: 'TRY_READ_REVIEW',
    subject: member(two, 0, 3).code,
    expect: 'ACCESS.NOT_FOUND',
  });
}
