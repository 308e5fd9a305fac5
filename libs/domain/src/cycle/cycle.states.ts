import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  OPENING: ['REVIEW', 'CANCELLED', 'REGISTRATION', 'MID_YEAR'],
  REGISTRATION: ['MID_YEAR', 'AWAITING_REVIEW'], // early phases: a cycle that begins with the year
  MID_YEAR: ['AWAITING_REVIEW'],
  AWAITING_REVIEW: ['REVIEW'], // its rules are pinned here
  REVIEW: ['CLASSIFICATION'],
  CLASSIFICATION: ['COMMENDATION'], // an organisation sent back is reviewed again while the others are classified
  COMMENDATION: ['CLOSED'],
  CLOSED: [],
  CANCELLED: [],
} as const;

export type CycleState = keyof typeof MOVES;

/** Yearly cycle of one superior. Registration and mid-year are earlier phases and come from data; an opening that fails its readiness check is cancelled. */
export const cycleMachine = defineMachine<CycleState>('CYCLE', 'OPENING', MOVES);
