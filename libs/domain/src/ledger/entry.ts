import { AppError, type Json } from '../shared/app-error.js';
import { canonicalLedgerJson } from './canonical-json.js';
import { isLedgerEventType, LEDGER_EVENTS, type LedgerEventType } from './registry.js';

/** SHA-256 of `data`, 32 bytes. The pure core takes it as an argument: each runtime has its own. */
export type Sha256 = (data: Uint8Array) => Uint8Array;

/** What a use case hands over. Everything personal belongs in `payload`; the other fields are published for good. */
export interface NewLedgerEntry {
  /** UUIDv7. */
  readonly id: string;
  /** Real time of the transaction (the cycle's own date is `effectiveOn` in the payload). */
  readonly at: Date;
  readonly type: LedgerEventType;
  readonly cycle?: string | undefined;
  /** Code of the organisation. The body that acted stands in the payload. */
  readonly org?: string | undefined;
  readonly step?: string | undefined;
  /** Id of the entry this one corrects, cancels or answers; it must be committed already or stand earlier in the same transaction. */
  readonly prev?: string | undefined;
  /** Who acted, on whose behalf, before, after, reasons, pack and clause, workflow and run. `v`, the payload's version, is added here. */
  readonly payload: Readonly<Record<string, Json | undefined>>;
}

/** The leaf's data. Members are named as they are published. */
export interface LedgerLeafData {
  readonly v: 1;
  readonly id: string;
  readonly at: string;
  readonly type: LedgerEventType;
  readonly cycle?: string;
  readonly org?: string;
  readonly step?: string;
  readonly commitment: string;
  readonly prev?: string;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
/** The published fields cannot hold a name or a sentence: their alphabets are closed. */
const SHAPES = { id: UUID, step: UUID, prev: UUID, cycle: /^[A-Z0-9-]{1,24}\.[0-9]{4}(-[A-Z0-9]{1,8})?$/, org: /^[A-Z0-9-]{1,24}$/ } as const;

function check(entry: NewLedgerEntry): void {
  if (!isLedgerEventType(entry.type)) {
    throw new AppError('LEDGER.TYPE_UNKNOWN', 'bug', `"${String(entry.type)}" is not in the ledger's closed list of types`, { type: String(entry.type) });
  }
  for (const [field, shape] of Object.entries(SHAPES)) {
    const value = entry[field as keyof typeof SHAPES];
    if (value !== undefined && !shape.test(value)) {
      throw new AppError('LEDGER.FIELD_MALFORMED', 'bug', `Ledger field "${field}" does not match ${shape.source}`, { type: entry.type, field });
    }
  }
  if (Object.hasOwn(entry.payload, 'v')) {
    throw new AppError('LEDGER.FIELD_MALFORMED', 'bug', 'A ledger payload gets its version from the registry', { type: entry.type, field: 'payload.v' });
  }
}

/**
 * Canonical payload text of an entry, its version first taken from the registry.
 * @returns RFC 8785 text; whole numbers only
 * @throws AppError LEDGER.TYPE_UNKNOWN, LEDGER.FIELD_MALFORMED, JSON.NOT_CANONICAL (all `bug`)
 */
export function ledgerPayload(entry: NewLedgerEntry): string {
  check(entry);
  return canonicalLedgerJson({ ...entry.payload, v: LEDGER_EVENTS[entry.type] });
}

/**
 * Canonical leaf text of an entry. Written member by member: it is on the hot path, and no value can need an escape, because `check`
 * closed every alphabet. A test compares it with `canonicalLedgerJson`.
 * @param commitment lower-case hex of SHA-256(salt ‖ payload), 64 digits
 */
export function ledgerLeaf(entry: NewLedgerEntry, commitment: string): string {
  const optional = (name: 'cycle' | 'org' | 'prev' | 'step'): string => (entry[name] === undefined ? '' : `,"${name}":"${entry[name]}"`);
  return (
    `{"at":"${entry.at.toISOString()}","commitment":"${commitment}"${optional('cycle')},"id":"${entry.id}"${optional('org')}` +
    `${optional('prev')}${optional('step')},"type":"${entry.type}","v":1}`
  );
}

const encoder = new TextEncoder();
const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));

/** Lower-case hex, two digits a byte. */
export function toHex(bytes: Uint8Array): string {
  let text = '';
  for (const byte of bytes) text += HEX[byte];
  return text;
}

/**
 * `SHA-256(salt ‖ canonical JSON of the payload)` as lower-case hex.
 * @param salt 32 random bytes, kept beside the payload and deleted with it
 */
export function ledgerCommitment(sha256: Sha256, salt: Uint8Array, payload: string): string {
  const text = encoder.encode(payload);
  const joined = new Uint8Array(salt.length + text.length);
  joined.set(salt);
  joined.set(text, salt.length);
  return toHex(sha256(joined));
}
