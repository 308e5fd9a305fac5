import { DataSource } from 'typeorm';

export interface DataSourceOptions {
  readonly url: string;
  readonly poolSize: number;
  readonly applicationName: string;
  readonly onPoolError: (error: Error) => void;
  /** Prepared statements keep the plan of their first use, for texts whose plan is the same for every value and takes longer to make than to follow. */
  readonly planOnce?: boolean;
}

/** One definition of the connection. The pool survives a restart of PostgreSQL: an idle connection that breaks is reported and replaced. */
export async function openDataSource(options: DataSourceOptions): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    poolErrorHandler: options.onPoolError,
    // Also how long a request waits for a connection of the pool: a whole cell may hand in within one second.
    extra: { connectionTimeoutMillis: 15_000, idleTimeoutMillis: 60_000, ...(options.planOnce && { options: '-c plan_cache_mode=force_generic_plan' }) },
    synchronize: false,
    logging: false,
  });
  return source.initialize();
}
