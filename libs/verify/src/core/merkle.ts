import type { Sha256 } from './bytes.js';

/** One place for all nodes: hashing is synchronous and keeps nothing of its input. */
const joined = new Uint8Array(65);
joined[0] = 1;

/** RFC 6962: `SHA-256(0x01 ‖ left ‖ right)`. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  joined.set(left, 1);
  joined.set(right, 33);
  return sha256(joined);
}

/** A tree that only remembers the roots of its perfect subtrees, one for each set bit of its size. */
export class Frontier {
  private readonly roots: (Uint8Array | undefined)[] = [];
  private count = 0;

  /** @param onTileHash told of every finished subtree of 256^n leaves, n ≥ 1: one hash of a tile of level n */
  constructor(
    private readonly sha256: Sha256,
    private readonly onTileHash: (level: number, index: number, hash: Uint8Array) => void = () => undefined,
  ) {}

  get size(): number {
    return this.count;
  }

  /** A copy that grows on its own and tells `onTileHash`, if anybody. */
  fork(onTileHash?: (level: number, index: number, hash: Uint8Array) => void): Frontier {
    const copy = new Frontier(this.sha256, onTileHash);
    copy.roots.push(...this.roots);
    copy.count = this.count;
    return copy;
  }

  push(leaf: Uint8Array): void {
    let hash = leaf;
    let index = this.count++;
    for (let level = 0; ; level++) {
      if (level > 0 && level % 8 === 0) this.onTileHash(level / 8, index, hash);
      const left = this.roots[level];
      if (!left) {
        this.roots[level] = hash;
        return;
      }
      hash = nodeHash(this.sha256, left, hash);
      this.roots[level] = undefined;
      index = Math.floor(index / 2);
    }
  }

  root(): Uint8Array {
    let root: Uint8Array | undefined;
    for (const subtree of this.roots) if (subtree) root = root ? nodeHash(this.sha256, subtree, root) : subtree;
    return root ?? this.sha256(new Uint8Array(0));
  }
}

/** Root to which a leaf hash and its audit path lead (RFC 9162 section 2.1.3.2); null when the path does not fit the position. */
export function rootOfProof(sha256: Sha256, index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Uint8Array | null {
  if (index < 0 || index >= size) return null;
  let node = index;
  let last = size - 1;
  let hash = leaf;
  for (const sibling of path) {
    if (last === 0) return null;
    if (node % 2 === 1 || node === last) {
      hash = nodeHash(sha256, sibling, hash);
      while (node % 2 === 0 && node !== 0) {
        node /= 2;
        last = Math.floor(last / 2);
      }
    } else {
      hash = nodeHash(sha256, hash, sibling);
    }
    node = Math.floor(node / 2);
    last = Math.floor(last / 2);
  }
  return last === 0 ? hash : null;
}
