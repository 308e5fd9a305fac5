import { type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';

/** Result of one subject in one rating year; a cancelled result keeps its row. */
export interface HistoryRow {
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly year: number;
  readonly packId: string;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly label: string | null;
  readonly titleOutstanding: boolean;
  readonly decisionNumber: string | null;
  readonly state: 'VALID' | 'CANCELLED';
}

/** The same with what says where it comes from. */
export interface StoredResult extends HistoryRow {
  readonly id: string;
  readonly source: 'IMPORTED' | 'CYCLE' | 'CORRECTION';
  /** null: imported. */
  readonly cycleId: string | null;
  readonly reviewId: string | null;
}

export abstract class HistoryStore {
  /** The valid result of a subject's year, locked; null: there is none. */
  abstract standing(kind: SubjectKind, subjectId: string, year: number): Promise<StoredResult | null>;
  /** The row stays: CANCELLED by a re-evaluation, CORRECTED on an appeal. @throws RECORD.CHANGED (stale) */
  abstract cancel(historyId: string, reason: string, as: 'CANCELLED' | 'CORRECTED'): Promise<void>;
  /** A result that takes the place of a cancelled one. */
  abstract replace(cancelled: StoredResult, result: { readonly id: string; readonly level: Level; readonly label: string | null; readonly decisionNumber: string; readonly source: StoredResult['source'] }): Promise<void>;
  /** Years `from` … `to` of these subjects, by subject and year; what was corrected on an appeal is left out. */
  abstract ofSubjects(kind: SubjectKind, subjectIds: readonly string[], from: number, to: number): Promise<HistoryRow[]>;
  /**
   * Writes the year's results of every subject of a cycle that has a level or a non-level state. Safe to repeat.
   * @param pack the cycle's rating pack and its labels, by level and non-level state
   * @returns rows written
   */
  abstract recordCycle(cycleId: string, pack: { readonly packId: string; readonly labels: readonly { readonly subjectKind: SubjectKind; readonly key: string; readonly label: string }[] }): Promise<number>;
}
