import { AppError } from '../shared/app-error.js';
import type { Sha256 } from './entry.js';

/** Bytes of one hash. */
export const HASH_BYTES = 32;

/** RFC 6962 section 2.1: `SHA-256(0x00 ‖ data)`. */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(data.length + 1);
  prefixed.set(data, 1);
  return sha256(prefixed);
}

/** RFC 6962 section 2.1: `SHA-256(0x01 ‖ left ‖ right)`. */
export function nodeHash(sha256: Sha256, left: Uint8Array, right: Uint8Array): Uint8Array {
  const joined = new Uint8Array(1 + 2 * HASH_BYTES);
  joined[0] = 1;
  joined.set(left, 1);
  joined.set(right, 1 + HASH_BYTES);
  return sha256(joined);
}

/** Largest power of two strictly below `n`, n ≥ 2. Arithmetic, not shifts: sizes may pass 2^31. */
export function splitPoint(n: number): number {
  let k = 1;
  while (k * 2 < n) k *= 2;
  return k;
}

/** Hash of the perfect subtree of 2^level leaves that starts at leaf `index × 2^level`. */
export type NodeAt = (level: number, index: number) => Uint8Array;

/** MTH(D[start:end]) from hashes of perfect subtrees; `start` is a multiple of the largest power of two below the width. */
export function rangeHash(sha256: Sha256, start: number, end: number, nodeAt: NodeAt): Uint8Array {
  const width = end - start;
  if (width === 0) return sha256(new Uint8Array(0));
  const level = Math.round(Math.log2(width));
  if (2 ** level === width) return nodeAt(level, start / width);
  const k = splitPoint(width);
  return nodeHash(sha256, rangeHash(sha256, start, start + k, nodeAt), rangeHash(sha256, start + k, end, nodeAt));
}

function assertWithin(index: number, size: number): void {
  if (!Number.isSafeInteger(index) || !Number.isSafeInteger(size) || index < 0 || index >= size) {
    throw new AppError('LEDGER.INDEX_OUT_OF_RANGE', 'not-found', `Leaf ${index} is not in a tree of ${size}`, { index, size });
  }
}

/**
 * Audit path of leaf `index` in the tree of `size` leaves, from the leaf upward (RFC 6962 section 2.1.1).
 * @throws AppError LEDGER.INDEX_OUT_OF_RANGE (not-found)
 */
export function inclusionProof(sha256: Sha256, index: number, size: number, nodeAt: NodeAt): Uint8Array[] {
  assertWithin(index, size);
  const path: Uint8Array[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitPoint(end - start);
    if (index < middle) {
      path.push(rangeHash(sha256, middle, end, nodeAt));
      end = middle;
    } else {
      path.push(rangeHash(sha256, start, middle, nodeAt));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * Consistency proof between the trees of `older` and `newer` leaves, 0 < older ≤ newer (RFC 6962 section 2.1.2).
 * @throws AppError LEDGER.INDEX_OUT_OF_RANGE (not-found)
 */
export function consistencyProof(sha256: Sha256, older: number, newer: number, nodeAt: NodeAt): Uint8Array[] {
  assertWithin(older - 1, newer);
  const sub = (m: number, start: number, end: number, whole: boolean): Uint8Array[] => {
    const n = end - start;
    if (m === n) return whole ? [] : [rangeHash(sha256, start, end, nodeAt)];
    const k = splitPoint(n);
    return m <= k
      ? [...sub(m, start, start + k, whole), rangeHash(sha256, start + k, end, nodeAt)]
      : [...sub(m - k, start + k, end, false), rangeHash(sha256, start, start + k, nodeAt)];
  };
  return sub(older, 0, newer, true);
}

/** Root that a leaf hash and its audit path lead to (RFC 9162 section 2.1.3.2), or `null` when the path has the wrong length. */
export function rootFromInclusion(sha256: Sha256, index: number, size: number, leaf: Uint8Array, path: readonly Uint8Array[]): Uint8Array | null {
  assertWithin(index, size);
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
