import { type ImportKind } from '../import/import-columns.js';
import { type Cells, type Difference, type RowClass } from '../import/staged/compare-row.js';
import { type BatchFile } from '../ports/staging.store.js';
import { type Page, type PageRequest } from './page.js';

export interface ImportBatchView {
  readonly id: string;
  readonly state: string;
  readonly files: readonly BatchFile[];
  readonly sha256: string;
  readonly createdAt: string;
  readonly counts: Readonly<Record<RowClass, number>>;
  readonly accepted: number;
  readonly refused: number;
  readonly written: number;
}
export interface ImportRowView {
  readonly n: number;
  readonly file: string;
  readonly row: number;
  readonly kind: ImportKind;
  readonly class: RowClass;
  readonly cells: Cells;
  readonly differences: readonly Difference[];
  readonly faults: readonly { readonly column: string | null; readonly code: string; readonly facts: unknown }[];
  readonly decision: string | null;
  readonly writtenAt: string | null;
}

export abstract class ImportBatchReader {
  /** Newest first. */
  abstract list(page: PageRequest): Promise<Page<ImportBatchView>>;
  abstract byId(id: string): Promise<ImportBatchView | null>;
  abstract rows(batchId: string, rowClass: RowClass | null, page: PageRequest): Promise<Page<ImportRowView>>;
}
