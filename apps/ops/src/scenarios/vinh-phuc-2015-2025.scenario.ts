import { type Level } from '@binhxet/domain';
import { type ScenarioHead, type ScenarioYear } from '../scenario/scenario-head.js';
import { assignLevels, mostExcellent } from './levels.js';
import { day, memberCode, memberName, type Person } from './people.js';
import { Prng } from './prng.js';
import { rulesInForce } from './rules-of-year.js';
import { ScenarioFiles, YearFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { Trouble } from './trouble.js';
import {
  SEED,
  SUPERIOR,
  FIRST,
  LAST,
  YEARS,
  COMMITTEE_ORGS,
  GRASSROOTS_CELLS,
  JOINERS_A_YEAR,
  QUOTA_SINCE,
  TOP_BEFORE_QUOTAS,
  ADMITTED,
  expected,
  firstTerm,
  type LivedYear,
  readme,
  secondTerm,
  type Streak,
} from './vinh-phuc-2015-2025.published.js';
import { registerYear, registrationTime } from './vinh-phuc-2015-2025.registrations.js';
import { type BuiltUnit, plainCell, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFactsOfYear } from './year-facts.js';
import { unitsIn } from './years-of-units.js';

const two = (number: number) => String(number).padStart(2, '0');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

function plans(prng: Prng): UnitPlan[] {
  return range(COMMITTEE_ORGS + GRASSROOTS_CELLS).map((at): UnitPlan => {
    const isCell = at >= COMMITTEE_ORGS;
    const code = `${isCell ? 'CB' : 'DB'}${two(at + 1)}`;
    const name = `${isCell ? 'Chi bộ' : 'Đảng bộ'} cơ sở ${two(at + 1)}`;
    const cells = isCell
      ? [plainCell(code, name, at === COMMITTEE_ORGS ? 16 : prng.between(11, 14), 3)]
      : [1, 2].map((n) => plainCell(`${code}-${n}`, `Chi bộ ${two(at + 1)}-${n}`, prng.between(8, 10), 0));
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
    units.forEach((unit, at) => {
      builder.writeMarks(unit);
      for (const person of unit.people)
        if (person.rated && (person.level !== 2 || year === LAST))
          writeFactsOfYear(files, prng, year, 'MEMBER', person.code, person.level, { leads: person.head });
      writeFactsOfYear(files, prng, year, 'ORGANISATION', unit.plan.code, unit.plan.level);
      const upTo = (units: number) => Math.floor((ADMITTED[year]! * units) / built.length);
      files.add('records', {
        organisation: unit.plan.code,
        kind: 'ADMISSION',
        on: `${year}-11-15`,
        quantity: upTo(at + 1) - upTo(at),
        note: 'Số kết nạp trong năm (mô phỏng)',
      });
    });
    writeStandingVotes(ofYear, prng, superior, units);
    return { year, units, registered: registerYear(ofYear, SEED, year, units) };
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
    registration: registrationTime(year),
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
      what: ['organisations', 'members', 'posts', 'facts', 'acts', 'marks', 'records', 'registrations'],
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
