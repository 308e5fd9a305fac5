import { isAppError } from '@binhxet/domain';

/** What a log line says about an error. */
export interface LoggedError {
  readonly type: string;
  readonly message: string;
  readonly code?: string;
  readonly kind?: string;
  readonly facts?: unknown;
  readonly constraint?: string;
  readonly table?: string;
  readonly stack?: string;
  readonly cause?: LoggedError;
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value.length > 0 ? value : undefined;

/** PostgreSQL errors carry values of rows in `message`, `detail`, `where`, `query` and `parameters`. */
function isDatabaseError(error: Error): error is Error & Record<string, unknown> {
  return 'query' in error || 'severity' in error || 'driverError' in error;
}

const frames = (stack: string | undefined): string | undefined =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 20)
    .join('\n');

/**
 * Turns an error into plain fields for the log. Only known fields are taken: an error object may carry SQL parameters, request
 * bodies or row values, and those are what people wrote. Of a database error the SQLSTATE, constraint and table stay, the message goes.
 * @param error anything thrown
 * @param depth how many causes have been followed
 */
export function serializeError(error: unknown, depth = 0): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: 'A value that is not an Error was thrown.' };
  const cause = error.cause !== undefined && depth < 4 ? { cause: serializeError(error.cause, depth + 1) } : {};
  if (isAppError(error)) {
    return {
      type: 'AppError',
      message: error.message,
      code: error.code,
      kind: error.kind,
      facts: error.facts,
      stack: frames(error.stack),
      ...cause,
    };
  }
  if (isDatabaseError(error)) {
    return {
      type: error.name,
      message: 'The database refused a statement.',
      code: text(error['code']),
      constraint: text(error['constraint']),
      table: text(error['table']),
      stack: frames(error.stack),
      ...cause,
    };
  }
  return {
    type: error.name,
    message: error.message,
    code: text((error as { code?: unknown }).code),
    stack: frames(error.stack),
    ...cause,
  };
}
