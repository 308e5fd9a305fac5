import { createHash, randomBytes } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { migrateDatabase } from '@binhxet/persistence';
import { DATABASE_ROLES, ensureDatabase, ensureLogin, grantQueueRights, withClient, type DatabaseRole } from '@binhxet/platform/servers';
import { withSharedCluster, type SharedCluster } from './shared-cluster.js';

/** A migrated database of one's own. */
export interface TestDatabase {
  readonly name: string;
  /** connection URL of each role */
  readonly urls: Readonly<Record<DatabaseRole, string>>;
  /** connection URL of the superuser, for setting up what no role may do and for tampering */
  readonly superuserUrl: string;
  /** removes the database, closing what is still connected */
  drop(): Promise<void>;
}

/**
 * Makes a database for one test file: a copy of a template that is migrated once for each state of the persistence library.
 * The server is shared by all test processes and ends by itself.
 * @param label part of the name, letters and digits
 * @returns the database; call `drop()` when done
 */
export async function startTestDatabase(label = 'x'): Promise<TestDatabase> {
  const name = `binhxet_test_${label.toLowerCase().replace(/[^a-z0-9]/g, '')}_${randomBytes(6).toString('hex')}`;
  return withSharedCluster(async (cluster) => {
    const template = await ensureTemplate(cluster);
    await withClient(cluster.superuserUrl(), (client) =>
      client.query(`CREATE DATABASE "${name}" OWNER bx_owner TEMPLATE "${template}"`),
    );
    await grantQueueRights(cluster.superuserUrl(name));
    const urls = Object.fromEntries(DATABASE_ROLES.map((role) => [role, cluster.roleUrl(role, name)])) as Record<
      DatabaseRole,
      string
    >;
    return {
      name,
      urls,
      superuserUrl: cluster.superuserUrl(name),
      drop: () => dropDatabase(cluster.superuserUrl(), name),
    };
  });
}

/**
 * Refuses to touch a database that is not obviously there for tests.
 * @throws Error when the name lacks `test`
 */
export function assertTestDatabase(name: string): void {
  if (!/test/.test(name)) throw new Error(`Tests do not touch the database ${name}: its name lacks "test".`);
}

async function dropDatabase(superuserUrl: string, name: string): Promise<void> {
  assertTestDatabase(name);
  await withClient(superuserUrl, (client) => client.query(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`));
}

async function ensureTemplate(cluster: SharedCluster): Promise<string> {
  const template = `binhxet_test_template_${persistenceHash()}`;
  const known = await withClient(cluster.superuserUrl(), (client) =>
    client.query('SELECT 1 FROM pg_database WHERE datname = $1', [template]),
  );
  if (known.rowCount) return template;
  const building = `${template}_building`;
  await dropDatabase(cluster.superuserUrl(), building);
  await ensureLogin(cluster.superuserUrl(), 'bx_owner', cluster.rolePassword);
  await ensureDatabase(cluster.superuserUrl(), building, 'bx_owner');
  await migrateDatabase(cluster.superuserUrl(building));
  for (const role of DATABASE_ROLES) await ensureLogin(cluster.superuserUrl(), role, cluster.rolePassword);
  await withClient(cluster.superuserUrl(), async (client) => {
    await client.query(`ALTER DATABASE "${building}" RENAME TO "${template}"`);
    // Nobody connects to the template: a connected template cannot be copied.
    await client.query(`ALTER DATABASE "${template}" WITH IS_TEMPLATE true ALLOW_CONNECTIONS false`);
  });
  return template;
}

/** Changes with every file of the persistence library, so a template never lags behind its migrations. */
function persistenceHash(): string {
  const folder = path.dirname(fileURLToPath(import.meta.resolve('@binhxet/persistence')));
  const hash = createHash('sha256');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) =>
    /(?<!\.spec)\.(ts|js|sql)$/.test(file),
  );
  for (const file of files.sort())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(path.join(folder, file)));
  return hash.digest('hex').slice(0, 16);
}
