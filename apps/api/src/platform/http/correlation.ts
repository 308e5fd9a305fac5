import { newId, withCorrelation } from '@binhxet/platform';
import { type FastifyInstance } from 'fastify';

export const CORRELATION_HEADER = 'x-correlation-id';

/** An id given by a proxy or client is kept when it is harmless, else a new one is made. */
export function correlationIdOf(headers: Readonly<Record<string, unknown>>): string {
  const given = headers[CORRELATION_HEADER];
  return typeof given === 'string' && /^[A-Za-z0-9][A-Za-z0-9._-]{7,63}$/.test(given) ? given : newId();
}

/** Every log line and every answer of a request carries its id. */
export function installCorrelation(fastify: FastifyInstance): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.header(CORRELATION_HEADER, request.id);
    withCorrelation({ correlationId: request.id }, done);
  });
}
