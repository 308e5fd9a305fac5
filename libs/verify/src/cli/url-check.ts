import { type Sha256 } from '../core/bytes.js';
import { type Finding } from '../core/findings.js';
import { isKnownType, leafHash, parseLeaf } from '../core/leaf.js';
import { isSignedBy, parseCheckpoint, type SignedCheckpoint, type VerifierKey } from '../core/note.js';
import { checkOpening, type Opening } from '../core/opening.js';
import { References } from '../core/references.js';
import { TreeCheck } from '../core/tree-check.js';
import { Unreadable } from './export-files.js';
import { expectSeen, type SeenCheckpoint } from './heads-check.js';
import { nodeEd25519 } from './node-crypto.js';
import { compareTile, expectedTiles } from './tiles-check.js';

const WIDTH = 256;
/** Bundles under way at once. */
const AHEAD = 8;

/** A published log, read as any client of tlog-tiles reads it. */
export class PublishedLog {
  constructor(
    private readonly base: string,
    private readonly fetcher: typeof fetch,
  ) {}

  /** @returns null for 404. @throws Unreadable when the log does not answer */
  async get(path: string): Promise<Uint8Array | null> {
    const url = `${this.base}/${path}`;
    try {
      const response = await this.fetcher(url, { signal: AbortSignal.timeout(30_000) });
      if (response.status === 404) return null;
      if (!response.ok) throw new Error(String(response.status));
      return new Uint8Array(await response.arrayBuffer());
    } catch (error) {
      throw new Unreadable(`${url}: ${error instanceof Error ? error.message : ''}`);
    }
  }

  async text(path: string): Promise<string> {
    const bytes = await this.get(path);
    if (!bytes) throw new Unreadable(`${this.base}/${path}: 404`);
    return new TextDecoder().decode(bytes);
  }

  tile(level: number | 'entries', index: number, width: number): Promise<Uint8Array | null> {
    let number = String(index % 1000).padStart(3, '0');
    for (let rest = Math.floor(index / 1000); rest > 0; rest = Math.floor(rest / 1000)) number = `x${String(rest % 1000).padStart(3, '0')}/${number}`;
    return this.get(`tile/${level}/${number}${width === WIDTH ? '' : `.p/${width}`}`);
  }
}

export interface UrlResult {
  readonly checkpoint: SignedCheckpoint | null;
  readonly openings: number;
}

/**
 * Checks a published log from its checkpoint down to every entry, with the openings somebody holds.
 * @throws Unreadable
 */
export async function checkUrl(
  sha256: Sha256,
  log: PublishedLog,
  key: VerifierKey,
  seen: readonly SeenCheckpoint[],
  openings: Iterable<Opening>,
  report: (finding: Finding) => void,
): Promise<UrlResult> {
  const checkpoint = parseCheckpoint(await log.text('checkpoint'));
  if (!checkpoint) {
    report({ code: 'CHECKPOINT_MALFORMED' });
    return { checkpoint, openings: 0 };
  }
  if (!(await isSignedBy(checkpoint, key, nodeEd25519))) report({ code: 'SIGNATURE_INVALID' });
  const { size, root } = checkpoint;
  const own = { size, root, mismatch: (since: number): Finding => ({ code: 'ROOT_MISMATCH', facts: { size, since } }) };
  const tree = new TreeCheck(sha256, [own, ...expectSeen(seen, size, report)], report);
  const refs = new References(report);
  const wanted = new Map<string, Opening>();
  const loose: Opening[] = [];
  for (const opening of openings) {
    const id = parseLeaf(opening.entry)?.id;
    if (id === undefined) loose.push(opening);
    else wanted.set(id, opening);
  }
  for await (const { index, width, hashes, bundle } of blocks(log, size)) {
    if (!hashes) report({ code: 'TILE_MISSING', facts: { level: 0, tile: index } });
    const entries = bundle && split(bundle, width);
    if (!entries) report({ code: 'BUNDLE_DAMAGED', facts: { tile: index } });
    for (let i = 0; i < width; i++) {
      const entry = entries?.[i];
      const at = index * WIDTH + i;
      const data = entry && leafHash(sha256, entry);
      const text = entry && new TextDecoder().decode(entry);
      const leaf = text === undefined ? null : parseLeaf(text);
      const hash = tree.push({ data, tile: hashes?.subarray(i * 32, (i + 1) * 32) }, leaf?.id);
      if (!data || !hash) continue;
      if (!leaf) report({ code: 'ENTRY_NOT_CANONICAL', index: at });
      else {
        if (!isKnownType(leaf.type)) report({ code: 'TYPE_UNKNOWN', entry: leaf.id, index: at, facts: { type: leaf.type } });
        refs.add(leaf, at);
        const opening = wanted.get(leaf.id);
        if (opening && opening.entry !== text) report({ code: 'ENTRY_CHANGED', entry: leaf.id, index: at });
      }
    }
  }
  for (const expected of expectedTiles(tree.tileHashes)) compareTile(expected, await log.tile(expected.level, expected.index, expected.width), report);
  tree.finish();
  refs.finish();
  for (const [entry, opening] of wanted) {
    const index = refs.indexOf(entry);
    if (index === undefined) report({ code: 'ENTRY_MISSING', entry });
    for (const finding of checkOpening(sha256, { ...opening, proof: undefined })) report({ ...finding, index });
  }
  for (const opening of loose) for (const finding of checkOpening(sha256, opening)) report(finding);
  return { checkpoint, openings: wanted.size + loose.length };
}

interface Block {
  readonly index: number;
  readonly width: number;
  readonly hashes: Uint8Array | null;
  readonly bundle: Uint8Array | null;
}

async function* blocks(log: PublishedLog, size: number): AsyncGenerator<Block> {
  const count = Math.ceil(size / WIDTH);
  const read = async (index: number): Promise<Block> => {
    const width = Math.min(WIDTH, size - index * WIDTH);
    const [hashes, bundle] = await Promise.all([log.tile(0, index, width), log.tile('entries', index, width)]);
    return { index, width, hashes: hashes?.length === width * 32 ? hashes : null, bundle };
  };
  const under: Promise<Block>[] = [];
  for (let index = 0; index < count; index++) {
    while (under.length < AHEAD && index + under.length < count) {
      const next = read(index + under.length);
      // Awaited in order below; until then a failure must not count as unhandled.
      next.catch(() => undefined);
      under.push(next);
    }
    yield await under.shift()!;
  }
}

/** Entries of a bundle; null unless it holds exactly `width`. */
function split(bundle: Uint8Array, width: number): Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length && entries.length < width) {
    const length = bundle[at]! * 256 + bundle[at + 1]!;
    if (at + 2 + length > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, at + 2 + length));
    at += 2 + length;
  }
  return entries.length === width && at === bundle.length ? entries : null;
}
