import {
  AppError,
  HASH_BYTES,
  inclusionProof,
  nodesFromTiles,
  TILE_WIDTH,
  TileNodes,
  tileOfNode,
  toHex,
  type LedgerLeafData,
  type Json,
} from '@binhxet/domain';
import { sha256, type LedgerQuery } from './ledger-query.js';

export interface LedgerHead {
  readonly size: number;
  readonly root: Uint8Array;
  /** The signed note, as served under `checkpoint`. */
  readonly checkpoint: string;
  readonly verifierKey: string;
  readonly signedAt: Date;
}

/** What whoever holds it can check against a checkpoint. `payload` and `salt` are null once erased. */
export interface LedgerOpening {
  /** The leaf's data, exact text. */
  readonly entry: string;
  /** Lower-case hex, 64 digits. */
  readonly salt: string | null;
  /** Canonical JSON, exact text. */
  readonly payload: string | null;
  /** Leaf index, or null while the entry waits to be integrated. */
  readonly index: number | null;
}

export interface LedgerLine {
  readonly index: number | null;
  readonly entry: LedgerLeafData;
}

export interface InclusionProof {
  readonly index: number;
  readonly size: number;
  /** Lower-case hex, from the leaf upward. */
  readonly path: readonly string[];
}

/** Tiles kept in memory, 8 KiB and up to as much again for their inner nodes. A tile only ever grows, so an older width stays true. */
const CACHED_TILES = 1_024;

interface TileWanted {
  readonly level: number;
  readonly index: number;
  /** Hashes it must hold at least. */
  readonly width: number;
}

/** Reads the published log. Everything it gives belongs to the newest head or an older one: leaves, tiles and head commit together. */
export class LedgerReader {
  private readonly kept = new Map<string, TileNodes>();

  constructor(private readonly query: LedgerQuery) {}

  /** The newest head, or null before the first. */
  async head(): Promise<LedgerHead | null> {
    const [row] = await this.query<{ size: string; root: Uint8Array; checkpoint: string; verifier_key: string; signed_at: Date }>(
      'select size, root, checkpoint, verifier_key, signed_at from ledger.ledger_head order by size desc limit 1',
      [],
    );
    return row
      ? { size: Number(row.size), root: row.root, checkpoint: row.checkpoint, verifierKey: row.verifier_key, signedAt: row.signed_at }
      : null;
  }

  /**
   * Bytes of a hash tile.
   * @param width 1…256 hashes; a partial tile stays readable after it grew
   * @returns width × 32 bytes, or null when the tree has not come that far
   */
  async readTile(level: number, index: number, width: number): Promise<Uint8Array | null> {
    const tiles = await this.tiles([{ level, index, width }]);
    return tiles?.get(`${level}/${index}`)?.prefix(width) ?? null;
  }

  /**
   * Bytes of an entry bundle: for each entry a big-endian uint16 length and its data.
   * @returns null when fewer than `width` of these entries are integrated
   */
  async readEntries(index: number, width: number): Promise<Uint8Array | null> {
    const from = index * TILE_WIDTH;
    const rows = await this.query<{ data: string }>(
      'select e.data from ledger.ledger_leaf l join ledger.ledger_entry e on e.id = l.entry_id where l.index >= $1 and l.index < $2 order by l.index',
      [from, from + width],
    );
    if (rows.length < width) return null;
    const parts: Buffer[] = [];
    for (const { data } of rows) {
      const bytes = Buffer.from(data);
      const length = Buffer.allocUnsafe(2);
      length.writeUInt16BE(bytes.length);
      parts.push(length, bytes);
    }
    return Buffer.concat(parts);
  }

  /**
   * Proof that leaf `index` is in the tree of `size` leaves.
   * @throws AppError LEDGER.INDEX_OUT_OF_RANGE (not-found), also when `size` is beyond the newest head
   */
  async inclusionProof(index: number, size: number): Promise<InclusionProof> {
    // The algorithm itself says which tiles it reads: once to ask, once to compute.
    const wanted = new Map<string, TileWanted>();
    const blank = new Uint8Array(HASH_BYTES);
    inclusionProof(() => blank, index, size, (level, at) => {
      const tile = tileOfNode(level, at);
      const width = Math.min(TILE_WIDTH, Math.floor(size / TILE_WIDTH ** tile.level) - tile.index * TILE_WIDTH);
      wanted.set(`${tile.level}/${tile.index}`, { ...tile, width });
      return blank;
    });
    const tiles = await this.tiles([...wanted.values()]);
    if (!tiles) throw new AppError('LEDGER.INDEX_OUT_OF_RANGE', 'not-found', `The log has not reached ${size} leaves`, { index, size });
    const path = inclusionProof(sha256, index, size, nodesFromTiles((level, at) => tiles.get(`${level}/${at}`)!));
    return { index, size, path: path.map(toHex) };
  }

  /** An entry with its opening, or null when there is no such entry. */
  async opening(entryId: string): Promise<LedgerOpening | null> {
    const [row] = await this.query<{ data: string; salt: Uint8Array | null; payload: string | null; index: string | null }>(
      `select e.data, p.salt, p.payload, l.index from ledger.ledger_entry e left join ledger.ledger_payload p on p.entry_id = e.id
         left join ledger.ledger_leaf l on l.entry_id = e.id where e.id = $1`,
      [entryId],
    );
    if (!row) return null;
    return { entry: row.data, salt: row.salt && toHex(row.salt), payload: row.payload, index: row.index === null ? null : Number(row.index) };
  }

  /**
   * Newest leaves first, without payloads: the public page of the log.
   * @param before leaf index to continue below, exclusive
   * @param limit 1…200
   */
  async latest(limit: number, before?: number): Promise<LedgerLine[]> {
    const rows = await this.query<{ index: string; data: string }>(
      `select l.index, e.data from ledger.ledger_leaf l join ledger.ledger_entry e on e.id = l.entry_id
         where l.index < coalesce($1::bigint, 9223372036854775807) order by l.index desc limit $2`,
      [before ?? null, limit],
    );
    return rows.map(({ index, data }) => ({ index: Number(index), entry: JSON.parse(data) as LedgerLeafData }));
  }

  /** Entries of one organisation, newest first, integrated or not. @param cycle all cycles when absent */
  async ofOrganisation(org: string, limit: number, cycle?: string): Promise<LedgerLine[]> {
    const rows = await this.query<{ index: string | null; data: string }>(
      `select l.index, e.data from ledger.ledger_entry e left join ledger.ledger_leaf l on l.entry_id = e.id
         where e.org = $1 and ($2::text is null or e.cycle = $2) order by e.recorded_at desc, e.id desc limit $3`,
      [org, cycle ?? null, limit],
    );
    return rows.map(({ index, data }) => ({ index: index === null ? null : Number(index), entry: JSON.parse(data) as LedgerLeafData }));
  }

  /** Payloads of several entries for somebody who may read them; erased ones are absent. */
  async payloads(entryIds: readonly string[]): Promise<Map<string, Record<string, Json>>> {
    const rows = await this.query<{ entry_id: string; payload: string }>(
      'select entry_id, payload from ledger.ledger_payload where entry_id = any($1::uuid[])',
      [entryIds],
    );
    return new Map(rows.map(({ entry_id, payload }) => [entry_id, JSON.parse(payload) as Record<string, Json>]));
  }

  /** Entries committed and not yet integrated; the depth of the integrator's queue. */
  async pending(): Promise<number> {
    const [row] = await this.query<{ count: string }>('select count(*) from ledger.ledger_pending', []);
    return Number(row?.count ?? 0);
  }

  /** @returns null when one of them is not there, or not as wide yet */
  private async tiles(wanted: readonly TileWanted[]): Promise<Map<string, TileNodes> | null> {
    const found = new Map<string, TileNodes>();
    const absent: TileWanted[] = [];
    for (const tile of wanted) {
      const known = this.kept.get(`${tile.level}/${tile.index}`);
      if (known && known.width >= tile.width) found.set(`${tile.level}/${tile.index}`, known);
      else absent.push(tile);
    }
    if (absent.length > 0) {
      const rows = await this.query<{ level: number; index: string; width: number; hashes: Uint8Array }>(
        `select t.level, t.index, t.width, t.hashes from unnest($1::smallint[], $2::bigint[], $3::smallint[]) as w(level, index, width)
           join ledger.ledger_tile t on t.level = w.level and t.index = w.index and t.width >= w.width`,
        [absent.map(({ level }) => level), absent.map(({ index }) => index), absent.map(({ width }) => width)],
      );
      for (const { level, index, hashes } of rows) {
        const tile = new TileNodes(sha256, hashes);
        found.set(`${level}/${index}`, tile);
        this.keep(`${level}/${index}`, tile);
      }
    }
    return found.size === wanted.length ? found : null;
  }

  private keep(key: string, tile: TileNodes): void {
    const oldest = this.kept.size >= CACHED_TILES ? this.kept.keys().next().value : undefined;
    if (oldest !== undefined) this.kept.delete(oldest);
    this.kept.set(key, tile);
  }
}
