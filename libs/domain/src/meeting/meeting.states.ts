import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  PLANNED: ['CONVENED', 'CANCELLED'],
  CONVENED: ['OPENED', 'POSTPONED', 'CANCELLED'],
  OPENED: ['REVIEWING', 'NO_QUORUM'],
  NO_QUORUM: ['POSTPONED'],
  POSTPONED: ['CONVENED'],
  REVIEWING: ['BALLOTING', 'ADJOURNED', 'NO_QUORUM'],
  ADJOURNED: ['REVIEWING'],
  BALLOTING: ['TALLYING', 'NO_QUORUM'],
  TALLYING: ['BALLOTING', 'MINUTES_DRAFT'], // next ballot in order, second phase or a re-vote
  MINUTES_DRAFT: ['MINUTES_SIGNED'],
  MINUTES_SIGNED: ['CLOSED', 'MINUTES_DRAFT'],
  CLOSED: [], // a later session for absentees is a new meeting
  CANCELLED: [],
} as const;

export type MeetingState = keyof typeof MOVES;

/** Meeting of a cell or of any other body that decides. Source: process.md 10.3 with the added moves (quorum lost on the way, minutes returned). */
export const meetingMachine = defineMachine<MeetingState>('MEETING', 'PLANNED', MOVES);
