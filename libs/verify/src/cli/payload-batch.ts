import { type Finding } from '../core/findings.js';
import { type JudgedPayload } from './payloads.js';

/** What one thread sends to the other: flat, so that handing over costs little beside hashing. */
export interface PayloadBatch {
  /** Ids, one after the other, `idLengths` apart. */
  readonly ids: string;
  readonly idLengths: Uint8Array;
  /** 64 hex digits each; spaces for none. */
  readonly commitments: string;
  readonly canonical: Uint8Array;
  readonly texts: readonly (readonly [number, string])[];
  readonly findings: readonly Finding[];
  /** Lines read when the batch was made. */
  readonly count: number;
  readonly last: boolean;
}

/** Slots of the shared counters. */
export const SENT = 0;
export const TAKEN = 1;
/** Batches that may wait to be taken. */
export const AHEAD = 16;
export const BATCH = 2_000;

export interface PayloadWork {
  readonly folder: string;
  readonly file: string;
  readonly wantChanges: boolean;
  readonly counters: SharedArrayBuffer;
}

const NONE = ' '.repeat(64);

export function packBatch(rows: readonly JudgedPayload[], rest: Pick<PayloadBatch, 'findings' | 'count' | 'last'>): PayloadBatch {
  return {
    ids: rows.map(({ entry_id }) => entry_id.slice(0, 255)).join(''),
    idLengths: Uint8Array.from(rows, ({ entry_id }) => Math.min(entry_id.length, 255)),
    commitments: rows.map(({ commitment }) => commitment || NONE).join(''),
    canonical: Uint8Array.from(rows, ({ canonical }) => (canonical ? 1 : 0)),
    texts: rows.flatMap(({ text }, i) => (text === null ? [] : [[i, text] as const])),
    ...rest,
  };
}

export function* unpackBatch({ ids, idLengths, commitments, canonical, texts }: PayloadBatch): Generator<JudgedPayload> {
  const byRow = new Map(texts);
  let at = 0;
  for (let i = 0; i < idLengths.length; i++) {
    const entry_id = ids.slice(at, (at += idLengths[i]!));
    yield { entry_id, commitment: commitments.slice(i * 64, (i + 1) * 64), canonical: canonical[i] === 1, text: byRow.get(i) ?? null };
  }
}
