import { createHash } from 'node:crypto';
import { appendLedger, assertRoleIsWeak, erasePayload, LedgerReader } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { anEntry, LedgerFixture, queryOf, writeLog } from './support/ledger-fixture.js';

describe('ledger tables', () => {
  let fixture: LedgerFixture;
  beforeAll(async () => {
    fixture = await LedgerFixture.start();
  });
  afterAll(() => fixture.end());

  it('keeps leaf and payload exactly as committed to', async () => {
    const api = await fixture.client('bx_api');
    const entry = anEntry({ step: newId(), prev: newId(), payload: { b: 'ký tự \u0000 và "ngoặc"', a: [1, null, true] } });
    await appendLedger(queryOf(api), [entry]);
    const opening = (await new LedgerReader(queryOf(api)).opening(entry.id))!;
    expect(opening.payload).toBe('{"a":[1,null,true],"b":"ký tự \\u0000 và \\"ngoặc\\"","v":1}');
    const commitment = createHash('sha256').update(Buffer.from(opening.salt!, 'hex')).update(opening.payload!).digest('hex');
    expect(JSON.parse(opening.entry)).toEqual({
      v: 1,
      id: entry.id,
      at: entry.at.toISOString(),
      type: entry.type,
      cycle: entry.cycle,
      org: entry.org,
      step: entry.step,
      prev: entry.prev,
      commitment,
    });
    expect(opening.index).toBeNull();
  });

  it('writes thousands in order, and nothing of a transaction that rolls back', async () => {
    const api = await fixture.client('bx_api');
    const before = await new LedgerReader(queryOf(api)).pending();
    await api.query('begin');
    const entries = await writeLog(api, 2_500);
    await api.query('commit');
    await api.query('begin');
    await appendLedger(queryOf(api), [anEntry()]);
    await api.query('rollback');
    const { rows } = await api.query<{ entry_id: string }>('select entry_id from ledger.ledger_pending order by seq offset $1', [before]);
    expect(rows.map(({ entry_id }) => entry_id)).toEqual(entries.map(({ id }) => id));
  });

  const roles = ['bx_api', 'bx_worker', 'bx_jobs', 'bx_eraser', 'bx_read'] as const;
  const refused = expect.objectContaining({ code: '42501' });

  it.each(roles.flatMap((role) => ['ledger_entry', 'ledger_leaf', 'ledger_head'].map((table) => [role, table] as const)))(
    '%s may not change %s',
    async (role, table) => {
      const client = await fixture.client(role);
      const column = table === 'ledger_entry' ? 'data' : table === 'ledger_leaf' ? 'leaf_hash' : 'root';
      await expect(client.query(`update ledger.${table} set ${column} = ${column}`)).rejects.toEqual(refused);
      await expect(client.query(`delete from ledger.${table}`)).rejects.toEqual(refused);
      await expect(client.query(`truncate ledger.${table}`)).rejects.toEqual(refused);
      await expect(client.query(`alter table ledger.${table} disable trigger user`)).rejects.toEqual(refused);
      await client.end();
    },
  );

  it.each(['bx_api', 'bx_worker', 'bx_jobs', 'bx_read'] as const)('%s may not change or delete a payload', async (role) => {
    const client = await fixture.client(role);
    await expect(client.query('delete from ledger.ledger_payload')).rejects.toEqual(refused);
    await expect(client.query(`update ledger.ledger_payload set payload = ''`)).rejects.toEqual(refused);
  });

  it.each(['bx_api', 'bx_worker', 'bx_eraser', 'bx_read'] as const)('%s may not give entries their place', async (role) => {
    const client = await fixture.client(role);
    for (const table of ['ledger_leaf', 'ledger_head', 'ledger_tile', 'ledger_pending']) {
      await expect(client.query(`insert into ledger.${table} default values`)).rejects.toEqual(refused);
      await expect(client.query(`delete from ledger.${table}`)).rejects.toEqual(refused);
    }
  });

  it('refuses a change to everybody, superusers and replica sessions included, by trigger', async () => {
    const superuser = await fixture.client('superuser');
    await superuser.query('set session_replication_role = replica');
    for (const sql of [
      `update ledger.ledger_entry set data = data`,
      'delete from ledger.ledger_entry',
      'truncate ledger.ledger_entry',
      'delete from ledger.ledger_leaf',
      'update ledger.ledger_head set size = size',
      'update ledger.ledger_payload set payload = payload',
      'delete from ledger.ledger_payload',
      'truncate ledger.ledger_payload',
      'delete from ledger.ledger_tile',
    ]) {
      await expect(superuser.query(sql)).rejects.toEqual(expect.objectContaining({ code: '23001' }));
    }
  });

  it('lets a process boot with its own role only', async () => {
    for (const role of roles) await expect(assertRoleIsWeak(queryOf(await fixture.client(role)))).resolves.toBeUndefined();
    const strong = (reason: string): unknown => expect.objectContaining({ code: 'DATABASE.ROLE_TOO_STRONG', facts: expect.objectContaining({ reason }) });
    await expect(assertRoleIsWeak(queryOf(await fixture.client('superuser')))).rejects.toEqual(strong('superuser'));
    await expect(assertRoleIsWeak(queryOf(await fixture.client('bx_owner')))).rejects.toEqual(strong('owner'));
    const superuser = await fixture.client('superuser');
    await superuser.query('grant update (data) on ledger.ledger_entry to bx_worker');
    await expect(assertRoleIsWeak(queryOf(await fixture.client('bx_worker')))).rejects.toEqual(strong('may-rewrite'));
    await superuser.query('revoke update (data) on ledger.ledger_entry from bx_worker');
  });

  describe('erasure', () => {
    it('deletes payload and salt, and says so in the same transaction', async () => {
      const eraser = await fixture.client('bx_eraser');
      const entry = anEntry();
      await appendLedger(queryOf(eraser), [entry]);
      const id = newId();
      await eraser.query('begin');
      await erasePayload(queryOf(eraser), { entryId: entry.id, id, at: new Date(), payload: { ground: 'request' } });
      await eraser.query('commit');
      const reader = new LedgerReader(queryOf(eraser));
      expect(await reader.opening(entry.id)).toMatchObject({ salt: null, payload: null });
      expect(JSON.parse((await reader.opening(id))!.entry)).toMatchObject({ type: 'payload.erased', prev: entry.id, org: entry.org, cycle: entry.cycle });
      await expect(erasePayload(queryOf(eraser), { entryId: entry.id, id: newId(), at: new Date(), payload: {} })).rejects.toEqual(
        expect.objectContaining({ code: 'LEDGER.PAYLOAD_NOT_FOUND' }),
      );
    });

    it('is refused at commit without its entry, and with an entry of an earlier transaction', async () => {
      const eraser = await fixture.client('bx_eraser');
      const entry = anEntry();
      await appendLedger(queryOf(eraser), [entry]);
      await expect(eraser.query('delete from ledger.ledger_payload where entry_id = $1', [entry.id])).rejects.toEqual(
        expect.objectContaining({ code: '23001' }),
      );
      await appendLedger(queryOf(eraser), [anEntry({ type: 'payload.erased', prev: entry.id })]);
      await expect(eraser.query('delete from ledger.ledger_payload where entry_id = $1', [entry.id])).rejects.toEqual(
        expect.objectContaining({ code: '23001' }),
      );
      expect(await new LedgerReader(queryOf(eraser)).opening(entry.id)).toMatchObject({ payload: expect.any(String) });
    });
  });
});
