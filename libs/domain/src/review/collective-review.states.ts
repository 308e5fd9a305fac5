import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  NOT_STARTED: ['REPORT_DRAFT', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  REPORT_DRAFT: ['OPINIONS_PENDING', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  OPINIONS_PENDING: ['READY', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  READY: ['REVIEWED', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  REVIEWED: ['SELF_RATED', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  SELF_RATED: ['VERIFIED', 'REVIEWED', 'NOT_RATED_NEW', 'NOT_YET_RATED'],
  VERIFIED: ['DECIDED', 'SELF_RATED'],
  DECIDED: ['NOTIFIED'],
  NOTIFIED: ['UNDER_REEXAMINATION', 'CLOSED'],
  UNDER_REEXAMINATION: ['NOTIFIED', 'VERIFIED'],
  NOT_RATED_NEW: ['CLOSED'],
  NOT_YET_RATED: ['READY', 'CLOSED'],
  CLOSED: ['UNDER_REEXAMINATION', 'CANCELLED'],
  CANCELLED: [],
} as const;

export type CollectiveReviewState = keyof typeof MOVES;

/** Review of a leading body in one rating year. Source: process.md 10.2; NOT_YET_RATED for a body that the level above passed over; NOT_RATED_NEW for one
 * of an organisation that is too young, or that ended by a decision before it met. */
export const collectiveReviewMachine = defineMachine<CollectiveReviewState>('COLLECTIVE_REVIEW', 'NOT_STARTED', MOVES);
