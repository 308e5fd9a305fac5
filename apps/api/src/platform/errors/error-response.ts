import { AppError, isAppError, type ErrorKind, type Facts, type FieldError } from '@binhxet/domain';

/** What each kind of error means over HTTP and how loud the log is about it. Total: a new kind does not compile without its row. */
export const HTTP_OF_KIND = {
  invalid: { status: 400, level: 'info', title: 'The request is not valid' },
  unauthenticated: { status: 401, level: 'info', title: 'Sign in first' },
  forbidden: { status: 403, level: 'info', title: 'Not allowed' },
  'not-found': { status: 404, level: 'info', title: 'Not found' },
  conflict: { status: 409, level: 'info', title: 'Not possible in the present state' },
  stale: { status: 412, level: 'info', title: 'Changed by somebody else in the meantime' },
  'precondition-missing': { status: 428, level: 'info', title: 'A precondition header is missing' },
  'key-reused': { status: 422, level: 'warn', title: 'The idempotency key belongs to another request' },
  'too-large': { status: 413, level: 'info', title: 'Too large' },
  'rate-limited': { status: 429, level: 'warn', title: 'Too many attempts' },
  unavailable: { status: 503, level: 'warn', title: 'Not available at the moment' },
  bug: { status: 500, level: 'error', title: 'Something failed on our side' },
} as const satisfies Record<ErrorKind, { status: number; level: 'info' | 'warn' | 'error'; title: string }>;

/** Refusals of HTTP itself whose status no kind has. */
const STATUS_OF_CODE: Readonly<Record<string, number>> = {
  'REQUEST.METHOD_NOT_ALLOWED': 405,
  'REQUEST.URL_TOO_LONG': 414,
  'REQUEST.MEDIA_TYPE_UNSUPPORTED': 415,
};

/** Body of every refusal: RFC 9457 with a stable code. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly code: string;
  /** One English sentence for developers; pages make their own words from code and facts. Absent for failures of ours. */
  readonly detail?: string;
  readonly facts: Facts;
  readonly errors: readonly FieldError[];
  readonly correlationId: string;
}

/**
 * @param error anything thrown while a request was handled
 * @returns the same error when it has a code, a coded one for the framework's refusals and a lost database, SERVER.FAILED (bug) for the rest
 */
export function toAppError(error: unknown): AppError {
  if (isAppError(error)) return error;
  if (isDatabaseAway(error)) return new AppError('DATABASE.UNAVAILABLE', 'unavailable', 'The database does not answer');
  return fromFramework(error) ?? new AppError('SERVER.FAILED', 'bug', 'The request failed');
}

/** Nothing of a `bug` is told: neither message nor facts. */
export function toProblem(error: AppError, correlationId: string): Problem {
  const { status, title } = HTTP_OF_KIND[error.kind];
  const silent = error.kind === 'bug';
  return {
    type: `urn:binhxet:problem:${silent ? 'SERVER.FAILED' : error.code}`,
    title,
    status: STATUS_OF_CODE[error.code] ?? status,
    code: silent ? 'SERVER.FAILED' : error.code,
    ...(silent ? {} : { detail: error.message }),
    facts: silent ? {} : error.facts,
    errors: silent ? [] : error.errors,
    correlationId,
  };
}

/** Whole seconds after which trying again may help; null when it never does by itself. */
export function retryAfterOf(error: AppError): number | null {
  const told = error.facts['retryAfterSeconds'];
  if (typeof told === 'number') return Math.max(1, Math.ceil(told));
  return error.kind === 'unavailable' ? 2 : null;
}

/** Fastify's and Nest's own errors, by their stable codes and statuses; their messages are never passed on. */
function fromFramework(error: unknown): AppError | null {
  if (!(error instanceof Error)) return null;
  const code = String((error as { code?: unknown }).code ?? '');
  const status = Number((error as { statusCode?: unknown }).statusCode ?? (error as { status?: unknown }).status);
  if (code === 'FST_ERR_CTP_BODY_TOO_LARGE' || status === 413) return new AppError('REQUEST.TOO_LARGE', 'too-large', 'The body is larger than this route takes');
  if (code === 'FST_ERR_CTP_INVALID_MEDIA_TYPE' || status === 415) return new AppError('REQUEST.MEDIA_TYPE_UNSUPPORTED', 'invalid', 'This route takes application/json', { accepts: ['application/json'] });
  if (code === 'FST_ERR_MAX_PARAM_LENGTH' || status === 414) return new AppError('REQUEST.URL_TOO_LONG', 'invalid', 'A part of the address is too long');
  if (code.startsWith('FST_ERR_CTP') || error.name === 'SyntaxError' || code === 'FST_ERR_BAD_URL' || code === 'FST_ERR_VALIDATION' || status === 400) {
    return new AppError('REQUEST.MALFORMED', 'invalid', 'The request cannot be read: broken JSON, an empty body or a broken address');
  }
  if (status === 404) return new AppError('REQUEST.ROUTE_NOT_FOUND', 'not-found', 'There is no such address');
  if (status === 503) return new AppError('SERVER.CLOSING', 'unavailable', 'The server is shutting down');
  return null;
}

const AWAY = /^(08|57P0[123]|53300|ECONN|EPIPE|ETIMEDOUT)/;

function isDatabaseAway(error: unknown): boolean {
  const { code, driverError, message } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown; message?: unknown }; message?: unknown };
  return (
    AWAY.test(String(code ?? driverError?.code ?? '')) ||
    /Connection terminated|timeout exceeded when trying to connect|not queryable/.test(`${String(message ?? '')} ${String(driverError?.message ?? '')}`)
  );
}
