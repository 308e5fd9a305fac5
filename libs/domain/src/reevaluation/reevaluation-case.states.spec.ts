import { reevaluationCaseMachine, type ReevaluationCaseState } from './reevaluation-case.states.js';

describe('reevaluationCaseMachine', () => {
  it.each<[ReevaluationCaseState, ReevaluationCaseState]>([
    ['OPENED', 'DECIDED'],
    ['OPENED', 'DISMISSED'],
    ['DECIDED', 'CLOSED'],
    ['DISMISSED', 'CLOSED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(reevaluationCaseMachine.move(from, to)).toBe(to);
  });

  it.each<[ReevaluationCaseState, ReevaluationCaseState]>([
    ['OPENED', 'CLOSED'], // nothing closes undecided
    ['DECIDED', 'DISMISSED'],
    ['DECIDED', 'OPENED'],
    ['DISMISSED', 'DECIDED'],
    ['CLOSED', 'OPENED'],
    ['CLOSED', 'DECIDED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => reevaluationCaseMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${reevaluationCaseMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(reevaluationCaseMachine.states.filter((state) => reevaluationCaseMachine.isEnd(state))).toEqual(['CLOSED']);
  });
});
