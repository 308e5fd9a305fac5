import { type Level } from '@binhxet/domain';
import { assignLevels } from './levels.js';
import { writePast } from './past-years.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { rulesInForce } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { type CellPlan, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFacts } from './year-facts.js';

const SEED = 7;
const YEAR = 2023;
const SUPERIOR = 'KHOI-MINI';
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

/** The smallest whole year: one organisation with two cells, one grassroots cell, seconds to run. */
export function mini(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, YEAR, SUPERIOR);
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối (mô phỏng, nhỏ)');
  const plans: readonly UnitPlan[] = [
    {
      code: 'DB01',
      name: 'Đảng bộ cơ sở 01',
      level: 2,
      collectiveLevel: 2,
      committee: 3,
      isCell: false,
      cells: [cell('DB01-1', 'Chi bộ 01-1', 5, 0), cell('DB01-2', 'Chi bộ 01-2', 5, 0)],
    },
    {
      code: 'CB02',
      name: 'Chi bộ cơ sở 02',
      level: 2,
      collectiveLevel: 2,
      committee: 3,
      isCell: true,
      cells: [cell('CB02', 'Chi bộ cơ sở 02', 9, 3)],
    },
  ];
  const units = plans.map((plan) => builder.unit(plan));
  const low: readonly (readonly Level[])[] = [[3], []];
  units.forEach((unit, at) => assignLevels(unit, prng, low[at]!, 0));
  const best = units.flatMap((unit) => unit.people.filter((person) => person.level === 1));
  const superior = addSuperiorPosts(builder, SUPERIOR, units[1]!.people.slice(3), 3, 1);
  const chained = best[0]!;
  for (const unit of units) {
    builder.writePeople(unit);
    builder.writeMarks(unit);
    for (const person of unit.people) {
      writePast(
        files,
        prng,
        { years: [2019, 2020, 2021, 2022] },
        person,
        person === chained ? { 2019: 1, 2020: 1, 2021: 1, 2022: 1 } : {},
      );
      writeFacts(files, prng, YEAR, 'MEMBER', person.code, person.level, { leads: person.head });
    }
  }
  writeStandingVotes(files, prng, superior, units);

  const people = units.flatMap((unit) => unit.people);
  const count = (level: Level) => people.filter((person) => person.level === level).length;
  return files.render(
    {
      format: 'binhxet-scenario/1',
      name: 'mini',
      title: { vi: 'Một năm nhỏ nhất (mô phỏng)', en: 'The smallest whole year (generated)' },
      simulated: true,
      generated: {
        by: 'npm run scenario -- generate mini',
        seed: SEED,
        what: ['organisations', 'members', 'posts', 'history', 'facts', 'marks'],
      },
      seed: SEED,
      superior: SUPERIOR,
      years: [
        {
          period: String(YEAR),
          clock: { mode: 'DRIVEN', from: '2023-12-01', until: '2024-01-12' },
          packs: rulesInForce(YEAR, '2023-12-01'),
          settings: settingsFile('KHOI-MINI-2023'),
          plan: {
            selfReview: '2023-12-05',
            cellMeeting: '2023-12-11',
            cellSubmission: '2023-12-11',
            unitSitting: '2023-12-13',
            unitDossier: '2023-12-14',
            verification: '2023-12-18',
            classification: '2023-12-20',
            heads: '2023-12-22',
            commendation: '2023-12-29',
          },
        },
      ],
    },
    {
      source: 'Dữ liệu mô phỏng: không có số liệu công bố',
      results: [
        {
          year: YEAR,
          key: 'organisations.goodOrBetter',
          target: { operator: '>=', value: '95', unit: 'PERCENT', text: 'từ 95 % trở lên' },
          expected: { k: 2, n: 2 },
        },
        {
          year: YEAR,
          key: 'members.goodOrBetter',
          target: { operator: '>', value: '90', unit: 'PERCENT', text: 'trên 90 %' },
          expected: { k: people.length - count(3), n: people.length },
        },
        { year: YEAR, key: 'members.level1', expected: { k: count(1), n: people.length } },
        {
          year: YEAR,
          key: 'members.level4',
          target: { operator: 'none', value: '0', unit: 'COUNT', text: 'không có' },
          expected: { k: 0, n: people.length },
        },
        { year: YEAR, key: 'commendation.MEMBER_FIVE_YEARS', expected: { k: 1, subjects: [chained.code] } },
      ],
    },
    generatedReadme('mini', 'Scenario mini', SEED, [
      'One superior, two grassroots organisations, three cells, 19 members; for tests.',
    ]),
  );
}
