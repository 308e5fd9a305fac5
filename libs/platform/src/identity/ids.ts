import { v4, v7 } from 'uuid';

/**
 * A new identifier, UUID version 7: sorts by creation time within one process, so indexes grow at one end.
 * It tells when the row was made; anything near a ballot therefore uses {@link newSecretId}.
 */
export function newId(): string {
  return v7();
}

/** A new identifier that says nothing about when or in which order it was made: UUID version 4, 122 random bits. */
export function newSecretId(): string {
  return v4();
}
