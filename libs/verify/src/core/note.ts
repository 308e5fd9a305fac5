import { bytesOfBase64, hexOf, joinBytes, sameBytes, type Sha256 } from './bytes.js';

/** Whether `signature` is a good Ed25519 signature. `publicKey` is 32 raw bytes. */
export type VerifyEd25519 = (publicKey: Uint8Array, message: Uint8Array, signature: Uint8Array) => boolean | Promise<boolean>;

export interface VerifierKey {
  readonly text: string;
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly publicKey: Uint8Array;
}

export interface SignedCheckpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  readonly body: string;
  readonly signatures: readonly { readonly name: string; readonly keyId: Uint8Array; readonly signature: Uint8Array }[];
}

const ED25519 = 0x01;
const encoder = new TextEncoder();

/** Reads `name+hex8(keyID)+base64(0x01 ‖ publicKey)`; null when malformed or when the key id does not belong to name and key. */
export function parseVerifierKey(sha256: Sha256, text: string): VerifierKey | null {
  const [, name, id, encoded] = /^([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text.trim()) ?? [];
  const typed = encoded === undefined ? null : bytesOfBase64(encoded);
  if (!name || typed?.length !== 33 || typed[0] !== ED25519) return null;
  const keyId = sha256(joinBytes(encoder.encode(`${name}\n`), typed)).slice(0, 4);
  return hexOf(keyId) === id ? { text: text.trim(), name, keyId, publicKey: typed.slice(1) } : null;
}

/** Reads a signed note with the three lines of a checkpoint; null when malformed. Judges no signature. */
export function parseCheckpoint(note: string): SignedCheckpoint | null {
  const split = note.indexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return null;
  const body = note.slice(0, split + 1);
  const [origin, size, encodedRoot] = body.split('\n');
  const root = encodedRoot === undefined ? null : bytesOfBase64(encodedRoot);
  if (!origin || !size || !/^(0|[1-9][0-9]{0,15})$/.test(size) || root?.length !== 32) return null;
  const signatures: { name: string; keyId: Uint8Array; signature: Uint8Array }[] = [];
  for (const line of note.slice(split + 2, -1).split('\n')) {
    const [, name, encoded] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
    const bytes = encoded === undefined ? null : bytesOfBase64(encoded);
    if (!name || !bytes || bytes.length < 5) return null;
    signatures.push({ name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) });
  }
  return { origin, size: Number(size), root, body, signatures };
}

/** Whether `key` signed the checkpoint and the checkpoint names that key's log. */
export async function isSignedBy(checkpoint: SignedCheckpoint, key: VerifierKey, verifyEd25519: VerifyEd25519): Promise<boolean> {
  if (checkpoint.origin !== key.name) return false;
  const own = checkpoint.signatures.find(({ name, keyId }) => name === key.name && sameBytes(keyId, key.keyId));
  return own !== undefined && (await verifyEd25519(key.publicKey, encoder.encode(checkpoint.body), own.signature));
}

/** Ed25519 of the platform's WebCrypto: browsers, and Node for whoever has nothing else. */
export const webCryptoEd25519: VerifyEd25519 = async (publicKey, message, signature) => {
  const key = await crypto.subtle.importKey('raw', publicKey.slice(), 'Ed25519', false, ['verify']);
  return crypto.subtle.verify('Ed25519', key, signature.slice(), message.slice());
};
