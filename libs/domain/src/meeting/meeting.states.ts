import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  PLANNED: ['CONVENED', 'CANCELLED'],
  CONVENED: ['OPENED', 'POSTPONED', 'CANCELLED'],
  OPENED: ['REVIEWING', 'NO_QUORUM', 'CANCELLED'],
  NO_QUORUM: ['POSTPONED', 'CANCELLED'],
  POSTPONED: ['CONVENED', 'CANCELLED'],
  REVIEWING: ['BALLOTING', 'ADJOURNED', 'NO_QUORUM', 'CANCELLED'],
  ADJOURNED: ['REVIEWING', 'CANCELLED'],
  BALLOTING: ['TALLYING', 'NO_QUORUM', 'CANCELLED'],
  TALLYING: ['BALLOTING', 'MINUTES_DRAFT', 'CANCELLED'], // next ballot in order, second phase or a re-vote
  MINUTES_DRAFT: ['MINUTES_SIGNED', 'CANCELLED'],
  MINUTES_SIGNED: ['CLOSED', 'MINUTES_DRAFT'],
  CLOSED: [], // a later session for absentees is a new meeting
  CANCELLED: [],
} as const;

export type MeetingState = keyof typeof MOVES;

/** Meeting of a cell or of any other body that decides. Source: process.md 10.3 with the added moves (quorum lost on the way, minutes returned; broken off when the cycle closes). */
export const meetingMachine = defineMachine<MeetingState>('MEETING', 'PLANNED', MOVES);
