import { AppError } from '../shared/app-error.js';
import type { Sha256 } from './entry.js';
import { HASH_BYTES, nodeHash, type NodeAt } from './merkle.js';

/** Hashes in a full tile, and entries in a full bundle. */
export const TILE_WIDTH = 256;

/** A tile of hashes (`level` ≥ 0) or of entries (`level` 'entries'). `width` is 256 for a full tile, 1…255 for a partial one. */
export interface TileAddress {
  readonly level: number | 'entries';
  readonly index: number;
  readonly width: number;
}

/** C2SP tlog-tiles path below `/ledger/`, for example `tile/0/x001/x234/067` or `tile/entries/000.p/17`. */
export function tilePath({ level, index, width }: TileAddress): string {
  let number = String(index % 1000).padStart(3, '0');
  for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) number = `x${String(rest % 1000).padStart(3, '0')}/${number}`;
  return `tile/${level}/${number}${width === TILE_WIDTH ? '' : `.p/${width}`}`;
}

const PATH = /^tile\/(entries|[0-9]|[1-5][0-9]|6[0-3])\/((?:x[0-9]{3}\/)*[0-9]{3})(?:\.p\/([1-9][0-9]{0,2}))?$/;

/** Inverse of `tilePath`; `null` for anything that `tilePath` would not write. */
export function parseTilePath(path: string): TileAddress | null {
  const match = PATH.exec(path);
  if (!match) return null;
  const index = Number(match[2]!.replaceAll(/[x/]/g, ''));
  const address = { level: match[1] === 'entries' ? ('entries' as const) : Number(match[1]), index, width: Number(match[3] ?? TILE_WIDTH) };
  return Number.isSafeInteger(index) && tilePath(address) === path ? address : null;
}

/** Hash tiles on the right edge of a tree of `size` leaves: the partial one of each level, lowest first. They alone give the root. */
export function edgeTiles(size: number): { level: number; index: number; width: number }[] {
  const edge: { level: number; index: number; width: number }[] = [];
  for (let level = 0, hashes = size; hashes > 0; level++, hashes = Math.floor(hashes / TILE_WIDTH)) {
    const width = hashes % TILE_WIDTH;
    if (width > 0) edge.push({ level, index: Math.floor(hashes / TILE_WIDTH), width });
  }
  return edge;
}

/** Tile that holds the node (level, index): a node of level 8L + r is the root over 2^r neighbouring hashes of one tile of level L. */
export function tileOfNode(level: number, index: number): { level: number; index: number } {
  return { level: Math.floor(level / 8), index: Math.floor((index * 2 ** (level % 8)) / TILE_WIDTH) };
}

/** A hash tile and the inner nodes over it, each computed once. */
export class TileNodes {
  private readonly known = new Map<number, Uint8Array>();

  /** @param hashes width × 32 bytes */
  constructor(
    private readonly sha256: Sha256,
    private readonly hashes: Uint8Array,
  ) {}

  get width(): number {
    return this.hashes.length / HASH_BYTES;
  }

  /** Bytes of the first `width` hashes: the tile as it was published when it was that wide. */
  prefix(width: number): Uint8Array {
    return this.hashes.subarray(0, width * HASH_BYTES);
  }

  /** Root over the 2^row hashes that start at hash `at × 2^row` of this tile. */
  node(row: number, at: number): Uint8Array {
    if (row === 0) return this.hashes.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
    const key = row * TILE_WIDTH + at;
    let hash = this.known.get(key);
    if (!hash) this.known.set(key, (hash = nodeHash(this.sha256, this.node(row - 1, 2 * at), this.node(row - 1, 2 * at + 1))));
    return hash;
  }
}

/** Reads perfect subtrees out of hash tiles. */
export function nodesFromTiles(tile: (level: number, index: number) => TileNodes): NodeAt {
  return (level, index) => {
    const row = level % 8;
    const address = tileOfNode(level, index);
    return tile(address.level, address.index).node(row, index - (address.index * TILE_WIDTH) / 2 ** row);
  };
}

/** Root over `count` (a power of two) neighbouring hashes of a tile, from hash number `start`. */
function hashesRoot(sha256: Sha256, hashes: Uint8Array, start: number, count: number): Uint8Array {
  if (count === 1) return hashes.subarray(start * HASH_BYTES, (start + 1) * HASH_BYTES);
  const half = count / 2;
  return nodeHash(sha256, hashesRoot(sha256, hashes, start, half), hashesRoot(sha256, hashes, start + half, half));
}

export interface HashTile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly hashes: Uint8Array;
}

/**
 * A tree that grows at its right edge and remembers only that edge. `push` leaf hashes, then write what `changedTiles` gives and sign
 * `root()`. Tiles that filled up on the way are among the changed ones.
 */
export class TileTree {
  private readonly edge: Uint8Array[] = [];
  private readonly full: HashTile[] = [];
  private readonly touched = new Set<number>();

  private constructor(
    private readonly sha256: Sha256,
    private count: number,
  ) {}

  /**
   * Continues a tree from its edge tiles.
   * @param tile bytes of each tile named by `edgeTiles(size)`; more bytes than the width needs are ignored
   * @throws AppError LEDGER.TILES_DAMAGED (conflict) when a tile is absent or too short
   */
  static resume(sha256: Sha256, size: number, tile: (level: number, index: number) => Uint8Array | undefined): TileTree {
    const tree = new TileTree(sha256, size);
    for (const { level, index, width } of edgeTiles(size)) {
      const hashes = tile(level, index);
      if (!hashes || hashes.length < width * HASH_BYTES) {
        throw new AppError('LEDGER.TILES_DAMAGED', 'conflict', `Tile ${level}/${index} does not hold ${width} hashes`, { level, index, width });
      }
      tree.buffer(level).set(hashes.subarray(0, width * HASH_BYTES));
    }
    return tree;
  }

  get size(): number {
    return this.count;
  }

  push(leaf: Uint8Array): void {
    let position = this.count++;
    let hash = leaf;
    for (let level = 0; ; level++) {
      const offset = position % TILE_WIDTH;
      const index = (position - offset) / TILE_WIDTH;
      const hashes = this.buffer(level);
      hashes.set(hash, offset * HASH_BYTES);
      this.touched.add(level);
      if (offset < TILE_WIDTH - 1) return;
      this.full.push({ level, index, width: TILE_WIDTH, hashes: hashes.slice() });
      this.touched.delete(level);
      hash = hashesRoot(this.sha256, hashes, 0, TILE_WIDTH);
      position = index;
    }
  }

  /** Root of the tree as it is; SHA-256 of nothing for an empty one. */
  root(): Uint8Array {
    let root: Uint8Array | undefined;
    // Each set bit of the size is one perfect subtree inside an edge tile; they are joined from the smallest, rightmost one.
    for (const { level, width } of edgeTiles(this.count)) {
      for (let bit = 1; bit < TILE_WIDTH; bit *= 2) {
        if ((width & bit) === 0) continue;
        const subtree = hashesRoot(this.sha256, this.buffer(level), width - (width % (2 * bit)), bit);
        root = root ? nodeHash(this.sha256, subtree, root) : subtree;
      }
    }
    return root ?? this.sha256(new Uint8Array(0));
  }

  /** Every tile that this tree changed since it was made: the filled ones in order, then the partial edge. */
  changedTiles(): HashTile[] {
    const partial = edgeTiles(this.count).filter(({ level }) => this.touched.has(level));
    return [...this.full, ...partial.map((address) => ({ ...address, hashes: this.buffer(address.level).slice(0, address.width * HASH_BYTES) }))];
  }

  private buffer(level: number): Uint8Array {
    return (this.edge[level] ??= new Uint8Array(TILE_WIDTH * HASH_BYTES));
  }
}
