import { DATABASE_ROLES, type DatabaseRole } from '@binhxet/platform/servers';
import { appEnvironment, APP_NAMES, STOP_ORDER } from './app-processes.js';

const around = {
  databaseUrls: Object.fromEntries(
    DATABASE_ROLES.map((role) => [role, `postgres://${role}:own@127.0.0.1/binhxet`]),
  ) as Record<DatabaseRole, string>,
  temporal: { address: '127.0.0.1:7233', namespace: 'binhxet' },
  host: '127.0.0.1',
  webPort: 8080,
  publicUrl: 'http://localhost:8080',
  ledgerKeyFile: '/data/keys/ledger',
  production: false,
};

describe('appEnvironment', () => {
  it.each([
    ['api', 'bx_api'],
    ['worker', 'bx_worker'],
    ['jobs', 'bx_jobs'],
  ] as const)('gives %s the login of %s and of nobody else', (name, role) => {
    const env = appEnvironment(name, around, {});
    expect(env['BX_DATABASE_URL']).toBe(`postgres://${role}:own@127.0.0.1/binhxet`);
    expect(Object.values(env).filter((value) => value.startsWith('postgres://'))).toHaveLength(1);
  });

  it('passes settings on, and neither secrets of the shell nor what is for the launcher', () => {
    const env = appEnvironment('api', around, {
      PATH: '/bin',
      BX_LOG_LEVEL: 'debug',
      BX_SESSION_MINUTES: '5',
      AWS_SECRET: 's',
      NODE_OPTIONS: '--inspect',
      BX_ROLE_PASSWORD_BX_OWNER: 's',
      BX_DATABASE_URL: 'postgres://postgres:s@h/d',
      BX_DATA_DIR: '/d',
    });
    expect(env).toMatchObject({ PATH: '/bin', BX_LOG_LEVEL: 'debug', BX_SESSION_MINUTES: '5', TZ: 'UTC' });
    for (const absent of ['AWS_SECRET', 'NODE_OPTIONS', 'BX_ROLE_PASSWORD_BX_OWNER', 'BX_DATA_DIR'])
      expect(env).not.toHaveProperty(absent);
  });

  it('stops every process it starts', () => {
    expect([...STOP_ORDER].sort()).toEqual([...APP_NAMES].sort());
  });
});
