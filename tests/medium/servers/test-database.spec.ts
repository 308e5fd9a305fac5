import { assertTestDatabase, startTestDatabase, type TestDatabase } from '@binhxet/testing';
import { DATABASE_ROLES, withClient } from '@binhxet/platform/servers';

describe('startTestDatabase', () => {
  const made: TestDatabase[] = [];
  const start = async () => {
    const database = await startTestDatabase('servers');
    made.push(database);
    return database;
  };
  afterAll(async () => {
    for (const database of made) await database.drop();
  });

  it('gives each caller a migrated database and every role its login', async () => {
    const [first, second] = await Promise.all([start(), start()]);
    expect(first.name).toContain('test');
    expect(first.name).not.toBe(second.name);
    const schemas = await withClient(first.superuserUrl, (client) =>
      client.query<{ nspname: string }>(
        "SELECT nspname FROM pg_namespace WHERE nspname IN ('app','ledger','ballot','bullmq') ORDER BY 1",
      ),
    );
    expect(schemas.rows.map((row) => row.nspname)).toEqual(['app', 'ballot', 'bullmq', 'ledger']);
    for (const role of DATABASE_ROLES) {
      const who = await withClient(first.urls[role], (client) =>
        client.query<{ who: string; strong: boolean }>(
          'SELECT current_user AS who, rolsuper OR rolcreaterole OR rolcreatedb AS strong FROM pg_roles WHERE rolname = current_user',
        ),
      );
      expect(who.rows).toEqual([{ who: role, strong: false }]);
    }
  });

  it('drops what is still connected to', async () => {
    const database = await start();
    await withClient(database.urls.bx_read, async () => {
      await database.drop();
    }).catch(() => undefined);
    await expect(withClient(database.superuserUrl, (client) => client.query('SELECT 1'))).rejects.toMatchObject({
      code: '3D000',
    });
  });

  it('refuses a name that lacks "test"', () => {
    expect(() => assertTestDatabase('binhxet')).toThrow('lacks "test"');
  });
});
