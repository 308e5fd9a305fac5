import { type Json, type Level, type NonLevelState } from '@binhxet/domain';
import { type StepView } from './cycle.reader.js';
import { type MemberYear } from './organisation.reader.js';
import { type OrganisationName } from './page.js';
import { type ReviewSummary } from './unit.reader.js';

/** Where a review stands, enough to decide who may see or do what. */
export interface ReviewPlace {
  readonly id: string;
  readonly cycleId: string;
  readonly subjectKind: string;
  readonly subjectId: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly deciderId: string;
  readonly state: string;
}

export interface PaperView {
  readonly reviewId: string;
  readonly version: number;
  readonly form: string;
  readonly sections: { readonly [key: string]: string };
  readonly grades: { readonly [key: string]: string };
  readonly selfLevel: Level | null;
  readonly savedAt: string;
  readonly submittedAt: string | null;
  readonly late: boolean;
  readonly returnedReason: string | null;
}

export interface OpinionView {
  readonly id: string;
  readonly from: OrganisationName | null;
  /** null while it is only requested. */
  readonly body: string | null;
  readonly state: string;
  readonly late: boolean;
  readonly givenAt: string | null;
}

/** What a body's ballot said about this subject. */
export interface ReviewVote {
  readonly ballotId: string;
  readonly meetingId: string;
  readonly kind: string;
  readonly organisation: OrganisationName;
  readonly heldOn: string;
  readonly countedBody: number | null;
  /** By level, rank 1 first. */
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
  /** null: no level has the majority. */
  readonly verdict: Level | null;
  readonly proof: Json;
}

export interface ReviewDecision {
  readonly decisionId: string;
  readonly kind: string;
  readonly number: string;
  readonly decidedOn: string;
  readonly organisation: OrganisationName;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly verdict: Level | null;
  readonly reason: string | null;
}

export interface ReviewPage extends ReviewSummary {
  readonly cycleId: string;
  readonly ratingYear: number;
  readonly today: string;
  readonly simulated: boolean;
  readonly subject: { readonly id: string; readonly code: string; readonly name: string };
  readonly organisation: OrganisationName & { readonly id: string };
  readonly unit: (OrganisationName & { readonly id: string }) | null;
  readonly decider: OrganisationName & { readonly id: string };
  readonly duty: string;
  readonly dutyClause: string | null;
  /** Reason of a difference, return or exception. */
  readonly note: string | null;
  /** Steps its paper or opinions belong to. */
  readonly steps: readonly StepView[];
  readonly votes: readonly ReviewVote[];
  readonly decisions: readonly ReviewDecision[];
  /** Tree of gates, votes, quota and decision with clauses; null before there is one. */
  readonly proof: Json;
  /** Earlier years, newest first. */
  readonly years: readonly MemberYear[];
}

export interface OwnReview extends ReviewSummary {
  readonly cycleId: string;
  readonly ratingYear: number;
  readonly simulated: boolean;
  readonly organisation: OrganisationName;
}

export abstract class ReviewReader {
  abstract place(reviewId: string): Promise<ReviewPlace | null>;
  abstract page(reviewId: string, now: Date): Promise<ReviewPage | null>;
  abstract paper(reviewId: string): Promise<PaperView | null>;
  /** The subject's paper of the year before, to write beside. */
  abstract paperOfYearBefore(reviewId: string): Promise<PaperView | null>;
  abstract opinions(reviewId: string): Promise<OpinionView[]>;
  /** A member's own reviews, newest first, at most 20. */
  abstract own(memberId: string): Promise<OwnReview[]>;
}
