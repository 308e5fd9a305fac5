import { joinBytes, type Sha256 } from './bytes.js';
import { EVENT_TYPES } from './event-types.js';

export interface Leaf {
  readonly at: string;
  readonly commitment: string;
  readonly cycle: string | null;
  readonly id: string;
  readonly org: string | null;
  readonly prev: string | null;
  readonly step: string | null;
  readonly type: string;
}

const UUID = '[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}';
/**
 * The whole canonical form as one pattern: member order, no white space, and alphabets in which nothing is ever escaped. What matches is
 * canonical; what is canonical and allowed matches.
 */
const LEAF = new RegExp(
  '^\\{"at":"(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d\\.\\d{3}Z)","commitment":"([0-9a-f]{64})"' +
    '(?:,"cycle":"([A-Z0-9-]{1,24}\\.\\d{4}(?:-[A-Z0-9]{1,8})?)")?' +
    `,"id":"(${UUID})"(?:,"org":"([A-Z0-9-]{1,24})")?(?:,"prev":"(${UUID})")?(?:,"step":"(${UUID})")?` +
    ',"type":"([a-z]+(?:-[a-z]+)*\\.[a-z]+(?:-[a-z]+)*)","v":1\\}$',
);

/** @returns the leaf's members, or null when the text is not the canonical form of a leaf of version 1 */
export function parseLeaf(data: string): Leaf | null {
  const match = LEAF.exec(data);
  if (!match) return null;
  const [, at, commitment, cycle, id, org, prev, step, type] = match;
  return { at: at!, commitment: commitment!, cycle: cycle ?? null, id: id!, org: org ?? null, prev: prev ?? null, step: step ?? null, type: type! };
}

export function isKnownType(type: string): boolean {
  return EVENT_TYPES.has(type);
}

/** RFC 6962: `SHA-256(0x00 ‖ data)`. */
export function leafHash(sha256: Sha256, data: Uint8Array): Uint8Array {
  const prefixed = new Uint8Array(data.length + 1);
  prefixed.set(data, 1);
  return sha256(prefixed);
}

/** `SHA-256(salt ‖ payload)`, what an entry commits to. */
export function commitmentOf(sha256: Sha256, salt: Uint8Array, payload: Uint8Array): Uint8Array {
  return sha256(joinBytes(salt, payload));
}
