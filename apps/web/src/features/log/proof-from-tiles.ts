import { Frontier, hexOf, nodeHash, type Sha256 } from '@binhxet/verify';

const TILE = 256;
const HASH = 32;

/** Reads the hashes of one tile: `width` × 32 bytes. */
export type ReadTile = (level: number, index: number, width: number) => Promise<Uint8Array>;

/** `tile/0/x001/234`, with `.p/7` for a tile of seven hashes. Source: C2SP tlog-tiles */
export function tilePath(level: number, index: number, width: number): string {
  const groups: string[] = [];
  let rest = index;
  do {
    groups.unshift(String(rest % 1000).padStart(3, '0'));
    rest = Math.floor(rest / 1000);
  } while (rest > 0);
  const name = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${level}/${name}${width === TILE ? '' : `.p/${width}`}`;
}

/**
 * Audit path of an entry out of the published tiles, in hex from the leaf upward (RFC 9162 section 2.1.3.1).
 * @param size of the signed tree
 */
export async function proofFromTiles(sha256: Sha256, index: number, size: number, readTile: ReadTile): Promise<string[]> {
  const tiles = new Map<string, Promise<Uint8Array>>();
  const tile = (level: number, at: number) => {
    const width = Math.min(TILE, Math.floor(size / TILE ** level) - at * TILE);
    const key = `${level}/${at}`;
    if (!tiles.has(key)) tiles.set(key, readTile(level, at, width));
    return tiles.get(key)!;
  };
  /** Root of the perfect subtree of `2^height` leaves that starts at `start`. */
  const perfect = async (start: number, height: number): Promise<Uint8Array> => {
    const level = Math.floor(height / 8);
    const count = 2 ** (height % 8);
    const first = start / TILE ** level;
    const bytes = await tile(level, Math.floor(first / TILE));
    const from = (first % TILE) * HASH;
    const tree = new Frontier(sha256);
    for (let i = 0; i < count; i++) tree.push(bytes.slice(from + i * HASH, from + (i + 1) * HASH));
    return tree.root();
  };
  const root = async (start: number, end: number): Promise<Uint8Array> => {
    const height = Math.log2(end - start);
    if (Number.isInteger(height)) return perfect(start, height);
    const middle = start + below(end - start);
    return nodeHash(sha256, await root(start, middle), await root(middle, end));
  };
  const path: string[] = [];
  let [start, end] = [0, size];
  while (end - start > 1) {
    const middle = start + below(end - start);
    if (index < middle) {
      path.unshift(hexOf(await root(middle, end)));
      end = middle;
    } else {
      path.unshift(hexOf(await root(start, middle)));
      start = middle;
    }
  }
  return path;
}

/** Largest power of two below `count`. */
const below = (count: number): number => 2 ** (Math.ceil(Math.log2(count)) - 1);

