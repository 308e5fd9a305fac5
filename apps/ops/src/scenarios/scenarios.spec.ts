import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { loadScenario, readExpected, type Scenario } from '../scenario/load-scenario.js';
import { scenarioFolder } from '../scenario/scenario-folder.js';
import { Prng } from './prng.js';
import { demo, SCENARIO_GENERATORS } from './index.js';
import { mostExcellent } from './levels.js';

const MIB = 1024 * 1024;

describe.each(Object.keys(SCENARIO_GENERATORS))('scenario %s', (name) => {
  it('is what its generator gives, byte by byte', () => {
    const files = SCENARIO_GENERATORS[name]!();
    expect([...files.keys()]).toEqual(readdirSync(scenarioFolder(name)).sort());
    for (const [file, content] of files)
      expect(
        readFileSync(path.join(scenarioFolder(name), file), 'utf8') === content
          ? file
          : `${file} differs: npm run scenario -- generate ${name}`,
      ).toBe(file);
    expect([...files.values()].reduce((sum, content) => sum + Buffer.byteLength(content), 0)).toBeLessThan(6 * MIB);
  });

  let scenario: Scenario;
  beforeAll(async () => {
    scenario = await loadScenario(scenarioFolder(name));
  });

  it('passes the validator, and what it expects has the right shape', () => {
    expect(scenario.head.simulated).toBe(true);
    expect(readExpected(scenario.folder)?.results.length).toBeGreaterThan(3);
  });

  it('writes no level of the year anywhere but in marks', () => {
    expect(scenario.data.history.filter((row) => row.year >= Number(scenario.head.years[0].period))).toEqual([]);
  });

  if (name === 'dak-lak-2019')
    it('has the published shape: 67 and 47 organisations of two predecessors, nearly 7,000 members, 1,940 admitted in five years', () => {
      const { data } = scenario;
      const units = data.organisations.filter((row) => row.parent === 'KHOI-DL');
      const before = data.organisations.filter((row) => row.parent === 'KHOI-CCQ' || row.parent === 'KHOI-DN');
      const ofRole = (role: string) => units.filter((row) => row.role === role).length;
      expect([ofRole('GRASSROOTS_COMMITTEE_ORG'), ofRole('GRASSROOTS_CELL'), before.length]).toEqual([67, 47, 114]);
      expect(before.every((row) => row.to === '2019-05-01') && units.every((row) => row.from === '2019-05-02')).toBe(
        true,
      );
      expect(data.members.length < 7000 && 100 * data.members.length >= 98 * 7000).toBe(true);
      expect(data.members.filter((row) => row.admittedOn >= '2015-01-01')).toHaveLength(1940);
      expect(data.members.every((row) => row.joinedOn >= row.admittedOn)).toBe(true);
      expect(data.organisations.find((row) => row.code === 'KHOI-DL')!.lineageOf).toEqual(['KHOI-CCQ', 'KHOI-DN']);
      const inspected = (detail: string, kind: string) =>
        data.workRecords.filter((row) => row.detail === detail && row.subjectKind === kind);
      const turns = (detail: string, kind: string) =>
        inspected(detail, kind).reduce((sum, row) => sum + (row.quantity ?? 1), 0);
      expect(inspected('STANDING_COMMITTEE', 'ORGANISATION')).toHaveLength(74);
      expect(turns('INSPECTION_COMMISSION', 'ORGANISATION')).toBe(948);
      expect(turns('PARTY_COMMITTEE', 'MEMBER')).toBe(17_694);
    });
  if (name !== 'binh-dinh-2023') return;
  it('has the published shape: 72 organisations, 210 admitted, past years of another pack', () => {
    const { data } = scenario;
    expect(data.organisations.filter((row) => row.parent === 'KHOI-BD')).toHaveLength(72);
    expect(data.members.filter((row) => row.admittedOn.startsWith('2023'))).toHaveLength(210);
    expect(new Set(data.history.map((row) => row.pack))).toEqual(new Set(['P2019']));
    expect(data.history.filter((row) => row.state === 'CANCELLED')).toHaveLength(1);
  });
});

describe('demo of another year', () => {
  it('moves every date and picks the rules by year', () => {
    const head = demo(2024).get('scenario.yaml')!;
    expect(head).toContain('rating: P2023');
    expect(head).toContain('selfReview: 2024-12-01');
  });
});

describe('pieces of the generators', () => {
  it('draws the same numbers for the same seed', () => {
    const draw = (seed: number) =>
      Array.from(
        { length: 4 },
        (
          (prng) => () =>
            prng.between(1, 100)
        )(new Prng(seed)),
      );
    expect(draw(1)).toEqual(draw(1));
    expect(draw(1)).not.toEqual(draw(2));
  });

  // ⌊0.2 × those one below⌋, by hand: 4 → 0, 6 → 1 (5 below), 12 → 2 (10 below), 72 → 12 (60 below)
  it.each([
    [4, 0],
    [5, 0],
    [6, 1],
    [11, 1],
    [12, 2],
    [72, 12],
  ])('lets %i good people have %i at the top', (good, top) => {
    expect(mostExcellent(good)).toBe(top);
  });
});
