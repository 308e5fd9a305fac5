import { collectiveReviewMachine, type CollectiveReviewState } from './collective-review.states.js';

describe('collectiveReviewMachine', () => {
  it.each<[CollectiveReviewState, CollectiveReviewState]>([
    ['NOT_STARTED', 'NOT_RATED_NEW'], // set up too recently
    ['REVIEWED', 'SELF_RATED'],
    ['SELF_RATED', 'REVIEWED'], // returned
    ['SELF_RATED', 'NOT_YET_RATED'],
    ['UNDER_REEXAMINATION', 'VERIFIED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(collectiveReviewMachine.move(from, to)).toBe(to);
  });

  it.each<[CollectiveReviewState, CollectiveReviewState]>([
    ['NOT_STARTED', 'REVIEWED'],
    ['REPORT_DRAFT', 'REVIEWED'], // opinions first
    ['READY', 'SELF_RATED'], // no level before the review
    ['REVIEWED', 'VERIFIED'],
    ['SELF_RATED', 'DECIDED'],
    ['VERIFIED', 'NOTIFIED'],
    ['DECIDED', 'VERIFIED'],
    ['NOT_RATED_NEW', 'SELF_RATED'],
    ['CLOSED', 'VERIFIED'],
    ['CANCELLED', 'CLOSED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => collectiveReviewMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${collectiveReviewMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(collectiveReviewMachine.states.filter((state) => collectiveReviewMachine.isEnd(state)).sort()).toEqual([
      'CANCELLED',
    ]);
  });
});
