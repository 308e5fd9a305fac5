/** Values of the sort key of the last row of a page; the next page starts after it, so rows that do not move are never skipped or doubled. */
export type KeysetPosition = readonly (string | number | boolean | null)[];

export interface PageRequest {
  /** null: from the start. */
  readonly after: KeysetPosition | null;
  /** 1 … 100 rows. */
  readonly limit: number;
}

export interface Page<T> {
  readonly items: readonly T[];
  /** null after the last page. */
  readonly next: KeysetPosition | null;
}

/**
 * Cuts a page out of rows read with one row more than asked for.
 * @param rows at most `limit + 1`, in order
 */
export function cutPage<T>(rows: readonly T[], limit: number, positionOf: (row: T) => KeysetPosition): Page<T> {
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last !== undefined ? positionOf(last) : null };
}

/** A person as shown: only ever of the reader's own subtree. */
export interface Person {
  readonly memberId: string;
  readonly code: string;
  readonly fullName: string;
}

export interface OrganisationName {
  readonly code: string;
  readonly name: string;
}
