import { PassThrough } from 'node:stream';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Command } from 'commander';
import { Terminal } from '../terminal.js';
import { registerPacks } from './packs.command.js';

const folder = mkdtempSync(join(tmpdir(), 'packs-command-test-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => (process.exitCode = 0));

async function run(...words: readonly string[]): Promise<{ out: string; err: string; code: unknown }> {
  const [out, err] = [new PassThrough(), new PassThrough()];
  const program = new Command();
  registerPacks(program, { terminal: new Terminal(out, err), env: {} });
  await program.parseAsync(['packs', ...words], { from: 'user' });
  return { out: String(out.read() ?? ''), err: String(err.read() ?? ''), code: process.exitCode };
}

describe('packs', () => {
  it('checks the shipped files', async () => {
    expect(await run('check')).toMatchObject({ code: 0, out: expect.stringContaining('tệp quy tắc hợp lệ') });
    const report = JSON.parse((await run('check', '--json')).out) as { ok: boolean; files: unknown[] };
    expect(report.ok && report.files.length > 30).toBe(true);
  });

  it('names file, path and reason of what is wrong, and ends with 1', async () => {
    writeFileSync(
      join(folder, 'broken.yaml'),
      'kind: settings\nid: S\nversion: 1\ntitle: Thiết lập\nsources: []\nvalues: { a: { value: 1, mark: V } }\n',
    );
    expect(await run('check', folder)).toMatchObject({
      code: 1,
      out: expect.stringMatching(/broken\.yaml {2}\/values\/a {2}PACK\.SCHEMA {2}.*source/),
    });
  });

  it('shows differences with clause and mark, and nothing between equals', async () => {
    const { out } = await run('diff', 'P2023', 'P2025');
    expect(out).toContain(
      '/values/aboveTargetPercent  đổi\n  - 50  (QĐ 124-QĐ/TW, Điều 12; V)\n  + 30  (QĐ 366-QĐ/TW, Điều 11; V)',
    );
    expect((await run('diff', 'P2023', 'P2023')).out).toContain('Hai tệp có cùng nội dung.');
    expect(JSON.parse((await run('diff', 'P2018', 'P2019', '--json')).out)).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ path: '/ratingYears/from', old: { value: 2018 }, new: { value: 2019 } }),
      ]),
    );
  });

  it('explains a pack in Vietnamese', async () => {
    const { out } = await run('explain', 'P2014');
    expect(out).toContain('Thẩm quyền');
    expect(out).toContain('chưa xác nhận');
  });

  it('refuses a broken file as a whole, with every reason, and an unknown id', async () => {
    expect(await run('explain', join(folder, 'broken.yaml'))).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('/values/a  PACK.SCHEMA'),
    });
    expect(await run('diff', 'P2023', 'P1999')).toMatchObject({
      code: 2,
      err: expect.stringContaining('PACK.NOT_FOUND'),
    });
  });
});
