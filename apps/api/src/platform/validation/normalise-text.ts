/** Tells where a text is that no database takes: RFC 6901 pointers. */
export interface NormalisedInput {
  readonly value: unknown;
  readonly refused: readonly string[];
}

/**
 * Gives every text of a JSON value in composed form (NFC), at any depth; keys stay as they are, schemas know them.
 * Texts with NUL or half a surrogate pair are reported: PostgreSQL refuses them.
 */
export function normaliseText(value: unknown): NormalisedInput {
  const refused: string[] = [];
  return { value: walk(value, '', refused), refused };
}

/** NUL, and halves of pairs: with the `u` flag whole pairs are one character. */
const UNSTORABLE = /[\u0000\p{Surrogate}]/u;

function walk(value: unknown, pointer: string, refused: string[]): unknown {
  if (typeof value === 'string') {
    if (UNSTORABLE.test(value)) refused.push(pointer);
    return value.normalize('NFC');
  }
  if (Array.isArray(value)) return value.map((item, index) => walk(item, `${pointer}/${index}`, refused));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, `${pointer}/${escapePointer(key)}`, refused)]));
}

/** One step of an RFC 6901 pointer. */
export function escapePointer(key: PropertyKey): string {
  return String(key).replaceAll('~', '~0').replaceAll('/', '~1');
}
