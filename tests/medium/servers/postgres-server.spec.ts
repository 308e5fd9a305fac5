import { spawn } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import {
  ensureDatabase,
  ensureLogin,
  isAlive,
  postgresUrl,
  removeCluster,
  SecretStore,
  startPostgres,
  withClient,
  type PostgresServer,
} from '@binhxet/platform/servers';

describe('startPostgres', () => {
  let folder: string;
  let server: PostgresServer | undefined;
  const options = () => ({
    dataDir: path.join(folder, 'pg'),
    password: new SecretStore(path.join(folder, 'secrets.json')).get('postgres.superuser'),
    logFile: path.join(folder, 'pg.log'),
    durable: true,
  });

  beforeEach(() => {
    // Private, as a temporary folder of root is: the PostgreSQL account cannot pass through it.
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-servers-'));
    chmodSync(folder, 0o700);
  });

  afterEach(async () => {
    await server?.stop();
    server = undefined;
    removeCluster(path.join(folder, 'pg'));
    rmSync(folder, { recursive: true, force: true });
  });

  it('makes a cluster, keeps data and port between starts, and sorts Vietnamese', async () => {
    server = await startPostgres(options());
    await ensureLogin(server.superuserUrl(), 'bx_owner', 'first', ['CREATEROLE']);
    expect(await ensureDatabase(server.superuserUrl(), 'binhxet', 'bx_owner')).toBe(true);
    const url = server.superuserUrl('binhxet');
    const names = await withClient(url, async (client) => {
      await client.query('CREATE TABLE kept (name text)');
      await client.query("INSERT INTO kept VALUES ('ẩ'), ('đ'), ('d'), ('a'), ('e'), ('ă')");
      const { rows } = await client.query<{ name: string }>(
        'SELECT name FROM kept ORDER BY name COLLATE "vi-VN-x-icu"',
      );
      return rows.map((row) => row.name).join('');
    });
    expect(names).toBe('aăẩdđe');
    const settings = await withClient(url, async (client) => {
      const { rows } = await client.query<{ name: string; setting: string }>(
        "SELECT name, setting FROM pg_settings WHERE name IN ('fsync','synchronous_commit','full_page_writes','server_encoding','TimeZone','data_checksums')",
      );
      return Object.fromEntries(rows.map((row) => [row.name, row.setting]));
    });
    expect(settings).toEqual({
      fsync: 'on',
      synchronous_commit: 'on',
      full_page_writes: 'on',
      server_encoding: 'UTF8',
      TimeZone: 'UTC',
      data_checksums: 'on',
    });
    const { port } = server;
    await server.stop();
    server = await startPostgres({ ...options(), port });
    expect(server.port).toBe(port);
    expect(await ensureDatabase(server.superuserUrl(), 'binhxet', 'bx_owner')).toBe(false);
    await ensureLogin(server.superuserUrl(), 'bx_owner', 'second');
    const owner = postgresUrl({ user: 'bx_owner', password: 'second', port, database: 'binhxet' });
    await expect(withClient(owner, (client) => client.query('SELECT current_user'))).resolves.toMatchObject({
      rows: [{ current_user: 'bx_owner' }],
    });
    expect(statSync(path.join(folder, 'secrets.json')).mode & 0o777).toBe(0o600);
  });

  it('writes no value of a row into its log', async () => {
    server = await startPostgres(options());
    await withClient(server.superuserUrl(), async (client) => {
      await client.query('CREATE TABLE person (name text PRIMARY KEY)');
      await client.query('INSERT INTO person VALUES ($1)', ['CANARY-NAME']);
      await expect(client.query('INSERT INTO person VALUES ($1)', ['CANARY-NAME'])).rejects.toMatchObject({
        code: '23505',
      });
      await expect(client.query("SELECT 'CANARY-LITERAL'::int")).rejects.toMatchObject({ code: '22P02' });
    });
    await server.stop();
    expect(readFileSync(path.join(folder, 'pg.log'), 'utf8')).not.toContain('CANARY');
  });

  it('takes over from an instance whose launcher was killed', async () => {
    const first = await startPostgres(options());
    // The first server still runs when the second start comes, as after SIGKILL of the launcher.
    server = await startPostgres({ ...options(), port: first.port });
    expect(isAlive(first.pid)).toBe(false);
    expect(server.pid).not.toBe(first.pid);
  });

  it('starts although the lock file names a process that is something else by now', async () => {
    const first = await startPostgres(options());
    await first.stop();
    const bystander = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)']);
    try {
      writeFileSync(path.join(first.dataDir, 'postmaster.pid'), `${bystander.pid}\n${first.dataDir}\n`);
      server = await startPostgres(options());
      expect(isAlive(bystander.pid ?? 0)).toBe(true);
    } finally {
      bystander.kill('SIGKILL');
    }
  });
});
