import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { LEDGER_EVENTS, type NewLedgerEntry } from '@binhxet/domain';
import { appendLedger, erasePayload, exportLedger, LedgerReader } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { EVENT_TYPES } from '@binhxet/verify';
import { verifyMain } from '@binhxet/verify/cli';
import type pg from 'pg';
import { anEntry, CYCLE, LedgerFixture, queryOf, writeLog } from './support/ledger-fixture.js';
import { serveLedger } from './support/serve-ledger.js';

const SIZE = 600;
const TABLES = ['entry', 'payload', 'leaf', 'head', 'tile', 'pending'].map((name) => `ledger_${name}`);

it('the verifier has the same closed list of types as the server', () => {
  expect([...EVENT_TYPES].sort()).toEqual(Object.keys(LEDGER_EVENTS).sort());
});

describe('verify', () => {
  let fixture: LedgerFixture;
  let superuser: pg.Client;
  let entries: NewLedgerEntry[];
  beforeAll(async () => {
    fixture = await LedgerFixture.start();
    superuser = await fixture.client('superuser');
    const api = await fixture.client('bx_api');
    // Several heads, so that a difference lies between two signed sizes.
    entries = await writeLog(api, 100);
    await fixture.integrateAll();
    while (entries.length < SIZE) entries.push(anEntry());
    await appendLedger(queryOf(api), entries.slice(100));
    await fixture.integrateAll();
    await superuser.query('create schema kept');
    for (const table of TABLES) await superuser.query(`create table kept.${table} as table ledger.${table}`);
  });
  afterAll(() => fixture.end());
  // Every test starts from the same log.
  afterEach(async () => {
    await withoutTriggers(async () => {
      for (const table of TABLES) {
        await superuser.query(`delete from ledger.${table}`);
        await superuser.query(`insert into ledger.${table} overriding system value table kept.${table}`);
      }
    });
  });

  async function withoutTriggers(work: () => Promise<void>): Promise<void> {
    for (const table of TABLES) await superuser.query(`alter table ledger.${table} disable trigger user`);
    await work();
    for (const table of TABLES) await superuser.query(`alter table ledger.${table} enable trigger user`);
  }
  /** Does what only a superuser can: switches the triggers off and changes what is stored. */
  async function tamper(sql: string): Promise<void> {
    await withoutTriggers(async () => {
      const { rowCount } = await superuser.query(sql);
      expect(rowCount).toBeGreaterThan(0);
    });
  }
  async function write(states: Parameters<typeof exportLedger>[3] = []): Promise<string> {
    const dir = path.join(fixture.folder, newId());
    await exportLedger(await fixture.client(states.length > 0 ? 'superuser' : 'bx_read'), dir, new Date(), states);
    return dir;
  }
  async function verify(...args: string[]): Promise<{ code: number; lines: string[] }> {
    const lines: string[] = [];
    const keep = (line: string): void => void lines.push(line);
    const state = args.includes('--state') ? [] : ['--state', path.join(fixture.folder, `${newId()}.json`)];
    const code = await verifyMain([...args, ...state], { out: keep, err: keep, cwd: fixture.folder });
    return { code, lines };
  }
  const found = ({ lines }: { lines: string[] }): string[] => lines.filter((line) => /^[A-Z_]+[ :]/.test(line) && !/^(SAI|RIGHT|WRONG)\b/.test(line));

  it('accepts an honest export, says on whose word it trusts the key, and remembers both', async () => {
    const state = path.join(fixture.folder, 'verify.json');
    const first = await verify(await write(), '--state', state);
    expect(first.code).toBe(0);
    expect(first.lines.join('\n')).toContain('THẤY LẦN ĐẦU');
    expect(first.lines.join('\n')).toContain(`${SIZE} lá, ${SIZE} nội dung mở`);
    const second = await verify(await write(), '--state', state, '--lang', 'en');
    expect(second.code).toBe(0);
    expect(second.lines.join('\n')).toContain('seen before');
    const { verifierKey } = (await new LedgerReader(queryOf(await fixture.client('bx_read'))).head())!;
    const given = await verify(await write(), '--key', verifierKey);
    expect(given.code).toBe(0);
    expect(given.lines.join('\n')).toContain('do người kiểm đưa vào');
  });

  it('accepts an erasure that is recorded, and entries that still wait', async () => {
    const eraser = await fixture.client('bx_eraser');
    await eraser.query('begin');
    await erasePayload(queryOf(eraser), { entryId: entries[150]!.id, id: newId(), at: new Date(), payload: { ground: 'request' } });
    await eraser.query('commit');
    await fixture.integrateAll();
    await appendLedger(queryOf(eraser), [anEntry()]);
    const result = await verify(await write());
    expect(found(result)).toEqual([]);
    expect(result.code).toBe(0);
    expect(result.lines.join('\n')).toContain('1 đã xóa theo quy định, 1 đang chờ ghi');
  });

  const at = (index: number): string => `(select entry_id from ledger.ledger_leaf where index = ${index})`;
  const swap = (column: string, place: number): string => `overlay(${column} placing case substring(${column} from ${place} for 1) when 'x' then 'y' else 'x' end from ${place} for 1)`;

  // What is changed, and the exact places that must be named. `#n` stands for the id of entry n.
  it.each<[string, string, string[]]>([
    [
      'one byte of a payload',
      `update ledger.ledger_payload set payload = ${swap('payload', 20)} where entry_id = ${at(300)}`,
      ['PAYLOAD_CHANGED entry=#300 index=300 table=ledger.ledger_payload row=#300'],
    ],
    [
      'one byte of a salt',
      `update ledger.ledger_payload set salt = set_byte(salt, 0, 255 - get_byte(salt, 0)) where entry_id = ${at(0)}`,
      ['PAYLOAD_CHANGED entry=#0 index=0 table=ledger.ledger_payload row=#0'],
    ],
    ['a payload deleted', `delete from ledger.ledger_payload where entry_id = ${at(599)}`, ['PAYLOAD_MISSING entry=#599 index=599 table=ledger.ledger_payload row=#599']],
    [
      'one byte of the data of a leaf',
      `update ledger.ledger_entry set data = ${swap('data', 10)} where id = ${at(256)}`,
      ['ENTRY_CHANGED entry=#256 index=256 table=ledger.ledger_entry row=#256'],
    ],
    [
      'one byte of a leaf hash',
      `update ledger.ledger_leaf set leaf_hash = set_byte(leaf_hash, 31, 255 - get_byte(leaf_hash, 31)) where index = 255`,
      ['LEAF_CHANGED entry=#255 index=255 table=ledger.ledger_leaf row=255'],
    ],
    [
      'an entry and its leaf hash, in step',
      `with e as (update ledger.ledger_entry set data = ${swap('data', 10)} where id = ${at(400)} returning id, data)
       update ledger.ledger_leaf l set leaf_hash = sha256('\\x00'::bytea || convert_to(e.data, 'UTF8')) from e where l.entry_id = e.id`,
      [
        'ENTRY_CHANGED entry=#400 index=400 table=ledger.ledger_entry row=#400',
        'LEAF_CHANGED entry=#400 index=400 table=ledger.ledger_leaf row=400',
      ],
    ],
    [
      'a hash in a tile',
      `update ledger.ledger_tile set hashes = set_byte(hashes, 64, 255 - get_byte(hashes, 64)) where level = 0 and index = 1`,
      ['TILE_CHANGED entry=#258 index=258 table=ledger.ledger_tile row=0/1'],
    ],
    [
      'a hash in a higher tile',
      `update ledger.ledger_tile set hashes = set_byte(hashes, 0, 255 - get_byte(hashes, 0)) where level = 1`,
      ['TILE_CHANGED table=ledger.ledger_tile row=1/0'],
    ],
    ['a tile deleted', `delete from ledger.ledger_tile where level = 0 and index = 0`, ['TILE_MISSING table=ledger.ledger_tile row=0/0']],
    ['an entry deleted', `delete from ledger.ledger_entry where id = ${at(77)}`, ['ENTRY_MISSING entry=#77 index=77 table=ledger.ledger_entry row=#77']],
    ['a leaf deleted', `delete from ledger.ledger_leaf where index = 300`, ['LEAF_MISSING index=300 table=ledger.ledger_leaf row=300']],
    [
      'an entry deleted with payload and leaf',
      `with l as (delete from ledger.ledger_leaf where index = 500 returning entry_id), p as (delete from ledger.ledger_payload where entry_id in (select entry_id from l))
       delete from ledger.ledger_entry where id in (select entry_id from l)`,
      ['LEAF_MISSING index=500 table=ledger.ledger_leaf row=500'],
    ],
    [
      'a column that repeats the data',
      `update ledger.ledger_entry set org = 'CB-9999' where id = ${at(42)}`,
      ['COLUMN_CHANGED entry=#42 index=42 table=ledger.ledger_entry row=#42'],
    ],
    [
      'a leaf that names another entry',
      `update ledger.ledger_leaf set entry_id = '019aa000-0000-7000-8000-000000000000' where index = 333`,
      ['LEAF_CHANGED entry=#333 index=333 table=ledger.ledger_leaf row=333'],
    ],
    [
      'a leaf moved to a place far beyond',
      `update ledger.ledger_leaf set index = 9000000000000000 where index = 599`,
      ['LEAF_CHANGED entry=#599 index=9000000000000000 table=ledger.ledger_leaf row=9000000000000000', 'LEAF_MISSING index=599 table=ledger.ledger_leaf row=599'],
    ],
    ['the root of a head', `update ledger.ledger_head set root = sha256('x') where size = 100`, ['HEAD_CHANGED table=ledger.ledger_head row=100']],
    [
      'the size in a signed checkpoint',
      `update ledger.ledger_head set checkpoint = replace(checkpoint, E'\\n100\\n', E'\\n101\\n') where size = 100`,
      ['SIGNATURE_INVALID table=ledger.ledger_head row=100'],
    ],
  ])('names the row: %s', async (_, sql, expected) => {
    const { rows } = await superuser.query<{ entry_id: string }>('select entry_id from ledger.ledger_leaf order by index');
    await tamper(sql);
    const result = await verify(await write());
    expect(result.code).toBe(1);
    const places = found(result).map((line) => line.slice(0, line.indexOf(': ')));
    expect(places).toEqual(expected.map((line) => line.replaceAll(/#(\d+)/g, (__, index: string) => rows[Number(index)]!.entry_id)));
  });

  it('names an entry that was added beside the log', async () => {
    const extra = anEntry();
    await appendLedger(queryOf(await fixture.client('bx_api')), [extra]);
    await tamper('delete from ledger.ledger_pending');
    const result = await verify(await write());
    expect(found(result)).toEqual([expect.stringContaining(`ENTRY_ADDED entry=${extra.id} table=ledger.ledger_entry row=${extra.id}`)]);
  });

  it('rewritten in step from some entry on, names where the signed history ends', async () => {
    await tamper(
      `with e as (update ledger.ledger_entry set data = ${swap('data', 10)} where id = ${at(400)} returning id, data),
       l as (update ledger.ledger_leaf l set leaf_hash = sha256('\\x00'::bytea || convert_to(e.data, 'UTF8')) from e where l.entry_id = e.id returning l.leaf_hash)
       update ledger.ledger_tile set hashes = overlay(hashes placing l.leaf_hash from (400 - 256) * 32 + 1) from l where level = 0 and index = 1`,
    );
    const result = await verify(await write(), '--lang', 'en');
    expect(result.code).toBe(1);
    expect(found(result)).toContainEqual(expect.stringMatching(/^ROOT_MISMATCH table=ledger.ledger_head row=600: .* after entry 100$/));
  });

  it('sees a log that shrank, one that does not extend what was seen, and another key', async () => {
    const state = path.join(fixture.folder, 'seen.json');
    expect((await verify(await write(), '--state', state)).code).toBe(0);
    const seen = JSON.parse(readFileSync(state, 'utf8')) as Record<string, { verifierKey: string; size: number; root: string }>;
    const [origin] = Object.keys(seen) as [string];
    const lie = (change: object): void => writeFileSync(state, JSON.stringify({ [origin]: { ...seen[origin], ...change } }));
    lie({ size: SIZE + 1 });
    expect(found(await verify(await write(), '--state', state))).toEqual([expect.stringContaining('LOG_SHRANK')]);
    lie({ size: 100 });
    expect(found(await verify(await write(), '--state', state))).toEqual([expect.stringContaining('NOT_AN_EXTENSION')]);
    lie({ verifierKey: seen[origin]!.verifierKey.replace(/\+[0-9a-f]{8}\+/, '+00000000+') });
    expect(found(await verify(await write(), '--state', state))).toEqual([expect.stringContaining('KEY_CHANGED')]);
  });

  it('names references to what is not there: an earlier entry, a step, a cycle, an erasure that did not happen', async () => {
    const nowhere = newId();
    const bad = [
      anEntry({ prev: nowhere }),
      anEntry({ step: nowhere }),
      anEntry({ step: nowhere }),
      anEntry({ cycle: 'TINH-02.2026' }),
      anEntry({ step: entries[2]!.step, cycle: undefined }),
      anEntry({ type: 'payload.erased', prev: entries[5]!.id }),
    ];
    await appendLedger(queryOf(await fixture.client('bx_api')), bad);
    await fixture.integrateAll();
    const result = await verify(await write(), '--lang', 'en');
    expect(result.code).toBe(1);
    expect(found(result).sort()).toEqual([
      `CYCLE_UNKNOWN entry=${bad[3]!.id} index=603: Cycle TINH-02.2026 was never opened (1 entries)`,
      `PAYLOAD_NOT_ERASED entry=${entries[5]!.id} index=5 table=ledger.ledger_payload row=${entries[5]!.id}: An entry says that the payload was erased, and it is still there`,
      `PREV_UNKNOWN entry=${bad[0]!.id} index=600: The entry refers to ${nowhere}, which is not in the log`,
      `STEP_ELSEWHERE entry=${bad[4]!.id} index=604: Step ${entries[2]!.step} belongs to cycle ${CYCLE}`,
      `STEP_UNKNOWN entry=${bad[1]!.id} index=601: Step ${nowhere} was never opened (2 entries)`,
    ]);
  });

  it('finds an export cut short or with an unreadable line', async () => {
    const dir = await write();
    const file = path.join(dir, 'payload.ndjson');
    const lines = readFileSync(file, 'utf8').trimEnd().split('\n');
    writeFileSync(file, `${[...lines.slice(0, 9), '{"entry_id":', ...lines.slice(10, -1)].join('\n')}\n`);
    const result = await verify(dir);
    expect(result.code).toBe(1);
    expect(found(result)).toContainEqual(expect.stringMatching(/^FILE_DAMAGED: .*payload\.ndjson.* 10/));
    expect(found(result)).toContainEqual(expect.stringMatching(/^FILE_INCOMPLETE: .*599.*600/));
    expect(found(result).filter((line) => line.startsWith('PAYLOAD_MISSING')).length).toBe(2);
  });

  it('compares stored state with what the payloads say', async () => {
    await superuser.query('create table app.state_for_test (id text primary key, level int, note text)');
    const change = (id: string, after: object | null): NewLedgerEntry =>
      anEntry({ type: 'classification.decided', payload: { changes: [{ table: 'app.state_for_test', key: { id }, before: null, after: after as never }] } });
    const log = [change('a', { level: 2 }), change('b', { level: 1 }), change('c', { level: 4 }), change('d', { level: 3 }), change('a', { level: 1 }), change('c', null)];
    await appendLedger(queryOf(await fixture.client('bx_api')), log);
    await fixture.integrateAll();
    await superuser.query(`insert into app.state_for_test values ('a', 1, 'x'), ('b', 1, null), ('d', 3, null)`);
    const states = [{ table: 'app.state_for_test', key: ['id'], columns: ['id', 'level'] }];
    expect(await verify(await write(states))).toMatchObject({ code: 0 });

    await superuser.query(`update app.state_for_test set level = 2 where id = 'a'`);
    await superuser.query(`delete from app.state_for_test where id = 'b'`);
    await superuser.query(`insert into app.state_for_test values ('e', 1, null)`);
    const result = await verify(await write(states));
    expect(result.code).toBe(1);
    expect(found(result).map((line) => line.slice(0, line.indexOf(': '))).sort()).toEqual([
      `STATE_CHANGED entry=${log[4]!.id} index=604 table=app.state_for_test row=a`,
      'STATE_ROW_ADDED table=app.state_for_test row=e',
      `STATE_ROW_MISSING entry=${log[1]!.id} index=601 table=app.state_for_test row=b`,
    ]);
  });

  describe('of a published log', () => {
    it('accepts tiles, bundles, openings and an older export beside it; names a changed leaf and a wrong opening', async () => {
      const reader = new LedgerReader(queryOf(fixture.pool('bx_read', 4)));
      const served = await serveLedger(reader);
      try {
        const older = await write();
        await appendLedger(queryOf(await fixture.client('bx_api')), [anEntry()]);
        await fixture.integrateAll();
        const openings = path.join(fixture.folder, 'openings.ndjson');
        const opening = (await reader.opening(entries[3]!.id))!;
        writeFileSync(openings, `${JSON.stringify(opening)}\n`);
        const good = await verify(served.url, '--openings', openings, '--export', older);
        expect(found(good)).toEqual([]);
        expect(good.code).toBe(0);
        expect(good.lines.join('\n')).toContain('1 nội dung mở đã kiểm');

        writeFileSync(openings, `${JSON.stringify({ ...opening, payload: opening.payload!.replace('2', '1') })}\n`);
        expect(found(await verify(served.url, '--openings', openings))).toEqual([expect.stringContaining(`PAYLOAD_CHANGED entry=${entries[3]!.id} index=3`)]);

        await tamper(`update ledger.ledger_entry set data = ${swap('data', 10)} where id = ${at(300)}`);
        const bad = await verify(served.url);
        expect(bad.code).toBe(1);
        expect(found(bad)).toEqual([expect.stringMatching(/^ENTRY_CHANGED .*index=300 /)]);
      } finally {
        await served.close();
      }
    });
  });

  it.each([
    [['--nonsense'], 2],
    [[], 2],
    [['a', 'b'], 2],
    [['nowhere'], 3],
    [['http://127.0.0.1:9/ledger'], 3],
  ])('ends with a code of its own for %j', async (args, code) => {
    expect((await verify(...args)).code).toBe(code);
  });
});
