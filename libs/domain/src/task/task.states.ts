import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  OPEN: ['CLAIMED', 'DONE', 'CANCELLED', 'EXPIRED'],
  CLAIMED: ['OPEN', 'DONE', 'CANCELLED', 'EXPIRED'],
  DONE: ['OPEN'],
  CANCELLED: [],
  EXPIRED: [],
} as const;

export type TaskState = keyof typeof MOVES;

/** Task in somebody's inbox. A VOTE task that is CLAIMED has had its ballot issued; DONE opens again when the work is returned. */
export const taskMachine = defineMachine<TaskState>('TASK', 'OPEN', MOVES);
