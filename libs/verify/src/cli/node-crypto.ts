import { createPublicKey, hash, verify } from 'node:crypto';
import { type Sha256 } from '../core/bytes.js';
import { type VerifyEd25519 } from '../core/note.js';

export const nodeSha256: Sha256 = (data) => hash('sha256', data, 'buffer');

/** DER in front of a raw Ed25519 public key (RFC 8410). */
const SPKI = Buffer.from('302a300506032b6570032100', 'hex');

export const nodeEd25519: VerifyEd25519 = (publicKey, message, signature) => {
  const key = createPublicKey({ key: Buffer.concat([SPKI, publicKey]), format: 'der', type: 'spki' });
  return verify(null, message, key, signature);
};
