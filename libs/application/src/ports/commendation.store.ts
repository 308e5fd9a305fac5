import { type AwardForm, type CommendationCaseState, type Json, type SubjectKind } from '@binhxet/domain';

/** What an award is worth; nulls where a multiple or a base salary is not confirmed. */
export interface CaseMoney {
  readonly [key: string]: Json;
  readonly multiple: { readonly num: number; readonly den: number } | null;
  /** Whole đồng as text. */
  readonly baseSalary: string | null;
  readonly amount: string | null;
  readonly source: string | null;
}

export interface CaseRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  /** Entry of the pinned commendation rules. */
  readonly awardId: string;
  readonly form: AwardForm;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly state: CommendationCaseState;
  /** Years that carry the award: year, pack, level, decision. */
  readonly chain: Json;
  readonly money: CaseMoney | null;
  readonly decisionId: string | null;
  readonly certificateNumber: string | null;
  readonly version: number;
}
export type NewCase = Omit<CaseRow, 'state' | 'decisionId' | 'certificateNumber' | 'version'>;

export abstract class CommendationStore {
  /** Leaves out cases that exist (an activity tried again). @returns how many are new */
  abstract insert(cases: readonly NewCase[]): Promise<number>;
  /** Locked, in the order asked for. @throws CASE.NOT_FOUND (not-found) */
  abstract lockMany(cycleId: string, caseIds: readonly string[]): Promise<CaseRow[]>;
  abstract ofCycle(cycleId: string): Promise<CaseRow[]>;
  /** @throws COMMENDATION_CASE.ILLEGAL_MOVE (conflict), nothing is moved then */
  abstract moveMany(cases: readonly CaseRow[], to: CommendationCaseState, change?: (row: CaseRow) => { readonly decisionId?: string; readonly certificateNumber?: string; readonly money?: CaseMoney }): Promise<void>;
  /** Cases that still wait for an act. */
  abstract openCount(cycleId: string): Promise<number>;
  /** Certificates numbered so far in the cycle; the caller holds the cycle's cases locked. */
  abstract certificates(cycleId: string): Promise<number>;
}
