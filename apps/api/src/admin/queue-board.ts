import { createBullBoard } from '@bull-board/api';
import { BullMQAdapter } from '@bull-board/api/bullMQAdapter';
import { FastifyAdapter } from '@bull-board/fastify';
import { type SessionService } from '@binhxet/application';
import { isAppError } from '@binhxet/domain';
import { type Logger } from '@binhxet/platform';
import { BullQueues } from '@binhxet/queues';
import { type FastifyInstance } from 'fastify';
import { type ApiConfig } from '../api-config.js';
import { SESSION_COOKIE } from '../platform/security/session.guard.js';

const PATH = '/admin/queues';
/** The board's own page has an inline script; it stands alone on this path and shows ids only. */
const BOARD_POLICY = "default-src 'self'; script-src 'self' 'unsafe-inline'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; frame-ancestors 'none'";

/** Background jobs for administrators, to look at only: what must be done about a job is done by the system itself. */
export async function installQueueBoard(fastify: FastifyInstance, config: ApiConfig, sessions: SessionService, logger: Logger): Promise<void> {
  const { queue } = config;
  const queues = await BullQueues.open(queue.backend === 'redis' && queue.redisUrl ? { backend: 'redis', url: queue.redisUrl } : { backend: 'postgres', url: config.database.url }, {
    migrate: false,
    onError: (error) => logger.debug({ err: error }, 'the job queue is away'),
  });
  fastify.addHook('onClose', () => queues.close());
  const server = new FastifyAdapter();
  server.setBasePath(PATH);
  createBullBoard({ queues: [...queues.queues.values()].map((each) => new BullMQAdapter(each as never, { readOnlyMode: true })), serverAdapter: server });
  await fastify.register(async (scope) => {
    // The board answers errors in a way of its own, so a refusal is said here.
    scope.addHook('onRequest', async (request, reply) => {
      const signedIn = await sessions.authenticate(request.cookies[SESSION_COOKIE]).catch((error: unknown) => {
        if (isAppError(error) && error.kind === 'unauthenticated') return null;
        throw error;
      });
      if (!signedIn) return reply.redirect('/sign-in', 303);
      const isAdministrator = signedIn.actor.capacities.some((capacity) => capacity.kind === 'GRANT' && capacity.role === 'ADMINISTRATOR');
      if (!isAdministrator) return reply.status(403).type('application/problem+json').send({ type: 'urn:binhxet:problem:ACCESS.DENIED', title: 'Forbidden', status: 403, code: 'ACCESS.DENIED' });
      void reply.header('Content-Security-Policy', BOARD_POLICY);
      return undefined;
    });
    await scope.register(server.registerPlugin() as never, { prefix: PATH });
  });
}
