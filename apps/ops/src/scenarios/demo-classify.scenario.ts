import { assignLevels } from './levels.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { UnitBuilder } from './unit-builder.js';
import { writeFacts } from './year-facts.js';

const SEED = 2027;
const SUPERIOR = 'KHOI-DEMO-2';
const UNIT = 'CB07';
/** People of the big demo come first; both live in one database. */
const NUMBERED_BEFORE = 800;

/**
 * A superior with one grassroots cell, beside the demo: its dossiers are soon complete, so that its standing committee can classify
 * while the bigger superior still waits for organisations.
 * @param rating id of the rating pack
 */
export function demoClassify(year: number, rating: string): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, year, SUPERIOR, NUMBERED_BEFORE);
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối 2 (dữ liệu mô phỏng)');
  const cell = { code: UNIT, name: 'Chi bộ cơ sở 07', level: 2, committee: 3 } as const;
  const unit = builder.unit({
    ...cell,
    collectiveLevel: 2,
    isCell: true,
    cells: [{ ...cell, rated: 11, probationary: 0, justAdmitted: 0, exempted: 0 }],
  });
  const superior = addSuperiorPosts(builder, SUPERIOR, unit.people.slice(4), 5, 1);
  assignLevels(unit, prng, [], 0);
  builder.writePeople(unit);
  builder.writeMarks(unit);
  for (const person of unit.people)
    writeFacts(files, prng, year, 'MEMBER', person.code, person.level, { leads: person.head });
  writeStandingVotes(files, prng, superior, [unit]);
  return files.render(
    {
      format: 'binhxet-scenario/1',
      name: 'demo-classify',
      title: { vi: 'Một tổ chức chờ xếp loại (mô phỏng)', en: 'One organisation to classify (generated)' },
      simulated: true,
      generated: { by: 'npm start', seed: SEED, what: ['organisations', 'members', 'posts', 'facts', 'marks'] },
      seed: SEED,
      superior: SUPERIOR,
      years: [
        {
          period: String(year),
          clock: { mode: 'DRIVEN', from: `${year}-11-23`, until: `${year + 1}-01-15` },
          packs: { rating },
          settings: settingsFile(`${SUPERIOR}-${year}`),
          plan: {
            selfReview: `${year}-12-01`,
            cellMeeting: `${year}-12-09`,
            unitSitting: `${year}-12-14`,
            classification: `${year}-12-22`,
          },
        },
      ],
    },
    { source: 'Dữ liệu mô phỏng: không có số liệu công bố', results: [] },
    generatedReadme('demo-classify', 'Scenario demo-classify', SEED, [`One grassroots cell, rating year ${year}.`]),
  );
}
