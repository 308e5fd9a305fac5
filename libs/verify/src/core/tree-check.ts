import { sameBytes, type Sha256 } from './bytes.js';
import { type Finding } from './findings.js';
import { Frontier } from './merkle.js';

/** Root that the tree must have at `size`, and what to say when it has not. */
export interface ExpectedRoot {
  readonly size: number;
  readonly root: Uint8Array;
  readonly mismatch: (since: number) => Finding;
}

/** The same leaf hash from up to three places: computed from the entry's data, stored in the leaf's row, stored in the hash tile. */
export interface LeafSources {
  readonly data?: Uint8Array | undefined;
  readonly row?: Uint8Array | undefined;
  readonly tile?: Uint8Array | undefined;
}
type Source = keyof LeafSources;

type TileHashes = Uint8Array[][];

interface Candidate {
  readonly source: Source | 'vote';
  readonly tree: Frontier;
  /** Hashes of tiles of level 1, 2, … as this tree has them; index 0 is unused. */
  readonly tiles: TileHashes;
  /** First expectation this candidate missed, and the size of the last one it met. */
  missed?: Finding;
}

interface Disagreement {
  readonly index: number;
  readonly entry: string | undefined;
  readonly sources: LeafSources;
}

const NOTHING = new Uint8Array(32);

/**
 * Rebuilds the tree leaf by leaf and compares it with every signed root on the way. Where the places that hold a leaf hash disagree, the
 * tree is continued once for each of them: the one that meets the signed roots is right, and the others are named as changed.
 */
export class TreeCheck {
  private candidates: Candidate[];
  private readonly disagreements: Disagreement[] = [];
  private readonly expected: readonly ExpectedRoot[];
  private next = 0;
  private met = 0;
  private readonly judged = new Map<number, Uint8Array>();

  constructor(
    private readonly sha256: Sha256,
    expected: readonly ExpectedRoot[],
    private readonly report: (finding: Finding) => void,
  ) {
    this.expected = [...expected].sort((a, b) => a.size - b.size);
    const tiles: TileHashes = [];
    this.candidates = [{ source: 'vote', tree: new Frontier(sha256, keepIn(tiles)), tiles }];
    this.compare();
  }

  get size(): number {
    return this.candidates[0]!.tree.size;
  }

  /** Hashes of tiles of level 1, 2, … of the right tree, once finished; index 0 is unused. */
  get tileHashes(): readonly (readonly Uint8Array[] | undefined)[] {
    return this.trusted().tiles;
  }

  /** Adds the next leaf. @returns its hash, or null where the places disagree: then ask `rightHash` once the tree is finished */
  push(sources: LeafSources, entry?: string): Uint8Array | null {
    const { data, row, tile } = sources;
    const first = tile ?? row ?? data ?? NOTHING;
    const agree = (row === undefined || sameBytes(row, first)) && (data === undefined || sameBytes(data, first));
    const vote = agree ? first : this.voted(sources);
    if (!agree) this.disagree(sources, entry);
    for (const { source, tree } of this.candidates) tree.push(source === 'vote' ? vote : (sources[source] ?? vote));
    this.compare();
    return agree ? vote : null;
  }

  /** Reports roots that were missed and leaves that were changed. Call once, after the last leaf. */
  finish(): void {
    const trusted = this.trusted();
    if (trusted.missed) this.report(trusted.missed);
    for (const { index, entry, sources } of this.disagreements) {
      const { data, row, tile } = sources;
      const right = trusted.source === 'vote' ? this.voted(sources) : (sources[trusted.source] ?? this.voted(sources));
      this.judged.set(index, right);
      if (data && !sameBytes(data, right)) this.report({ code: 'ENTRY_CHANGED', entry, index, table: 'ledger.ledger_entry', row: entry });
      if (row && !sameBytes(row, right)) this.report({ code: 'LEAF_CHANGED', entry, index, table: 'ledger.ledger_leaf', row: String(index) });
      if (tile && !sameBytes(tile, right)) {
        const at = Math.floor(index / 256);
        this.report({ code: 'TILE_CHANGED', entry, index, table: 'ledger.ledger_tile', row: `0/${at}`, facts: { level: 0, tile: at } });
      }
    }
  }

  /** What the signed roots say about a leaf on which the places disagreed; undefined for any other. */
  rightHash(index: number): Uint8Array | undefined {
    return this.judged.get(index);
  }

  /** The tree that meets every signed root; when none does, the one most places agree on. */
  private trusted(): Candidate {
    return this.candidates.find(({ missed }) => !missed) ?? this.candidates[0]!;
  }

  private voted({ data, row, tile }: LeafSources): Uint8Array {
    return data && row && sameBytes(data, row) ? data : (tile ?? row ?? data ?? NOTHING);
  }

  private disagree(sources: LeafSources, entry: string | undefined): void {
    if (this.disagreements.length === 0) {
      const { tree, missed, tiles: sofar } = this.candidates[0]!;
      for (const source of ['tile', 'row', 'data'] as const) {
        const tiles = sofar.map((level) => [...level]);
        this.candidates.push({ source, tree: tree.fork(keepIn(tiles)), tiles, missed });
      }
    }
    this.disagreements.push({ index: this.size, entry, sources });
  }

  private compare(): void {
    for (; this.next < this.expected.length && this.expected[this.next]!.size <= this.size; this.next++) {
      const { root, mismatch } = this.expected[this.next]!;
      let met = false;
      for (const candidate of this.candidates) {
        if (sameBytes(candidate.tree.root(), root)) met = true;
        else candidate.missed ??= mismatch(this.met);
      }
      if (met) this.met = this.size;
    }
  }
}

function keepIn(tiles: TileHashes): (level: number, index: number, hash: Uint8Array) => void {
  return (level, index, hash) => void ((tiles[level] ??= [])[index] = hash);
}
