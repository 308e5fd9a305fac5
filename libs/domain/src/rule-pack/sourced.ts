/**
 * How well a value is known: V seen in the regulation's wording, S secondary source, I inferred or calculated, M recalled,
 * UNKNOWN not confirmed (then the value is null and nothing is enforced).
 */
export const MARKS = ['V', 'V/S', 'S', 'I', 'M', 'UNKNOWN'] as const;
export type Mark = (typeof MARKS)[number];

/** Where a value comes from. */
export interface Provenance {
  readonly source: string;
  readonly mark: Mark;
  /** Pack whose value is carried because this one's is not confirmed. */
  readonly carriedFrom?: string;
  readonly note?: string;
}

/** A value of a rule file; null = not confirmed, shown as "chưa xác nhận". */
export interface Sourced<T> extends Provenance {
  readonly value: T | null;
}

/** What every rule file says about itself. */
export interface RuleFileHead {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sources: readonly SourceDocument[];
}

export interface SourceDocument {
  readonly document: string;
  readonly issuedOn?: string | null;
  readonly mark: Mark;
  readonly note?: string;
}

/** A cycle's hold on a rule file: the content cannot change under it. */
export interface RuleFilePin {
  readonly id: string;
  readonly version: number;
  /** Lower-case hex of SHA-256 over the RFC 8785 canonical JSON of the parsed content. */
  readonly sha256: string;
}
