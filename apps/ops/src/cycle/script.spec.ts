import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { mini } from '../scenarios/mini.scenario.js';
import { loadScenario, type Scenario } from '../scenario/load-scenario.js';
import { Script } from './script.js';

describe('Script of one of several years', () => {
  let scenario: Scenario;
  beforeAll(async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'binhxet-script-'));
    for (const [name, content] of mini()) writeFileSync(path.join(folder, name), content);
    scenario = await loadScenario(folder);
    rmSync(folder, { recursive: true });
    const [year] = scenario.head.years;
    const [member] = scenario.data.members;
    const mark = scenario.play.marks[0]!;
    scenario = {
      ...scenario,
      head: {
        ...scenario.head,
        years: [year, { ...year, period: '2024', clock: { ...year.clock, from: '2024-12-02' } }],
      },
      data: {
        ...scenario.data,
        members: [
          ...scenario.data.members,
          { ...member!, code: 'NEW', joinedOn: '2024-03-01', admittedOn: '2024-03-01', officialOn: '2025-03-01' },
          { ...member!, code: 'MOVED', joinedOn: '2024-05-01', organisation: 'CB02' },
        ],
        memberships: [{ row: 2, member: 'MOVED', organisation: 'DB01-1', from: '2016-01-01', to: '2024-04-30' }],
      },
      play: {
        ...scenario.play,
        marks: [
          { ...mark, year: 2023, ballot: 'CELL_MEMBER_LEVEL', subject: 'NEW', voter: 'V', mark: '2' },
          { ...mark, year: 2024, ballot: 'CELL_MEMBER_LEVEL', subject: 'NEW', voter: 'V', mark: '1' },
        ],
        decisions: [2023, 2024].map((year) => ({
          row: 2,
          year,
          organisation: 'DB01',
          kind: 'HEADS' as const,
          number: `${year}-QĐ`,
          on: null,
          reason: null,
          document: null,
        })),
      },
    };
  });

  const cellOf = (script: Script, code: string) => script.member.get(code)?.organisation;

  it('keeps to its own rows', () => {
    const [first, second] = scenario.head.years.map((year) => new Script(scenario, year));
    const body = scenario.play.marks[0]!.body;
    expect([first, second].map((script) => script!.marks.mark(body, 'CELL_MEMBER_LEVEL', 'NEW', 'V', 1))).toEqual([
      '2',
      '1',
    ]);
    expect([first, second].map((script) => script!.decision('DB01', 'HEADS')?.number)).toEqual(['2023-QĐ', '2024-QĐ']);
  });

  it('knows people as they are on its first day', () => {
    const [first, second] = scenario.head.years.map((year) => new Script(scenario, year));
    expect([cellOf(first!, 'NEW'), cellOf(second!, 'NEW')]).toEqual([undefined, 'DB01-1']);
    expect([cellOf(first!, 'MOVED'), cellOf(second!, 'MOVED')]).toEqual(['DB01-1', 'CB02']);
    expect(second!.member.get('NEW')?.status).toBe('PROBATIONARY');
    expect(second!.member.size).toBe(first!.member.size + 1);
  });
});
