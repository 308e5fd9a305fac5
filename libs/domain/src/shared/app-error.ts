/** What went wrong in a sense every edge can act on: each edge maps every kind (HTTP status, retry or not, log level). */
export const ERROR_KINDS = [
  'invalid',
  'unauthenticated',
  'forbidden',
  'not-found',
  'conflict',
  'stale',
  'precondition-missing',
  'key-reused',
  'too-large',
  'rate-limited',
  'unavailable',
  'bug',
] as const;
export type ErrorKind = (typeof ERROR_KINDS)[number];

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json | undefined };
export type Facts = { readonly [key: string]: Json | undefined };

/** One bad field: `pointer` is an RFC 6901 JSON pointer into what was sent, `facts` say what would be accepted. */
export interface FieldError {
  readonly pointer: string;
  readonly code: string;
  readonly facts?: Facts;
}

/** Stable, `NOUN.WHAT_HAPPENED`. */
export type ErrorCode = `${Uppercase<string>}.${Uppercase<string>}`;

/**
 * A refusal or failure with a stable code. `facts` hold the numbers and ids behind it (never names or free text);
 * the words people read are made from code and facts in `@binhxet/messages`.
 */
export class AppError extends Error {
  override readonly name = 'AppError';
  constructor(
    readonly code: ErrorCode,
    readonly kind: ErrorKind,
    message: string,
    readonly facts: Facts = {},
    readonly errors: readonly FieldError[] = [],
  ) {
    super(message);
  }
}

/** Narrows across package copies and serialisation: a name is compared, never the class. */
export function isAppError(error: unknown): error is AppError {
  return error instanceof Error && error.name === 'AppError' && 'code' in error && 'kind' in error;
}
