import { createPrivateKey, createPublicKey, randomBytes, sign, verify, type KeyObject } from 'node:crypto';
import { linkSync, mkdirSync, openSync, closeSync, fsyncSync, readFileSync, unlinkSync, writeSync } from 'node:fs';
import path from 'node:path';
import { AppError, checkpointBody, fromBase64, noteKeyId, signedCheckpoint, toBase64, toHex, verifierKey, type Checkpoint } from '@binhxet/domain';
import { sha256 } from './ledger-query.js';

/** DER around a raw Ed25519 seed (PKCS #8, RFC 8410): node:crypto imports no bare seed. */
const PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');
const SPKI_LENGTH = 12;
const ED25519 = 0x01;

/** The key that signs checkpoints. Its name is the origin of the log. */
export class LedgerKey {
  private readonly privateKey: KeyObject;
  private readonly publicKey: KeyObject;
  private readonly keyId: Uint8Array;
  /** `name+hex8+base64`, what an auditor keeps. */
  readonly verifierKey: string;

  /** @param seed Ed25519 seed, 32 bytes */
  constructor(
    readonly origin: string,
    seed: Uint8Array,
  ) {
    this.privateKey = createPrivateKey({ key: Buffer.concat([PKCS8, seed]), format: 'der', type: 'pkcs8' });
    this.publicKey = createPublicKey(this.privateKey);
    const raw = this.publicKey.export({ format: 'der', type: 'spki' }).subarray(SPKI_LENGTH);
    this.keyId = noteKeyId(sha256, origin, raw);
    this.verifierKey = verifierKey(sha256, origin, raw);
  }

  /** A signed note over size and root, with this key's origin. */
  signCheckpoint(size: number, root: Uint8Array): string {
    const body = checkpointBody({ origin: this.origin, size, root });
    return signedCheckpoint(body, this.origin, this.keyId, sign(null, Buffer.from(body), this.privateKey));
  }

  /** Whether this key signed exactly that checkpoint. */
  isOwn(checkpoint: Checkpoint, signatures: readonly { name: string; keyId: Uint8Array; signature: Uint8Array }[]): boolean {
    if (checkpoint.origin !== this.origin) return false;
    const own = signatures.find(({ name, keyId }) => name === this.origin && Buffer.compare(keyId, this.keyId) === 0);
    return own !== undefined && verify(null, Buffer.from(checkpointBody(checkpoint)), this.publicKey, own.signature);
  }
}

export interface OpenLedgerKeyOptions {
  /** Make a key when the file is absent. Only ever true while the log has no head: a second key would fork the log's identity. */
  readonly create: boolean;
  /** Name of a new key; default `binhxet.localhost/<16 random hex>`. */
  readonly origin?: string;
}

/**
 * Opens the signing key, a file in the private form of signed notes: `PRIVATE+KEY+<name>+<hex8>+<base64(0x01 ‖ seed)>`.
 * A new one is written whole before it gets its name, by a link that fails when somebody else was first, mode 0600.
 * @throws AppError LEDGER.KEY_MISSING (conflict), LEDGER.KEY_MALFORMED (invalid)
 */
export function openLedgerKey(file: string, options: OpenLedgerKeyOptions): LedgerKey {
  const known = read(file);
  if (known !== undefined) return parse(known);
  if (!options.create) {
    throw new AppError('LEDGER.KEY_MISSING', 'conflict', 'The ledger has signed heads and its key file is absent: restore the file, never make a new key');
  }
  const origin = options.origin ?? `binhxet.localhost/${randomBytes(8).toString('hex')}`;
  const seed = randomBytes(32);
  const id = new LedgerKey(origin, seed).verifierKey.slice(origin.length + 1, origin.length + 9);
  place(file, `PRIVATE+KEY+${origin}+${id}+${toBase64(Uint8Array.of(ED25519, ...seed))}\n`);
  return parse(read(file) ?? '');
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8').trim();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}

function place(file: string, text: string): void {
  mkdirSync(path.dirname(file), { recursive: true, mode: 0o700 });
  const draft = `${file}.${toHex(randomBytes(6))}`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, text);
    fsyncSync(handle);
    linkSync(draft, file);
  } catch (error) {
    // Another process made it in between: that one holds.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    closeSync(handle);
    unlinkSync(draft);
  }
}

function parse(text: string): LedgerKey {
  // The name has no "+" and no white space, as signed notes ask.
  const [, origin, id, encoded] = /^PRIVATE\+KEY\+([^+\s]+)\+([0-9a-f]{8})\+(\S+)$/.exec(text) ?? [];
  const bytes = encoded === undefined ? null : fromBase64(encoded);
  const malformed = new AppError('LEDGER.KEY_MALFORMED', 'invalid', 'The ledger key file is not a signed-note Ed25519 private key');
  if (!origin || bytes?.length !== 33 || bytes[0] !== ED25519) throw malformed;
  const key = new LedgerKey(origin, bytes.subarray(1));
  if (!key.verifierKey.startsWith(`${origin}+${id}+`)) throw malformed;
  return key;
}
