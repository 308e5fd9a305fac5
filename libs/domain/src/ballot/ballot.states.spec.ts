import { ballotMachine, type BallotState } from './ballot.states.js';

describe('ballotMachine', () => {
  it.each<[BallotState, BallotState]>([
    ['ROLL_FROZEN', 'DRAFT'], // before anything is issued
    ['OPEN', 'VOID'], // before any cast, by the chair, with a reason
    ['CLOSED', 'VOID'], // the sealing key is lost
    ['TALLIED', 'RERUN'], // no majority
    ['TALLIED', 'RECONCILING'],
  ])('accepts %s -> %s', (from, to) => {
    expect(ballotMachine.move(from, to)).toBe(to);
  });

  it.each<[BallotState, BallotState]>([
    ['DRAFT', 'OPEN'], // no ballot without a frozen roll
    ['ROLL_FROZEN', 'CLOSED'],
    ['OPEN', 'DRAFT'],
    ['OPEN', 'TALLIED'],
    ['CLOSED', 'OPEN'], // a closed ballot never opens again
    ['CLOSED', 'TALLIED'],
    ['RECONCILING', 'CERTIFIED'],
    ['TALLIED', 'VOID'],
    ['TALLIED', 'OPEN'],
    ['CERTIFIED', 'TALLIED'],
    ['CERTIFIED', 'VOID'],
    ['RERUN', 'OPEN'], // a re-run is a new ballot
    ['VOID', 'DRAFT'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => ballotMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${ballotMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(ballotMachine.states.filter((state) => ballotMachine.isEnd(state)).sort()).toEqual(['RERUN', 'VOID']);
  });
});
