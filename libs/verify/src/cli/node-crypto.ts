import { createPublicKey, hash, verify } from 'node:crypto';
import { type Sha256 } from '../core/bytes.js';
import { type VerifyEd25519 } from '../core/note.js';

export const nodeSha256: Sha256 = (data) => hash('sha256', data, 'buffer');

/** RFC 6962 leaf hash of a text, without a copy of its own. */
export function leafHashOfText(data: string): Uint8Array {
  return hash('sha256', `\0${data}`, 'buffer');
}

let scratch = Buffer.allocUnsafe(1 << 16);

/** `SHA-256(salt ‖ payload)` as lower-case hex. @param salt hex; @returns an empty text when the salt is not 32 bytes of hex */
export function commitmentOfText(salt: string, payload: string): string {
  // UTF-8 is at most three bytes for each UTF-16 unit.
  if (scratch.length < 32 + 3 * payload.length) scratch = Buffer.allocUnsafe(64 + 3 * payload.length);
  if (salt.length !== 64 || scratch.write(salt, 0, 'hex') !== 32) return '';
  return hash('sha256', scratch.subarray(0, 32 + scratch.write(payload, 32, 'utf8')), 'hex');
}

/** DER in front of a raw Ed25519 public key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export const nodeEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
