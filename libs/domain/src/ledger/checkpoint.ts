import { AppError } from '../shared/app-error.js';
import { toHex, type Sha256 } from './entry.js';

/** C2SP signed-note signature type of a plain Ed25519 key. */
const ED25519 = 0x01;
const encoder = new TextEncoder();

/** Padded standard base64. */
export function toBase64(bytes: Uint8Array): string {
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return btoa(binary);
}

/** @returns `null` when the text is not padded standard base64 in its one canonical spelling */
export function fromBase64(text: string): Uint8Array | null {
  try {
    const bytes = Uint8Array.from(atob(text), (char) => char.charCodeAt(0));
    return toBase64(bytes) === text ? bytes : null;
  } catch {
    return null;
  }
}

function typed(publicKey: Uint8Array): Uint8Array {
  return Uint8Array.of(ED25519, ...publicKey);
}

/** First four bytes of `SHA-256(name ‖ "\n" ‖ 0x01 ‖ publicKey)`. @param publicKey raw Ed25519 key, 32 bytes */
export function noteKeyId(sha256: Sha256, name: string, publicKey: Uint8Array): Uint8Array {
  return sha256(Uint8Array.of(...encoder.encode(`${name}\n`), ...typed(publicKey))).slice(0, 4);
}

/** What an auditor keeps: `name+hex8(keyID)+base64(0x01 ‖ publicKey)`. */
export function verifierKey(sha256: Sha256, name: string, publicKey: Uint8Array): string {
  return `${name}+${toHex(noteKeyId(sha256, name, publicKey))}+${toBase64(typed(publicKey))}`;
}

export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  /** 32 bytes. */
  readonly root: Uint8Array;
}

/** The text that is signed: origin, size and root, a line each, the last newline included. */
export function checkpointBody({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** A signed note: body, empty line, one signature line. @param signature Ed25519 over the UTF-8 body, 64 bytes */
export function signedCheckpoint(body: string, keyName: string, keyId: Uint8Array, signature: Uint8Array): string {
  return `${body}\n\u2014 ${keyName} ${toBase64(Uint8Array.of(...keyId, ...signature))}\n`;
}

export interface NoteSignature {
  readonly name: string;
  readonly keyId: Uint8Array;
  readonly signature: Uint8Array;
}

/**
 * Reads a signed checkpoint without judging its signatures.
 * @throws AppError LEDGER.CHECKPOINT_MALFORMED (invalid)
 */
export function parseCheckpoint(note: string): Checkpoint & { readonly body: string; readonly signatures: readonly NoteSignature[] } {
  const malformed = (what: string): never => {
    throw new AppError('LEDGER.CHECKPOINT_MALFORMED', 'invalid', `Not a signed checkpoint: ${what}`, { what });
  };
  const split = note.indexOf('\n\n');
  if (split < 0 || !note.endsWith('\n')) return malformed('no signature block');
  const body = note.slice(0, split + 1);
  const [origin, sizeText, rootText] = body.split('\n');
  if (!origin) return malformed('origin');
  if (!sizeText || !/^(0|[1-9][0-9]{0,15})$/.test(sizeText)) return malformed('size');
  const root = rootText === undefined ? null : fromBase64(rootText);
  if (root?.length !== 32) return malformed('root');
  const signatures = note
    .slice(split + 2, -1)
    .split('\n')
    .map((line): NoteSignature => {
      const [, name, text] = /^\u2014 (\S+) (\S+)$/.exec(line) ?? [];
      const bytes = text === undefined ? null : fromBase64(text);
      if (!name || !bytes || bytes.length < 5) return malformed('signature line');
      return { name, keyId: bytes.slice(0, 4), signature: bytes.slice(4) };
    });
  return { origin, size: Number(sizeText), root, body, signatures };
}
