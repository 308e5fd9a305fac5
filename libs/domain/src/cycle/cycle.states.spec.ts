import { cycleMachine, type CycleState } from './cycle.states.js';

describe('cycleMachine', () => {
  it.each<[CycleState, CycleState]>([
    ['OPENING', 'CANCELLED'],
    ['REVIEW', 'CLASSIFICATION'],
    ['COMMENDATION', 'CLOSED'],
  ])('accepts %s -> %s', (from, to) => {
    expect(cycleMachine.move(from, to)).toBe(to);
  });

  it.each<[CycleState, CycleState]>([
    ['OPENING', 'CLASSIFICATION'],
    ['REVIEW', 'COMMENDATION'], // nobody is commended before being classified
    ['REVIEW', 'OPENING'],
    ['REVIEW', 'CANCELLED'],
    ['CLASSIFICATION', 'REVIEW'], // an organisation goes back, the cycle does not
    ['CLASSIFICATION', 'CLOSED'],
    ['COMMENDATION', 'CLASSIFICATION'],
    ['CLOSED', 'OPENING'],
    ['CANCELLED', 'OPENING'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => cycleMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${cycleMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(cycleMachine.states.filter((state) => cycleMachine.isEnd(state)).sort()).toEqual(['CANCELLED', 'CLOSED']);
  });
});
