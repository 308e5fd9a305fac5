import { createHash, randomBytes } from 'node:crypto';

export interface SecretToken {
  /** base64url; given out once, never stored */
  readonly text: string;
  /** SHA-256, what is stored: the secret is random, so no slow hash is needed */
  readonly hash: Buffer;
}

/** @param bytes of randomness: 16 for a code people type or paste, 32 for a session */
export function newSecretToken(bytes: number): SecretToken {
  const text = randomBytes(bytes).toString('base64url');
  return { text, hash: hashSecret(text) };
}

export function hashSecret(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
