import { meetingMachine, type MeetingState } from './meeting.states.js';

describe('meetingMachine', () => {
  it.each<[MeetingState, MeetingState]>([
    ['TALLYING', 'BALLOTING'], // next ballot in order, or a re-vote
    ['REVIEWING', 'NO_QUORUM'],
    ['BALLOTING', 'NO_QUORUM'],
    ['MINUTES_SIGNED', 'MINUTES_DRAFT'], // returned
    ['POSTPONED', 'CONVENED'],
    ['BALLOTING', 'CANCELLED'], // the cycle closed
  ])('accepts %s -> %s', (from, to) => {
    expect(meetingMachine.move(from, to)).toBe(to);
  });

  it.each<[MeetingState, MeetingState]>([
    ['PLANNED', 'OPENED'], // nobody was convened
    ['OPENED', 'BALLOTING'], // no ballot before the review
    ['NO_QUORUM', 'REVIEWING'],
    ['NO_QUORUM', 'BALLOTING'],
    ['BALLOTING', 'MINUTES_DRAFT'], // no minutes without a tally
    ['TALLYING', 'MINUTES_SIGNED'],
    ['TALLYING', 'CLOSED'],
    ['MINUTES_DRAFT', 'CLOSED'],
    ['MINUTES_SIGNED', 'BALLOTING'],
    ['MINUTES_SIGNED', 'CANCELLED'], // what is signed stands
    ['CLOSED', 'CANCELLED'],
    ['CLOSED', 'REVIEWING'],
    ['CANCELLED', 'CONVENED'],
  ])('refuses %s -> %s', (from, to) => {
    expect(() => meetingMachine.move(from, to)).toThrow(
      expect.objectContaining({ code: `${meetingMachine.noun}.ILLEGAL_MOVE`, kind: 'conflict' }),
    );
  });

  it('ends only where nothing may follow', () => {
    expect(meetingMachine.states.filter((state) => meetingMachine.isEnd(state)).sort()).toEqual([
      'CANCELLED',
      'CLOSED',
    ]);
  });
});
