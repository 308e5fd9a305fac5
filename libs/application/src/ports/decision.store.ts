import { type Json, type Level, type NonLevelState } from '@binhxet/domain';

export const DECISION_KINDS = ['MEMBERS_AND_UNITS', 'HEADS', 'ORGANISATIONS', 'COMMENDATION'] as const;
/** Decisions that correct an earlier one: on an appeal, on a past year, on an award taken back. */
export const CORRECTION_KINDS = ['APPEAL', 'REEVALUATION', 'REVOCATION'] as const;
export type DecisionKind = (typeof DECISION_KINDS)[number] | (typeof CORRECTION_KINDS)[number];

export interface DecisionRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  /** Organisation whose body decided. */
  readonly organisationId: string;
  readonly kind: DecisionKind;
  readonly number: string;
  /** Legal date. */
  readonly decidedOn: string;
  readonly meetingId: string | null;
  /** Each quota check: group, count, ceiling, breach. */
  readonly quota: readonly Json[];
  readonly reason: string | null;
  readonly document: string | null;
  readonly contentHash: string;
  readonly issuedBy: string | null;
  readonly issuedAt: Date;
}
export interface DecisionLine {
  readonly reviewId: string | null;
  readonly caseId: string | null;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  /** What the ballot said; null: no majority or no ballot. */
  readonly verdict: Level | null;
  readonly reason: string | null;
}

export abstract class DecisionStore {
  /** Reserves the number in this transaction. @throws DECISION.NUMBER_TAKEN (conflict) */
  abstract insert(decision: DecisionRow, lines: readonly DecisionLine[]): Promise<void>;
  /** @throws DECISION.NOT_FOUND (not-found) */
  abstract get(decisionId: string): Promise<DecisionRow>;
  abstract lines(decisionId: string): Promise<DecisionLine[]>;
  /** Newest first. */
  abstract ofOrganisation(cycleId: string, organisationId: string, kind?: DecisionKind): Promise<DecisionRow[]>;
  /** The newest decision on a review; null: none. */
  abstract latestOn(reviewId: string): Promise<DecisionRow | null>;
  /** Organisations of the cycle that have issued a decision of this kind. */
  abstract organisationsWith(cycleId: string, kind: DecisionKind): Promise<string[]>;
}
