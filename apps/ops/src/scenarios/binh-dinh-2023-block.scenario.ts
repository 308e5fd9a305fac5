import { type Level } from '@binhxet/domain';
import { type ScenarioHead } from '../scenario/scenario-head.js';
import { Prng } from './prng.js';
import { generatedReadme } from './readme.js';
import { rulesInForce } from './rules-of-year.js';
import { ScenarioFiles } from './scenario-files.js';
import { settingsFile } from './settings.js';
import { addSuperior, addSuperiorPosts, writeStandingVotes } from './superior.js';
import { type BuiltUnit, plainCell, UnitBuilder, type UnitPlan } from './unit-builder.js';
import { writeFacts } from './year-facts.js';

const NAME = 'binh-dinh-2023-block';
const SEED = 20231104;
const YEAR = 2023;
const SUPERIOR = 'KHOI-BDC';
/** Published: 72 organisations, 71 of them good or better, 16 at the top. Here each is a cell with few people. */
const ORGS = 72;
const TOP_ORGS = 16;
const OFFICE_MEMBERS = 9;
const REASON =
  'Vượt tỷ lệ 20 % của toàn Khối; Ban Thường vụ thống nhất xếp mức hoàn thành tốt nhiệm vụ (dữ liệu mô phỏng)';

function plans(prng: Prng): UnitPlan[] {
  const order = prng.shuffled(Array.from({ length: ORGS }, (_, at) => at));
  const [weakest, ...others] = order as [number, ...number[]];
  const top = new Set(others.slice(0, TOP_ORGS));
  return order.map((_, at): UnitPlan => {
    const code = `CB${String(at + 1).padStart(2, '0')}`;
    const name = `Chi bộ cơ sở ${code.slice(2)}`;
    const level: Level = top.has(at) ? 1 : at === weakest ? 3 : 2;
    const cell = { ...plainCell(code, name, at === 0 ? OFFICE_MEMBERS : prng.between(4, 5), 0), level };
    return { code, name, level, collectiveLevel: level, committee: 0, isCell: true, cells: [cell] };
  });
}

/** The most at the top when a fifth of those one below is allowed, rounded half up. */
function mostHalfUp(goodOrBetter: number): number {
  let most = 0;
  while (2 * 5 * (most + 1) <= 2 * (goodOrBetter - (most + 1)) + 5) most += 1;
  return most;
}

/** The quota puzzle under `BLOCK`: sixteen are voted to the top and refused; as many give way as the quota asks for. */
export function binhDinhBlock(): Map<string, string> {
  const files = new ScenarioFiles();
  const prng = new Prng(SEED);
  const builder = new UnitBuilder(files, prng, YEAR, SUPERIOR);
  addSuperior(files, SUPERIOR, 'Đảng bộ Khối các cơ quan tỉnh (dữ liệu mô phỏng)');
  const units = plans(prng).map((plan) => builder.unit(plan));
  const superior = addSuperiorPosts(builder, SUPERIOR, units[0]!.people.slice(1), 5, 2);
  for (const unit of units) {
    builder.writePeople(unit);
    builder.writeMarks(unit);
    for (const person of unit.people)
      writeFacts(files, prng, YEAR, 'MEMBER', person.code, person.level, { leads: person.head });
    writeFacts(files, prng, YEAR, 'ORGANISATION', unit.plan.code, unit.plan.level);
  }
  writeStandingVotes(files, prng, superior, units);

  const voted = units.filter((unit) => unit.plan.level === 1);
  const kept = mostHalfUp(ORGS - 1);
  const chair = superior.standing[0]!.code;
  const lowered = prng.shuffled(voted).slice(kept);
  files.add('acts', { actor: chair, act: 'TRY_DECIDE_OVER_QUOTA', subject: SUPERIOR, expect: 'QUOTA.EXCEEDED' });
  for (const { plan } of lowered)
    files.add('acts', { actor: chair, act: 'LOWER_BY_DECISION', subject: plan.code, value: REASON });
  files.add('decisions', {
    organisation: SUPERIOR,
    kind: 'ORGANISATIONS',
    number: '215-QĐ/ĐUK',
    reason: 'Xếp loại tổ chức năm 2023 (dữ liệu mô phỏng)',
    document: 'Tờ trình 48-TTr/BTC (dữ liệu mô phỏng)',
  });
  return files.render(head(), expected(units, lowered), readme(units, kept));
}

function head(): ScenarioHead {
  return {
    format: 'binhxet-scenario/1',
    name: NAME,
    title: {
      vi: 'Câu đố tỷ lệ năm 2023: 16 trong 71 tổ chức bị từ chối khi tỷ lệ là chặn cứng (dữ liệu mô phỏng)',
      en: 'The quota puzzle of 2023: 16 of 71 organisations refused where the quota blocks (generated)',
    },
    simulated: true,
    generated: {
      by: `npm run scenario -- generate ${NAME}`,
      seed: SEED,
      what: ['organisations', 'members', 'posts', 'facts', 'acts', 'marks', 'decisions'],
    },
    seed: SEED,
    superior: SUPERIOR,
    years: [
      {
        period: String(YEAR),
        clock: { mode: 'DRIVEN', from: '2023-12-01', until: '2024-01-09' },
        packs: rulesInForce(YEAR, '2023-12-01'),
        settings: settingsFile(`${SUPERIOR}-${YEAR}`, {
          'quota.ORGANISATION.groupBy': 'WHOLE',
          'quota.ORGANISATION.enforcement': 'BLOCK',
        }),
        plan: {
          selfReview: '2023-12-05',
          cellMeeting: '2023-12-11',
          cellSubmission: '2023-12-12',
          unitSitting: '2023-12-14',
          unitDossier: '2023-12-15',
          verification: '2023-12-19',
          classification: '2023-12-21',
          heads: '2023-12-25',
          commendation: '2023-12-29',
        },
      },
    ],
  };
}

function expected(units: readonly BuiltUnit[], lowered: readonly BuiltUnit[]) {
  const top = units.filter((unit) => unit.plan.level === 1 && !lowered.includes(unit)).map((unit) => unit.plan.code);
  const year = YEAR;
  return {
    source:
      'Câu đố tỷ lệ của bài báo ngày 11/1/2024 (16 giấy khen, 71/72 tổ chức); cách giải này không công bố, dữ liệu mô phỏng',
    results: [
      {
        year,
        key: 'organisations.goodOrBetter',
        published: { text: '71/72', k: 71, n: 72 },
        expected: { k: 71, n: 72 },
      },
      {
        year,
        key: 'organisations.level1',
        label: 'Tổ chức ở mức cao nhất sau khi bị chặn',
        expected: { k: top.length, n: units.length },
        note: 'Bài báo: 16; một nhóm 71 tổ chức với tỷ lệ chặn cứng không cho phép',
      },
      { year, key: 'commendation.ORG_YEAR', expected: { k: top.length, subjects: top.sort() } },
      { year, key: 'quota.breaches', expected: { k: 0 } },
    ],
  };
}

function readme(units: readonly BuiltUnit[], kept: number): string {
  const members = units.reduce((sum, unit) => sum + unit.people.length, 0);
  return generatedReadme(NAME, `Scenario ${NAME}`, SEED, [
    'Published: see [binh-dinh-2023](../binh-dinh-2023/README.md): 71 of 72 organisations good or better, 16 certificates for the top.',
    '',
    `Generated: everything else, 72 grassroots cells with ${members} members. The same puzzle read with one group and \`BLOCK\`: the standing committee votes`,
    'sixteen to the top; the decision is tried as voted, with reason and document, and the system refuses it with QUOTA.EXCEEDED. Then the',
    `decision lowers ${TOP_ORGS - kept} of them by one level, each with its reason, and passes with ${kept} of 71. The reading that lets sixteen pass,`,
    '`WARN_WITH_REASON`, is run in binh-dinh-2023, where other groupings are asked about as well.',
  ]);
}
