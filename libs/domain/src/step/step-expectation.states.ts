import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  WAITING: ['DONE', 'RELEASED'],
  DONE: ['WAITING', 'RELEASED'],
  RELEASED: [],
} as const;

export type StepExpectationState = keyof typeof MOVES;

/** What one key still owes a step: settled, returned, or released (exempt, left, transferred). */
export const stepExpectationMachine = defineMachine<StepExpectationState>('STEP_EXPECTATION', 'WAITING', MOVES);
