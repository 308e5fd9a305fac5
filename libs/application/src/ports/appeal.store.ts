import { type AppealCaseState, type Json, type Level } from '@binhxet/domain';

export const APPEAL_KINDS = ['COMPLAINT', 'DENUNCIATION', 'PETITION'] as const;
/** Khiếu nại, tố cáo, kiến nghị. */
export type AppealKind = (typeof APPEAL_KINDS)[number];

export interface AppealRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly reviewId: string;
  /** Organisation whose committee handles it. */
  readonly authorityId: string;
  readonly kind: AppealKind;
  readonly state: AppealCaseState;
  /** Account. */
  readonly filedBy: string;
  /** Member. */
  readonly filerId: string;
  readonly filedOn: string;
  readonly grounds: string;
  /** Working days; null: not confirmed. */
  readonly windowDays: number | null;
  /** null: no limit. */
  readonly windowLastOn: string | null;
  readonly evidenceUntil: Date | null;
  readonly evidenceClosedAt: Date | null;
  readonly dueAt: Date | null;
  readonly remindAt: readonly Date[];
  readonly escalateAt: readonly Date[];
  readonly findings: string | null;
  readonly recommended: 'CONFIRM' | 'CHANGE' | null;
  readonly decisionId: string | null;
  readonly oldLevel: Level | null;
  readonly newLevel: Level | null;
  readonly ledgerEntry: string | null;
  readonly openedAt: Date;
  readonly version: number;
}
export type NewAppeal = Omit<AppealRow, 'version' | 'evidenceClosedAt' | 'findings' | 'recommended' | 'decisionId' | 'oldLevel' | 'newLevel'>;
export type AppealChange = Partial<Pick<AppealRow, 'authorityId' | 'findings' | 'recommended' | 'decisionId' | 'oldLevel' | 'newLevel' | 'evidenceClosedAt' | 'ledgerEntry'>> & {
  readonly decisionNumber?: string;
  readonly decidedOn?: string;
  readonly quota?: Json;
  readonly closedAt?: Date;
};

export interface AppealPerson {
  readonly memberId: string;
  readonly role: 'CHAIR' | 'MEMBER' | 'CONFLICTED';
  readonly reason: string | null;
}

export abstract class AppealStore {
  /** @throws APPEAL.OPEN_ALREADY (conflict) when the result is under appeal already */
  abstract insert(row: NewAppeal): Promise<void>;
  /** Locked until the transaction ends. @throws APPEAL.NOT_FOUND (not-found) */
  abstract lock(caseId: string): Promise<AppealRow>;
  /** @throws APPEAL_CASE.ILLEGAL_MOVE (conflict), RECORD.CHANGED (stale) */
  abstract move(row: AppealRow, to: AppealCaseState, change?: AppealChange): Promise<AppealRow>;
  abstract change(row: AppealRow, change: AppealChange): Promise<AppealRow>;
  /** Members who decided a result the first time: who voted on it with the deciding body, chaired its meeting, signed a decision on it. */
  abstract decidedBefore(reviewId: string): Promise<string[]>;
  abstract people(caseId: string): Promise<AppealPerson[]>;
  /** Puts a new panel in the place of the old one; conflicts stay. */
  abstract setPanel(caseId: string, panel: readonly AppealPerson[]): Promise<void>;
  /** A person in conflict, on the panel or not. */
  abstract setConflict(caseId: string, memberId: string, reason: string): Promise<void>;
  /** @returns whether this reminder had not gone out */
  abstract countReminder(caseId: string, nth: number, which: 'reminded' | 'escalated'): Promise<boolean>;
}
