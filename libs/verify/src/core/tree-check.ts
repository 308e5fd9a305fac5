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

interface Candidate {
  readonly of: Source | 'vote';
  readonly tree: Frontier;
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
  /** Hashes of tiles of level 1, 2, … as they must be; index 0 is unused. */
  readonly tileHashes: Uint8Array[][] = [];

  constructor(
    private readonly sha256: Sha256,
    expected: readonly ExpectedRoot[],
    private readonly report: (finding: Finding) => void,
  ) {
    this.expected = [...expected].sort((a, b) => a.size - b.size);
    const keep = (level: number, index: number, hash: Uint8Array): void => void ((this.tileHashes[level] ??= [])[index] = hash);
    this.candidates = [{ of: 'vote', tree: new Frontier(sha256, keep) }];
    this.compare();
  }

  get size(): number {
    return this.candidates[0]!.tree.size;
  }

  /** Adds the next leaf. @returns the hash most places agree on */
  push(sources: LeafSources, entry?: string): Uint8Array {
    const { data, row, tile } = sources;
    const first = tile ?? row ?? data ?? NOTHING;
    const agree = (data === undefined || sameBytes(data, first)) && (row === undefined || sameBytes(row, first));
    if (!agree) this.disagree(sources, entry);
    const vote = agree || !(data && row && sameBytes(data, row)) ? first : data;
    for (const { of, tree } of this.candidates) tree.push(of === 'vote' ? vote : (sources[of] ?? vote));
    this.compare();
    return vote;
  }

  /** Reports roots that were missed and leaves that were changed. @returns whether the tree is the signed one */
  finish(): boolean {
    const truth = this.candidates.find(({ missed }) => !missed);
    if (!truth) for (const { missed } of this.candidates.slice(0, 1)) this.report(missed!);
    const trusted = truth ?? this.candidates[0]!;
    for (const { index, entry, sources } of this.disagreements) {
      const { data, row, tile } = sources;
      const right = trusted.of === 'vote' ? this.voted(sources) : (sources[trusted.of] ?? this.voted(sources));
      if (data && !sameBytes(data, right)) this.report({ code: 'ENTRY_CHANGED', entry, index, table: 'ledger.ledger_entry', row: entry });
      if (row && !sameBytes(row, right)) this.report({ code: 'LEAF_CHANGED', entry, index, table: 'ledger.ledger_leaf', row: String(index) });
      if (tile && !sameBytes(tile, right)) {
        const at = Math.floor(index / 256);
        this.report({ code: 'TILE_CHANGED', entry, index, table: 'ledger.ledger_tile', row: `0/${at}`, facts: { level: 0, tile: at } });
      }
    }
    return truth !== undefined;
  }

  private voted({ data, row, tile }: LeafSources): Uint8Array {
    return data && row && sameBytes(data, row) ? data : (tile ?? row ?? data ?? NOTHING);
  }

  private disagree(sources: LeafSources, entry: string | undefined): void {
    if (this.disagreements.length === 0) {
      const { tree, missed } = this.candidates[0]!;
      for (const of of ['tile', 'row', 'data'] as const) this.candidates.push({ of, tree: tree.fork(), missed });
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
