import { decisionMachine, type DecisionState } from './decision.states.js';

describe('decisionMachine', () => {
  it.each<[DecisionState, DecisionState]>([
    ['DRAFT', 'ISSUED'],
    ['ISSUED', 'CANCELLED'],
    ['NOTIFIED', 'CANCELLED'], // a new decision cancels the old one
  ])('accepts %s -> %s', (from, to) => {
    expect(decisionMachine.move(from, to)).toBe(to);
  });

  it.each<[DecisionState, DecisionState]>([
    ['DRAFT', 'NOTIFIED'],
    ['DRAFT', 'CANCELLED'], // nothing to cancel without a number
    ['ISSUED', 'DRAFT'],
    ['ISSUED', 'DISCARDED'],
    ['NOTIFIED', 'ISSUED'],
    ['CANCELLED', 'ISSUED'],
    ['DISCARDED', 'ISSUED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => decisionMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${decisionMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(decisionMachine.states.filter((state) => decisionMachine.isEnd(state)).sort()).toEqual([
      'CANCELLED',
      'DISCARDED',
    ]);
  });
});
