import { defineMachine } from '../shared/state-machine.js';

const MOVES = {
  NOT_STARTED: ['SELF_REVIEW_DRAFT', 'WAITING_ABSENT', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  SELF_REVIEW_DRAFT: [
    'SELF_REVIEW_SUBMITTED',
    'WAITING_ABSENT',
    'NOT_YET_RATED',
    'EXEMPT',
    'TRANSFERRED_OUT',
    'LEFT_PARTY',
  ],
  SELF_REVIEW_SUBMITTED: [
    'OPINIONS_PENDING',
    'READY',
    'SELF_REVIEW_DRAFT', // returned by the cell secretary, with a reason
    'WAITING_ABSENT',
    'NOT_YET_RATED',
    'EXEMPT',
    'TRANSFERRED_OUT',
    'LEFT_PARTY',
  ],
  OPINIONS_PENDING: ['READY', 'WAITING_ABSENT', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  READY: ['REVIEWED_PARTLY', 'REVIEWED', 'WAITING_ABSENT', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  WAITING_ABSENT: ['SELF_REVIEW_DRAFT', 'READY', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  REVIEWED_PARTLY: ['REVIEWED', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  REVIEWED: ['PROPOSED', 'NOT_RATED', 'NOT_YET_RATED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  // A body that never submits is passed over by the level above: its subjects stay without a level, not with a silent one.
  PROPOSED: ['VERIFIED', 'REVIEWED', 'NOT_YET_RATED'],
  VERIFIED: ['DECIDED', 'PROPOSED'],
  DECIDED: ['NOTIFIED'],
  NOTIFIED: ['UNDER_APPEAL', 'CLOSED'],
  UNDER_APPEAL: ['NOTIFIED', 'REOPENED'],
  REOPENED: ['READY', 'PROPOSED', 'DECIDED'],
  CLOSED: ['UNDER_APPEAL', 'CANCELLED'],
  NOT_RATED: ['CLOSED'],
  EXEMPT: ['CLOSED', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  NOT_YET_RATED: ['READY', 'CLOSED', 'EXEMPT', 'TRANSFERRED_OUT', 'LEFT_PARTY'],
  TRANSFERRED_OUT: [], // goes on at the receiving cell
  LEFT_PARTY: [],
  CANCELLED: [], // a new decision record replaces it
} as const;

export type MemberReviewState = keyof typeof MOVES;

/** Review of one member in one rating year. Source: process.md 10.1 and the added moves (exempt, transferred or left before a proposal; absent at the close; body passed over). */
export const memberReviewMachine = defineMachine<MemberReviewState>('MEMBER_REVIEW', 'NOT_STARTED', MOVES);
