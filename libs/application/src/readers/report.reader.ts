import { type Json, type SubjectKind } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';

/** Counts of one kind of subject; k and n of every figure, no percentage. */
export interface LevelFigures {
  readonly subjectKind: SubjectKind;
  readonly total: number;
  /** Base of the shares: subjects with a level. */
  readonly rated: number;
  /** By rank; the fifth and sixth only where somebody holds them. */
  readonly levels: { readonly 1: number; readonly 2: number; readonly 3: number; readonly 4: number; readonly 5?: number; readonly 6?: number };
  readonly nonLevels: { readonly NOT_RATED: number; readonly EXEMPT: number; readonly NOT_YET_RATED: number };
  /** Still without either. */
  readonly undecided: number;
}

/** One figure as text and numbers. */
export interface RatedFigure {
  readonly key: string;
  readonly k: number;
  readonly n: number;
}

export interface QuotaLine {
  readonly decisionId: string;
  readonly decisionNumber: string;
  readonly organisation: OrganisationName;
  readonly checks: Json;
  readonly reason: string | null;
  readonly document: string | null;
}

export interface CommendedRow {
  readonly caseId: string;
  readonly awardId: string;
  readonly form: string;
  readonly subjectKind: SubjectKind;
  readonly subject: { readonly code: string; readonly name: string };
  readonly organisation: OrganisationName;
  readonly state: string;
  readonly chain: Json;
  readonly money: Json;
  readonly decisionNumber: string | null;
  readonly certificateNumber: string | null;
}

export interface CycleReport {
  readonly figures: readonly LevelFigures[];
  /** The same for grassroots organisations and their collectives alone: what a superior reports. */
  readonly grassroots: readonly LevelFigures[];
  /** Members admitted within the rating year, of all on the roll. */
  readonly admitted: RatedFigure;
  readonly quota: readonly QuotaLine[];
  readonly commendation: { readonly [awardId: string]: { readonly [state: string]: number } };
  readonly ledger: { readonly size: number; readonly checkpoint: string; readonly verifierKey: string; readonly signedAt: string } | null;
}

export abstract class ReportReader {
  /** @param rootIds figures of these subtrees only; null: the whole cycle */
  abstract report(cycleId: string, rootIds: readonly string[] | null): Promise<CycleReport>;
  /** Awarded or decided cases, by award, then organisation and name. */
  abstract commended(cycleId: string, filter: { readonly awardIds: readonly string[] | null; readonly states: readonly string[]; readonly rootIds: readonly string[] | null }, page: PageRequest): Promise<Page<CommendedRow>>;
}
