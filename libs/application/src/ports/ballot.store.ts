import { type BallotState, type CountedBodyRule, type Json, type Level, type LevelMajority, type SubjectTally } from '@binhxet/domain';

export const BALLOT_KINDS = ['CELL_MEMBER_LEVEL', 'CELL_SELF_LEVEL', 'COLLECTIVE_PROPOSAL', 'COMMITTEE_DECISION', 'STANDING_DECISION'] as const;
export type BallotKind = (typeof BALLOT_KINDS)[number];
export type BallotMethod = 'SHOW_OF_HANDS' | 'SECRET_BALLOT';

/** The voting rule as pinned when the ballot was drafted: enough to recompute every verdict. */
export interface BallotRule {
  readonly counted: CountedBodyRule;
  readonly majority: LevelMajority;
  readonly majoritySource: string;
  readonly invalidScope: 'PER_SUBJECT' | 'WHOLE_BALLOT';
  readonly secret: boolean;
  readonly secretFromVoters: number;
}

/** What one teller counted alone; or what both agree on. Whole numbers. */
export interface BallotTotals {
  readonly distributed: number;
  readonly returned: number;
  readonly valid: number;
  readonly invalid: number;
}
export interface PaperEntry extends BallotTotals {
  readonly subjects: readonly SubjectTally[];
}

export interface BallotRow {
  readonly id: string;
  readonly meetingId: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  /** Place on the agenda, from 1. */
  readonly ordinal: number;
  readonly kind: BallotKind;
  readonly method: BallotMethod;
  readonly channel: 'PAPER';
  readonly state: BallotState;
  readonly round: number;
  readonly supersedes: string | null;
  /** Reviews, fixed order. */
  readonly subjects: readonly string[];
  readonly rule: BallotRule;
  /** People; null until the roll is frozen. */
  readonly entitled: number | null;
  readonly countedBody: number | null;
  readonly present: number | null;
  /** The PAPER_COUNT step of the current attempt. */
  readonly stepId: string | null;
  /** Of the tellers' count, from 1. */
  readonly attempt: number;
  readonly totals: BallotTotals | null;
  readonly reason: string | null;
  readonly version: number;
}
export type NewBallot = Pick<BallotRow, 'id' | 'meetingId' | 'cycleId' | 'superiorId' | 'organisationId' | 'ordinal' | 'kind' | 'method' | 'round' | 'supersedes' | 'subjects' | 'rule'>;
export type BallotChange = Partial<Pick<BallotRow, 'method' | 'subjects' | 'entitled' | 'countedBody' | 'present' | 'stepId' | 'attempt' | 'totals' | 'reason'>>;

export interface TallyRow {
  readonly reviewId: string;
  /** By level, rank 1 first. */
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
  /** null: no majority. */
  readonly verdict: Level | null;
  readonly proof: Json;
}
/** Where a verdict comes from. */
export interface VerdictRow extends TallyRow {
  readonly ballotId: string;
  readonly meetingId: string;
  readonly kind: BallotKind;
  readonly organisationId: string;
}

export abstract class BallotStore {
  abstract insert(ballots: readonly NewBallot[]): Promise<void>;
  /** @throws BALLOT.NOT_FOUND (not-found) */
  abstract get(ballotId: string): Promise<BallotRow>;
  /** The same, locked until the transaction ends. */
  abstract lock(ballotId: string): Promise<BallotRow>;
  /** By agenda order, then round. */
  abstract ofMeeting(meetingId: string): Promise<BallotRow[]>;
  /** @throws BALLOT.ILLEGAL_MOVE (conflict); RECORD.CHANGED (stale) */
  abstract move(ballot: BallotRow, to: BallotState, change?: BallotChange): Promise<BallotRow>;
  /** Fields without a move. @throws RECORD.CHANGED (stale) */
  abstract change(ballot: BallotRow, change: BallotChange): Promise<BallotRow>;
  /** @returns false when this teller has entered this attempt already */
  abstract insertEntry(ballotId: string, tellerId: string, attempt: number, entry: PaperEntry, at: Date): Promise<boolean>;
  abstract entries(ballotId: string, attempt: number): Promise<{ readonly tellerId: string; readonly entry: PaperEntry }[]>;
  abstract hasEntries(ballotId: string): Promise<boolean>;
  abstract insertTally(ballotId: string, rows: readonly TallyRow[]): Promise<void>;
  abstract tally(ballotId: string): Promise<TallyRow[]>;
  /**
   * The word of a body on each review: the row of its newest certified ballot of one of these kinds.
   * Reviews nobody has voted on are missing from the answer.
   */
  abstract verdicts(cycleId: string, organisationId: string, reviewIds: readonly string[], kinds: readonly BallotKind[]): Promise<VerdictRow[]>;
}
