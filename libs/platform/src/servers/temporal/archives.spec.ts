import { deflateRawSync, gzipSync } from 'node:zlib';
import { fileInTarGz, fileInZip } from './archives.js';

/** A zip archive by hand: local headers with data, the directory, its end. */
function zip(files: readonly { readonly name: string; readonly content: string; readonly packed: boolean }[]): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content, packed } of files) {
    const data = packed ? deflateRawSync(Buffer.from(content)) : Buffer.from(content);
    const local = Buffer.alloc(30);
    local.writeUInt32LE(0x04034b50, 0);
    local.writeUInt16LE(packed ? 8 : 0, 8);
    local.writeUInt16LE(name.length, 26);
    local.writeUInt16LE(4, 28); // an extra field only here: its length must be read from the local header
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(0x02014b50, 0);
    entry.writeUInt16LE(packed ? 8 : 0, 10);
    entry.writeUInt32LE(data.length, 20);
    entry.writeUInt16LE(name.length, 28);
    entry.writeUInt32LE(offset, 42);
    parts.push(local, Buffer.from(name), Buffer.alloc(4), data);
    directory.push(entry, Buffer.from(name));
    offset += 30 + name.length + 4 + data.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, ...directory, end]);
}

function tarGz(files: readonly { readonly name: string; readonly content: string; readonly type?: string }[]): Buffer {
  const blocks = files.flatMap(({ name, content, type }) => {
    const header = Buffer.alloc(512);
    header.write(name, 0);
    header.write(`${content.length.toString(8).padStart(11, '0')}\0`, 124);
    header.write(type ?? '0', 156);
    const body = Buffer.alloc(Math.ceil(content.length / 512) * 512);
    body.write(content);
    return [header, body];
  });
  return gzipSync(Buffer.concat([...blocks, Buffer.alloc(1024)]));
}

const named = (wanted: string) => (name: string) => name.endsWith(`/${wanted}`);

describe('fileInZip', () => {
  const archive = zip([
    { name: 'a/one', content: 'first', packed: true },
    { name: 'a/two', content: 'second, stored as it is', packed: false },
    { name: 'b/three', content: 'third'.repeat(1_000), packed: true },
  ]);

  it.each([
    ['one', 'first'],
    ['two', 'second, stored as it is'],
    ['three', 'third'.repeat(1_000)],
  ])('finds %s', (name, content) => {
    expect(fileInZip(archive, named(name))?.toString()).toBe(content);
  });

  it('finds nothing where nothing is, and refuses a cut archive', () => {
    expect(fileInZip(archive, named('four'))).toBeUndefined();
    expect(() => fileInZip(archive.subarray(0, archive.length - 30), named('one'))).toThrow('not a complete zip');
  });
});

describe('fileInTarGz', () => {
  it('finds a regular file and passes over a folder of the same name', () => {
    const archive = tarGz([
      { name: 'x/tool', content: '', type: '5' },
      { name: 'x/other', content: 'o'.repeat(700) },
      { name: 'y/tool', content: 'program' },
    ]);
    expect(fileInTarGz(archive, named('tool'))?.toString()).toBe('program');
    expect(fileInTarGz(archive, named('nothing'))).toBeUndefined();
  });
});
