import 'reflect-metadata';
import { announceReady, createLogger, HealthRegistry, installLifeline, Metrics, startProbe } from '@binhxet/platform';
import { NestFactory } from '@nestjs/core';
import { installRuntime } from './host/runtime-logger.js';
import { loadWorkerConfig } from './host/worker-config.js';
import { WorkerHost } from './host/worker-host.service.js';
import { WorkerModule } from './worker.module.js';

installLifeline();
const boot = createLogger({ app: 'worker' });
process.on('unhandledRejection', (error) => {
  boot.fatal({ err: error }, 'a rejection nobody handled');
  process.exit(1);
});

try {
  const config = loadWorkerConfig();
  const logger = createLogger({ app: 'worker', level: config.logging.level });
  installRuntime(logger);
  const app = await NestFactory.createApplicationContext(WorkerModule.forConfig(config, logger), { logger: ['error', 'warn'], abortOnError: false });
  app.enableShutdownHooks(['SIGTERM', 'SIGINT']);
  const host = app.get(WorkerHost);
  await host.start();
  const probe = await startProbe({ ...config.probe, health: app.get(HealthRegistry), metrics: app.get(Metrics) });
  logger.info({ port: probe.port }, 'ready');
  announceReady({ port: probe.port });
  // A worker that has broken must not look alive.
  await host.finished;
} catch (error) {
  boot.fatal({ err: error }, 'the worker does not run');
  process.exit(1);
}
