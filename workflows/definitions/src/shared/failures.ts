import { type CommandName, NOT_NOW, type NotNowFacts, type RefusalDetail } from '@binhxet/contracts';
import { ActivityFailure, ApplicationFailure, TemporalFailure } from '@temporalio/workflow';

/** Refusal of a request that is a right one at another time. Thrown by validators and, after the wait for the lock, by handlers. */
export function notNow(facts: NotNowFacts): ApplicationFailure {
  const detail: RefusalDetail = { kind: 'conflict', errors: [] };
  return refused(NOT_NOW, facts, detail);
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
  return refused('ENGINE.HANDLER_FAILED', { command }, detail);
}

/** Without a stack: it would put places in the bundle into the history, different after every build. */
function refused(code: string, facts: object, detail: RefusalDetail): ApplicationFailure {
  const failure = ApplicationFailure.create({ type: code, message: code, nonRetryable: true, details: [facts, detail] });
  failure.stack = code;
  return failure;
}

/** The refusal inside an activity's failure, if it was one. */
export function refusalOf(error: unknown): ApplicationFailure | null {
  if (error instanceof ApplicationFailure) return error;
  if (error instanceof ActivityFailure && error.cause instanceof ApplicationFailure) return error.cause;
  return null;
}
