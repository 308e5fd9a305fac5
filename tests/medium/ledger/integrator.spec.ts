import { createHash } from 'node:crypto';
import { copyFileSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { leafHash, parseCheckpoint, rootFromInclusion, splitPoint, nodeHash, toHex } from '@binhxet/domain';
import { appendLedger, LedgerReader, openLedgerKey, type Integrated, type LedgerIntegrator } from '@binhxet/persistence';
import type pg from 'pg';
import { anEntry, LedgerFixture, queryOf, until, writeLog } from './support/ledger-fixture.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
function mth(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 1) return hashes[0]!;
  const k = splitPoint(hashes.length);
  return nodeHash(sha256, mth(hashes.slice(0, k)), mth(hashes.slice(k)));
}
async function leaves(client: pg.Client): Promise<{ index: number; id: string; data: string; prev: string | null }[]> {
  const { rows } = await client.query<{ index: string; id: string; data: string; prev: string | null }>(
    'select l.index, e.id, e.data, e.prev from ledger.ledger_leaf l join ledger.ledger_entry e on e.id = l.entry_id order by l.index',
  );
  return rows.map((row) => ({ ...row, index: Number(row.index) }));
}
const refusal = (integrator: LedgerIntegrator): Promise<void> => until(() => Promise.resolve(integrator.status().state === 'refused'));

describe('ledger integrator', () => {
  let fixture: LedgerFixture;
  let read: pg.Client;
  let reader: LedgerReader;
  beforeEach(async () => {
    fixture = await LedgerFixture.start();
    read = await fixture.client('bx_read');
    reader = new LedgerReader(queryOf(read));
  });
  afterEach(() => fixture.end());

  it('loses and repeats nothing under concurrent writers, rollbacks and a dying leader; causes come before effects', async () => {
    const pool = fixture.pool('bx_api', 8);
    const superuser = await fixture.client('superuser');
    const integrators = [fixture.integrator(), fixture.integrator()];
    for (const integrator of integrators) integrator.start();
    const committed: string[] = [];
    const writers = Array.from({ length: 8 }, async (_, writer) => {
      for (let i = 0; i < 120; i++) {
        const client = await pool.connect();
        const first = anEntry();
        const entries = [first, anEntry({ prev: first.id }), ...(committed.length > 0 ? [anEntry({ prev: committed.at(-1) })] : [])];
        await client.query('begin');
        await appendLedger(queryOf(client), entries);
        // Transactions overlap, so rows become visible in another order than they were written in.
        if (i % 3 === writer % 3) await client.query('select pg_sleep(0.003)');
        const keep = i % 7 !== 0;
        await client.query(keep ? 'commit' : 'rollback');
        if (keep) committed.push(...entries.map(({ id }) => id));
        client.release();
      }
    });
    let [written, kills] = [false, 0];
    const killer = (async (): Promise<void> => {
      for (; kills < 3 && !written; kills++) {
        const size = (await reader.head())?.size ?? 0;
        await until(async () => written || ((await reader.head())?.size ?? 0) > size);
        await superuser.query(`select pg_terminate_backend(l.pid) from pg_locks l join pg_database d on d.oid = l.database
          where l.locktype = 'advisory' and l.granted and d.datname = current_database()`);
      }
    })();
    await Promise.all([Promise.all(writers).then(() => (written = true)), killer]);
    expect(kills).toBeGreaterThan(0);
    await fixture.untilIntegrated();

    const log = await leaves(read);
    expect(log.map(({ index }) => index)).toEqual(log.map((_, i) => i));
    expect(log.map(({ id }) => id).sort()).toEqual([...committed].sort());
    const indexOf = new Map(log.map(({ id, index }) => [id, index]));
    for (const { index, prev } of log) if (prev !== null) expect(indexOf.get(prev)).toBeLessThan(index);

    const { rows: heads } = await read.query<{ size: string; root: Buffer; checkpoint: string }>('select * from ledger.ledger_head order by size');
    const hashes = log.map(({ data }) => leafHash(sha256, Buffer.from(data)));
    for (const head of heads) {
      expect(head.root.toString('hex')).toBe(toHex(mth(hashes.slice(0, Number(head.size)))));
      expect(parseCheckpoint(head.checkpoint).size).toBe(Number(head.size));
    }
    expect(Number(heads.at(-1)!.size)).toBe(log.length);
  });

  it('signs at most one checkpoint an interval, and none without work', async () => {
    const api = await fixture.client('bx_api');
    const signed: { at: number; size: number }[] = [];
    const integrator = fixture.integrator({ intervalMs: 400, pollMs: 5, onIntegrated: ({ size }) => signed.push({ at: performance.now(), size }) });
    integrator.start();
    const end = performance.now() + 1_500;
    let written = 0;
    for (; performance.now() < end; written++) await appendLedger(queryOf(api), [anEntry()]);
    await until(() => Promise.resolve(signed.at(-1)?.size === written));
    for (const [i, { at }] of signed.entries()) if (i > 0) expect(at - signed[i - 1]!.at).toBeGreaterThan(350);
    const heads = await read.query('select from ledger.ledger_head');
    expect(heads.rowCount).toBe(signed.length);
  });

  it('integrates a queue faster than 10,000 entries a second and proves inclusion within a millisecond', async () => {
    const api = await fixture.client('bx_api');
    const count = 40_000;
    // The floors are those of an idle machine; on a busy one this process gets its share of the cores.
    const busy = Math.max(1, os.loadavg()[0]! / os.availableParallelism());
    await writeLog(api, count);
    const done: Integrated[] = [];
    const began = performance.now();
    await fixture.integrateAll({ intervalMs: 1_000, onIntegrated: (integrated) => done.push(integrated) });
    const rate = count / ((performance.now() - began) / 1000);
    expect(done.at(-1)?.size).toBe(count);
    expect(rate).toBeGreaterThan(10_000 / busy);

    const head = (await reader.head())!;
    const log = await leaves(read);
    const times: number[] = [];
    for (let i = 0; i < 900; i++) {
      const index = Math.floor(((i * 7) % 300) * (count / 300));
      const at = performance.now();
      const { path } = await reader.inclusionProof(index, count);
      times.push(performance.now() - at);
      const root = rootFromInclusion(sha256, index, count, leafHash(sha256, Buffer.from(log[index]!.data)), path.map((hex) => Buffer.from(hex, 'hex')));
      expect(toHex(root!)).toBe(toHex(head.root));
    }
    times.sort((a, b) => a - b);
    expect(times[450]).toBeLessThan(1 * busy);
    const older = await reader.inclusionProof(300, 777);
    expect(toHex(rootFromInclusion(sha256, 300, 777, leafHash(sha256, Buffer.from(log[300]!.data)), older.path.map((hex) => Buffer.from(hex, 'hex')))!)).toBe(
      toHex(mth(log.slice(0, 777).map(({ data }) => leafHash(sha256, Buffer.from(data))))),
    );
    await expect(reader.inclusionProof(0, count + 1)).rejects.toEqual(expect.objectContaining({ code: 'LEDGER.INDEX_OUT_OF_RANGE' }));
  });

  it('serves tiles and bundles up to the head, older widths too, and nothing beyond', async () => {
    const api = await fixture.client('bx_api');
    const entries = await writeLog(api, 300);
    await fixture.integrateAll();
    expect((await reader.readTile(0, 0, 256))?.length).toBe(8192);
    expect((await reader.readTile(0, 1, 44))?.length).toBe(44 * 32);
    expect(Buffer.compare((await reader.readTile(0, 1, 7))!, (await reader.readTile(0, 1, 44))!.subarray(0, 224))).toBe(0);
    expect(await reader.readTile(0, 1, 45)).toBeNull();
    expect(await reader.readTile(0, 2, 1)).toBeNull();
    expect((await reader.readTile(1, 0, 1))?.length).toBe(32);
    const bundle = Buffer.from((await reader.readEntries(1, 44))!);
    let at = 0;
    for (const { id } of entries.slice(256)) {
      const length = bundle.readUInt16BE(at);
      expect(JSON.parse(bundle.subarray(at + 2, at + 2 + length).toString()).id).toBe(id);
      at += 2 + length;
    }
    expect(at).toBe(bundle.length);
    expect(await reader.readEntries(1, 45)).toBeNull();
    expect((await reader.latest(2)).map(({ index, entry }) => [index, entry.id])).toEqual([
      [299, entries[299]!.id],
      [298, entries[298]!.id],
    ]);
  });

  describe('key', () => {
    it('is made once, readable by its owner only, by whoever comes first', async () => {
      await writeLog(await fixture.client('bx_api'), 5);
      await fixture.integrateAll();
      expect(statSync(fixture.keyFile).mode & 0o777).toBe(0o600);
      const key = openLedgerKey(fixture.keyFile, { create: true });
      expect(key.origin).toMatch(/^binhxet\.localhost\/[0-9a-f]{16}$/);
      expect((await reader.head())?.verifierKey).toBe(key.verifierKey);
      const text = readFileSync(fixture.keyFile, 'utf8');
      openLedgerKey(fixture.keyFile, { create: true, origin: 'other.example/ledger' });
      expect(readFileSync(fixture.keyFile, 'utf8')).toBe(text);
    });

    it('absent or another one, nothing is signed and none is made; put back, work goes on', async () => {
      const api = await fixture.client('bx_api');
      await writeLog(api, 5);
      await fixture.integrateAll();
      const aside = path.join(fixture.folder, 'aside');
      copyFileSync(fixture.keyFile, aside);
      await writeLog(api, 5);

      rmSync(fixture.keyFile);
      const missing = fixture.integrator();
      missing.start();
      await refusal(missing);
      expect(missing.status()).toEqual({ state: 'refused', code: 'LEDGER.KEY_MISSING' });
      await missing.stop();
      expect(() => statSync(fixture.keyFile)).toThrow();

      openLedgerKey(fixture.keyFile, { create: true });
      const foreign = fixture.integrator();
      foreign.start();
      await refusal(foreign);
      expect(foreign.status()).toEqual({ state: 'refused', code: 'LEDGER.KEY_MISMATCH' });
      await foreign.stop();

      writeFileSync(fixture.keyFile, 'PRIVATE+KEY+x+00000000+AAAA');
      expect(() => openLedgerKey(fixture.keyFile, { create: true })).toThrow(expect.objectContaining({ code: 'LEDGER.KEY_MALFORMED' }));
      copyFileSync(aside, fixture.keyFile);
      await fixture.integrateAll();
      expect((await reader.head())?.size).toBe(10);
    });
  });

  it.each<[string, string, string]>([
    ['a hash of the edge tile changed', `update ledger.ledger_tile set hashes = overlay(hashes placing '\\x00'::bytea from 33) where level = 0`, 'LEDGER.ROOT_MISMATCH'],
    ['the edge tile deleted', 'delete from ledger.ledger_tile where level = 0', 'LEDGER.TILES_DAMAGED'],
    ['the root of the head changed', `update ledger.ledger_head set root = sha256('')`, 'LEDGER.ROOT_MISMATCH'],
    [
      'an entry deleted before it was integrated',
      'delete from ledger.ledger_entry where id = (select entry_id from ledger.ledger_pending order by seq limit 1)',
      'LEDGER.ENTRY_MISSING',
    ],
  ])('refuses to sign with %s', async (_, tampering, code) => {
    const api = await fixture.client('bx_api');
    await writeLog(api, 5);
    await fixture.integrateAll();
    await writeLog(api, 5);
    const superuser = await fixture.client('superuser');
    for (const table of ['ledger_tile', 'ledger_head', 'ledger_entry']) await superuser.query(`alter table ledger.${table} disable trigger user`);
    await superuser.query(tampering);
    const integrator = fixture.integrator();
    integrator.start();
    await refusal(integrator);
    expect(integrator.status()).toEqual({ state: 'refused', code });
    expect((await read.query('select from ledger.ledger_head')).rowCount).toBe(1);
  });

  it('refuses to sign another history of a size it has signed', async () => {
    const api = await fixture.client('bx_api');
    await writeLog(api, 5);
    const integrator = fixture.integrator();
    integrator.start();
    await fixture.untilIntegrated();
    const superuser = await fixture.client('superuser');
    for (const table of ['ledger_tile', 'ledger_head', 'ledger_leaf']) {
      await superuser.query(`alter table ledger.${table} disable trigger user`);
      await superuser.query(`delete from ledger.${table}`);
    }
    await writeLog(api, 5);
    await refusal(integrator);
    expect(integrator.status()).toEqual({ state: 'refused', code: 'LEDGER.HEAD_ROLLED_BACK' });
  });
});
