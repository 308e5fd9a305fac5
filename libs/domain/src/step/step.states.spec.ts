import { stepMachine, type StepState } from './step.states.js';

describe('stepMachine', () => {
  it.each<[StepState, StepState]>([
    ['CLOSED', 'OPEN'], // returned
    ['OPEN', 'OVERRIDDEN'],
  ])('accepts %s -> %s', (from, to) => {
    expect(stepMachine.move(from, to)).toBe(to);
  });

  it.each<[StepState, StepState]>([
    ['PLANNED', 'CLOSED'],
    ['PLANNED', 'OVERRIDDEN'],
    ['OPEN', 'PLANNED'],
    ['CLOSED', 'OVERRIDDEN'],
    ['CLOSED', 'CANCELLED'],
    ['OVERRIDDEN', 'OPEN'],
    ['CANCELLED', 'OPEN'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => stepMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${stepMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(stepMachine.states.filter((state) => stepMachine.isEnd(state)).sort()).toEqual(['CANCELLED', 'OVERRIDDEN']);
  });
});
