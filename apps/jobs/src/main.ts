import 'reflect-metadata';
import { announceReady, createLogger, HealthRegistry, installLifeline, Metrics, startProbe } from '@binhxet/platform';
import { NestFactory } from '@nestjs/core';
import { loadJobsConfig } from './host/jobs-config.js';
import { JobsHost } from './host/jobs-host.js';
import { JobsModule } from './jobs.module.js';

installLifeline();
const boot = createLogger({ app: 'jobs' });
process.on('unhandledRejection', (error) => {
  boot.fatal({ err: error }, 'a rejection nobody handled');
  process.exit(1);
});

try {
  const config = loadJobsConfig();
  const logger = createLogger({ app: 'jobs', level: config.logging.level });
  const app = await NestFactory.createApplicationContext(JobsModule.forConfig(config, logger), { logger: ['error', 'warn'], abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  await app.get(JobsHost).start();
  const { port } = await startProbe({ ...config.probe, health: app.get(HealthRegistry), metrics: app.get(Metrics) });
  logger.info({ port }, 'ready');
  announceReady({ port });
} catch (error) {
  boot.fatal({ err: error }, 'the jobs process does not start');
  process.exit(1);
}
