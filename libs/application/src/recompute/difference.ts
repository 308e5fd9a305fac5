import { type Json, jsonDifferences } from '@binhxet/domain';

/** One stored value that the records do not give. */
export interface StoredDifference {
  /** `schema.table`. */
  readonly table: string;
  /** Key of the row: ids joined by a space. */
  readonly row: string;
  /** RFC 6901 pointer into the row. */
  readonly path: string;
  readonly stored: Json;
  readonly recomputed: Json;
}

/** Compares columns of one row. */
export function rowDifferences(table: string, row: string, stored: { readonly [column: string]: Json }, recomputed: { readonly [column: string]: Json }): StoredDifference[] {
  return jsonDifferences(stored, recomputed).map(({ path, stored: was, recomputed: is }) => ({ table, row, path, stored: was, recomputed: is }));
}
