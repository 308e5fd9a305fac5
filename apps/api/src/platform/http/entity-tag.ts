import { createHash } from 'node:crypto';
import { AppError } from '@binhxet/domain';
import { type FastifyRequest } from 'fastify';

/** Strong entity tag of a version number. */
export function entityTag(version: number): string {
  return `"v${version}"`;
}

/** Weak entity tag of what an answer says: the same as long as it says the same. @param content JSON */
export function contentTag(content: unknown): string {
  return `W/"${createHash('sha256').update(JSON.stringify(content)).digest('base64url').slice(0, 22)}"`;
}

/**
 * Version a client says it changes: `If-Match: "v3"` → 3; `If-None-Match: *` → 0, there is none yet.
 * @throws AppError PRECONDITION.REQUIRED (precondition-missing) without either; PRECONDITION.MALFORMED (invalid)
 */
export function expectedVersion(request: FastifyRequest): number {
  const match = request.headers['if-match'];
  const noneMatch = request.headers['if-none-match'];
  if (match === undefined && noneMatch === undefined) {
    throw new AppError('PRECONDITION.REQUIRED', 'precondition-missing', 'Say which version is changed: If-Match with its ETag, or If-None-Match: * for the first one', { accepts: ['If-Match', 'If-None-Match: *'] });
  }
  if (match === undefined && noneMatch === '*') return 0;
  const version = /^"v([1-9]\d{0,8})"$/.exec(match ?? '')?.[1];
  if (version === undefined || noneMatch !== undefined) throw new AppError('PRECONDITION.MALFORMED', 'invalid', 'If-Match takes one entity tag as this server gave it');
  return Number(version);
}
