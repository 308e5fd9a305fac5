import 'reflect-metadata';
import { SessionService } from '@binhxet/application';
import { announceReady, createLogger, installLifeline } from '@binhxet/platform';
import { type FastifyInstance } from 'fastify';
import { installQueueBoard } from './admin/queue-board.js';
import { loadApiConfig } from './api-config.js';
import { createApi } from './bootstrap.js';

installLifeline();
const boot = createLogger({ app: 'api' });
process.on('unhandledRejection', (error) => {
  boot.fatal({ err: error }, 'a rejection nobody handled');
  process.exit(1);
});

try {
  const config = loadApiConfig();
  const logger = createLogger({ app: 'api', level: config.logging.level });
  const app = await createApi(config, { logger });
  await installQueueBoard(app.getHttpAdapter().getInstance() as unknown as FastifyInstance, config, app.get(SessionService), logger);
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.listen(config.http.port, config.http.host);
  const address = app.getHttpServer().address();
  const port = typeof address === 'object' && address !== null ? address.port : config.http.port;
  logger.info({ port, host: config.http.host }, 'ready');
  announceReady({ port });
} catch (error) {
  boot.fatal({ err: error }, 'the API does not start');
  process.exit(1);
}
