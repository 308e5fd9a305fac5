import { migrateDatabase } from '@binhxet/persistence';
import {
  DATABASE_ROLES,
  ensureDatabase,
  ensureLogin,
  grantQueueRights,
  postgresUrl,
  startPostgres,
  type DatabaseRole,
  type PostgresServer,
} from '@binhxet/platform/servers';
import { type DataFolder } from '../stack/data-folder.js';

/** Name of an installation's database. */
export const DATABASE = 'binhxet';

/** The database of an installation on its embedded server. */
export interface InstallationDatabase {
  readonly server: PostgresServer;
  readonly superuserUrl: string;
  readonly urls: Readonly<Record<DatabaseRole, string>>;
}

/**
 * Starts the embedded PostgreSQL of a data folder and makes the database. Passwords are random, one for each role, and known to the
 * launcher alone: each process gets the URL of its own role.
 * @param port port of the last start, kept while free
 */
export async function startInstallationDatabase(folder: DataFolder, port?: number): Promise<InstallationDatabase> {
  const secrets = folder.secrets();
  const server = await startPostgres({
    dataDir: folder.postgres,
    logFile: folder.log('postgres'),
    password: secrets.get('postgres.superuser'),
    durable: true,
    ...(port === undefined ? {} : { port }),
  });
  try {
    await ensureLogin(server.superuserUrl(), 'bx_owner', secrets.get('postgres.bx_owner'));
    await ensureDatabase(server.superuserUrl(), DATABASE, 'bx_owner');
  } catch (error) {
    await server.stop();
    throw error;
  }
  const urlOf = (role: DatabaseRole) =>
    postgresUrl({ user: role, password: secrets.get(`postgres.${role}`), port: server.port, database: DATABASE });
  return {
    server,
    superuserUrl: server.superuserUrl(DATABASE),
    urls: Object.fromEntries(DATABASE_ROLES.map((role) => [role, urlOf(role)])) as Record<DatabaseRole, string>,
  };
}

/**
 * Brings the database to the newest schema and gives each role its password.
 * @returns names of the migrations that ran
 */
export async function migrateInstallation(
  folder: DataFolder,
  database: InstallationDatabase,
): Promise<readonly string[]> {
  const ran = await migrateDatabase(database.superuserUrl);
  await grantQueueRights(database.superuserUrl);
  const secrets = folder.secrets();
  for (const role of DATABASE_ROLES)
    await ensureLogin(database.server.superuserUrl(), role, secrets.get(`postgres.${role}`));
  return ran;
}
