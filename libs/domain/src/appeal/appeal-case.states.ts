import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  RECEIVED: ['ADMITTED', 'INADMISSIBLE', 'FORWARDED', 'WITHDRAWN'],
  FORWARDED: ['ADMITTED', 'INADMISSIBLE'],
  ADMITTED: ['VERIFYING', 'WITHDRAWN'],
  VERIFYING: ['CONCLUDED', 'WITHDRAWN'],
  CONCLUDED: ['RESULT_CONFIRMED', 'RESULT_CHANGED'],
  RESULT_CHANGED: ['CLOSED'],
  RESULT_CONFIRMED: ['CLOSED'],
  INADMISSIBLE: ['CLOSED'],
  WITHDRAWN: ['CLOSED'],
  CLOSED: [],
} as const;

export type AppealCaseState = keyof typeof MOVES;

/** Complaint, denunciation or petition about a result. Source: process.md 10.7. */
export const appealCaseMachine = defineMachine<AppealCaseState>('APPEAL_CASE', 'RECEIVED', MOVES);
