import { type Json, type Level, type NonLevelState, type ReevaluationCaseState, type SubjectKind } from '@binhxet/domain';

/** A discipline in force now for a violation of that year. */
export interface DisciplineRecord {
  readonly [key: string]: Json;
  /** As the decision on it writes it. */
  readonly form: string;
  readonly number: string;
  /** Legal date on which it came into force. */
  readonly inForceOn: string;
  readonly selfDetected: boolean;
  readonly remedied: boolean;
}

export interface ReevaluationRow {
  readonly id: string;
  readonly superiorId: string;
  readonly authorityId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly year: number;
  /** null: the year was imported. */
  readonly cycleId: string | null;
  readonly reviewId: string | null;
  readonly historyId: string;
  readonly packId: string;
  readonly state: ReevaluationCaseState;
  readonly discipline: DisciplineRecord;
  readonly grounds: string;
  readonly openedBy: string | null;
  readonly openedOn: string;
  readonly dueAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
  readonly oldLevel: Level | null;
  readonly oldNonLevel: NonLevelState | null;
  readonly newLevel: Level | null;
  readonly ledgerEntry: string | null;
  readonly openedAt: Date;
  readonly version: number;
}
export type NewReevaluation = Omit<ReevaluationRow, 'version' | 'newLevel'>;
export interface ReevaluationChange {
  readonly decisionId?: string;
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly document?: string;
  readonly reason?: string;
  readonly contentHash?: string;
  readonly newLevel?: Level;
  readonly newHistoryId?: string;
  readonly proof?: Json;
  readonly quota?: Json;
  /** Awards taken back and cases dropped. */
  readonly revoked?: Json;
  readonly ledgerEntry?: string;
  readonly closedAt?: Date;
}

export abstract class ReevaluationStore {
  /** @throws REEVALUATION.OPEN_ALREADY (conflict) when the year is being looked at already */
  abstract insert(row: NewReevaluation): Promise<void>;
  /** Locked until the transaction ends. @throws REEVALUATION.NOT_FOUND (not-found) */
  abstract lock(caseId: string): Promise<ReevaluationRow>;
  /** @throws REEVALUATION_CASE.ILLEGAL_MOVE (conflict), RECORD.CHANGED (stale), DECISION.NUMBER_TAKEN (conflict) */
  abstract move(row: ReevaluationRow, to: ReevaluationCaseState, change?: ReevaluationChange): Promise<ReevaluationRow>;
  /** @returns whether this reminder had not gone out */
  abstract countReminder(caseId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean>;
}
