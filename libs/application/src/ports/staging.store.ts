import { type Json } from '@binhxet/domain';
import { type Cells, type Difference, type RowClass, type StoredRow } from '../import/staged/compare-row.js';
import { type ImportKind } from '../import/import-columns.js';
import { type MovedMember, type Recorded } from './tree.store.js';

export interface BatchFile {
  readonly name: string;
  readonly kind: ImportKind;
  readonly rows: number;
}
export interface StagedRow {
  readonly n: number;
  readonly file: string;
  readonly row: number;
  readonly kind: ImportKind;
  readonly class: RowClass;
  readonly cells: Cells;
  readonly differences: readonly Difference[];
  readonly faults: readonly { readonly column: string | null; readonly code: string; readonly facts: Json }[];
}
export type RowDecision = 'ACCEPTED' | 'REFUSED';

/** Staged imports. Nothing of a batch counts before it is applied. */
export abstract class StagingStore {
  abstract insertBatch(batch: { readonly id: string; readonly files: readonly BatchFile[]; readonly sha256: string; readonly accountId: string }, at: Date): Promise<void>;
  abstract insertRows(batchId: string, rows: readonly StagedRow[]): Promise<void>;
  /** Locked until the transaction ends; null: no such batch. */
  abstract lockBatch(batchId: string): Promise<{ readonly state: 'CHECKED' | 'CANCELLED'; readonly sha256: string; readonly files: readonly BatchFile[] } | null>;
  abstract cancel(batchId: string): Promise<void>;
  /** What is stored under the keys of rows, in the order of the rows. */
  abstract stored(kind: ImportKind, rows: readonly Cells[]): Promise<(StoredRow | null)[]>;
  /** Sets the decision on rows that may be decided and are not written. @returns how many were set */
  abstract decide(batchId: string, which: { readonly rows: readonly number[] } | { readonly classes: readonly RowClass[] }, decision: RowDecision): Promise<number>;
  /** Accepted rows that are not written yet, in order, after `n`. */
  abstract accepted(batchId: string, after: number, limit: number): Promise<StagedRow[]>;
  abstract markWritten(batchId: string, rows: readonly number[], at: Date): Promise<void>;
  abstract remaining(batchId: string): Promise<number>;

  /** Which of these organisations, by code and last day, still have members or lower organisations after that day. */
  abstract stillUsed(ends: readonly { readonly code: string; readonly to: string }[]): Promise<Set<string>>;
  /** Writes changes of rows that are stored already; what they said is kept by the store. */
  abstract changeMembers(rows: readonly Cells[], recorded: Recorded, nextId: () => string): Promise<MovedMember[]>;
  abstract changeEntries(kind: 'memberships' | 'periods' | 'posts', rows: readonly Cells[], recorded: Recorded): Promise<void>;
  abstract changeHistory(rows: readonly Cells[], reason: string): Promise<void>;
  abstract changeFacts(rows: readonly Cells[], at: Date): Promise<void>;
}
