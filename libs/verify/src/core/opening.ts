import { bytesOfHex, hexOf, sameBytes, type Sha256 } from './bytes.js';
import { isCanonicalJson } from './canonical.js';
import { type Finding } from './findings.js';
import { commitmentOf, isKnownType, leafHash, parseLeaf } from './leaf.js';
import { rootOfProof } from './merkle.js';

/** What a person holds to prove one entry. */
export interface Opening {
  /** The leaf's data, exact text. */
  readonly entry: string;
  /** Lower-case hex, 32 bytes. */
  readonly salt: string;
  /** Canonical JSON, exact text. */
  readonly payload: string;
  /** Where the entry stands, and its audit path in hex, from the leaf upward. */
  readonly proof?: { readonly index: number; readonly size: number; readonly path: readonly string[] };
}

const encoder = new TextEncoder();

/**
 * Checks an opening: form and type of the entry, its commitment, and with a proof that it stands under `root`.
 * @param root of the checkpoint whose size the proof names, its signature checked already; without it the proof is not looked at
 * @returns findings, none when all is well
 */
export function checkOpening(sha256: Sha256, opening: Opening, root?: Uint8Array): Finding[] {
  const leaf = parseLeaf(opening.entry);
  if (!leaf) return [{ code: 'ENTRY_NOT_CANONICAL' }];
  const findings: Finding[] = [];
  const at = { entry: leaf.id, index: opening.proof?.index };
  if (!isKnownType(leaf.type)) findings.push({ code: 'TYPE_UNKNOWN', ...at, facts: { type: leaf.type } });
  const salt = bytesOfHex(opening.salt, 32);
  if (!salt || hexOf(commitmentOf(sha256, salt, encoder.encode(opening.payload))) !== leaf.commitment) findings.push({ code: 'PAYLOAD_CHANGED', ...at });
  else if (!isCanonicalJson(opening.payload)) findings.push({ code: 'PAYLOAD_NOT_CANONICAL', ...at });
  if (root && opening.proof) {
    const path = opening.proof.path.map((hash) => bytesOfHex(hash, 32));
    const reached = path.includes(null)
      ? null
      : rootOfProof(sha256, opening.proof.index, opening.proof.size, leafHash(sha256, encoder.encode(opening.entry)), path as Uint8Array[]);
    if (!reached || !sameBytes(reached, root)) findings.push({ code: 'PROOF_WRONG', ...at });
  }
  return findings;
}
