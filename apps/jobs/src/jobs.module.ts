import { type JobHandler, PinnedRules, RecomputeCycleService } from '@binhxet/application';
import { LedgerIntegrator, onPool, openDataSource, OutboxRelayStore, PgNotificationStore, PgRecords, assertRoleIsWeak } from '@binhxet/persistence';
import { HealthRegistry, type Logger, Metrics, SystemClock } from '@binhxet/platform';
import { BullQueues } from '@binhxet/queues';
import { loadRulePacks } from '@binhxet/rule-packs';
import { EngineConnection, TemporalEngine } from '@binhxet/temporal';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { type JobsConfig } from './host/jobs-config.js';
import { JobsHost } from './host/jobs-host.js';
import { mailDigestHandler } from './mail/mail-digest.handler.js';
import { smtpSender } from './mail/smtp-sender.js';
import { notificationHandlers } from './notifications/notification-handlers.js';
import { OutboxRelay } from './relay/outbox-relay.js';
import { recomputeCyclesHandler } from './upkeep/recompute-cycles.handler.js';
import { sweepExpiredHandler } from './upkeep/sweep-expired.handler.js';

/** Closes in the reverse order of opening, after the host has stopped taking work. */
class Connections implements OnApplicationShutdown {
  constructor(
    readonly source: DataSource,
    readonly engine: EngineConnection,
  ) {}
  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
    await this.source.destroy();
  }
}

@Module({})
export class JobsModule {
  static forConfig(config: JobsConfig, logger: Logger): DynamicModule {
    return {
      module: JobsModule,
      providers: [
        { provide: HealthRegistry, useValue: new HealthRegistry() },
        { provide: Metrics, useValue: new Metrics('jobs') },
        {
          provide: Connections,
          useFactory: async () => {
            const source = await openDataSource({ url: config.database.url, poolSize: config.database.poolSize, applicationName: 'binhxet-jobs', onPoolError: (error) => logger.warn({ err: error }, 'a database connection broke') });
            await assertRoleIsWeak((text, values) => source.query(text, values));
            return new Connections(source, new EngineConnection({ address: config.temporal.address, namespace: config.temporal.namespace }));
          },
        },
        {
          provide: JobsHost,
          inject: [Connections, HealthRegistry, Metrics],
          useFactory: async (connections: Connections, health: HealthRegistry, metrics: Metrics) => {
            const delivered = metrics.counter({ name: 'outbox_delivered_total', help: 'rows of the outbox delivered, by kind', labels: ['kind'] });
            const clock = new SystemClock();
            const sql = onPool(connections.source);
            const notifications = new PgNotificationStore(sql);
            const outbox = new OutboxRelayStore(sql);
            const engine = new TemporalEngine(connections.engine, { taskQueue: config.temporal.taskQueue });
            const { smtp, queue } = config;
            const sender = smtp.url && smtp.from ? smtpSender(smtp.url, smtp.from) : null;
            const stopping = new AbortController();
            const records = new PgRecords(connections.source);
            const recompute = new RecomputeCycleService(records, new PinnedRules(loadRulePacks(config.rulePacks.dir)));
            const handlers: JobHandler[] = [
              ...notificationHandlers(notifications),
              mailDigestHandler(notifications, sender, clock, config.http.publicUrl, logger),
              sweepExpiredHandler(notifications, clock, logger),
              recomputeCyclesHandler(records, recompute, notifications, logger, stopping.signal),
            ];
            const queues = await BullQueues.open(queue.backend === 'redis' && queue.redisUrl ? { backend: 'redis', url: queue.redisUrl } : { backend: 'postgres', url: config.database.url }, {
              migrate: true,
              grantTo: config.jobs.apiRole,
              onError: (error) => logger.warn({ err: error }, 'the job queue is away'),
            });
            const integrator = new LedgerIntegrator({ url: config.database.url, keyFile: config.ledger.keyFile, clock, log: logger });
            const relay = new OutboxRelay(outbox, engine, queues, logger, (kind, count) => delivered.inc({ kind }, count));
            health.register('database', () => connections.source.query('select 1'));
            health.register('engine', () => engine.ping(), { required: false });
            health.register('ledger', async () => {
              const status = integrator.status();
              if (status.state === 'refused') throw Object.assign(new Error('the integrator refuses'), { code: status.code });
            });
            return new JobsHost({ queues, handlers, relay, integrator, clock, logger, concurrency: config.jobs.concurrency, digestAt: config.jobs.digestAt, recomputeAt: config.jobs.recomputeAt, stopping });
          },
        },
      ],
    };
  }
}
