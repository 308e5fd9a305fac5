import { boardOf, type Stand } from './progress-board.js';

const step = (kind: string, outstanding: number, id = '0191d8a0-0000-7000-8000-000000000001') => ({
  id,
  kind,
  outstanding,
});
const body = (code: string, phase: string, ...open: Stand['open']): Stand => ({
  code,
  workflow: 'cellReview',
  phase,
  open,
});

describe('boardOf', () => {
  const board = boardOf([
    body('WRITES', 'SELF_REVIEW', step('SELF_REVIEW', 3)),
    body('COMPLETE', 'SELF_REVIEW', step('SELF_REVIEW', 0)),
    body('BETWEEN', 'OPINIONS'),
    body('SITS', 'MEETING', step('MEETING', 1), step('PAPER_COUNT', 0), step('SIGN_MINUTES', 2)),
    body('UP', 'SUBMITTED', step('LATE_SELF_REVIEW', 1), step('LATE_SELF_REVIEW', 1), step('LATE_SELF_REVIEW', 0)),
    body('OVER', 'DONE'),
  ]);

  it('tells who may act and whom the engine moves', () => {
    expect(board.acting).toEqual(['WRITES', 'SITS']);
    expect(board.moving).toEqual(['COMPLETE', 'BETWEEN']);
  });

  it('counts the late papers waited for in each cell', () => {
    expect([...board.latePapers]).toEqual([['UP', 2]]);
  });

  it('prints differ when one more paper is in', () => {
    const [before, after] = [3, 2].map((left) => boardOf([body('WRITES', 'SELF_REVIEW', step('SELF_REVIEW', left))]));
    expect(before!.prints.get('WRITES')).not.toBe(after!.prints.get('WRITES'));
  });
});
