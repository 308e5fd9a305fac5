import { type CommandName, NOT_NOW, type NotNowFacts, type RefusalDetail } from '@binhxet/contracts';
import { ActivityFailure, ApplicationFailure, TemporalFailure } from '@temporalio/workflow';

/** Refusal of a request that is a right one at another time. Thrown by validators and, after the wait for the lock, by handlers. */
export function notNow(facts: NotNowFacts): ApplicationFailure {
  const detail: RefusalDetail = { kind: 'conflict', errors: [] };
  return ApplicationFailure.create({ type: NOT_NOW, message: NOT_NOW, nonRetryable: true, details: [facts, detail] });
}

/**
 * What a handler may throw: the refusal an activity ended with, unchanged, so that its caller sees code and facts; any other
 * Temporal failure as it is. Everything else becomes a failure of this one request: it would block every task of the workflow.
 */
export function asHandlerFailure(error: unknown, command: CommandName): TemporalFailure {
  const refusal = refusalOf(error);
  if (refusal) return refusal;
  if (error instanceof TemporalFailure) return error;
  const detail: RefusalDetail = { kind: 'bug', errors: [] };
  return ApplicationFailure.create({ type: 'ENGINE.HANDLER_FAILED', message: 'ENGINE.HANDLER_FAILED', nonRetryable: true, details: [{ command }, detail] });
}

/** The refusal inside an activity's failure, if it was one. */
export function refusalOf(error: unknown): ApplicationFailure | null {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof ActivityFailure && error.cause instanceof ApplicationFailure) return error.cause;
  return null;
}
