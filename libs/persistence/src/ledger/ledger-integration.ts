import { AppError, edgeTiles, HASH_BYTES, parseCheckpoint, toHex, TileTree } from '@binhxet/domain';
import { type LedgerKey } from './ledger-key.js';
import { LedgerReader, type LedgerHead } from './ledger.reader.js';
import { sha256, type LedgerQuery } from './ledger-query.js';

/** Entries taken by one statement. */
const CHUNK = 10_000;

/**
 * One statement: takes the oldest pending entries, hashes their leaves inside the database, gives them the next indexes. Ordering by `seq`
 * keeps cause before effect. The left join turns an entry that vanished into a null, which the caller refuses.
 */
const TAKE = /* sql */ `
with taken as (
  delete from ledger.ledger_pending where seq in (select seq from ledger.ledger_pending order by seq limit $2) returning seq, entry_id
), numbered as (
  select $1::bigint + row_number() over (order by t.seq) - 1 as index, t.entry_id, sha256('\\x00'::bytea || convert_to(e.data, 'UTF8')) as leaf_hash
  from taken t left join ledger.ledger_entry e on e.id = t.entry_id
), stored as (
  insert into ledger.ledger_leaf (index, entry_id, leaf_hash) select index, entry_id, leaf_hash from numbered where leaf_hash is not null
)
select entry_id, leaf_hash from numbered order by index`;

export interface Integrated {
  readonly size: number;
  readonly root: Uint8Array;
  readonly checkpoint: string;
  /** Entries added by this head. */
  readonly added: number;
}

export interface IntegrationInput {
  readonly key: LedgerKey;
  readonly now: () => Date;
  /** Head this process signed last; the log must not be behind it. */
  readonly last: { readonly size: number; readonly root: Uint8Array } | null;
  /** Milliseconds after which no further chunk is taken, so that a long queue does not delay the next checkpoint. */
  readonly budgetMs: number;
}

/**
 * Inside one transaction: proves that what is stored is what was signed, appends what waits, writes tiles, signs and stores the head.
 * @param query bound to an open transaction that holds the integrator's lock
 * @returns null when nothing waited; the caller then rolls back
 * @throws AppError LEDGER.KEY_MISMATCH, LEDGER.HEAD_ROLLED_BACK, LEDGER.TILES_DAMAGED, LEDGER.ROOT_MISMATCH, LEDGER.ENTRY_MISSING (all
 *   `conflict`): nothing is signed until a person has looked
 */
export async function integratePending(query: LedgerQuery, input: IntegrationInput): Promise<Integrated | null> {
  const head = await new LedgerReader(query).head();
  assertHead(head, input);
  const tree = await resume(query, head);
  const before = tree.size;
  const end = performance.now() + input.budgetMs;
  for (let taken = CHUNK; taken === CHUNK && performance.now() < end; ) {
    const rows = await query<{ entry_id: string; leaf_hash: Uint8Array | null }>(TAKE, [tree.size, CHUNK]);
    const lost = rows.find(({ leaf_hash }) => leaf_hash === null);
    if (lost) throw new AppError('LEDGER.ENTRY_MISSING', 'conflict', 'A committed entry is gone before it was integrated', { entry: lost.entry_id });
    for (const { leaf_hash } of rows) tree.push(leaf_hash!);
    taken = rows.length;
  }
  if (tree.size === before) return null;
  await writeTiles(query, tree);
  const root = tree.root();
  const checkpoint = input.key.signCheckpoint(tree.size, root);
  await query('insert into ledger.ledger_head (size, root, checkpoint, verifier_key, signed_at) values ($1, $2, $3, $4, $5)', [
    tree.size,
    root,
    checkpoint,
    input.key.verifierKey,
    input.now(),
  ]);
  return { size: tree.size, root, checkpoint, added: tree.size - before };
}

function assertHead(head: LedgerHead | null, { key, last }: IntegrationInput): void {
  if (last && (!head || head.size < last.size || (head.size === last.size && toHex(head.root) !== toHex(last.root)))) {
    throw new AppError('LEDGER.HEAD_ROLLED_BACK', 'conflict', 'The stored log is behind a checkpoint this process has signed', {
      signed: last.size,
      stored: head?.size ?? 0,
    });
  }
  if (!head) return;
  const checkpoint = parseCheckpoint(head.checkpoint);
  if (!key.isOwn(checkpoint, checkpoint.signatures)) {
    throw new AppError('LEDGER.KEY_MISMATCH', 'conflict', 'The newest head was not signed by this key: nothing is signed with another one', {
      origin: checkpoint.origin,
      size: head.size,
    });
  }
  if (checkpoint.size !== head.size || toHex(checkpoint.root) !== toHex(head.root)) {
    throw new AppError('LEDGER.ROOT_MISMATCH', 'conflict', 'The newest head does not say what its checkpoint says', { size: head.size });
  }
}

async function resume(query: LedgerQuery, head: LedgerHead | null): Promise<TileTree> {
  const size = head?.size ?? 0;
  const edge = edgeTiles(size);
  const rows = await query<{ level: number; index: string; hashes: Uint8Array }>(
    `select t.level, t.index, t.hashes from unnest($1::smallint[], $2::bigint[]) as w(level, index)
       join ledger.ledger_tile t on t.level = w.level and t.index = w.index`,
    [edge.map(({ level }) => level), edge.map(({ index }) => index)],
  );
  const stored = new Map(rows.map(({ level, index, hashes }) => [`${level}/${index}`, hashes]));
  const tree = TileTree.resume(sha256, size, (level, index) => {
    const hashes = stored.get(`${level}/${index}`);
    // Wider than the head says would mean leaves nobody signed.
    return hashes && hashes.length === edge.find((tile) => tile.level === level)!.width * HASH_BYTES ? hashes : undefined;
  });
  if (head && toHex(tree.root()) !== toHex(head.root)) {
    throw new AppError('LEDGER.ROOT_MISMATCH', 'conflict', 'The stored tiles do not lead to the root that was signed', { size });
  }
  return tree;
}

async function writeTiles(query: LedgerQuery, tree: TileTree): Promise<void> {
  const tiles = tree.changedTiles();
  await query(
    `insert into ledger.ledger_tile (level, index, width, hashes)
       select * from unnest($1::smallint[], $2::bigint[], $3::smallint[], $4::bytea[])
     on conflict (level, index) do update set width = excluded.width, hashes = excluded.hashes`,
    [tiles.map(({ level }) => level), tiles.map(({ index }) => index), tiles.map(({ width }) => width), tiles.map(({ hashes }) => Buffer.from(hashes))],
  );
}
