import { type Level } from '@binhxet/domain';
import { type ExpectedFile, type ScenarioHead } from '../scenario/scenario-head.js';
import { assignLevels, mostExcellent, roomAtTop } from './levels.js';
import { day, type Person } from './people.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { ratingPackOf, rulesInForce } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperiorPosts, writeStandingVotes } from './superior.js';
import { orBetter, reading, subjects, targetLine, work } from './targets.js';
import { Trouble } from './trouble.js';
import { type BuiltUnit, type CellPlan, previousDay, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeGrades } from './year-facts.js';

const SEED = 20191676;
const YEAR = 2019;
const SUPERIOR = 'KHOI-DL';
/** Published: 114 = 67 + 47 organisations, two predecessors merged in 2019 by one decision; its day is generated. */
const COMMITTEE_ORGS = 67;
const GRASSROOTS_CELLS = 47;
const PREDECESSORS = [
  { code: 'KHOI-CCQ', name: 'Đảng bộ Khối các cơ quan tỉnh (mô phỏng)', group: 'CQ' },
  { code: 'KHOI-DN', name: 'Đảng bộ Khối doanh nghiệp tỉnh (mô phỏng)', group: 'DN' },
] as const;
const OPENED_ON = '2019-12-02';
const MERGED_ON = '2019-05-02';
const MERGER = '1676-QĐ/TU';
/** The only sizes that give the published shares: 15.16, 81.24 and 3.17 % of the rated, 92 % of the organisations. */
const RATED = 6951;
const TOP = 1054;
const COMPLETED = 220;
const FAILED = 30;
const WEAK_ORGS = 9;
/** "Nearly 7,000" members with those who are not rated. */
const JUST_ADMITTED = 28;
const EXEMPTED = 19;
/** 1,940 admitted within the term, by year of admission. */
const ADMITTED: Readonly<Record<number, number>> = { 2015: 372, 2016: 391, 2017: 402, 2018: 390, 2019: 385 };

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
    lineageOf: PREDECESSORS[0].code,
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
  return files.render(head(), expected(units), readme(units));
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

/** Targets of the congress resolution as far as published. */
function resolution() {
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
      what: ['organisations', 'members', 'periods', 'posts', 'history', 'facts', 'acts', 'marks', 'records'],
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

function expected(units: readonly BuiltUnit[]): ExpectedFile {
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
    ],
  };
}

function readme(units: readonly BuiltUnit[]): string {
  const cells = units.reduce((sum, unit) => sum + unit.cells.length, 0);
  const members = units.reduce((sum, unit) => sum + unit.people.length, 0);
  const admitted = Object.values(ADMITTED).reduce((sum, count) => sum + count, 0);
  return generatedReadme('dak-lak-2019', 'Scenario dak-lak-2019', SEED, [
    'Published: 114 grassroots organisations (67 with committee, 47 cells), nearly 7,000 members, set up in 2019 by merging two blocks',
    '(1676-QĐ/TU); 100 % of organisations completed their tasks (target over 98 %), 92 % good (target over 80 %); members: over 15.16 % at',
    'the top, 81.24 % good, 3.17 % completed; 1,940 admitted in the term (target 1,600).',
    '',
    `Generated: the day of the merger (${MERGED_ON}), who came from which predecessor, ${cells} cells, ${members} members of whom ${RATED} are`,
    `rated (${TOP} / ${RATED - TOP - COMPLETED - FAILED} / ${COMPLETED} / ${FAILED}), every vote, the organisations at the top, the results of 2017 and 2018. The published percentages`,
    'do not say whether they are of one year or of the term; they are run as the year 2019.',
    '',
    `Members admitted from 2015 to 2019: ${admitted}, by their dates of admission. 105 of 114 is the only count that rounds to 92 %; other`,
    'numbers of members would fit the three shares as well: 6,931, 6,939, 6,944, 6,945, 6,971, 6,972, 6,977, 6,978 and 6,998.',
    'The three shares add up to 99.57 %; the rest of 0.43 % is not published.',
  ]);
}
