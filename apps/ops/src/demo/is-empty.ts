import { openDataSource } from '@binhxet/persistence';

/**
 * Whether nobody has imported an organisation yet: what is there already is never mixed with generated data.
 * @param databaseUrl PostgreSQL as `bx_api`
 */
export async function isEmpty(databaseUrl: string): Promise<boolean> {
  const source = await openDataSource({
    url: databaseUrl,
    poolSize: 1,
    applicationName: 'binhxet-ops',
    onPoolError: () => undefined,
  });
  try {
    const [row] = await source.query<{ empty: boolean }[]>(
      'select not exists (select from app.organisation) as "empty"',
    );
    return row?.empty ?? false;
  } finally {
    await source.destroy();
  }
}
