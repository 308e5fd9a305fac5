import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTable } from '@binhxet/platform/tables';
import { repositoryRoot } from '@binhxet/platform/servers';
import { ops, type RunResult } from '../e2e/support/scenario-run.js';

/** `BX_E2E_SCENARIO` takes another scenario of one year, such as `demo`: the same checks on fewer people. */
const SCENARIO = process.env['BX_E2E_SCENARIO'] ?? 'dak-lak-2019';
const RUN_MS = 3_600_000;
const RECOMPUTE_MS = 20_000;

interface Recomputed {
  readonly cycleId: string;
  readonly subjects: Readonly<Record<'MEMBER' | 'COLLECTIVE' | 'ORGANISATION', number>>;
  readonly levels: number;
  readonly tallies: number;
  readonly erased: number;
  readonly candidates: boolean;
  readonly differences: number;
  readonly ms: number;
}

const COMMITTEES = ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'CELL_COMMITTEE'];
const SUPERIORS = ['SUPERIOR_ORG', 'PROVINCIAL_ORG'];

/** Whom the year is about, counted from the tables of the folder: members, bodies that lead, organisations below the superior. */
async function subjectsOf(scenario: string): Promise<Recomputed['subjects']> {
  const rows = async (name: string) =>
    (await readTable(readFileSync(path.join(repositoryRoot, 'apps', 'ops', 'scenarios', scenario, `${name}.csv`)), 'csv')).rows.map((row) => row.values);
  const organisations = await rows('organisations');
  const above = new Set(organisations.filter((row) => SUPERIORS.includes(row['role'] ?? '')).map((row) => row['code']));
  const below = new Set(organisations.map((row) => row['code']).filter((code) => !above.has(code)));
  const led = new Set((await rows('posts')).filter((row) => COMMITTEES.includes(row['body'] ?? '')).map((row) => row['organisation']));
  return { MEMBER: (await rows('members')).length, COLLECTIVE: [...led].filter((code) => below.has(code)).length, ORGANISATION: below.size };
}

describe(`every result of ${SCENARIO}, made again from the log`, () => {
  let place: string;
  let data: string;
  let result: RunResult;

  beforeAll(async () => {
    place = mkdtempSync(path.join(tmpdir(), 'binhxet-proofs-'));
    data = path.join(place, 'data');
    const json = path.join(place, 'result.json');
    const { code, output } = await ops(['cycle', '--scenario', SCENARIO, '--json', json, '--data', data], {}, RUN_MS);
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    result = JSON.parse(readFileSync(json, 'utf8')) as RunResult;
  }, RUN_MS);
  afterAll(() => rmSync(place, { recursive: true, force: true }));

  it('is what is stored, for every subject, within seconds', async () => {
    const cycles = result.cycles.map(({ id }) => id);
    expect(cycles).toHaveLength(1);
    const { code, output } = await ops(['recompute', '--cycle', cycles[0]!, '--json', '--data', data], {}, 300_000);
    const lines = output.split('\n').filter((line) => line.startsWith('{'));
    expect([code, code === 0 ? '' : output]).toEqual([0, '']);
    // One line for each difference before the report: there is the report alone.
    expect(lines).toHaveLength(1);
    const report = JSON.parse(lines[0]!) as Recomputed;
    expect(report).toMatchObject({ cycleId: cycles[0], differences: 0, erased: 0, candidates: true });
    const subjects = await subjectsOf(SCENARIO);
    expect(report.subjects).toEqual(subjects);
    const { MEMBER, COLLECTIVE, ORGANISATION } = subjects;
    console.log(`${SCENARIO}: ${MEMBER + COLLECTIVE + ORGANISATION} subjects (${MEMBER} / ${COLLECTIVE} / ${ORGANISATION}), ${report.tallies} tallies, ${report.levels} levels made again in ${report.ms} ms`);
    expect(report.ms).toBeLessThan(RECOMPUTE_MS);
  }, 300_000);
});
