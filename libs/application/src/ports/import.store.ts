import { type ImportRecords } from '../import/import-columns.js';
import { type ImportIssue } from '../import/import-issue.js';
import { type StoredCodes } from '../import/known-codes.js';

/** Rows written by kind; rows that were stored already, alike, are not counted. */
export interface ImportCounts {
  readonly organisations: number;
  readonly members: number;
  readonly memberships: number;
  readonly periods: number;
  readonly posts: number;
  readonly history: number;
  readonly facts: number;
  readonly workRecords: number;
}

/** Rows of a member or organisation after the import: ids by code. */
export interface ImportedIds {
  readonly organisations: ReadonlyMap<string, string>;
  readonly members: ReadonlyMap<string, string>;
}

/** Bulk writing of the tree, people, posts and past results: a few statements for each table, pages of some thousand rows. */
export abstract class ImportStore {
  /** One import at a time; waits until the transaction of another one ends. */
  abstract lock(): Promise<void>;
  /** @returns counts of an earlier import of exactly this content */
  abstract findRun(sha256: string): Promise<ImportCounts | null>;
  abstract insertRun(run: { readonly id: string; readonly sha256: string; readonly counts: ImportCounts; readonly accountId: string }, at: Date): Promise<void>;
  /** Which of these codes exist, organisations with their newest role. */
  abstract storedCodes(organisations: readonly string[], members: readonly string[]): Promise<StoredCodes>;
  /** Rows that would contradict what is stored (another role, name, cell or result). Names of files by kind serve the report. */
  abstract contradictions(records: ImportRecords, fileOf: (kind: keyof ImportRecords) => string): Promise<ImportIssue[]>;

  abstract organisations(records: ImportRecords['organisations'], recordedAt: Date): Promise<number>;
  /** Writes members and the cell each belongs to now. */
  abstract members(records: ImportRecords['members']): Promise<number>;
  abstract memberships(records: ImportRecords['memberships']): Promise<number>;
  abstract periods(records: ImportRecords['periods']): Promise<number>;
  /** Makes the bodies that are needed, then the posts. */
  abstract posts(records: ImportRecords['posts']): Promise<number>;
  abstract history(records: ImportRecords['history']): Promise<number>;
  abstract facts(records: ImportRecords['facts']): Promise<number>;
  /** Work records, placed in the tree as it stood on their day; a row stored before is not written again. Leave also becomes a dated state. */
  abstract workRecords(records: ImportRecords['workRecords'], recordedAt: Date): Promise<number>;
  /** Superiors whose figures these records count in. */
  abstract superiorsOfRecords(records: ImportRecords['workRecords']): Promise<string[]>;
  /** Subtrees as they stand on a day, written anew; what has ended stays where it was last, for whoever reads the past. */
  abstract rebuildClosure(on: string): Promise<void>;
}
