import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  OPENED: ['DECIDED', 'DISMISSED'],
  DECIDED: ['CLOSED'],
  DISMISSED: ['CLOSED'],
  CLOSED: [],
} as const;

export type ReevaluationCaseState = keyof typeof MOVES;

/** A past year looked at again after a discipline that is in force. Source: process.md section 8 (HD 25-HD/BTCTW point 4.5). */
export const reevaluationCaseMachine = defineMachine<ReevaluationCaseState>('REEVALUATION_CASE', 'OPENED', MOVES);
