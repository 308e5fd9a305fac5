import { type Clock, createControlPlane, type Ids, PinnedRules, RuleFileShelf, withFreshRules } from '@binhxet/application';
import { assertRoleIsWeak, onPool, openDataSource, PgRuleFileReader, PgUnitOfWork } from '@binhxet/persistence';
import { HealthRegistry, type Logger, Metrics, newId, newSecretId, SystemClock } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { type DynamicModule, Module, type OnApplicationShutdown } from '@nestjs/common';
import { type DataSource } from 'typeorm';
import { createActivities } from './activities/index.js';
import { type WorkerConfig } from './host/worker-config.js';
import { WorkerHost } from './host/worker-host.service.js';

/** Closes after the worker has stopped taking work. */
class Database implements OnApplicationShutdown {
  constructor(readonly source: DataSource) {}

  async onApplicationShutdown(): Promise<void> {
    await this.source.destroy();
  }
}

@Module({})
export class WorkerModule {
  static forConfig(config: WorkerConfig, logger: Logger): DynamicModule {
    return {
      module: WorkerModule,
      providers: [
        { provide: HealthRegistry, useValue: new HealthRegistry() },
        { provide: Metrics, useValue: new Metrics('worker') },
        { provide: Database, useFactory: () => openDatabase(config, logger) },
        {
          provide: WorkerHost,
          inject: [Database, HealthRegistry],
          useFactory: (database: Database, health: HealthRegistry) => {
            const host = new WorkerHost(config, createActivities(controlPlane(config, database.source), logger), logger);
            health.register('database', () => database.source.query('select 1'));
            health.register('polling', async () => {
              if (!host.polling) throw new Error('the worker does not poll');
            });
            return host;
          },
        },
      ],
    };
  }
}

/** @throws AppError DATABASE.ROLE_TOO_STRONG (forbidden): this process must not be able to rewrite the ledger */
async function openDatabase(config: WorkerConfig, logger: Logger): Promise<Database> {
  const { url, poolSize } = config.database;
  const source = await openDataSource({ url, poolSize, applicationName: 'binhxet-worker', onPoolError: (error) => logger.warn({ err: error }, 'a database connection broke') });
  await assertRoleIsWeak((text, values) => source.query(text, values));
  return new Database(source);
}

function controlPlane(config: WorkerConfig, source: DataSource) {
  const clock: Clock = new SystemClock();
  const ids: Ids = { next: newId, secret: newSecretId };
  const packs = loadRulePacks(config.rulePacks.dir);
  const rules = new PinnedRules(packs, new RuleFileShelf(packs, new PgRuleFileReader(onPool(source))));
  const plane = createControlPlane({ uow: new PgUnitOfWork(source, clock, ids), rules, clock, ids, publicUrl: config.http.publicUrl });
  // Activities are safe to repeat: a cycle pinned to rules that were published a moment ago is met with fresh ones.
  return withFreshRules(plane, rules);
}
