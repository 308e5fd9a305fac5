import { type ErrorKind } from '../shared/app-error.js';

/** Every error code and its kind, in alphabetical order. `tests/architecture/error-codes.spec.ts` compares this with the source. */
export const ERROR_CODES = {
  'APPEAL_CASE.ILLEGAL_MOVE': 'conflict',
  'BALLOT.ILLEGAL_MOVE': 'conflict',
  'BALLOT.TALLY_INVALID': 'invalid',
  'CALENDAR.YEAR_UNKNOWN': 'conflict',
  'COLLECTIVE_REVIEW.ILLEGAL_MOVE': 'conflict',
  'COMMENDATION_CASE.ILLEGAL_MOVE': 'conflict',
  'CONFIG.INVALID': 'invalid',
  'CYCLE.ILLEGAL_MOVE': 'conflict',
  'DEADLINE.EXCEEDED': 'unavailable',
  'DECISION.ILLEGAL_MOVE': 'conflict',
  'MEETING.ILLEGAL_MOVE': 'conflict',
  'MEETING.ROLL_INVALID': 'invalid',
  'MEMBER_REVIEW.ILLEGAL_MOVE': 'conflict',
  'ORG_CLASSIFICATION.ILLEGAL_MOVE': 'conflict',
  'PACK.INVALID': 'invalid',
  'PACK.NOT_FOUND': 'not-found',
  'QUOTA.RATE_OUT_OF_RANGE': 'invalid',
  'READINESS.SETTING_MISSING': 'conflict',
  'STEP.ILLEGAL_MOVE': 'conflict',
  'STEP_EXPECTATION.ILLEGAL_MOVE': 'conflict',
  'SUBMISSION.ILLEGAL_MOVE': 'conflict',
  'TASK.ILLEGAL_MOVE': 'conflict',
} as const satisfies Record<string, ErrorKind>;

export type RegisteredErrorCode = keyof typeof ERROR_CODES;
