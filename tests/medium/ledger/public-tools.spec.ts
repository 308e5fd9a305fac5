import { execFile, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { appendLedger, LedgerReader } from '@binhxet/persistence';
import { anEntry, LedgerFixture, queryOf } from './support/ledger-fixture.js';
import { serveLedger } from './support/serve-ledger.js';

const run = promisify(execFile);
const MODULE = path.resolve(import.meta.dirname, '../../../tools/ledger-check');
const GO = spawnSync('go', ['version'], { encoding: 'utf8' });
const hasGo = GO.status === 0;

/** Programs we did not write: they know the public formats and nothing of us. */
describe('public tools on a served ledger', () => {
  if (!hasGo) {
    it('are NOT run on this machine: there is no Go compiler', () => {
      expect(GO.error ?? GO.status).toBeTruthy();
    });
    return;
  }

  let fixture: LedgerFixture;
  let served: Awaited<ReturnType<typeof serveLedger>>;
  let reader: LedgerReader;
  let verifierKey: string;
  const tool = (name: string): string => path.join(fixture.folder, name);
  beforeAll(async () => {
    fixture = await LedgerFixture.start();
    const build = (name: string, target: string): Promise<unknown> =>
      run('go', ['build', '-o', tool(name), target], { cwd: MODULE, env: { ...process.env, GOFLAGS: '-mod=readonly' } });
    await build('ledger-check', '.');
    await build('fsck', 'github.com/transparency-dev/tessera/cmd/fsck');
    reader = new LedgerReader(queryOf(fixture.pool('bx_read', 8)));
    await appendLedger(queryOf(await fixture.client('bx_api')), [anEntry()]);
    await fixture.integrateAll();
    served = await serveLedger(reader);
    verifierKey = (await reader.head())!.verifierKey;
  }, 600_000);
  afterAll(async () => {
    await served.close();
    await fixture.end();
  });

  /** x/mod's note and tlog: what it prints last. */
  const check = async (): Promise<string> => (await run(tool('ledger-check'), [served.url, verifierKey], { timeout: 60_000 })).stdout.trim();
  /** fsck ends with 0 even when it fails and may wait for ever on a damaged bundle: only its own words count. */
  const fsck = async (): Promise<boolean> => {
    writeFileSync(tool('key'), verifierKey);
    const args = ['--ui=false', '--N=4', `--storage_url=${served.url}/`, `--public_key=${tool('key')}`, '--logtostderr', '-v=1'];
    const { stdout, stderr } = await run(tool('fsck'), args, { timeout: 60_000, killSignal: 'SIGKILL' }).catch((error: { stdout: string; stderr: string }) => error);
    return `${stdout}${stderr}`.includes("Successfully fsck'd");
  };

  it.each([1, 255, 256, 257, 1_000, 70_000])('accept %d entries', async (size) => {
    const api = await fixture.client('bx_api');
    const missing = size - (await reader.head())!.size;
    await appendLedger(
      queryOf(api),
      Array.from({ length: missing }, () => anEntry()),
    );
    await fixture.integrateAll();
    const head = (await reader.head())!;
    expect(head.size).toBe(size);
    expect(await check()).toBe(`ok ${size} ${Buffer.from(head.root).toString('base64')}`);
    expect(await fsck()).toBe(true);
  }, 180_000);

  it('refuse a tile in which one byte is changed', async () => {
    const superuser = await fixture.client('superuser');
    await superuser.query('alter table ledger.ledger_tile disable trigger user');
    await superuser.query('update ledger.ledger_tile set hashes = set_byte(hashes, 40, 255 - get_byte(hashes, 40)) where level = 0 and index = 3');
    const honest = served;
    served = await serveLedger(new LedgerReader(queryOf(fixture.pool('bx_read', 8))));
    await expect(check()).rejects.toThrow();
    expect(await fsck()).toBe(false);
    await honest.close();
  }, 180_000);
});
