import { type Logger, type Metrics } from '@binhxet/platform';
import { type FastifyInstance } from 'fastify';

const SECONDS = [0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Time of every request by route template, and a log line for those who look closely; never the address itself, which holds ids. */
export function installRequestMetrics(fastify: FastifyInstance, metrics: Metrics, logger: Logger): void {
  const seconds = metrics.histogram({ name: 'http_request_seconds', help: 'time to answer', labels: ['method', 'route', 'status'] }, SECONDS);
  fastify.addHook('onResponse', (request, reply, done) => {
    const route = request.routeOptions.url ?? 'unknown';
    seconds.observe({ method: request.method, route, status: String(reply.statusCode) }, reply.elapsedTime / 1000);
    logger.debug({ method: request.method, route, status: reply.statusCode, ms: Math.round(reply.elapsedTime) }, 'request');
    done();
  });
}
