import { type AwardForm, type CommendationCaseState, type Json, type LinkStatus, type SubjectKind } from '@binhxet/domain';

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
  /** Answer to every item of the checklist that has one. */
  readonly dossier: readonly DossierItem[];
  /** Why it was dropped, rejected or revoked. */
  readonly reason: string | null;
  /** Ballot it was put to. */
  readonly voteId: string | null;
  readonly version: number;
}
export type NewCase = Omit<CaseRow, 'state' | 'decisionId' | 'certificateNumber' | 'dossier' | 'reason' | 'voteId' | 'version'>;

/** One item of the rules' checklist. */
export interface DossierItem {
  readonly [key: string]: Json;
  /** As the rules write it. */
  readonly item: string;
  readonly done: boolean;
  readonly document: string | null;
}

/** A subject one year short of an award. */
export interface NearMissRow {
  readonly cycleId: string;
  readonly awardId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  readonly organisationId: string;
  readonly chain: Json;
  readonly brokenYear: number;
  readonly brokenStatus: LinkStatus;
}

export interface CaseChange {
  readonly decisionId?: string;
  readonly certificateNumber?: string;
  readonly money?: CaseMoney;
  readonly reason?: string;
  readonly voteId?: string;
  /** The decision that takes the award back; `id` null where it belongs to no cycle of this installation. */
  readonly revoked?: { readonly id: string | null; readonly number: string; readonly on: string };
}

export abstract class CommendationStore {
  /** Leaves out cases that stand (an activity tried again). @returns how many are new */
  abstract insert(cases: readonly NewCase[]): Promise<number>;
  /** Locked, in the order asked for. @throws CASE.NOT_FOUND (not-found) */
  abstract lockMany(cycleId: string, caseIds: readonly string[]): Promise<CaseRow[]>;
  abstract ofCycle(cycleId: string): Promise<CaseRow[]>;
  /** Cycles whose candidates may have been derived and in which one of these subjects was rated, oldest first. @param from rating year */
  abstract cyclesOf(kind: SubjectKind, subjectIds: readonly string[], from: number): Promise<string[]>;
  /** A case that stands rests on years that are others now. @throws RECORD.CHANGED (stale) */
  abstract setChain(row: CaseRow, chain: Json): Promise<void>;
  /** Puts these in the place of what is kept about the subjects. */
  abstract replaceNearMisses(cycleId: string, kind: SubjectKind, subjectIds: readonly string[], rows: readonly NearMissRow[]): Promise<void>;
  /** Replaces nothing: what is there stays. */
  abstract insertNearMisses(rows: readonly NearMissRow[]): Promise<void>;
  /** Cases of a subject in any cycle whose chain holds this year, locked, oldest cycle first. */
  abstract restingOn(kind: SubjectKind, subjectId: string, year: number): Promise<CaseRow[]>;
  /** @throws RECORD.CHANGED (stale) */
  abstract setDossier(row: CaseRow, dossier: readonly DossierItem[]): Promise<void>;
  /** @throws COMMENDATION_CASE.ILLEGAL_MOVE (conflict), nothing is moved then */
  abstract moveMany(cases: readonly CaseRow[], to: CommendationCaseState, change?: (row: CaseRow) => CaseChange): Promise<void>;
  /** Puts the ballot on its cases. @throws RECORD.CHANGED (stale) */
  abstract setVote(cases: readonly CaseRow[], voteId: string): Promise<void>;
  /** Cases that still wait for an act. */
  abstract openCount(cycleId: string): Promise<number>;
  /** Certificates numbered so far in the cycle; the caller holds the cycle's cases locked. */
  abstract certificates(cycleId: string): Promise<number>;
}
