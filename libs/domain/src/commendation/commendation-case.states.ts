import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  CANDIDATE: ['NOMINATED', 'DROPPED'],
  NOMINATED: ['DOSSIER_OPEN', 'DROPPED'],
  DOSSIER_OPEN: ['SUBMITTED', 'DROPPED'],
  SUBMITTED: ['VERIFIED', 'DOSSIER_OPEN', 'DROPPED'],
  // Dropped late: a re-evaluation or an appeal took away a year the case rests on.
  VERIFIED: ['APPROVED', 'REJECTED', 'DROPPED'],
  APPROVED: ['DECISION_ISSUED', 'DROPPED'],
  DECISION_ISSUED: ['AWARDED', 'REVOKED'],
  AWARDED: ['REVOKED'],
  DROPPED: [],
  REJECTED: [],
  REVOKED: [],
} as const;

export type CommendationCaseState = keyof typeof MOVES;

/** One commendation of one subject. Source: process.md 10.6; DROPPED after the submission only by a re-evaluation or an appeal. */
export const commendationCaseMachine = defineMachine<CommendationCaseState>('COMMENDATION_CASE', 'CANDIDATE', MOVES);
