import { DataSource } from 'typeorm';
import { migrations } from './migrations/index.js';

/**
 * Brings a database to the newest schema, each migration in a transaction of its own.
 * @param url connection that may create roles (the first migration does); later ones change to `bx_owner` themselves
 * @returns names of the migrations that ran now, in order; empty when the schema was up to date
 */
export async function migrateDatabase(url: string): Promise<readonly string[]> {
  const source = new DataSource({ type: 'postgres', url, migrations, migrationsTableName: 'schema_migration', migrationsTransactionMode: 'each', logging: false });
  await source.initialize();
  try {
    return (await source.runMigrations()).map((migration) => migration.name);
  } finally {
    await source.destroy();
  }
}
