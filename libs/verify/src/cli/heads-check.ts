import { hexOf } from '../core/bytes.js';
import { type Finding } from '../core/findings.js';
import { isSignedBy, parseCheckpoint, type VerifierKey } from '../core/note.js';
import { type ExpectedRoot } from '../core/tree-check.js';
import { type HeadRow } from './export-files.js';
import { nodeEd25519 } from './node-crypto.js';

/** A checkpoint somebody has seen before; the log must still lead to it. */
export interface SeenCheckpoint {
  readonly size: number;
  readonly root: Uint8Array;
}

export interface CheckedHeads {
  readonly expected: ExpectedRoot[];
  /** Largest size that is signed. */
  readonly size: number;
  readonly root: Uint8Array | null;
  readonly signedAt: string | null;
}

/** Signatures and columns of all heads. A head that is wrong is reported and not used. */
export async function checkHeads(rows: Iterable<HeadRow>, key: VerifierKey, report: (finding: Finding) => void): Promise<CheckedHeads> {
  const expected: ExpectedRoot[] = [];
  let last: { size: number; root: Uint8Array; signedAt: string } | null = null;
  for (const row of rows) {
    const place = { table: 'ledger.ledger_head', row: String(row.size) };
    const checkpoint = parseCheckpoint(row.checkpoint);
    if (!checkpoint) report({ code: 'CHECKPOINT_MALFORMED', ...place });
    else if (!(await isSignedBy(checkpoint, key, nodeEd25519))) report({ code: 'SIGNATURE_INVALID', ...place });
    else {
      const { size, root } = checkpoint;
      if (row.size !== size || row.root !== hexOf(root) || row.verifier_key !== key.text) report({ code: 'HEAD_CHANGED', ...place });
      expected.push({ size, root, mismatch: (since) => ({ code: 'ROOT_MISMATCH', ...place, facts: { size, since } }) });
      if (!last || size > last.size) last = { size, root, signedAt: row.signed_at };
    }
  }
  return { expected, size: last?.size ?? 0, root: last?.root ?? null, signedAt: last?.signedAt ?? null };
}

/** What checkpoints seen before ask of a log that is now `size` long; reports a log that shrank. */
export function expectSeen(seen: readonly SeenCheckpoint[], size: number, report: (finding: Finding) => void): ExpectedRoot[] {
  for (const { size: earlier } of seen) if (earlier > size) report({ code: 'LOG_SHRANK', facts: { size, earlier } });
  return seen
    .filter((one) => one.size <= size)
    .map((one) => ({ ...one, mismatch: () => ({ code: 'NOT_AN_EXTENSION', facts: { size: one.size } }) }));
}
