import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { repositoryRoot, withClient } from '@binhxet/platform/servers';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { ops, runScenarioOn, type RunResult } from '../e2e/support/scenario-run.js';
import { numberOf, rows, until } from '../e2e/support/store.js';

const run = promisify(execFile);
const GO = spawnSync('go', ['version'], { encoding: 'utf8' });
const MODULE = path.join(repositoryRoot, 'tools', 'ledger-check');
const TABLES = ['entry', 'payload', 'leaf', 'tile', 'head'];

describe('the ledger of a year that was run', () => {
  let stack: TestStack;
  let folder: string;
  let result: RunResult;
  let files = 0;

  beforeAll(async () => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-ledger-run-'));
    stack = await startTestStack();
    const finished = await runScenarioOn(stack, 'mini');
    if (finished.code !== 0) throw new Error(finished.output);
    result = finished.result!;
    await until(async () => (await numberOf(stack, 'select count(*) from ledger.ledger_pending')) === 0, 'every entry is in the log');
  }, 300_000);
  afterAll(async () => {
    await stack.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** `ops verify`, with nothing remembered from earlier calls. */
  const verify = (target: string, ...args: readonly string[]) => ops(['verify', target, '--state', path.join(folder, `state-${files++}.json`), '--lang', 'en', ...args]);
  const written = async (): Promise<string> => {
    const dir = path.join(folder, `export-${files++}`);
    const { code, output } = await ops(['export', '--out', dir], { BX_DATABASE_URL: stack.database.urls.bx_read });
    if (code !== 0) throw new Error(output);
    return dir;
  };
  /** Codes and places of what `verify` found. */
  const found = (output: string) => output.split('\n').flatMap((line) => /^([A-Z]+_[A-Z_]+( \w+=\S+?)+): /.exec(line)?.[1] ?? []);

  it('is accepted by verify: as it is served, as it is exported, and both against each other', async () => {
    const dir = await written();
    for (const [target, ...args] of [[stack.urls.ledger], [dir], [stack.urls.ledger, '--export', dir]] as const) {
      const { code, output } = await verify(target, ...args);
      expect([code, found(output), code === 0 ? '' : output]).toEqual([0, [], '']);
    }
    expect(result.ledger?.size).toBeLessThanOrEqual(await numberOf(stack, 'select count(*) from ledger.ledger_leaf'));
    const pinned = await verify(stack.urls.ledger, '--key', result.ledger!.verifierKey);
    expect(pinned.code).toBe(0);
  });

  if (GO.status === 0) {
    it('is accepted by programs we did not write: x/mod and fsck of tessera', async () => {
      const tool = (name: string) => path.join(folder, name);
      const env = { ...process.env, GOFLAGS: '-mod=readonly' };
      await run('go', ['build', '-o', tool('ledger-check'), '.'], { cwd: MODULE, env });
      await run('go', ['build', '-o', tool('fsck'), 'github.com/transparency-dev/tessera/cmd/fsck'], { cwd: MODULE, env });
      const key = result.ledger!.verifierKey;
      const [head] = await rows<{ size: string; root: string }>(stack, `select size, encode(root, 'base64') as root from ledger.ledger_head order by size desc limit 1`);
      const checked = await run(tool('ledger-check'), [stack.urls.ledger, key], { timeout: 60_000 });
      expect(checked.stdout.trim()).toBe(`ok ${head?.size} ${head?.root}`);
      writeFileSync(tool('key'), key);
      // It ends with 0 even when it fails: only its own words count.
      const args = ['--ui=false', '--N=2', `--storage_url=${stack.urls.ledger}/`, `--public_key=${tool('key')}`, '--logtostderr', '-v=1'];
      const { stdout, stderr } = await run(tool('fsck'), args, { timeout: 60_000, killSignal: 'SIGKILL' });
      expect(`${stdout}${stderr}`).toContain("Successfully fsck'd");
    }, 600_000);
  } else {
    it('is NOT shown to public Go programs on this machine: there is no Go compiler', () => {
      expect(GO.error ?? GO.status).toBeTruthy();
    });
  }

  /** A superuser changes what is stored, `work` looks, and everything is put back. */
  async function tampered<T>(sql: string, work: () => Promise<T>): Promise<T> {
    return withClient(stack.database.superuserUrl, async (client) => {
      const changed = async (statements: readonly string[]): Promise<number> => {
        for (const table of TABLES) await client.query(`alter table ledger.ledger_${table} disable trigger user`);
        let touched = 0;
        for (const statement of statements) touched = (await client.query(statement)).rowCount ?? 0;
        for (const table of TABLES) await client.query(`alter table ledger.ledger_${table} enable trigger user`);
        return touched;
      };
      await client.query('drop schema if exists kept cascade');
      await client.query('create schema kept');
      for (const table of TABLES) await client.query(`create table kept.${table} as table ledger.ledger_${table}`);
      try {
        expect(await changed([sql])).toBe(1);
        return await work();
      } finally {
        await changed(TABLES.flatMap((table) => [`delete from ledger.ledger_${table}`, `insert into ledger.ledger_${table} overriding system value table kept.${table}`]));
        await client.query('drop schema kept cascade');
      }
    });
  }

  /** One character of a text becomes another one of the same length. */
  const swap = (column: string, place: number) => `overlay(${column} placing case substring(${column} from ${place} for 1) when 'x' then 'y' else 'x' end from ${place} for 1)`;

  it.each<[string, string, (id: string, index: string) => string, string[]]>([
    [
      'one byte of a payload',
      'self-review.submitted',
      (id) => `update ledger.ledger_payload set payload = ${swap('payload', 30)} where entry_id = '${id}'`,
      ['PAYLOAD_CHANGED entry=#id index=#index table=ledger.ledger_payload row=#id'],
    ],
    [
      'one byte of the data of an entry',
      'decision.issued',
      (id) => `update ledger.ledger_entry set data = ${swap('data', 12)} where id = '${id}'`,
      ['ENTRY_CHANGED entry=#id index=#index table=ledger.ledger_entry row=#id'],
    ],
    [
      'one byte of a leaf',
      'minutes.signed',
      (id) => `update ledger.ledger_leaf set leaf_hash = set_byte(leaf_hash, 5, 255 - get_byte(leaf_hash, 5)) where entry_id = '${id}'`,
      ['LEAF_CHANGED entry=#id index=#index table=ledger.ledger_leaf row=#index'],
    ],
    [
      'a payload deleted',
      'self-review.submitted',
      (id) => `delete from ledger.ledger_payload where entry_id = '${id}'`,
      ['PAYLOAD_MISSING entry=#id index=#index table=ledger.ledger_payload row=#id'],
    ],
    [
      'an entry deleted',
      'step.closed',
      (id) => `delete from ledger.ledger_entry where id = '${id}'`,
      ['ENTRY_MISSING entry=#id index=#index table=ledger.ledger_entry row=#id'],
    ],
    ['a leaf deleted', 'step.closed', (_, index) => `delete from ledger.ledger_leaf where index = ${index}`, ['LEAF_MISSING index=#index table=ledger.ledger_leaf row=#index']],
  ])('after %s by a superuser, verify names the row', async (_, type, sql, expected) => {
    const [row] = await rows<{ id: string; index: string }>(
      stack,
      `select e.id, l.index from ledger.ledger_entry e join ledger.ledger_leaf l on l.entry_id = e.id where e.type = $1 order by l.index offset 1 limit 1`,
      [type],
    );
    expect(row).toBeDefined();
    const { id, index } = row!;
    const { code, output } = await tampered(sql(id, index), async () => verify(await written()));
    expect([code, found(output)]).toEqual([1, expected.map((line) => line.replaceAll('#id', id).replaceAll('#index', index))]);
  });

  it('put back, it is accepted again', async () => {
    const { code, output } = await verify(stack.urls.ledger, '--export', await written());
    expect([code, found(output)]).toEqual([0, []]);
  });
});
