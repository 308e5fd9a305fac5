import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  PLANNED: ['OPEN', 'CANCELLED'],
  OPEN: ['CLOSED', 'OVERRIDDEN', 'CANCELLED'],
  CLOSED: ['OPEN'],
  OVERRIDDEN: [],
  CANCELLED: [],
} as const;

export type StepState = keyof typeof MOVES;

/** Step of a body inside a cycle. OVERRIDDEN: the level above went on without it, with a reason. A returned step opens again. */
export const stepMachine = defineMachine<StepState>('STEP', 'PLANNED', MOVES);
