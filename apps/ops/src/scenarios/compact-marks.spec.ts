import { jest } from '@jest/globals';
import { type MarkRecord } from '@binhxet/application';
import { MarkBook } from '../cycle/mark-book.js';
import { loadScenario } from '../scenario/load-scenario.js';
import { scenarioFolder } from '../scenario/scenario-folder.js';
import { compactMarks } from './compact-marks.js';
import { SCENARIO_GENERATORS } from './index.js';
import { ScenarioFiles } from './scenario-files.js';

type Row = Parameters<ScenarioFiles['add']>[1];

const record = (row: Row, at: number): MarkRecord =>
  ({ year: null, round: null, ...row, row: at + 2 }) as unknown as MarkRecord;

describe('compactMarks', () => {
  const mark = (voter: string, word: string, round: number | null = null) => ({
    body: 'C1',
    ballot: 'CELL_MEMBER_LEVEL',
    round,
    voter,
    subject: 'M1',
    mark: word,
  });

  it('writes the many once and keeps the few', () => {
    expect(compactMarks([mark('V1', '3'), mark('V2', '2'), mark('V3', '2'), mark('V4', 'blank')])).toEqual([
      mark('*', '2'),
      mark('V1', '3'),
      mark('V4', 'blank'),
    ]);
  });

  it('keeps rounds apart and leaves a single voter and the own paper alone', () => {
    const paper = { ...mark('M1', '2'), ballot: 'SELF_REVIEW' };
    expect(compactMarks([mark('V1', '2'), mark('V1', '1', 2), mark('V2', '1', 2), paper])).toEqual([
      mark('V1', '2'),
      mark('*', '1', 2),
      paper,
    ]);
  });
});

describe.each(Object.keys(SCENARIO_GENERATORS))('marks of %s', (name) => {
  afterEach(() => jest.restoreAllMocks());

  it('count the same for the same voters as with a row for each of them, in a file several times smaller', async () => {
    const single: Row[] = [];
    const add = ScenarioFiles.prototype.add;
    jest.spyOn(ScenarioFiles.prototype, 'add').mockImplementation(function (this: ScenarioFiles, kind, row) {
      if (kind === 'marks') single.push(row);
      add.call(this, kind, row);
    });
    SCENARIO_GENERATORS[name]!();
    const { marks } = (await loadScenario(scenarioFolder(name))).play;
    expect(single.length).toBeGreaterThan(2 * marks.length);

    const years = new Set(single.map((row) => row['year'] ?? null));
    for (const year of years) {
      const ofYear = single.filter((row) => (row['year'] ?? null) === year).map(record);
      const [before, after] = [
        new MarkBook(ofYear),
        new MarkBook(marks.filter((row) => (row as { year?: number | null }).year == year)),
      ];
      const votes = new Map<string, { readonly of: MarkRecord; readonly voters: string[] }>();
      for (const row of ofYear) {
        const key = `${row.body} ${row.ballot} ${row.subject} ${row.round ?? 1}`;
        const vote = votes.get(key) ?? { of: row, voters: [] };
        vote.voters.push(row.voter);
        votes.set(key, vote);
      }
      const differing = [...votes.values()].filter(({ of, voters }) => {
        const args = [of.body, of.ballot, of.subject, voters, of.round ?? 1] as const;
        return JSON.stringify(before.count(...args)) !== JSON.stringify(after.count(...args));
      });
      expect(differing.map(({ of }) => of)).toEqual([]);
    }
  });
});
