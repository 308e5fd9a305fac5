import { differingCases, type VoteCount, type VoteEntry, voteFaults, voteResults } from './vote.js';

const row = (caseId: string, agree: number, disagree = 0, blank = 0, invalid = 0): VoteCount => ({ caseId, agree, disagree, blank, invalid });
const entry = (returned: number, ...rows: VoteCount[]): VoteEntry => ({ returned, rows });

describe('a ballot on commendations', () => {
  it.each<[string, VoteEntry, string[]]>([
    ['a sound count', entry(5, row('a', 4, 1), row('b', 3, 0, 1, 1)), []],
    ['more papers than people', entry(6, row('a', 6), row('b', 6)), ['TALLY.RETURNED_OVER_DISTRIBUTED']],
    ['a sum that is not the papers', entry(5, row('a', 4), row('b', 5)), ['TALLY.SUBJECT_SUM']],
    ['a case left out', entry(5, row('a', 5)), ['TALLY.SUBJECT_MISSING']],
    ['a case nobody voted on', entry(5, row('a', 5), row('b', 5), row('c', 5)), ['TALLY.SUBJECT_UNKNOWN']],
    ['a case twice', entry(5, row('a', 5), row('a', 5), row('b', 5)), ['TALLY.SUBJECT_TWICE']],
    ['a part of a paper', entry(5, row('a', 4.5), row('b', 5)), ['TALLY.NOT_A_COUNT']],
    ['less than nothing', entry(-1, row('a', 5), row('b', 5)), ['TALLY.NOT_A_COUNT', 'TALLY.SUBJECT_SUM', 'TALLY.SUBJECT_SUM']],
  ])('finds in %s: %#', (_, given, faults) => {
    expect(voteFaults(given, ['a', 'b'], 5).map(({ code }) => code)).toEqual(faults);
  });

  it('names the cases on which the tellers differ', () => {
    expect(differingCases(entry(5, row('a', 4, 1), row('b', 5)), entry(5, row('a', 4, 1), row('b', 4, 1)))).toEqual(['b']);
    expect(differingCases(entry(5, row('a', 5), row('b', 5)), entry(4, row('a', 4), row('b', 4)))).toEqual(['a', 'b']);
    expect(differingCases(entry(5, row('a', 5)), entry(5, row('a', 5)))).toEqual([]);
  });

  it('carries by more than half of those in office: who is away counts against', () => {
    const results = voteResults(entry(4, row('a', 3, 1), row('b', 4)), 6, { num: 1, den: 2, strict: true });
    expect(results.map(({ caseId, carried, formula }) => [caseId, carried, formula.left, formula.right])).toEqual([
      ['a', false, 6, 6],
      ['b', true, 8, 6],
    ]);
  });
});
