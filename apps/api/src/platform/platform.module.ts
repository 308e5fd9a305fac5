import { Global, Module, type DynamicModule, type OnApplicationShutdown, type Provider } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, Reflector } from '@nestjs/core';
import { Access, Clock, CommandGateway, Engine, IdempotencyStore, Ids, SessionService, SubtreeReader, UnitOfWork } from '@binhxet/application';
import { LedgerReader, onPool, onPoolPrepared, openDataSource, PgIdempotencyStore, PgSubtreeReader, PgUnitOfWork } from '@binhxet/persistence';
import { HealthRegistry, Metrics, newId, newSecretId, SystemClock } from '@binhxet/platform';
import { EngineConnection, TemporalEngine } from '@binhxet/temporal';
import { DataSource } from 'typeorm';
import { ApiConfig } from '../api-config.js';
import { provide, provideAs } from '../provide.js';
import { WebApp } from '../web/web-app.js';
import { AppLogger } from './app-logger.js';
import { ProblemFilter } from './errors/problem.filter.js';
import { IdempotencyInterceptor } from './http/idempotency.interceptor.js';
import { RouteTable } from './http/route-table.js';
import { patiently } from './patience.js';
import { PlannedSql, ReadSql } from './read-sql.js';
import { SessionGuard } from './security/session.guard.js';
import { SchemaPipe } from './validation/schema.pipe.js';

/** Connections of {@link PlannedSql}: short reads and claims, so that few serve many. */
abstract class PlannedSource extends DataSource {}
const PLANNED_CONNECTIONS = 6;

/** Ends connections after the last request: the framework calls this once nothing is served any more. */
class Connections implements OnApplicationShutdown {
  constructor(
    private readonly source: DataSource,
    private readonly planned: PlannedSource,
    private readonly engine: EngineConnection,
  ) {}

  async onApplicationShutdown(): Promise<void> {
    await this.engine.close();
    await Promise.all([this.source.destroy(), this.planned.destroy()]);
  }
}

const connect = (config: ApiConfig, logger: AppLogger, pool: { readonly poolSize: number; readonly planOnce?: boolean }): Promise<DataSource> =>
  patiently(
    () => openDataSource({ url: config.database.url, applicationName: 'binhxet-api', onPoolError: (error) => logger.warn({ err: error }, 'an idle database connection broke'), ...pool }),
    logger,
  );

const infrastructure: Provider[] = [
  provideAs(Clock, () => new SystemClock()),
  provideAs(Ids, () => ({ next: newId, secret: newSecretId })),
  provideAs(DataSource, (config: ApiConfig, logger: AppLogger) => connect(config, logger, { poolSize: config.database.poolSize }), ApiConfig, AppLogger),
  provideAs(
    PlannedSource,
    (config: ApiConfig, logger: AppLogger) => connect(config, logger, { poolSize: Math.min(config.database.poolSize, PLANNED_CONNECTIONS), planOnce: true }),
    ApiConfig,
    AppLogger,
  ),
  provideAs(PlannedSql, (source: PlannedSource) => onPoolPrepared(source), PlannedSource),
  provideAs(ReadSql, (source: DataSource) => onPool(source), DataSource),
  provideAs(UnitOfWork, (source: DataSource, clock: Clock, ids: Ids) => new PgUnitOfWork(source, clock, ids), DataSource, Clock, Ids),
  provideAs(SubtreeReader, (sql: ReadSql) => new PgSubtreeReader(sql), ReadSql),
  provideAs(IdempotencyStore, (sql: PlannedSql) => new PgIdempotencyStore(sql), PlannedSql),
  provideAs(LedgerReader, (sql: ReadSql) => new LedgerReader((text, values) => sql.query(text, values) as never), ReadSql),
  provideAs(EngineConnection, (config: ApiConfig) => new EngineConnection({ address: config.temporal.address, namespace: config.temporal.namespace }), ApiConfig),
  provideAs(Engine, (connection: EngineConnection, config: ApiConfig) => new TemporalEngine(connection, { taskQueue: config.temporal.taskQueue }), EngineConnection, ApiConfig),
  provide(Access, SubtreeReader),
  provide(CommandGateway, UnitOfWork, Engine, Access, Clock),
  provide(Connections, DataSource, PlannedSource, EngineConnection),
  provideAs(Metrics, () => new Metrics('api')),
  provideAs(
    HealthRegistry,
    (sql: ReadSql, engine: Engine) => {
      const health = new HealthRegistry();
      health.register('database', () => sql.query('select 1'));
      health.register('engine', () => engine.ping(), { required: false });
      return health;
    },
    ReadSql,
    Engine,
  ),
];

const edge: Provider[] = [
  { provide: APP_FILTER, inject: [AppLogger, WebApp, RouteTable], useFactory: (logger: AppLogger, web: WebApp, routes: RouteTable) => new ProblemFilter(logger, web, routes) },
  { provide: APP_GUARD, inject: [Reflector, SessionService], useFactory: (reflector: Reflector, sessions: SessionService) => new SessionGuard(reflector, sessions) },
  { provide: APP_PIPE, useFactory: () => new SchemaPipe() },
  {
    provide: APP_INTERCEPTOR,
    inject: [Reflector, IdempotencyStore, Clock, AppLogger],
    useFactory: (reflector: Reflector, store: IdempotencyStore, clock: Clock, logger: AppLogger) => new IdempotencyInterceptor(reflector, store, clock, logger),
  },
];

const tokenOf = (provider: Provider): unknown => (typeof provider === 'function' ? provider : provider.provide);

/** What every part of the API stands on; visible to all modules. */
@Global()
@Module({})
export class PlatformModule {
  /** @param replacements providers that take the place of those with the same token, for tests */
  static register(config: ApiConfig, logger: AppLogger, web: WebApp, routes: RouteTable, replacements: readonly Provider[]): DynamicModule {
    const replaced = new Set(replacements.map(tokenOf));
    const given: Provider[] = [
      { provide: ApiConfig, useValue: config },
      { provide: AppLogger, useValue: logger },
      { provide: WebApp, useValue: web },
      { provide: RouteTable, useValue: routes },
    ];
    const shared = [...given, ...infrastructure.filter((provider) => !replaced.has(tokenOf(provider))), ...replacements];
    return { module: PlatformModule, providers: [...shared, ...edge], exports: shared.map((provider) => tokenOf(provider) as never) };
  }
}
