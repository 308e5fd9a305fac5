import { type Level } from '../level/level.js';
import { quarterFacts } from './quarter-facts.js';

const of = (...levels: (Level | null | undefined)[]) => quarterFacts(levels.flatMap((level, n) => (level === undefined ? [] : [{ quarter: n + 1, level }])), 4);

describe('quarters as facts of the year', () => {
  it.each<[string, (Level | null | undefined)[], number | null, number | null, number | null]>([
    ['none held', [], null, null, null],
    ['held, nobody rated', [null, null], null, null, null],
    ['three good ones', [1, 2, 2], 3, 0, 0],
    ['one lowest', [2, 4, 2], 3, 1, 1],
    ['two in a row', [2, 4, 4], 3, 2, 2],
    ['two with a good one between', [4, 3, 4], 3, 2, 1],
    ['two with one put off between', [4, null, 4], 2, 2, 1],
    ['two with one not held between', [4, undefined, 4], 2, 2, 1],
  ])('%s', (_, levels, quartersRated, quartersLowest, quartersLowestInARow) => {
    expect(of(...levels)).toEqual({ quartersRated, quartersLowest, quartersLowestInARow });
  });

  it('takes the lowest rank of another ladder', () => {
    expect(quarterFacts([{ quarter: 1, level: 4 }], 5)).toMatchObject({ quartersLowest: 0 });
  });
});
