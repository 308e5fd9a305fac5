import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  DRAFT: ['ISSUED', 'DISCARDED'],
  ISSUED: ['NOTIFIED', 'CANCELLED'],
  NOTIFIED: ['CANCELLED'],
  CANCELLED: [],
  DISCARDED: [],
} as const;

export type DecisionState = keyof typeof MOVES;

/** Decision with a number. The number is reserved on issue; a cancelled number stays visible as cancelled. */
export const decisionMachine = defineMachine<DecisionState>('DECISION', 'DRAFT', MOVES);
