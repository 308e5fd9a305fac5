import { createHash } from 'node:crypto';
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';
import { AppError } from '@binhxet/domain';
import { newId } from '@binhxet/platform';
import { type FastifyRequest } from 'fastify';

export const IDEMPOTENCY_HEADER = 'idempotency-key';
export const ANSWER_NOT_KEPT = 'binhxet:answer-not-kept';
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** The answer holds secrets: it is never stored for a repeated request, a second one is carried out again. */
export const AnswerNotKept = () => SetMetadata(ANSWER_NOT_KEPT, true);

/** For routes whose request becomes a command of a body: documents the header and what it means. */
export const Idempotent = () =>
  applyDecorators(ApiHeader({ name: 'Idempotency-Key', required: false, description: 'UUID; a repeated request with it is answered as the first one was', schema: { type: 'string', format: 'uuid' } }));

/** @returns the key in lower case, null without one. @throws AppError REQUEST.KEY_INVALID (invalid) */
export function idempotencyKeyOf(request: FastifyRequest): string | null {
  const given = request.headers[IDEMPOTENCY_HEADER];
  if (given === undefined) return null;
  const key = typeof given === 'string' ? given.toLowerCase() : '';
  if (!UUID.test(key)) throw new AppError('REQUEST.KEY_INVALID', 'invalid', 'Idempotency-Key is one UUID');
  return key;
}

/** Parameter: id under which the request becomes a command; the client's key, or a new id. */
export const CommandId = createParamDecorator((_data: unknown, context: ExecutionContext): string => idempotencyKeyOf(context.switchToHttp().getRequest<FastifyRequest>()) ?? newId());

/** What makes two requests the same one: method, address, the version they change, body. */
export function requestHash(request: FastifyRequest): Buffer {
  const { method, url, body, headers } = request;
  return createHash('sha256')
    .update(JSON.stringify([method, url, headers['if-match'] ?? headers['if-none-match'] ?? null]))
    .update(body === undefined ? '' : JSON.stringify(body))
    .digest();
}
