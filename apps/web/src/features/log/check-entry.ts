import { type Schemas } from '@binhxet/api-client';
import { checkOpening, commitmentOf, bytesOfHex, hexOf, isSignedBy, leafHash, type Opening, parseCheckpoint, parseLeaf, parseVerifierKey, sha256, webCryptoEd25519 } from '@binhxet/verify';
import { proofFromTiles, tilePath } from './proof-from-tiles.js';

export type CheckStep = 'stepLeaf' | 'stepCommitment' | 'stepIncluded' | 'stepSigned';
/** null: cannot be checked here, because the content is not shown or the browser has no cryptography. */
export interface Checked {
  readonly steps: readonly { readonly step: CheckStep; readonly right: boolean | null }[];
  readonly bundle: { readonly entry: string; readonly index: number; readonly checkpoint: string; readonly verifierKey: string; readonly salt: string | null; readonly payload: string | null; readonly proof: NonNullable<Opening['proof']> };
}

const encoder = new TextEncoder();

/** Checks one entry in this browser against the published tiles and the signed checkpoint. @throws when a tile cannot be read */
export async function checkEntry(entry: Schemas['LogEntry']): Promise<Checked> {
  const head = entry.head!;
  const checkpoint = parseCheckpoint(head.checkpoint);
  const key = parseVerifierKey(sha256, head.verifierKey);
  const size = checkpoint?.size ?? head.size;
  const path = await proofFromTiles(sha256, entry.index, size, async (level, index, width) => {
    const response = await fetch(`/ledger/${tilePath(level, index, width)}`);
    if (!response.ok) throw new Error(`tile ${response.status}`);
    return new Uint8Array(await response.arrayBuffer());
  });
  const proof = { index: entry.index, size, path };
  const data = encoder.encode(entry.data);
  const opening: Opening = { entry: entry.data, salt: entry.salt ?? '', payload: entry.payload ?? '', proof };
  const included = checkpoint !== null && !checkOpening(sha256, opening, checkpoint.root).some(({ code }) => code === 'PROOF_WRONG' || code === 'ENTRY_NOT_CANONICAL');
  const salt = bytesOfHex(entry.salt, 32);
  const commitment = parseLeaf(entry.data)?.commitment;
  const committed = entry.payload === null || !salt ? null : hexOf(commitmentOf(sha256, salt, encoder.encode(entry.payload))) === commitment;
  const signed = !globalThis.crypto?.subtle ? null : checkpoint !== null && key !== null && (await isSignedBy(checkpoint, key, webCryptoEd25519).catch(() => null));
  return {
    steps: [
      { step: 'stepLeaf', right: hexOf(leafHash(sha256, data)) === entry.leafHash },
      { step: 'stepCommitment', right: committed },
      { step: 'stepIncluded', right: included },
      { step: 'stepSigned', right: signed },
    ],
    bundle: { entry: entry.data, index: entry.index, checkpoint: head.checkpoint, verifierKey: head.verifierKey, salt: entry.salt, payload: entry.payload, proof },
  };
}
