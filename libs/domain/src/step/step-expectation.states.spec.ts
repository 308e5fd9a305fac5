import { stepExpectationMachine, type StepExpectationState } from './step-expectation.states.js';

describe('stepExpectationMachine', () => {
  it.each<[StepExpectationState, StepExpectationState]>([
    ['DONE', 'WAITING'], // returned
    ['DONE', 'RELEASED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(stepExpectationMachine.move(from, to)).toBe(to);
  });

  it.each<[StepExpectationState, StepExpectationState]>([
    ['WAITING', 'WAITING'],
    ['DONE', 'DONE'], // settled once
    ['RELEASED', 'WAITING'],
    ['RELEASED', 'DONE'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => stepExpectationMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${stepExpectationMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(stepExpectationMachine.states.filter((state) => stepExpectationMachine.isEnd(state)).sort()).toEqual([
      'RELEASED',
    ]);
  });
});
