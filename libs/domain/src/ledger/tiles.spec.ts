import { createHash } from 'node:crypto';
import { toHex } from './entry.js';
import { leafHash, rangeHash, splitPoint, nodeHash } from './merkle.js';
import { edgeTiles, nodesFromTiles, parseTilePath, TileNodes, TileTree, tilePath, type TileAddress } from './tiles.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();

describe('tile paths (C2SP tlog-tiles)', () => {
  it.each<[TileAddress, string]>([
    [{ level: 0, index: 1_234_067, width: 256 }, 'tile/0/x001/x234/067'],
    [{ level: 0, index: 0, width: 256 }, 'tile/0/000'],
    [{ level: 0, index: 999, width: 17 }, 'tile/0/999.p/17'],
    [{ level: 3, index: 1000, width: 255 }, 'tile/3/x001/000.p/255'],
    [{ level: 'entries', index: 5001, width: 256 }, 'tile/entries/x005/001'],
    [{ level: 'entries', index: 273, width: 112 }, 'tile/entries/273.p/112'],
    [{ level: 0, index: 1_000_000, width: 1 }, 'tile/0/x001/x000/000.p/1'],
  ])('%j is %s', (address, path) => {
    expect(tilePath(address)).toBe(path);
    expect(parseTilePath(path)).toEqual(address);
  });

  it.each([
    'tile/0/1',
    'tile/0/001/',
    'tile/0/x000/001',
    'tile/0/001/002',
    'tile/0/x001',
    'tile/00/001',
    'tile/64/000',
    'tile/data/000',
    'tile/0/000.p/0',
    'tile/0/000.p/256',
    'tile/0/000.p/01',
    'tile/0/000.p/',
    'tile/-1/000',
    'tile/entries/000.p/1000',
    'tile/0/../000',
    'checkpoint',
  ])('refuses %s', (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it('names the edge of a tree', () => {
    expect(edgeTiles(70_000)).toEqual([
      { level: 0, index: 273, width: 112 },
      { level: 1, index: 1, width: 17 },
      { level: 2, index: 0, width: 1 },
    ]);
    expect(edgeTiles(65_536)).toEqual([{ level: 2, index: 0, width: 1 }]);
    expect(edgeTiles(0)).toEqual([]);
  });
});

describe('TileTree', () => {
  const leaves = Array.from({ length: 66_000 }, (_, i) => leafHash(sha256, Buffer.from(String(i))));
  const mth = (start: number, end: number): Uint8Array => {
    if (end - start === 1) return leaves[start]!;
    const k = start + splitPoint(end - start);
    return nodeHash(sha256, mth(start, k), mth(k, end));
  };

  it.each([1, 2, 255, 256, 257, 511, 513, 1000, 65_535, 65_536, 65_537, 66_000])('has the root of the definition at %d leaves', (size) => {
    const tree = TileTree.resume(sha256, 0, () => undefined);
    for (const leaf of leaves.slice(0, size)) tree.push(leaf);
    expect(tree.size).toBe(size);
    expect(toHex(tree.root())).toBe(toHex(mth(0, size)));
  });

  it('stopped and resumed from its tiles at odd sizes, ends with the same tiles and roots', () => {
    const stored = new Map<string, Uint8Array>();
    let size = 0;
    for (const step of [1, 254, 1, 1, 255, 1000, 64_000, 24]) {
      const tree = TileTree.resume(sha256, size, (level, index) => stored.get(`${level}/${index}`));
      if (size > 0) expect(toHex(tree.root())).toBe(toHex(mth(0, size)));
      for (const leaf of leaves.slice(size, size + step)) tree.push(leaf);
      for (const { level, index, hashes } of tree.changedTiles()) stored.set(`${level}/${index}`, hashes);
      size += step;
    }
    const nodeAt = nodesFromTiles((level, index) => new TileNodes(sha256, stored.get(`${level}/${index}`)!));
    expect(toHex(rangeHash(sha256, 0, size, nodeAt))).toBe(toHex(mth(0, size)));
    expect(toHex(rangeHash(sha256, 0, 777, nodeAt))).toBe(toHex(mth(0, 777)));
    expect([...stored.keys()].sort()).toEqual(
      [...Array.from({ length: Math.ceil(size / 256) }, (_, i) => `0/${i}`), '1/0', ...(size >= 65_792 ? ['1/1'] : []), '2/0'].sort(),
    );
  });

  it('gives no tile twice and none that did not change', () => {
    const first = TileTree.resume(sha256, 0, () => undefined);
    for (const leaf of leaves.slice(0, 300)) first.push(leaf);
    expect(first.changedTiles().map(tilePath)).toEqual(['tile/0/000', 'tile/0/001.p/44', 'tile/1/000.p/1']);
    const edge = new Map(first.changedTiles().map((tile) => [`${tile.level}/${tile.index}`, tile.hashes]));
    const second = TileTree.resume(sha256, 300, (level, index) => edge.get(`${level}/${index}`));
    second.push(leaves[300]!);
    expect(second.changedTiles().map(tilePath)).toEqual(['tile/0/001.p/45']);
  });

  it('refuses to resume on an absent or a short tile', () => {
    const damaged = expect.objectContaining({ code: 'LEDGER.TILES_DAMAGED' });
    expect(() => TileTree.resume(sha256, 2, () => undefined)).toThrow(damaged);
    expect(() => TileTree.resume(sha256, 2, () => new Uint8Array(63))).toThrow(damaged);
  });
});
