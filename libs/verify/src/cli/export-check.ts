import { hexOf } from '../core/bytes.js';
import { type Finding } from '../core/findings.js';
import { isKnownType, parseLeaf, type Leaf } from '../core/leaf.js';
import { type VerifierKey } from '../core/note.js';
import { References } from '../core/references.js';
import { TreeCheck } from '../core/tree-check.js';
import { isEntryRow, isHeadRow, isLeafRow, isPendingRow, isTileRow, type EntryRow, type LeafRow, type Manifest, type TileRow } from './export-files.js';
import { checkHeads, expectSeen, type CheckedHeads, type SeenCheckpoint } from './heads-check.js';
import { leafHashOfText, nodeSha256 } from './node-crypto.js';
import { PayloadThread } from './payload-thread.js';
import { PayloadRows, type JudgedPayload, type PayloadSource } from './payloads.js';
import { RowStream } from './rows.js';
import { StateCheck } from './state-check.js';
import { compareTile, expectedTiles } from './tiles-check.js';

const WIDTH = 256;
/** Entries may wait this long before later heads that leave them out mean something. */
const WAITING_MS = 300_000;
/** Payloads from which a second thread is worth starting. */
const THREAD_FROM = 20_000;
const COLUMNS = ['id', 'type', 'cycle', 'org', 'step', 'prev'] as const;

/** A leaf whose entry has not turned up, or a place whose leaf has not. */
interface OpenPlace {
  readonly index: number;
  readonly hash: Uint8Array;
  /** Entry that the leaf's row names; absent when the row itself is gone. */
  readonly entry: string | undefined;
}

export interface ExportResult {
  readonly heads: CheckedHeads;
  readonly leaves: number;
  readonly payloads: number;
  readonly waiting: number;
  readonly erased: number;
}

/**
 * Checks an export as streams: entries, payloads and leaves come in leaf order and are joined as they pass. A row out of place waits in
 * memory until its partner comes, so a damaged export costs memory in proportion to the damage, and order is never taken on trust.
 */
export class ExportCheck {
  private readonly refs: References;
  private readonly state: StateCheck;
  private readonly entries: RowStream<EntryRow>;
  private readonly payloads: PayloadSource;
  private readonly leaves: RowStream<LeafRow>;
  private readonly tiles: RowStream<TileRow>;
  private readonly openByEntry = new Map<string, OpenPlace>();
  private readonly openByHash = new Map<string, OpenPlace>();
  /** Entries whose data differs from their leaf's row or tile: judged once the tree is. */
  private readonly disputed: { row: EntryRow; index: number; data: Uint8Array; payload: JudgedPayload | undefined }[] = [];
  private readonly open: { index: number; hash: Uint8Array | null; entry: string | undefined }[] = [];
  private readonly unopened = new Map<string, { readonly leaf: Leaf; readonly index: number }>();
  /** Every file that was opened, to count its lines at the end. */
  private readonly sources: { file: string; rows: number; source: { readonly count: number } }[] = [];
  private tile: Uint8Array | null = null;
  private signed = 0;
  private opened = 0;
  private waiting = 0;

  constructor(
    private readonly folder: string,
    private readonly manifest: Manifest,
    private readonly report: (finding: Finding) => void,
  ) {
    this.refs = new References(report);
    this.state = new StateCheck(manifest.state, report);
    this.entries = this.stream('ledger.ledger_entry', isEntryRow);
    this.payloads = this.payloadSource();
    this.leaves = this.stream('ledger.ledger_leaf', isLeafRow);
    this.tiles = this.stream('ledger.ledger_tile', isTileRow);
  }

  async run(key: VerifierKey, seen: readonly SeenCheckpoint[]): Promise<ExportResult> {
    try {
      return await this.check(key, seen);
    } finally {
      this.payloads.close();
    }
  }

  private async check(key: VerifierKey, seen: readonly SeenCheckpoint[]): Promise<ExportResult> {
    const headRows = this.stream('ledger.ledger_head', isHeadRow);
    const heads = await checkHeads(headRows.rest(), key, this.report);
    this.signed = heads.size;
    const tree = new TreeCheck(nodeSha256, [...heads.expected, ...expectSeen(seen, heads.size, this.report)], this.report);
    // A place further on than there are rows and signed places cannot be filled by waiting for the leaves before it.
    const end = heads.size + this.listed('ledger.ledger_leaf').rows;
    for (const leaf of this.leaves.rest()) {
      while (leaf.index < end && tree.size < leaf.index) this.place(tree, undefined);
      if (leaf.index === tree.size) this.place(tree, leaf);
      else this.report({ code: 'LEAF_CHANGED', entry: leaf.entry_id, index: leaf.index, table: 'ledger.ledger_leaf', row: String(leaf.index) });
    }
    while (tree.size < heads.size) this.place(tree, undefined);
    const pending = this.stream<{ entry_id: string }>('ledger.ledger_pending', isPendingRow);
    tree.finish();
    this.judgeDisputed(tree);
    this.lateEntries(new Set([...pending.rest()].map(({ entry_id }) => entry_id)), heads.signedAt);
    this.latePayloads();
    this.higherTiles(tree);
    this.refs.finish();
    this.state.finish(this.folder);
    for (const { file, rows, source } of this.sources) {
      if (source.count !== rows) this.report({ code: 'FILE_INCOMPLETE', facts: { file, found: source.count, expected: rows } });
    }
    return { heads, leaves: tree.size, payloads: this.opened, waiting: this.waiting, erased: this.refs.erased.size };
  }

  private stream<Row>(table: string, isRow: (value: unknown) => value is Row): RowStream<Row> {
    const { file, rows } = this.listed(table);
    const source = new RowStream(this.folder, file, this.report, isRow);
    this.sources.push({ file, rows, source });
    return source;
  }

  private payloadSource(): PayloadSource {
    const { file, rows } = this.listed('ledger.ledger_payload');
    const wantChanges = this.manifest.state.length > 0;
    // Compiled code has its worker beside it; run from source, and for little, one thread does.
    const threaded = rows >= THREAD_FROM && import.meta.url.endsWith('.js');
    const source = threaded
      ? new PayloadThread(new URL('./payload-worker.js', import.meta.url), { folder: this.folder, file, wantChanges }, this.report)
      : new PayloadRows(this.folder, file, wantChanges, this.report);
    this.sources.push({ file, rows, source });
    return source;
  }

  private listed(table: string): { file: string; rows: number } {
    return this.manifest.tables.find((one) => one.table === table) ?? { file: `${table}.ndjson`, rows: 0 };
  }

  /** The next place of the tree, with or without its leaf's row. */
  private place(tree: TreeCheck, leaf: LeafRow | undefined): void {
    const index = tree.size;
    // Broken hex comes out shorter: then the row differs from the other places, which is what is to be said.
    const row = leaf && Buffer.from(leaf.leaf_hash, 'hex');
    const entry = leaf && this.entries.peek?.id === leaf.entry_id ? this.entries.take() : undefined;
    const data = entry && leafHashOfText(entry.data);
    const hash = tree.push({ data, row, tile: this.tileHash(index) }, leaf?.entry_id);
    if (!leaf) this.report({ code: 'LEAF_MISSING', index, table: 'ledger.ledger_leaf', row: String(index) });
    else if (index >= this.signed) this.report({ code: 'LEAF_ADDED', entry: leaf.entry_id, index, table: 'ledger.ledger_leaf', row: String(index) });
    if (entry && hash) return this.entry(entry, index);
    if (entry) this.disputed.push({ row: entry, index, data: data!, payload: this.payloadOf(entry.id) });
    else this.open.push({ index, hash, entry: leaf?.entry_id });
  }

  /** Once the tree is judged: entries that are as signed are checked like all others, the changed ones say nothing that is trusted. */
  private judgeDisputed(tree: TreeCheck): void {
    for (const { row, index, data, payload } of this.disputed) {
      this.refs.note(row.id, index);
      if (Buffer.compare(data, tree.rightHash(index)!) === 0) this.entry(row, index, payload);
    }
    for (const { index, hash, entry } of this.open) {
      const place = { index, hash: hash ?? tree.rightHash(index)!, entry };
      if (entry !== undefined) this.openByEntry.set(entry, place);
      this.openByHash.set(hexOf(place.hash), place);
    }
  }

  private tileHash(index: number): Uint8Array | undefined {
    const offset = index % WIDTH;
    if (offset === 0) this.tile = this.levelZero(index / WIDTH);
    return this.tile && this.tile.length >= (offset + 1) * 32 ? this.tile.subarray(offset * 32, (offset + 1) * 32) : undefined;
  }

  private levelZero(index: number): Uint8Array | null {
    const width = Math.min(WIDTH, this.signed - index * WIDTH);
    if (width <= 0) return null;
    const place = { table: 'ledger.ledger_tile', row: `0/${index}`, facts: { level: 0, tile: index } };
    while (this.tiles.peek && this.tiles.peek.level === 0 && this.tiles.peek.index < index) this.tiles.take();
    if (this.tiles.peek?.level !== 0 || this.tiles.peek.index !== index) {
      this.report({ code: 'TILE_MISSING', ...place });
      return null;
    }
    const hashes = Buffer.from(this.tiles.take()!.hashes, 'hex');
    if (hashes.length !== width * 32) this.report({ code: 'TILE_CHANGED', ...place });
    return hashes;
  }

  private higherTiles(tree: TreeCheck): void {
    const found = new Map<string, Uint8Array>();
    for (const { level, index, hashes } of this.tiles.rest()) found.set(`${level}/${index}`, Buffer.from(hashes, 'hex'));
    for (const expected of expectedTiles(tree.tileHashes)) {
      compareTile(expected, found.get(`${expected.level}/${expected.index}`) ?? null, this.report);
      found.delete(`${expected.level}/${expected.index}`);
    }
    for (const row of found.keys()) {
      const [level, tile] = row.split('/') as [string, string];
      this.report({ code: 'TILE_CHANGED', table: 'ledger.ledger_tile', row, facts: { level, tile } });
    }
  }

  /** An entry whose data has the hash of its leaf. @param payload when it was taken from its stream already */
  private entry(row: EntryRow, index: number, payload = this.payloadOf(row.id)): void {
    const leaf = parseLeaf(row.data);
    const place = { entry: row.id, index, table: 'ledger.ledger_entry', row: row.id };
    if (!leaf) {
      this.refs.note(row.id, index);
      return this.report({ code: 'ENTRY_NOT_CANONICAL', ...place });
    }
    this.columns(row, leaf, place);
    if (!isKnownType(leaf.type)) this.report({ code: 'TYPE_UNKNOWN', ...place, facts: { type: leaf.type } });
    this.refs.add(leaf, index);
    if (payload) this.payload(payload, leaf, index);
    else this.unopened.set(row.id, { leaf, index });
  }

  /** The payload row of an entry if it is the next one; otherwise it may come later, and is looked for at the end. */
  private payloadOf(entry: string): JudgedPayload | undefined {
    return this.payloads.peek?.entry_id === entry ? this.payloads.take() : undefined;
  }

  private columns(row: EntryRow, leaf: Leaf, place: Omit<Finding, 'code'>): void {
    for (const column of COLUMNS) {
      if ((row[column] ?? null) !== leaf[column]) this.report({ code: 'COLUMN_CHANGED', ...place, facts: { column } });
    }
    if (row.recorded_at !== leaf.at) this.report({ code: 'COLUMN_CHANGED', ...place, facts: { column: 'recorded_at' } });
  }

  private payload(row: JudgedPayload, leaf: Leaf, index: number): void {
    this.opened++;
    const place = { entry: leaf.id, index: index < 0 ? undefined : index, table: 'ledger.ledger_payload', row: row.entry_id };
    if (row.commitment !== leaf.commitment) return this.report({ code: 'PAYLOAD_CHANGED', ...place });
    if (!row.canonical) return this.report({ code: 'PAYLOAD_NOT_CANONICAL', ...place });
    if (row.text !== null) this.state.replay(row.text, leaf.id, index);
  }

  /** Entries that no leaf's row led to: their leaf is gone or names another, they wait, or somebody added them. */
  private lateEntries(pending: ReadonlySet<string>, signedAt: string | null): void {
    for (const row of this.entries.rest()) {
      const hash = leafHashOfText(row.data);
      const leaf = parseLeaf(row.data);
      const own = this.openByEntry.get(row.id) ?? (leaf ? this.openByEntry.get(leaf.id) : undefined);
      const open = own ?? this.openByHash.get(hexOf(hash));
      if (open) {
        this.lateEntry(row, hash, open);
      } else if (pending.has(row.id)) {
        this.waiting++;
        this.pendingEntry(row, leaf, signedAt);
      } else {
        this.report({ code: 'ENTRY_ADDED', entry: row.id, table: 'ledger.ledger_entry', row: row.id });
        this.payloadOf(row.id);
      }
    }
    for (const { index, entry } of this.openByEntry.values()) {
      this.refs.note(entry!, index);
      this.report({ code: 'ENTRY_MISSING', entry, index, table: 'ledger.ledger_entry', row: entry });
    }
  }

  private lateEntry(row: EntryRow, hash: Uint8Array, open: OpenPlace): void {
    const sound = Buffer.compare(hash, open.hash) === 0;
    this.openByHash.delete(hexOf(open.hash));
    if (open.entry !== undefined) this.openByEntry.delete(open.entry);
    const place = { entry: row.id, index: open.index };
    if (!sound) this.report({ code: 'ENTRY_CHANGED', ...place, table: 'ledger.ledger_entry', row: row.id });
    else if (open.entry !== undefined && open.entry !== row.id && open.entry !== parseLeaf(row.data)?.id) {
      this.report({ code: 'LEAF_CHANGED', ...place, table: 'ledger.ledger_leaf', row: String(open.index) });
    }
    if (sound) this.entry(row, open.index);
    else this.refs.note(row.id, open.index);
  }

  private pendingEntry(row: EntryRow, leaf: Leaf | null, signedAt: string | null): void {
    const place = { entry: row.id, table: 'ledger.ledger_entry', row: row.id };
    if (!leaf) return this.report({ code: 'ENTRY_NOT_CANONICAL', ...place });
    this.columns(row, leaf, place);
    if (signedAt !== null && Date.parse(signedAt) - Date.parse(leaf.at) > WAITING_MS) this.report({ code: 'ENTRY_PASSED_OVER', ...place, facts: { since: leaf.at } });
    const payload = this.payloadOf(row.id);
    if (payload) this.payload(payload, leaf, -1);
    else this.unopened.set(row.id, { leaf, index: -1 });
  }

  private latePayloads(): void {
    for (let row = this.payloads.take(); row; row = this.payloads.take()) {
      const known = this.unopened.get(row.entry_id);
      this.unopened.delete(row.entry_id);
      if (known) this.payload(row, known.leaf, known.index);
      else if (this.refs.indexOf(row.entry_id) === undefined) {
        this.report({ code: 'PAYLOAD_ADDED', entry: row.entry_id, table: 'ledger.ledger_payload', row: row.entry_id });
      }
    }
    for (const [entry, { index }] of this.unopened) {
      if (!this.refs.erased.has(entry)) this.report({ code: 'PAYLOAD_MISSING', entry, index, table: 'ledger.ledger_payload', row: entry });
    }
    for (const entry of this.refs.erased) {
      const index = this.refs.indexOf(entry);
      if (index !== undefined && !this.unopened.has(entry)) this.report({ code: 'PAYLOAD_NOT_ERASED', entry, index, table: 'ledger.ledger_payload', row: entry });
    }
  }
}
