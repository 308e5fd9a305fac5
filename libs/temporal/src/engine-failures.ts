import { AppError, type ErrorCode, ERROR_KINDS, type ErrorKind, type Facts, type FieldError } from '@binhxet/domain';
import { isGrpcServiceError, WorkflowUpdateFailedError, WorkflowUpdateRPCTimeoutOrCancelledError } from '@temporalio/client';
import { ApplicationFailure, WorkflowNotFoundError } from '@temporalio/common';

/** gRPC status codes of a server that is away, busy or too slow: whether the call took effect is unknown. */
const AWAY = new Set([1 /* CANCELLED */, 4 /* DEADLINE_EXCEEDED */, 8 /* RESOURCE_EXHAUSTED */, 10 /* ABORTED */, 14 /* UNAVAILABLE */]);
const NOT_FOUND = 5;
const UNAVAILABLE = 14;

/** A server's own word for a request that a task ended without answering: nothing was taken, it may be repeated. */
const UNPROCESSED = 'UnprocessedUpdate';

/** What became of a call. `away` may be repeated with the same ids; `neverSent`: it left no trace on the server. */
export type CallFailure = { readonly kind: 'away'; readonly neverSent: boolean } | { readonly kind: 'not-found' } | { readonly kind: 'refused'; readonly refusal: AppError } | { readonly kind: 'other' };

/** Sorts whatever the client threw. Total: an error nobody expects is `other`. */
export function callFailureOf(error: unknown): CallFailure {
  if (error instanceof WorkflowNotFoundError) return { kind: 'not-found' };
  if (error instanceof WorkflowUpdateFailedError) {
    if (error.cause instanceof ApplicationFailure && error.cause.type === UNPROCESSED) return { kind: 'away', neverSent: false };
    return error.cause instanceof ApplicationFailure ? { kind: 'refused', refusal: refusalOf(error.cause) } : { kind: 'other' };
  }
  if (error instanceof WorkflowUpdateRPCTimeoutOrCancelledError) return { kind: 'away', neverSent: false };
  const status = grpcStatusOf(error);
  if (status?.code === NOT_FOUND) return { kind: 'not-found' };
  if (status === undefined || !AWAY.has(status.code)) return { kind: 'other' };
  // The transport says so when it never had a connection; a connection lost on the way may have carried the call.
  return { kind: 'away', neverSent: status.code === UNAVAILABLE && /^(No connection established|Name resolution failed)/.test(status.details) };
}

function grpcStatusOf(error: unknown): { readonly code: number; readonly details: string } | undefined {
  if (isGrpcServiceError(error)) return error;
  if (error instanceof Error && error.cause !== undefined) return grpcStatusOf(error.cause);
  return undefined;
}

/** The AppError a service or a workflow refused with: `type` is its code, the details are its facts and its kind. */
function refusalOf(failure: ApplicationFailure): AppError {
  const code = failure.type ?? '';
  if (!/^[A-Z][A-Z0-9_]*\.[A-Z][A-Z0-9_]*$/.test(code)) return new AppError('ENGINE.FAILED', 'bug', 'A body failed on a request.');
  const [facts, detail] = (failure.details ?? []) as [Facts?, { kind?: unknown; errors?: readonly FieldError[] }?];
  return new AppError(code as ErrorCode, isKind(detail?.kind) ? detail.kind : 'bug', failure.message, facts ?? {}, detail?.errors ?? []);
}

const isKind = (kind: unknown): kind is ErrorKind => ERROR_KINDS.includes(kind as ErrorKind);
