import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  DRAFT: ['ROLL_FROZEN', 'VOID'],
  ROLL_FROZEN: ['OPEN', 'DRAFT'],
  OPEN: ['CLOSED', 'VOID'],
  CLOSED: ['RECONCILING', 'VOID'],
  RECONCILING: ['TALLIED', 'VOID'],
  TALLIED: ['CERTIFIED', 'RECONCILING', 'RERUN'],
  CERTIFIED: ['RERUN'],
  RERUN: [], // a new ballot is linked to this one
  VOID: [],
} as const;

export type BallotState = keyof typeof MOVES;

/** One ballot of one body. Source: process.md 10.4 with the added moves (no majority, sealing key lost). */
export const ballotMachine = defineMachine<BallotState>('BALLOT', 'DRAFT', MOVES);
