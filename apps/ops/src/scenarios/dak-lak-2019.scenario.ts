import { type Level } from '@binhxet/domain';
import { type ScenarioHead } from '../scenario/scenario-head.js';
import {
  SEED,
  YEAR,
  SUPERIOR,
  COMMITTEE_ORGS,
  GRASSROOTS_CELLS,
  PREDECESSORS,
  OPENED_ON,
  MERGED_ON,
  MERGER,
  RATED,
  TOP,
  COMPLETED,
  FAILED,
  WEAK_ORGS,
  JUST_ADMITTED,
  EXEMPTED,
  ADMITTED,
  expected,
  readme,
  resolution,
} from './dak-lak-2019.published.js';
import { Inspections } from './dak-lak-2019.inspections.js';
import { assignLevels, mostExcellent, roomAtTop } from './levels.js';
import { day, type Person } from './people.js';
import { Prng } from './prng.js';
import { ratingPackOf, rulesInForce } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperiorPosts, writeStandingVotes } from './superior.js';
import { Trouble } from './trouble.js';
import { type BuiltUnit, type CellPlan, previousDay, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeGrades } from './year-facts.js';

const three = (number: number) => String(number).padStart(3, '0');
const range = (count: number) => Array.from({ length: count }, (_, at) => at);

/** Three of five organisations were with the agencies, the others with the enterprises. */
const predecessorOf = (at: number) => PREDECESSORS[at % 5 < 3 ? 0 : 1];

function plans(prng: Prng): UnitPlan[] {
  const sizes = range(COMMITTEE_ORGS).map(() => range(prng.between(9, 10)).map(() => prng.between(8, 11)));
  const alone = range(GRASSROOTS_CELLS).map((at) => (at === 0 ? 26 : prng.between(18, 22)));
  fit(sizes, RATED - alone.reduce((sum, size) => sum + size, 0));
  const places = sizes.flat().length + alone.length;
  const [probationary, fresh, exempted] = [ADMITTED[YEAR]! - JUST_ADMITTED, JUST_ADMITTED, EXEMPTED].map((count) =>
    spread(prng, count, places),
  ) as [number[], number[], number[]];
  const levels = orgLevels(prng);
  let nth = 0;
  const cell = (code: string, name: string, rated: number, committee: number): CellPlan => {
    const at = nth++;
    return {
      code,
      name,
      level: 2,
      committee,
      rated,
      probationary: probationary[at]!,
      justAdmitted: fresh[at]!,
      exempted: exempted[at]!,
    };
  };
  return range(COMMITTEE_ORGS + GRASSROOTS_CELLS).map((at): UnitPlan => {
    const { code: from, group } = predecessorOf(at);
    const isCell = at >= COMMITTEE_ORGS;
    const code = `${isCell ? 'CB' : 'DB'}${three(at + 1)}`;
    const name = `${isCell ? 'Chi bộ' : 'Đảng bộ'} cơ sở ${three(at + 1)}`;
    const level = levels[at]!;
    const common = {
      code,
      name,
      quotaGroup: groupOf(at, group),
      moved: { from, on: MERGED_ON, decision: MERGER },
      level,
      collectiveLevel: level,
      isCell,
    };
    if (isCell)
      return {
        ...common,
        committee: 3,
        cells: [{ ...cell(code, name, alone[at - COMMITTEE_ORGS]!, 3), level }],
      };
    const cells = sizes[at]!.map((rated, n) =>
      cell(`${code}-${n + 1}`, `Chi bộ ${three(at + 1)}-${n + 1}`, rated, rated >= 11 ? 3 : 0),
    );
    return { ...common, committee: 5, cells };
  });
}

const groupOf = (at: number, predecessor: string): string => `${predecessor}-${at < COMMITTEE_ORGS ? 'DB' : 'CB'}`;

/** Nine organisations only complete their tasks; at the top stand as many as the quota of each similar group allows. */
function orgLevels(prng: Prng): Level[] {
  const all = range(COMMITTEE_ORGS + GRASSROOTS_CELLS);
  const weak = new Set(prng.shuffled(all.slice(10)).slice(0, WEAK_ORGS));
  const levels = all.map((at): Level => (weak.has(at) ? 3 : 2));
  const free = prng.shuffled(all.filter((at) => !weak.has(at)));
  for (const group of new Set(all.map((at) => groupOf(at, predecessorOf(at).group)))) {
    const members = free.filter((at) => groupOf(at, predecessorOf(at).group) === group);
    for (const at of members.slice(0, mostExcellent(members.length))) levels[at] = 1;
  }
  return levels;
}

/** Changes sizes one by one until they add up. */
function fit(sizes: number[][], total: number): void {
  const sum = () => sizes.flat().reduce((a, b) => a + b, 0);
  for (let at = 0, missing = total - sum(); missing !== 0; at++, missing = total - sum()) {
    const cells = sizes[at % sizes.length]!;
    cells[Math.floor(at / sizes.length) % cells.length]! += Math.sign(missing);
  }
}

function spread(prng: Prng, total: number, places: number): number[] {
  const counts = Array<number>(places).fill(0);
  for (let n = 0; n < total; n++) counts[prng.between(0, places - 1)]! += 1;
  return counts;
}

/** Gives admissions of the earlier years of the term to official members who hold no post. */
function admitEarlier(prng: Prng, units: readonly BuiltUnit[], taken: ReadonlySet<Person>): void {
  const plain = prng.shuffled(
    units.flatMap((unit) =>
      unit.people.filter(
        (person) =>
          person.official &&
          person.rated &&
          !taken.has(person) &&
          !unit.committee.includes(person) &&
          unit.cells.every((cell) => cell.secretary !== person && !cell.committee.includes(person)),
      ),
    ),
  );
  let nth = 0;
  for (const [year, count] of Object.entries(ADMITTED).map(([text, count]) => [Number(text), count] as const)) {
    if (year === YEAR) continue;
    for (let n = 0; n < count; n++) {
      const [month, date] = [prng.between(1, 11), prng.between(1, 28)];
      const admittedOn = day(year, month, date);
      Object.assign(plain[nth++]!, { admittedOn, joinedOn: admittedOn, officialOn: day(year + 1, month, date) });
    }
  }
}

/** Levels below good go round, more of them to the weak organisations; the top is as full as the quota of each organisation allows. */
function assignAll(prng: Prng, units: readonly BuiltUnit[]): void {
  const low = units.map((): Level[] => []);
  const weak = range(units.length).filter((at) => units[at]!.plan.level === 3);
  const others = range(units.length).filter((at) => units[at]!.plan.level === 2);
  for (let n = 0; n < COMPLETED; n++)
    low[n < 4 * weak.length ? weak[n % weak.length]! : others[n % others.length]!]!.push(3);
  for (let n = 0; n < FAILED; n++) low[others[(n * 7 + 3) % others.length]!]!.push(4);
  const rooms = units.map((unit, at) => roomAtTop(unit, low[at]!.length));
  const places = rooms.reduce((sum, room) => sum + room, 0);
  const open = range(units.length).filter((at) => {
    const rated = units[at]!.people.filter((person) => person.rated).length;
    return units[at]!.plan.level <= 2 && rooms[at]! + 1 <= mostExcellent(rated - low[at]!.length);
  });
  // Heads of organisations at the top first; only where their organisation has filled its other places.
  const heads = [...open].sort((one, other) => units[one]!.plan.level - units[other]!.plan.level || one - other);
  const chosen = new Set(heads.slice(0, Math.max(0, Math.min(heads.length, TOP - places))));
  if (places + chosen.size < TOP)
    throw new Error(`the quotas leave ${TOP - places - chosen.size} places too few at the top`);
  // The largest organisations give up a place first; the smallest may have none anyway.
  const bySize = range(units.length)
    .filter((at) => !chosen.has(at))
    .sort((one, other) => rooms[other]! - rooms[one]! || one - other);
  const spare = units.map(() => 0);
  for (let n = 0; n < places + chosen.size - TOP; n++) spare[bySize[n % bySize.length]!]! += 1;
  units.forEach((unit, at) => assignLevels(unit, prng, low[at]!, spare[at]!, new Set(), new Set(), chosen.has(at)));
}

/** The published year of a merged block of 114 organisations. */
export function dakLak2019(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, YEAR, SUPERIOR, 0, '2015-07-01');
  for (const { code, name } of PREDECESSORS)
    files.add('organisations', {
      code,
      name,
      role: 'SUPERIOR_ORG',
      from: '2010-01-01',
      to: previousDay(MERGED_ON),
      decision: MERGER,
    });
  files.add('organisations', {
    code: SUPERIOR,
    name: 'Đảng bộ Khối các cơ quan và doanh nghiệp tỉnh (dữ liệu mô phỏng)',
    role: 'SUPERIOR_ORG',
    from: MERGED_ON,
    lineageOf: PREDECESSORS.map(({ code }) => code).join(';'),
    decision: MERGER,
  });
  const units = plans(prng).map((plan) => builder.unit(plan));
  const office = units[COMMITTEE_ORGS]!;
  const superior = addSuperiorPosts(
    builder,
    SUPERIOR,
    office.people.filter((person) => person.official && person.rated).slice(4),
    9,
    3,
  );
  const trouble = new Trouble(files, prng, units, [...superior.standing, ...superior.officers]);
  trouble.away(16);
  trouble.noPaper(8);
  trouble.returnedPapers(2);
  trouble.miscounts(2);
  const [returning] = units as [BuiltUnit, ...BuiltUnit[]];
  trouble.act(returning.head, 'RETURN_RESULT', {
    subject: returning.cells[1]!.plan.code,
    value: 'Biên bản chưa ghi đủ ý kiến góp ý',
  });
  trouble.act(trouble.somebody(), 'TRY_READ_REVIEW', { subject: units[5]!.head.code, expect: 'ACCESS.NOT_FOUND' });
  admitEarlier(prng, units, trouble.named);
  assignAll(prng, units);

  for (const unit of units) {
    builder.writePeople(unit);
    builder.writeMarks(unit);
    for (const person of unit.people) {
      if (person.rated) writeGrades(files, prng, YEAR, 'MEMBER', person.code, person.level);
    }
    writeGrades(files, prng, YEAR, 'ORGANISATION', unit.plan.code, unit.plan.level);
    // Earlier ratings belong to the time below the predecessor; the organisation keeps them.
    for (const year of [2017, 2018])
      files.add('history', {
        subjectKind: 'ORGANISATION',
        subject: unit.plan.code,
        year,
        pack: ratingPackOf(year),
        level: prng.oneIn(6) ? 1 : 2,
      });
  }
  for (const unit of units) writeAdmissions(files, unit);
  for (const { code } of PREDECESSORS)
    for (const year of [2017, 2018])
      files.add('history', {
        subjectKind: 'ORGANISATION',
        subject: code,
        year,
        pack: ratingPackOf(year),
        level: 2,
      });
  writeStandingVotes(files, prng, superior, units);
  const inspected = new Inspections(files, SUPERIOR, YEAR, SEED).write(units);
  return files.render(head(), expected(units, inspected), readme(units));
}

/** What each organisation brought along at the merger, and what it admitted in the year itself. */
function writeAdmissions(files: ScenarioFiles, unit: BuiltUnit): void {
  const record = (on: string, admitted: (on: string) => boolean, note: string) => {
    const quantity = unit.people.filter((person) => admitted(person.admittedOn)).length;
    if (quantity > 0) files.add('records', { organisation: unit.plan.code, kind: 'ADMISSION', on, quantity, note });
  };
  record(
    MERGED_ON,
    (on) => on >= '2015-01-01' && on < `${YEAR}-01-01`,
    'Kết nạp 2015-2018, bàn giao khi hợp nhất (mô phỏng)',
  );
  record(`${YEAR}-11-29`, (on) => on >= `${YEAR}-01-01`, `Kết nạp năm ${YEAR} (mô phỏng)`);
}

function head(): ScenarioHead {
  return {
    format: 'binhxet-scenario/1',
    name: 'dak-lak-2019',
    title: {
      vi: 'Năm 2019 của một Đảng bộ Khối mới hợp nhất: 114 tổ chức (dữ liệu mô phỏng theo số liệu công bố)',
      en: 'The year 2019 of a newly merged block of 114 organisations (generated to published figures)',
    },
    simulated: true,
    generated: {
      by: 'npm run scenario -- generate dak-lak-2019',
      seed: SEED,
      what: [
        'organisations',
        'members',
        'periods',
        'posts',
        'history',
        'facts',
        'acts',
        'marks',
        'records',
        'workRecords',
      ],
    },
    seed: SEED,
    superior: SUPERIOR,
    resolutions: [{ key: 'NQ', resolution: resolution() }],
    years: [
      {
        period: String(YEAR),
        clock: { mode: 'DRIVEN', from: OPENED_ON, until: '2020-01-10' },
        packs: rulesInForce(YEAR, OPENED_ON),
        settings: settingsFile('KHOI-DL-2019', { 'quota.rounding': 'FLOOR' }),
        plan: {
          selfReview: '2019-12-06',
          cellMeeting: '2019-12-12',
          cellSubmission: '2019-12-13',
          unitSitting: '2019-12-18',
          unitDossier: '2019-12-19',
          verification: '2019-12-23',
          classification: '2019-12-25',
          heads: '2019-12-27',
          commendation: '2019-12-31',
        },
      },
    ],
  };
}
