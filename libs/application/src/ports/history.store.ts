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

export abstract class HistoryStore {
  /** Years `from` … `to` of these subjects, by subject and year. */
  abstract ofSubjects(kind: SubjectKind, subjectIds: readonly string[], from: number, to: number): Promise<HistoryRow[]>;
  /**
   * Writes the year's results of every subject of a cycle that has a level or a non-level state. Safe to repeat.
   * @param pack the cycle's rating pack and its labels, by level and non-level state
   * @returns rows written
   */
  abstract recordCycle(cycleId: string, pack: { readonly packId: string; readonly labels: readonly { readonly subjectKind: SubjectKind; readonly key: string; readonly label: string }[] }): Promise<number>;
}
