import { type Mark, type Provenance, type Sourced } from '@binhxet/domain';
import { ruleText } from '@binhxet/messages';

/** One clause in Vietnamese, with where it comes from. */
export interface ExplainedClause {
  /** RFC 6901 pointer of what is explained. */
  readonly path: string;
  readonly text: string;
  readonly source: string;
  readonly mark: Mark;
  readonly carriedFrom?: string;
  readonly note?: string;
}

export interface ExplainedSection {
  readonly heading: string;
  readonly clauses: readonly ExplainedClause[];
}

export interface ExplainedFile {
  readonly id: string;
  readonly version: number;
  readonly title: string;
  readonly sections: readonly ExplainedSection[];
}

/** A value in words, or "chưa xác nhận". */
export function inWords<T>({ value }: Sourced<T>, words: (value: T) => string): string {
  return value === null ? ruleText('unconfirmed') : words(value);
}

export function clause(path: string, text: string, { source, mark, carriedFrom, note }: Provenance): ExplainedClause {
  return {
    path,
    text,
    source,
    mark,
    ...(carriedFrom !== undefined && { carriedFrom }),
    ...(note !== undefined && { note }),
  };
}

export function section(heading: string, clauses: readonly ExplainedClause[]): ExplainedSection[] {
  return clauses.length === 0 ? [] : [{ heading, clauses }];
}
