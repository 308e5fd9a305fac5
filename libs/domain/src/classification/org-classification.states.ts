import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  NOT_STARTED: ['WAITING_SUBORDINATES', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  WAITING_SUBORDINATES: ['SELF_RATED', 'NOT_YET_RATED', 'NOT_RATED_NEW'],
  SELF_RATED: ['SUBMITTED', 'NOT_YET_RATED', 'NOT_RATED_NEW'],
  SUBMITTED: ['VERIFYING', 'SELF_RATED', 'NOT_YET_RATED'],
  VERIFYING: ['PROPOSED', 'SELF_RATED', 'NOT_YET_RATED'],
  PROPOSED: ['QUOTA_CHECK', 'NOT_YET_RATED'],
  QUOTA_CHECK: ['BALLOTED', 'PROPOSED', 'NOT_YET_RATED'],
  BALLOTED: ['DECIDED', 'PROPOSED', 'NOT_YET_RATED'],
  DECIDED: ['NOTIFIED'],
  NOTIFIED: ['UNDER_REEXAMINATION', 'CLOSED'],
  UNDER_REEXAMINATION: ['NOTIFIED', 'VERIFYING'],
  NOT_RATED_NEW: ['CLOSED'],
  NOT_YET_RATED: ['WAITING_SUBORDINATES', 'CLOSED'],
  CLOSED: ['UNDER_REEXAMINATION', 'CANCELLED'],
  CANCELLED: [],
} as const;

export type OrgClassificationState = keyof typeof MOVES;

/**
 * Classification of one organisation by its superior. Source: process.md 10.5; NOT_YET_RATED for an organisation that is passed over, itself
 * or with the level above it; NOT_RATED_NEW for one that is too young, or that ended by a decision before it met.
 */
export const orgClassificationMachine = defineMachine<OrgClassificationState>(
  'ORG_CLASSIFICATION',
  'NOT_STARTED',
  MOVES,
);
