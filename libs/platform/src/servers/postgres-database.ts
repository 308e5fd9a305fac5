import pg from 'pg';

/** Name of the superuser of an embedded cluster. */
export const SUPERUSER = 'postgres';

/** Names that need no quoting rules; nothing else is put into a statement. */
const quoteFree = /^[\w.-]+$/;

/** Builds a PostgreSQL URL on the loopback address. */
export function postgresUrl(parts: {
  readonly user: string;
  readonly password: string;
  readonly port: number;
  readonly database: string;
}): string {
  return `postgres://${encodeURIComponent(parts.user)}:${encodeURIComponent(parts.password)}@127.0.0.1:${parts.port}/${encodeURIComponent(parts.database)}`;
}

/** Runs `work` on one connection of its own and closes it. */
export async function withClient<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a server that stops closes idle connections; the query in flight reports it
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/**
 * Creates a database when it is missing: UTF-8, ICU with Vietnamese rules, from the empty template, so nothing is inherited from the machine.
 * @param name letters, digits, `_`, `.`, `-`
 * @param owner role that owns it
 * @returns whether it was made now
 */
export async function ensureDatabase(superuserUrl: string, name: string, owner: string): Promise<boolean> {
  if (!quoteFree.test(name) || !quoteFree.test(owner))
    throw new Error('A database or role name has characters that are not allowed here.');
  return withClient(superuserUrl, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [name]);
    if (known.rowCount) return false;
    await client.query(
      `CREATE DATABASE "${name}" OWNER "${owner}" TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER icu ICU_LOCALE 'vi-VN' LOCALE 'C'`,
    );
    return true;
  });
}

/** Makes a role that cannot log in, when it is missing. */
export async function ensureRole(superuserUrl: string, role: string): Promise<void> {
  if (!quoteFree.test(role)) throw new Error('A role name has characters that are not allowed here.');
  await withClient(superuserUrl, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    if (!known.rowCount) await client.query(`CREATE ROLE "${role}" NOLOGIN`);
  });
}

/**
 * Lets a role log in with a password, making the role when it is missing.
 * @param attributes further role attributes, e.g. `CREATEROLE`
 */
export async function ensureLogin(
  superuserUrl: string,
  role: string,
  password: string,
  attributes: readonly 'CREATEROLE'[] = [],
): Promise<void> {
  if (!quoteFree.test(role)) throw new Error('A role name has characters that are not allowed here.');
  await withClient(superuserUrl, async (client) => {
    const known = await client.query('SELECT 1 FROM pg_roles WHERE rolname = $1', [role]);
    const verb = known.rowCount ? 'ALTER' : 'CREATE';
    await client.query(
      `${verb} ROLE "${role}" WITH LOGIN ${attributes.join(' ')} PASSWORD ${client.escapeLiteral(password)}`,
    );
  });
}

/**
 * Lets the jobs role upgrade the queue library's own tables: the library says `CREATE SCHEMA IF NOT EXISTS` each time, which needs this
 * right even where the schema is there. Rights on a database are not copied with a template, so this runs for each database.
 * @param url superuser's (or owner's) connection to the database in question
 */
export async function grantQueueRights(url: string): Promise<void> {
  await withClient(url, (client) =>
    client.query("DO $$ BEGIN EXECUTE format('GRANT CREATE ON DATABASE %I TO bx_jobs', current_database()); END $$"),
  );
}
