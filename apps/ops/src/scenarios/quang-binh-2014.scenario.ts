import { type Level } from '@binhxet/domain';
import { type ExpectedResult, type ScenarioHead, type ScenarioYear } from '../scenario/scenario-head.js';
import { assignLevels } from './levels.js';
import { Prng } from './prng.js';
import {
  COMMITTEE_ORGS,
  expected,
  GRASSROOTS_CELLS,
  type LivedYear,
  readme,
  resolution,
  SEED,
  SUPERIOR,
  YEARS,
} from './quang-binh-2014.published.js';
import { CONFERENCE_YEAR, writePersonBallots } from './quang-binh-2014.persons.js';
import { rulesInForce } from './rules-of-year.js';
import { ScenarioFiles, YearFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { Trouble } from './trouble.js';
import { type BuiltUnit, plainCell, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFactsOfYear } from './year-facts.js';
import { unitsIn } from './years-of-units.js';

const ORGS = COMMITTEE_ORGS + GRASSROOTS_CELLS;
/** Organisations by level in each year: at the top, good, completed. The first year's results are not published. */
const RESULTS: Readonly<Record<number, readonly [top: number, good: number, completed: number]>> = {
  2014: [17, 17, 6],
  2015: [20, 16, 4],
};

const two = (number: number) => String(number).padStart(2, '0');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

function plans(prng: Prng): UnitPlan[] {
  return range(ORGS).map((at): UnitPlan => {
    const isCell = at >= COMMITTEE_ORGS;
    const code = `${isCell ? 'CB' : 'DB'}${two(at + 1)}`;
    const name = `${isCell ? 'Chi bộ' : 'Đảng bộ'} cơ sở ${two(at + 1)}`;
    const cells = isCell
      ? [plainCell(code, name, at === COMMITTEE_ORGS ? 18 : prng.between(10, 13), 3)]
      : [1, 2].map((n) => plainCell(`${code}-${n}`, `Chi bộ ${two(at + 1)}-${n}`, prng.between(8, 11), 0));
    return { code, name, level: 2, collectiveLevel: 2, committee: 3, isCell, cells };
  });
}

/** The levels of a year go to organisations in an order of the year's own. */
function levelsOf(prng: Prng, year: number): Level[] {
  const [top, good] = RESULTS[year]!;
  const levels = Array<Level>(ORGS).fill(3);
  prng.shuffled(range(ORGS)).forEach((at, nth) => (levels[at] = nth < top ? 1 : nth < top + good ? 2 : 3));
  return levels;
}

/** A year under the points table, its targets for the next, and the next year generated against them. */
export function quangBinh(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, YEARS[0], SUPERIOR, 0, '2010-07-01', '2010-01-01');
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối các cơ quan tỉnh (dữ liệu mô phỏng)', '2010-01-01');
  const built = plans(prng).map((plan) => builder.unit(plan));
  const superior = addSuperiorPosts(builder, SUPERIOR, built[COMMITTEE_ORGS]!.people.slice(4), 7, 2);
  const persons: ExpectedResult[] = [];
  const lived = YEARS.map((year): LivedYear => {
    const ofYear = new YearFiles(files, year);
    const levels = levelsOf(prng, year);
    const units = unitsIn(year, built, []).map((unit, at): BuiltUnit => {
      const level = levels[at]!;
      const cells = unit.plan.isCell
        ? unit.cells.map((cell) => ({ ...cell, plan: { ...cell.plan, level } }))
        : unit.cells;
      return { ...unit, cells, plan: { ...unit.plan, level, collectiveLevel: level } };
    });
    const people = units.flatMap((unit) => unit.people);
    const leading = people.filter((person) => superior.standing.some((one) => one.code === person.code));
    const trouble = new Trouble(ofYear, prng, units, leading);
    trouble.away(2);
    trouble.noPaper(1);
    units.forEach((unit, at) => assignLevels(unit, prng, (at + year) % 4 === 0 ? [] : [3], 0));
    const votes = new UnitBuilder(ofYear, prng, year, SUPERIOR);
    for (const unit of units) {
      votes.writeMarks(unit);
      writeFactsOfYear(files, prng, year, 'ORGANISATION', unit.plan.code, unit.plan.level);
    }
    writeStandingVotes(ofYear, prng, superior, units);
    // Numbers of their own: the rating is drawn as it would be without these ballots.
    if (year === CONFERENCE_YEAR) persons.push(...writePersonBallots(ofYear, new Prng(SEED + 1), superior, units));
    return { year, units };
  });
  for (const unit of built) builder.writePeople(unit);
  writeFigures(files, lived.at(-1)!);
  const { results, ...rest } = expected(lived);
  return files.render(head(), { ...rest, results: [...results, ...persons] }, readme(lived));
}

/** Numbers that others report: state agencies, and who studied the resolutions. */
function writeFigures(files: ScenarioFiles, { year, units }: LivedYear): void {
  const members = units.flatMap((unit) => unit.people).length;
  const figure = (detail: string, quantity: number) =>
    files.add('records', { organisation: SUPERIOR, kind: 'FIGURE', on: `${year}-11-30`, detail, quantity });
  figure('agencies', ORGS);
  figure('agencies.good', ORGS - 1);
  figure('study', members + ORGS);
  figure('study.done', members + ORGS);
}

function yearOf(year: number): ScenarioYear {
  const on = (date: string) => `${year}-12-${date}`;
  return {
    period: String(year),
    clock: { mode: 'DRIVEN', from: on('01'), until: `${year + 1}-01-15` },
    packs: rulesInForce(year, on('01')),
    settings: settingsFile(`KHOI-QB-${year}`),
    plan: {
      selfReview: on('04'),
      cellMeeting: on('09'),
      cellSubmission: on('10'),
      unitSitting: on('12'),
      unitDossier: on('13'),
      verification: on('15'),
      classification: on('17'),
      heads: on('22'),
      commendation: on('26'),
    },
  };
}

function head(): ScenarioHead {
  return {
    format: 'binhxet-scenario/1',
    name: 'quang-binh-2014',
    title: {
      vi: 'Tổng kết năm 2014 và tám chỉ tiêu năm 2015 của một Đảng bộ Khối (dữ liệu mô phỏng theo chỉ tiêu công bố)',
      en: 'A block sums up 2014 and sets eight targets for 2015 (generated to published targets)',
    },
    simulated: true,
    generated: {
      by: 'npm run scenario -- generate quang-binh-2014',
      seed: SEED,
      what: ['organisations', 'members', 'posts', 'facts', 'acts', 'marks', 'records', 'personBallots', 'personMarks'],
    },
    seed: SEED,
    superior: SUPERIOR,
    resolutions: [{ key: 'CT2015', resolution: resolution() }],
    years: [yearOf(YEARS[0]), yearOf(YEARS[1])],
  };
}
