import { type Finding } from '../core/findings.js';
import { sameBytes } from '../core/bytes.js';

const WIDTH = 256;

/** One tile as it must be. */
export interface ExpectedTile {
  readonly level: number;
  readonly index: number;
  readonly width: number;
  readonly hashes: Uint8Array;
}

/** Hash tiles of level 1 and above, from the hashes of full tiles below, in the order (level, index). */
export function* expectedTiles(tileHashes: readonly (readonly Uint8Array[] | undefined)[]): Generator<ExpectedTile> {
  for (let level = 1; level < tileHashes.length; level++) {
    const all = tileHashes[level] ?? [];
    for (let index = 0; index * WIDTH < all.length; index++) {
      const part = all.slice(index * WIDTH, (index + 1) * WIDTH);
      const hashes = new Uint8Array(part.length * 32);
      part.forEach((hash, i) => hashes.set(hash, i * 32));
      yield { level, index, width: part.length, hashes };
    }
  }
}

/** @param found null when there is no such tile */
export function compareTile(expected: ExpectedTile, found: Uint8Array | null, report: (finding: Finding) => void): void {
  const { level, index } = expected;
  if (found && sameBytes(found, expected.hashes)) return;
  report({ code: found ? 'TILE_CHANGED' : 'TILE_MISSING', table: 'ledger.ledger_tile', row: `${level}/${index}`, facts: { level, tile: index } });
}
