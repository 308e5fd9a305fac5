import { type Json, type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest, type Person } from './page.js';

/** Where an appeal stands, enough to decide who may see or do what. */
export interface AppealPlace {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly authorityId: string;
  readonly state: string;
  readonly kind: string;
  readonly filerId: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
  /** Members who judge it; the chair first. */
  readonly panel: readonly { readonly memberId: string; readonly role: 'CHAIR' | 'MEMBER' }[];
}

export interface CaseEvidence {
  readonly id: string;
  /** null: an account that is nobody's membership, or one that is not named to this reader. */
  readonly by: Person | null;
  readonly byAccountId: string;
  readonly body: string;
  readonly document: string | null;
  readonly givenAt: string;
}

export interface CaseActView {
  readonly act: string;
  readonly before: string | null;
  readonly after: string;
  /** null: the engine, or not named. */
  readonly by: Person | null;
  readonly reason: string | null;
  readonly document: string | null;
  readonly on: string;
  /** Entry of the log. */
  readonly ledgerEntry: string;
}

export interface CaseDecision {
  /** null: the year belongs to no cycle of this installation. */
  readonly id: string | null;
  readonly number: string;
  readonly decidedOn: string;
}

export interface AppealSummary {
  readonly id: string;
  readonly kind: string;
  readonly state: string;
  readonly cycleId: string;
  readonly ratingYear: number;
  readonly reviewId: string;
  readonly subject: { readonly kind: SubjectKind; readonly code: string; readonly name: string };
  readonly authority: OrganisationName;
  readonly filedOn: string;
  readonly dueAt: string | null;
  readonly oldLevel: Level | null;
  readonly newLevel: Level | null;
}

export interface AppealView extends AppealSummary {
  readonly filer: Person;
  readonly grounds: string;
  /** Working days; nulls: not confirmed, no limit. */
  readonly window: { readonly days: number | null; readonly lastOn: string | null };
  readonly late: boolean;
  readonly evidenceOpen: boolean;
  readonly panel: readonly { readonly person: Person; readonly role: string; readonly reason: string | null }[];
  readonly evidence: readonly CaseEvidence[];
  readonly findings: string | null;
  readonly recommended: string | null;
  readonly decision: CaseDecision | null;
  readonly decisionReason: string | null;
  /** Quota of the year after the change, for information. */
  readonly quota: Json;
  readonly acts: readonly CaseActView[];
  readonly closedAt: string | null;
  readonly version: number;
}

export interface ReevaluationPlace {
  readonly id: string;
  readonly authorityId: string;
  readonly state: string;
  readonly subjectKind: SubjectKind;
  readonly subjectId: string;
}

export interface ReevaluationSummary {
  readonly id: string;
  readonly state: string;
  readonly subject: { readonly kind: SubjectKind; readonly code: string; readonly name: string };
  readonly year: number;
  readonly packId: string;
  readonly authority: OrganisationName;
  readonly openedOn: string;
  readonly dueAt: string | null;
  readonly oldLevel: Level | null;
  readonly oldNonLevel: NonLevelState | null;
  readonly newLevel: Level | null;
}

export interface ReevaluationView extends ReevaluationSummary {
  readonly cycleId: string | null;
  readonly reviewId: string | null;
  readonly discipline: Json;
  readonly grounds: string;
  readonly evidence: readonly CaseEvidence[];
  readonly decision: CaseDecision | null;
  readonly document: string | null;
  readonly reason: string | null;
  readonly proof: Json;
  readonly quota: Json;
  /** Awards revoked and cases dropped with it. */
  readonly revoked: Json;
  readonly acts: readonly CaseActView[];
  readonly closedAt: string | null;
  readonly version: number;
}

export abstract class CaseReader {
  abstract appealPlace(caseId: string): Promise<AppealPlace | null>;
  abstract appeal(caseId: string): Promise<AppealView | null>;
  /** Handled by one of these organisations, or judged by the member, newest first. */
  abstract appealsHandled(authorityIds: readonly string[], memberId: string | null, page: PageRequest): Promise<Page<AppealSummary>>;
  /** Filed by the member, or about the member's own result, newest first. */
  abstract appealsOf(memberId: string, page: PageRequest): Promise<Page<AppealSummary>>;
  abstract reevaluationPlace(caseId: string): Promise<ReevaluationPlace | null>;
  abstract reevaluation(caseId: string): Promise<ReevaluationView | null>;
  abstract reevaluations(authorityIds: readonly string[], page: PageRequest): Promise<Page<ReevaluationSummary>>;
  /** A member or organisation by code; null: unknown. */
  abstract subjectId(kind: SubjectKind, code: string): Promise<string | null>;
}
