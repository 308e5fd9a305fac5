import { type RefusalDetail } from '@binhxet/contracts';
import { AppError, type ErrorKind, isAppError } from '@binhxet/domain';
import { ApplicationFailure } from '@temporalio/common';

/**
 * Whether a second attempt may end otherwise. A bug stays retryable: its transaction was rolled back, and the next deployment may
 * mend it while the workflow waits.
 */
export const RETRYABLE = {
  invalid: false,
  unauthenticated: false,
  forbidden: false,
  'not-found': false,
  conflict: false,
  stale: false,
  'precondition-missing': false,
  'key-reused': false,
  'too-large': false,
  'rate-limited': true,
  unavailable: true,
  bug: true,
} as const satisfies Record<ErrorKind, boolean>;

/** Attempts after which a request of a person that meets a bug is given back to them; the body must stay usable meanwhile. */
export const BUG_ATTEMPTS = 5;

/** Who waits for the answer: a person, or only the engine, which can wait for a mended deployment. */
export type ActivityGroup = 'request' | 'transition';

/** @returns what was thrown if it says what it is, otherwise a bug; the cause is logged here and goes no further */
export function appErrorOf(error: unknown): AppError {
  return isAppError(error) ? error : new AppError('ENGINE.FAILED', 'bug', 'An activity failed unexpectedly.');
}

/**
 * The failure as it may enter a history: code, kind, facts and field errors. Never a message or a cause: a driver's or a library's
 * text can hold what people wrote.
 * @param attempt of the activity, from 1
 */
export function activityFailureOf(error: AppError, group: ActivityGroup, attempt: number): ApplicationFailure {
  const givenUp = error.kind === 'bug' && group === 'request' && attempt >= BUG_ATTEMPTS;
  const detail: RefusalDetail = { kind: error.kind, errors: error.errors };
  const failure = ApplicationFailure.create({
    type: error.code,
    message: error.code,
    nonRetryable: givenUp || !RETRYABLE[error.kind],
    details: [error.facts, detail],
  });
  failure.stack = error.code; // the stack would name files of this machine in every history; the log has the real one
  return failure;
}
