import { type Tx } from '@binhxet/application';
import { onPoolPrepared, openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';
import { withClient } from '@binhxet/platform/servers';
import { startTestDatabase } from '@binhxet/testing';

describe('prepared statements', () => {
  it('survive a migration that adds a column while they are in use', async () => {
    const database = await startTestDatabase('prepared');
    const source = await openDataSource({ url: database.urls.bx_api, poolSize: 1, applicationName: 'test-prepared', onPoolError: () => undefined });
    try {
      const migrate = (sql: string) => withClient(database.superuserUrl, (client) => client.query(sql));
      await migrate(`create table app.tried (id int primary key); grant select, insert on app.tried to bx_api; insert into app.tried values (1)`);
      const uow = new PgUnitOfWork(source, new SystemClock(), { next: newId, secret: newSecretId });
      const sqlOf = (tx: Tx) => (tx.tasks as unknown as { sql: { query(text: string): Promise<object[]> } }).sql;
      const read = () => uow.run((tx) => sqlOf(tx).query('select * from app.tried'));
      const pool = onPoolPrepared(source);
      expect(await read()).toEqual([{ id: 1 }]);
      expect(await pool.query('select * from app.tried')).toEqual([{ id: 1 }]);
      await migrate('alter table app.tried add column note text');
      expect(await read()).toEqual([{ id: 1, note: null }]);
      expect(await pool.query('select * from app.tried')).toEqual([{ id: 1, note: null }]);
      await migrate('alter table app.tried add column second text');
      expect(await pool.query('select * from app.tried')).toEqual([{ id: 1, note: null, second: null }]);
    } finally {
      await source.destroy();
      await database.drop();
    }
  });
});
