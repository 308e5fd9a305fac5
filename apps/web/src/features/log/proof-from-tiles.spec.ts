import { Frontier, leafHash, rootOfProof, bytesOfHex, sha256, hexOf } from '@binhxet/verify';
import { proofFromTiles, tilePath } from './proof-from-tiles.js';

describe('tilePath', () => {
  it('groups the number by thousands and names the width of an unfinished tile', () => {
    expect([tilePath(0, 67, 256), tilePath(1, 1_234_067, 256), tilePath(0, 0, 7)]).toEqual(['tile/0/067', 'tile/1/x001/x234/067', 'tile/0/000.p/7']);
  });
});

describe('proofFromTiles', () => {
  it.each([1, 2, 3, 7, 256, 257, 700])('leads every entry of a log of %i to its root', async (size) => {
    const leaves = Array.from({ length: size }, (_, i) => leafHash(sha256, new TextEncoder().encode(`leaf ${i}`)));
    const upper: Uint8Array[][] = [[...leaves]];
    const tree = new Frontier(sha256, (level, index, hash) => void ((upper[level] ??= [])[index] = hash));
    for (const leaf of leaves) tree.push(leaf);
    const readTile = async (level: number, index: number, width: number) => {
      const hashes = upper[level]!.slice(index * 256, index * 256 + width);
      expect(hashes).toHaveLength(width);
      return Uint8Array.from(hashes.flatMap((hash) => [...hash]));
    };
    for (const index of new Set([0, size >> 1, size - 1])) {
      const path = (await proofFromTiles(sha256, index, size, readTile)).map((hash) => bytesOfHex(hash, 32)!);
      expect(hexOf(rootOfProof(sha256, index, size, leaves[index]!, path)!)).toBe(hexOf(tree.root()));
    }
  });
});
