import { execFile } from 'node:child_process';
import { hash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { exportLedger } from '@binhxet/persistence';
import { LedgerFixture, writeLog } from './support/ledger-fixture.js';

/** The compiled command in a process of its own, which may start its second thread; prints code, last line and processor time. */
const SCRIPT = `
  import { verifyMain } from '@binhxet/verify/cli';
  const [dir, state] = process.argv.slice(1);
  const lines = [];
  const keep = (line) => void lines.push(line);
  const began = process.cpuUsage();
  const code = await verifyMain([dir, '--state', state], { out: keep, err: keep, cwd: dir });
  const { user, system } = process.cpuUsage(began);
  console.log(JSON.stringify({ code, lines, cpu: user + system }));
`;

/** Hashes of 300 bytes that a leaf may cost: some sixteen on an idle machine, more where both threads share a core with other tests. */
const LIMIT = 24;

describe('verify, compiled', () => {
  let fixture: LedgerFixture;
  let dir: string;
  const count = 30_000;
  beforeAll(async () => {
    fixture = await LedgerFixture.start();
    await writeLog(await fixture.client('bx_api'), count);
    await fixture.integrateAll();
    dir = path.join(fixture.folder, 'export');
    await exportLedger(await fixture.client('bx_read'), dir, new Date());
  }, 300_000);
  afterAll(() => fixture.end());

  async function verify(): Promise<{ code: number; lines: string[]; cpu: number }> {
    const args = ['--input-type=module', '-e', SCRIPT, dir, path.join(fixture.folder, 'seen.json')];
    const { stdout } = await promisify(execFile)(process.execPath, args, { cwd: path.resolve(import.meta.dirname, '../..'), timeout: 100_000 });
    return JSON.parse(stdout) as { code: number; lines: string[]; cpu: number };
  }

  it('checks a leaf with its payload for the cost of a few hashes, over two threads', async () => {
    // Processor time against processor time: a busy machine slows both, though not always at the same moment, so the best of a few counts.
    // The floor, a million leaves under 15 s, is 15 µs of the busier thread.
    const block = Buffer.alloc(300);
    let best = Number.POSITIVE_INFINITY;
    for (let attempt = 0; attempt < 4 && best >= LIMIT; attempt++) {
      const began = process.cpuUsage();
      for (let i = 0; i < count; i++) hash('sha256', block, 'buffer');
      const { user, system } = process.cpuUsage(began);
      const { code, lines, cpu } = await verify();
      expect(lines.at(-1)).toContain('ĐÚNG');
      expect(code).toBe(0);
      best = Math.min(best, cpu / (user + system));
    }
    expect(best).toBeLessThan(LIMIT);
  });

  it('names a payload that the second thread finds changed, and an unreadable line', async () => {
    const file = path.join(dir, 'payload.ndjson');
    const honest = readFileSync(file, 'utf8').split('\n');
    const changed = [...honest];
    changed[15_000] = changed[15_000]!.replace('tốt', 'tồi');
    changed[25_000] = changed[25_000]!.slice(1);
    writeFileSync(file, changed.join('\n'));
    const id = (line: number): string => (JSON.parse(honest[line]!) as { entry_id: string }).entry_id;
    const { code, lines } = await verify();
    expect(code).toBe(1);
    expect(lines).toContainEqual(expect.stringContaining(`PAYLOAD_CHANGED entry=${id(15_000)} index=15000 table=ledger.ledger_payload row=${id(15_000)}`));
    expect(lines).toContainEqual(expect.stringMatching(/^FILE_DAMAGED: .*payload\.ndjson.* 25001/));
    expect(lines).toContainEqual(expect.stringContaining(`PAYLOAD_MISSING entry=${id(25_000)} index=25000`));
    expect(lines.at(-1)).toContain('3');
  });
});
