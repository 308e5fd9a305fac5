import { hash } from 'node:crypto';
import { exportLedger } from '@binhxet/persistence';
import { verifyMain } from '@binhxet/verify/cli';
import { LedgerFixture, writeLog } from './support/ledger-fixture.js';
import path from 'node:path';

/** Microseconds of CPU of this process for one round of `work`. */
async function cpuOf(work: () => unknown): Promise<number> {
  const began = process.cpuUsage();
  await work();
  const used = process.cpuUsage(began);
  return used.user + used.system;
}

describe('verify', () => {
  it('checks a leaf with its payload for the cost of some twenty hashes, so that a million take seconds', async () => {
    const count = 60_000;
    const fixture = await LedgerFixture.start();
    try {
      await writeLog(await fixture.client('bx_api'), count);
      await fixture.integrateAll();
      const dir = path.join(fixture.folder, 'export');
      await exportLedger(await fixture.client('bx_read'), dir, new Date());
      const lines: string[] = [];
      const io = { out: (line: string) => void lines.push(line), err: (line: string) => void lines.push(line), cwd: fixture.folder };
      // Processor time against processor time in the same run: a busy machine slows both. The floor itself, 1,000,000 leaves under 15 s on an
      // idle machine, is 15 µs a leaf.
      const block = Buffer.alloc(300);
      const hashing = await cpuOf(() => {
        for (let i = 0; i < count; i++) hash('sha256', block, 'buffer');
      });
      let code = -1;
      const checking = await cpuOf(async () => {
        code = await verifyMain([dir, '--state', path.join(fixture.folder, 'seen.json')], io);
      });
      expect(lines.at(-1)).toContain('ĐÚNG');
      expect(code).toBe(0);
      expect(checking / hashing).toBeLessThan(20);
    } finally {
      await fixture.end();
    }
  });
});
