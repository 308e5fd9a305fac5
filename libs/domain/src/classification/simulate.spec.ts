import { type Level } from '../level/level.js';
import { levelShift, simulatedLevel } from './simulate.js';

describe('simulatedLevel', () => {
  it.each<[string, { decided: Level; voted: Level | null; ceiling: Level | null }, Level, Level]>([
    ['stays where both allow it', { decided: 2, voted: 2, ceiling: 1 }, 1, 2],
    ['falls to the stricter ceiling', { decided: 1, voted: 1, ceiling: 1 }, 3, 3],
    ['rises to the vote that only the old ceiling held down', { decided: 2, voted: 1, ceiling: 2 }, 1, 1],
    ['rises no further than the new ceiling', { decided: 4, voted: 1, ceiling: 4 }, 2, 2],
    ['stays lowered where the body lowered it', { decided: 3, voted: 1, ceiling: 2 }, 1, 3],
    ['falls below what the body lowered', { decided: 3, voted: 1, ceiling: 1 }, 4, 4],
    ['rests on the decision where no level had its majority', { decided: 2, voted: null, ceiling: 1 }, 1, 2],
    ['does not hold a body that went beyond the ceiling to the old one', { decided: 1, voted: 1, ceiling: 2 }, 1, 1],
    ['knows no old ceiling', { decided: 2, voted: 2, ceiling: null }, 3, 3],
  ])('%s', (_, past, ceiling, expected) => {
    expect(simulatedLevel(past, ceiling)).toBe(expected);
  });
});

describe('levelShift', () => {
  it('counts before, after and each move', () => {
    expect(levelShift([[1, 1], [1, 2], [1, 2], [3, 1], [4, 4]])).toEqual({
      before: [3, 0, 1, 1],
      after: [2, 2, 0, 1],
      moves: [
        [1, 2, 0, 0],
        [0, 0, 0, 0],
        [1, 0, 0, 0],
        [0, 0, 0, 1],
      ],
      changed: 3,
    });
  });
});
