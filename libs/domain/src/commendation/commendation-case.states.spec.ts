import { commendationCaseMachine, type CommendationCaseState } from './commendation-case.states.js';

describe('commendationCaseMachine', () => {
  it.each<[CommendationCaseState, CommendationCaseState]>([
    ['SUBMITTED', 'DOSSIER_OPEN'], // returned
    ['DECISION_ISSUED', 'REVOKED'],
    ['AWARDED', 'REVOKED'], // after a re-evaluation
  ])('accepts %s -> %s', (from, to) => {
    expect(commendationCaseMachine.move(from, to)).toBe(to);
  });

  it.each<[CommendationCaseState, CommendationCaseState]>([
    ['CANDIDATE', 'APPROVED'],
    ['NOMINATED', 'SUBMITTED'],
    ['SUBMITTED', 'APPROVED'],
    ['VERIFIED', 'DECISION_ISSUED'],
    ['APPROVED', 'AWARDED'], // no award without a decision
    ['APPROVED', 'REVOKED'],
    ['AWARDED', 'DROPPED'],
    ['REVOKED', 'AWARDED'],
    ['REJECTED', 'NOMINATED'],
    ['DROPPED', 'CANDIDATE'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => commendationCaseMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${commendationCaseMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(commendationCaseMachine.states.filter((state) => commendationCaseMachine.isEnd(state)).sort()).toEqual([
      'DROPPED',
      'REJECTED',
      'REVOKED',
    ]);
  });
});
