import { DataSource } from 'typeorm';

/** One definition of the connection. The pool survives a restart of PostgreSQL: an idle connection that breaks is reported and replaced. */
export async function openDataSource(options: { readonly url: string; readonly poolSize: number; readonly applicationName: string; readonly onPoolError: (error: Error) => void }): Promise<DataSource> {
  const source = new DataSource({
    type: 'postgres',
    url: options.url,
    poolSize: options.poolSize,
    applicationName: options.applicationName,
    poolErrorHandler: options.onPoolError,
    extra: { connectionTimeoutMillis: 5_000, idleTimeoutMillis: 60_000 },
    synchronize: false,
    logging: false,
  });
  return source.initialize();
}
