import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  CANDIDATE: ['NOMINATED', 'DROPPED'],
  NOMINATED: ['DOSSIER_OPEN', 'DROPPED'],
  DOSSIER_OPEN: ['SUBMITTED', 'DROPPED'],
  SUBMITTED: ['VERIFIED', 'DOSSIER_OPEN'],
  VERIFIED: ['APPROVED', 'REJECTED'],
  APPROVED: ['DECISION_ISSUED'],
  DECISION_ISSUED: ['AWARDED', 'REVOKED'],
  AWARDED: ['REVOKED'],
  DROPPED: [],
  REJECTED: [],
  REVOKED: [],
} as const;

export type CommendationCaseState = keyof typeof MOVES;

/** One commendation of one subject. Source: process.md 10.6. */
export const commendationCaseMachine = defineMachine<CommendationCaseState>('COMMENDATION_CASE', 'CANDIDATE', MOVES);
