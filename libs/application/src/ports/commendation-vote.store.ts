import { type Threshold, type VoteEntry, type VoteResult } from '@binhxet/domain';

/** A vote of the awarding body on commendations: on paper, counted by two tellers. */
export interface CommendationVote {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly heldOn: string;
  readonly state: 'COUNTING' | 'TALLIED';
  readonly cases: readonly string[];
  readonly chairId: string;
  /** The first is the head teller. */
  readonly tellerIds: readonly string[];
  /** Members in office. */
  readonly countedBody: number;
  readonly present: number;
  readonly majority: { readonly threshold: Threshold; readonly source: string };
  readonly attempt: number;
  readonly results: readonly VoteResult[] | null;
  readonly createdAt: Date;
}

export abstract class CommendationVoteStore {
  abstract insert(vote: Omit<CommendationVote, 'state' | 'attempt' | 'results'>): Promise<void>;
  /** Locked. @throws COMMENDATION.VOTE_NOT_FOUND (not-found) */
  abstract lock(voteId: string): Promise<CommendationVote>;
  /** @returns false when this teller has entered this attempt already */
  abstract insertCount(voteId: string, tellerId: string, attempt: number, entry: VoteEntry, at: Date): Promise<boolean>;
  abstract counts(voteId: string, attempt: number): Promise<{ readonly tellerId: string; readonly entry: VoteEntry }[]>;
  abstract nextAttempt(voteId: string): Promise<void>;
  abstract settle(voteId: string, results: readonly VoteResult[], at: Date): Promise<void>;
}
