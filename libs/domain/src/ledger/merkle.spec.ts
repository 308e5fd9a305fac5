import { createHash } from 'node:crypto';
import { toHex } from './entry.js';
import { consistencyProof, inclusionProof, leafHash, nodeHash, rangeHash, rootFromInclusion, splitPoint, type NodeAt } from './merkle.js';

const sha256 = (data: Uint8Array): Uint8Array => createHash('sha256').update(data).digest();
const bytes = (hex: string): Uint8Array => Uint8Array.from(Buffer.from(hex, 'hex'));

/** The eight inputs and the roots after each of them that implementations of RFC 6962 test themselves with. */
const INPUTS = ['', '00', '10', '2021', '3031', '40414243', '5051525354555657', '606162636465666768696a6b6c6d6e6f'];
const ROOTS = [
  '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
  'fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125',
  'aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77',
  'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
  '4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4',
  '76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef',
  'ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c',
  '5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328',
];
const leaves = INPUTS.map((hex) => leafHash(sha256, bytes(hex)));

/** Straight from the definition, over a plain list. */
function mth(hashes: readonly Uint8Array[]): Uint8Array {
  if (hashes.length === 0) return sha256(new Uint8Array(0));
  if (hashes.length === 1) return hashes[0]!;
  const k = splitPoint(hashes.length);
  return nodeHash(sha256, mth(hashes.slice(0, k)), mth(hashes.slice(k)));
}
const nodesOf =
  (hashes: readonly Uint8Array[]): NodeAt =>
  (level, index) =>
    mth(hashes.slice(index * 2 ** level, (index + 1) * 2 ** level));
const nodes = nodesOf(leaves);
const hex = (list: readonly Uint8Array[]): string[] => list.map(toHex);

describe('RFC 6962 hashing', () => {
  it('gives the root of the empty tree', () => {
    expect(toHex(rangeHash(sha256, 0, 0, nodes))).toBe('e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855');
  });

  it.each(ROOTS.map((root, i) => [i + 1, root] as const))('gives the known root of the first %d leaves', (size, root) => {
    expect(toHex(rangeHash(sha256, 0, size, nodes))).toBe(root);
  });

  it.each<[number, number, string[]]>([
    [0, 1, []],
    [
      0,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      5,
      8,
      [
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [2, 3, ['fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125']],
    [
      1,
      5,
      [
        '6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b',
      ],
    ],
  ])('gives the known audit path of leaf %d of %d', (index, size, path) => {
    expect(hex(inclusionProof(sha256, index, size, nodes))).toEqual(path);
  });

  it.each<[number, number, string[]]>([
    [1, 1, []],
    [
      1,
      8,
      [
        '96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7',
        '5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e',
        '6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4',
      ],
    ],
    [
      6,
      8,
      [
        '0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a',
        'ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0',
        'd37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7',
      ],
    ],
    [
      2,
      5,
      ['5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e', 'bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b'],
    ],
  ])('gives the known consistency proof from %d to %d', (older, newer, path) => {
    expect(hex(consistencyProof(sha256, older, newer, nodes))).toEqual(path);
  });

  it('leads every leaf of every small tree to its root, and nowhere with a path that is too short or too long', () => {
    const many = Array.from({ length: 70 }, (_, i) => leafHash(sha256, Uint8Array.of(i)));
    for (let size = 1; size <= many.length; size++) {
      const root = toHex(mth(many.slice(0, size)));
      for (let index = 0; index < size; index++) {
        const path = inclusionProof(sha256, index, size, nodesOf(many));
        expect(toHex(rootFromInclusion(sha256, index, size, many[index]!, path)!)).toBe(root);
        if (path.length > 0) expect(rootFromInclusion(sha256, index, size, many[index]!, path.slice(1))).toBeNull();
        expect(rootFromInclusion(sha256, index, size, many[index]!, [...path, many[0]!])).toBeNull();
      }
    }
  });

  it.each([
    [8, 8],
    [-1, 8],
    [0, 0],
    [1.5, 8],
  ])('refuses leaf %d of %d', (index, size) => {
    expect(() => inclusionProof(sha256, index, size, nodes)).toThrow(expect.objectContaining({ code: 'LEDGER.INDEX_OUT_OF_RANGE' }));
  });
});
