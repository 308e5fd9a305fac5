import { type Json, type Level, type NonLevelState, type SubjectKind } from '@binhxet/domain';
import { type StepView } from './cycle.reader.js';
import { type OrganisationName, type Page, type PageRequest, type Person } from './page.js';

export interface UnitHead extends OrganisationName {
  readonly organisationId: string;
  readonly cycleId: string;
  readonly ratingYear: number;
  readonly clock: 'REAL' | 'DRIVEN';
  readonly today: string;
  readonly simulated: boolean;
  readonly cycleState: string;
  readonly superiorId: string;
  readonly role: string;
  readonly parentId: string | null;
  /** Grassroots organisation it belongs to. */
  readonly unitId: string | null;
  /** Frozen tree from the top down to the parent. */
  readonly path: readonly OrganisationName[];
  readonly quotaGroup: string | null;
  readonly hasCommittee: boolean;
  readonly workflow: string | null;
  readonly workflowId: string | null;
  readonly phase: string;
  readonly phaseAt: string | null;
}

export interface Levels {
  readonly self: Level | null;
  readonly proposed: Level | null;
  readonly verified: Level | null;
  readonly decided: Level | null;
}

/** A review without its words. */
export interface ReviewSummary {
  readonly id: string;
  readonly subjectKind: SubjectKind;
  readonly state: string;
  readonly levels: Levels;
  readonly nonLevel: NonLevelState | null;
  readonly nonLevelClause: string | null;
  readonly ceiling: Level | null;
  readonly isHead: boolean;
  readonly version: number;
}

export const PAPER_STATES = ['NONE', 'DRAFT', 'RETURNED', 'SUBMITTED'] as const;
export type PaperState = (typeof PAPER_STATES)[number];

/** Row of the readiness table of a cell. */
export interface MemberRow extends ReviewSummary {
  readonly person: Person;
  readonly memberStatus: string;
  readonly paper: { readonly state: PaperState; readonly submittedAt: string | null; readonly late: boolean };
  readonly opinions: { readonly requested: number; readonly given: number };
  readonly isCivilServant: boolean;
  /** Imported civil rating; null: unknown. */
  readonly civilLevel: Json;
  /** What the pack's exemptions make of the member, with the clause. */
  readonly duty: string;
  readonly dutyClause: string | null;
  readonly flags: { readonly [key: string]: Json };
  readonly lastYear: { readonly level: Level | null; readonly nonLevel: NonLevelState | null; readonly label: string | null } | null;
}

/** Row of a lower unit. */
export interface ChildRow extends OrganisationName {
  readonly organisationId: string;
  readonly role: string;
  readonly phase: string;
  readonly phaseAt: string | null;
  readonly submission: { readonly state: string; readonly round: number; readonly submittedAt: string } | null;
  /** Review of the organisation and of its leading collective. */
  readonly organisationReview: ReviewSummary | null;
  readonly collectiveReview: ReviewSummary | null;
  /** Of its subtree. */
  readonly members: { readonly total: number; readonly submitted: number; readonly decided: number };
  readonly lateSince: string | null;
}

export interface MeetingSummary {
  readonly id: string;
  /** The MEETING step it fulfils. */
  readonly stepId: string;
  readonly kind: string;
  readonly state: string;
  readonly round: number;
  readonly heldOn: string;
  readonly place: string | null;
  readonly summoned: number;
  readonly present: number;
  readonly counted: number;
  readonly version: number;
}

export interface SubmissionView {
  readonly id: string;
  readonly round: number;
  readonly state: string;
  readonly to: OrganisationName;
  readonly summary: { readonly [key: string]: Json };
  readonly submittedAt: string;
  readonly returnedReason: string | null;
  readonly returnedAt: string | null;
}

export interface DecisionSummary {
  readonly id: string;
  readonly kind: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly meetingId: string | null;
  readonly reason: string | null;
  readonly document: string | null;
  readonly contentHash: string;
  readonly issuedAt: string;
  readonly lines: number;
  readonly quota: Json;
}

/** What stops the next act of the unit and who must act. */
export interface Blocker {
  /** Step kind or condition. */
  readonly code: string;
  readonly count: number;
}

export interface UnitOverview extends UnitHead {
  readonly steps: readonly StepView[];
  readonly meetings: readonly MeetingSummary[];
  readonly submission: SubmissionView | null;
  readonly decisions: readonly DecisionSummary[];
  readonly organisationReview: ReviewSummary | null;
  readonly collectiveReview: ReviewSummary | null;
  /** Reviews of its own members by state (a cell), else empty. */
  readonly memberStates: { readonly [state: string]: number };
  /** Lower units by phase. */
  readonly childPhases: { readonly [phase: string]: number };
  readonly blockers: readonly Blocker[];
}

export interface MemberFilter {
  readonly state?: string;
  /** Matches code or name without diacritics or case. */
  readonly q?: string;
}

export abstract class UnitReader {
  abstract head(cycleId: string, code: string, now: Date): Promise<UnitHead | null>;
  /** Organisation id → code, of those in the cycle. */
  abstract codes(cycleId: string, organisationIds: readonly string[]): Promise<Map<string, string>>;
  abstract overview(head: UnitHead, now: Date): Promise<UnitOverview>;
  abstract steps(cycleId: string, organisationId: string, now: Date): Promise<StepView[]>;
  /** Workflow of one step of the unit: the step itself, or its newest open one of a kind that belongs to no single review. */
  abstract workflowOfStep(cycleId: string, organisationId: string, which: { readonly stepId: string } | { readonly openKind: string }): Promise<string | null>;
  /** Members reviewed at this organisation, by given name. */
  abstract members(cycleId: string, organisationId: string, filter: MemberFilter, page: PageRequest): Promise<Page<MemberRow>>;
  /** Units directly below, in official order. */
  abstract children(cycleId: string, organisationId: string, page: PageRequest, now: Date): Promise<Page<ChildRow>>;
}
