import { orgClassificationMachine, type OrgClassificationState } from './org-classification.states.js';

describe('orgClassificationMachine', () => {
  it.each<[OrgClassificationState, OrgClassificationState]>([
    ['SUBMITTED', 'SELF_RATED'], // returned by the superior
    ['VERIFYING', 'SELF_RATED'],
    ['QUOTA_CHECK', 'PROPOSED'], // the ceiling is exceeded
    ['BALLOTED', 'PROPOSED'], // no majority
    ['CLOSED', 'UNDER_REEXAMINATION'],
    ['SUBMITTED', 'NOT_YET_RATED'], // its committee was passed over before it decided
    ['BALLOTED', 'NOT_YET_RATED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(orgClassificationMachine.move(from, to)).toBe(to);
  });

  it.each<[OrgClassificationState, OrgClassificationState]>([
    ['NOT_STARTED', 'SELF_RATED'], // lower before higher
    ['WAITING_SUBORDINATES', 'SUBMITTED'],
    ['SELF_RATED', 'VERIFYING'],
    ['SUBMITTED', 'PROPOSED'],
    ['PROPOSED', 'BALLOTED'], // never around the quota
    ['QUOTA_CHECK', 'DECIDED'], // the body votes
    ['PROPOSED', 'DECIDED'],
    ['DECIDED', 'PROPOSED'],
    ['DECIDED', 'CLOSED'],
    ['DECIDED', 'NOT_YET_RATED'], // a decision is changed by a new decision
    ['NOTIFIED', 'NOT_YET_RATED'],
    ['NOT_RATED_NEW', 'SELF_RATED'],
    ['CANCELLED', 'NOT_STARTED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => orgClassificationMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${orgClassificationMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(orgClassificationMachine.states.filter((state) => orgClassificationMachine.isEnd(state)).sort()).toEqual([
      'CANCELLED',
    ]);
  });
});
