import { type Json, type Level, type NonLevelState, type QuarterResult, type SubjectKind } from '@binhxet/domain';

export interface ReviewRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly subjectKind: SubjectKind;
  /** Member, or the organisation (also for its collective). */
  readonly subjectId: string;
  readonly organisationId: string;
  readonly unitId: string | null;
  readonly deciderId: string;
  readonly isHead: boolean;
  readonly state: string;
  readonly selfLevel: Level | null;
  readonly proposedLevel: Level | null;
  readonly verifiedLevel: Level | null;
  readonly decidedLevel: Level | null;
  readonly nonLevel: NonLevelState | null;
  readonly nonLevelClause: string | null;
  readonly ceiling: Level | null;
  readonly note: string | null;
  readonly version: number;
}
export type NewReview = Omit<ReviewRow, 'version' | 'note' | 'ceiling' | 'selfLevel' | 'proposedLevel' | 'verifiedLevel' | 'decidedLevel'> & {
  /** Why a subject stands without a level from the beginning. */
  readonly proof?: Json;
};
export type ReviewChange = Partial<Pick<ReviewRow, 'selfLevel' | 'proposedLevel' | 'verifiedLevel' | 'decidedLevel' | 'nonLevel' | 'nonLevelClause' | 'ceiling' | 'note'>> & { readonly proof?: Json };

export interface PaperRow {
  readonly reviewId: string;
  readonly version: number;
  readonly form: string;
  readonly sections: { readonly [key: string]: string };
  readonly grades: { readonly [key: string]: string };
  readonly selfLevel: Level | null;
  readonly savedAt: Date;
  readonly submittedAt: Date | null;
  readonly late: boolean;
  readonly returnedReason: string | null;
}

export interface OpinionRow {
  readonly id: string;
  readonly reviewId: string;
  /** Organisation that was asked; null when somebody of the cell speaks up. */
  readonly fromOrganisationId: string | null;
  readonly state: 'REQUESTED' | 'GIVEN' | 'RELEASED';
}

export abstract class ReviewStore {
  abstract insert(reviews: readonly NewReview[]): Promise<void>;
  abstract get(reviewId: string): Promise<ReviewRow>;
  abstract getMany(reviewIds: readonly string[]): Promise<ReviewRow[]>;
  abstract ofSubject(cycleId: string, kind: SubjectKind, subjectId: string): Promise<ReviewRow | null>;
  /** Reviews held at this organisation. */
  abstract atOrganisation(cycleId: string, organisationId: string, kind?: SubjectKind): Promise<ReviewRow[]>;
  /** Reviews this organisation's body decides. */
  abstract decidedBy(cycleId: string, deciderId: string): Promise<ReviewRow[]>;
  /** Results of these members in the quarters of a year, of reviews that a decision or a rule has ended. */
  abstract quartersOf(memberIds: readonly string[], year: number): Promise<(QuarterResult & { readonly memberId: string })[]>;
  abstract inUnit(cycleId: string, unitId: string): Promise<ReviewRow[]>;
  /**
   * Moves one review along its own machine, by one conditional update on (id, from).
   * @throws AppError {NOUN}.ILLEGAL_MOVE (conflict) when the table forbids it; REVIEW.CHANGED (stale) when somebody moved it first.
   */
  abstract move(review: ReviewRow, to: string, change?: ReviewChange): Promise<ReviewRow>;
  /** The same for many, one statement per (from, to); all or nothing. */
  abstract moveMany(reviews: readonly ReviewRow[], to: string, change?: (review: ReviewRow) => ReviewChange): Promise<ReviewRow[]>;
  abstract change(reviewId: string, change: ReviewChange): Promise<void>;

  abstract paper(reviewId: string): Promise<PaperRow | null>;
  /** Creates or replaces the draft when `expectedVersion` (0 = none yet) is current. @throws RECORD.CHANGED (stale) */
  abstract savePaper(paper: Pick<PaperRow, 'reviewId' | 'form' | 'sections' | 'grades' | 'selfLevel'>, expectedVersion: number, at: Date): Promise<number>;
  abstract submitPaper(reviewId: string, expectedVersion: number, at: Date, late: boolean): Promise<PaperRow>;
  abstract returnPaper(reviewId: string, reason: string): Promise<void>;

  abstract insertOpinions(opinions: readonly OpinionRow[]): Promise<void>;
  /** Opinions asked for about the reviews held at this organisation. */
  abstract opinionsAsked(cycleId: string, organisationId: string): Promise<OpinionRow[]>;
  abstract opinion(opinionId: string): Promise<OpinionRow | null>;
  /** REQUESTED → GIVEN. @throws OPINION.GIVEN (conflict) */
  abstract giveOpinion(opinionId: string, text: string, by: string, at: Date, late: boolean): Promise<void>;
  abstract addOpinion(opinion: OpinionRow, text: string, by: string, at: Date): Promise<void>;
}
