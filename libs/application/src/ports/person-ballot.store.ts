import { type BallotState, type CountedBodyRule, type PersonBallotKind, type PersonBallotResult, type Threshold } from '@binhxet/domain';
import { type BallotMethod, type BallotTotals, type PaperEntry } from './ballot.store.js';

/** The voting rule as pinned when the ballot was put on the agenda: enough to recompute its result. */
export interface PersonBallotRule {
  readonly counted: CountedBodyRule;
  /** null: not confirmed. */
  readonly majority: Threshold | null;
  readonly majoritySource: string;
  /** Words of the levels of confidence, the highest first; null in an election. */
  readonly levels: readonly string[] | null;
  readonly invalidScope: 'PER_SUBJECT' | 'WHOLE_BALLOT';
  readonly secret: boolean;
  readonly secretFromVoters: number;
}

/** What both tellers counted for one person. */
export interface PersonBallotCount {
  readonly personId: string;
  /** By choice, in the order of the ballot. */
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
}

export interface PersonBallotRow {
  readonly id: string;
  readonly meetingId: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  readonly ordinal: number;
  readonly kind: PersonBallotKind;
  readonly title: string;
  readonly document: string | null;
  readonly method: BallotMethod;
  readonly state: BallotState;
  /** Members, fixed order. */
  readonly persons: readonly string[];
  readonly seats: number | null;
  readonly rule: PersonBallotRule;
  /** People; null until it is opened. */
  readonly countedBody: number | null;
  readonly entitled: number | null;
  readonly present: number | null;
  readonly attempt: number;
  /** null until both tellers agree. */
  readonly totals: BallotTotals | null;
  readonly counts: readonly PersonBallotCount[] | null;
  readonly result: PersonBallotResult | null;
  readonly reason: string | null;
  readonly createdAt: Date;
  readonly version: number;
}
export type NewPersonBallot = Pick<PersonBallotRow, 'id' | 'meetingId' | 'cycleId' | 'superiorId' | 'organisationId' | 'ordinal' | 'kind' | 'title' | 'document' | 'method' | 'persons' | 'seats' | 'rule' | 'createdAt'>;
export type PersonBallotChange = Partial<Pick<PersonBallotRow, 'method' | 'countedBody' | 'entitled' | 'present' | 'attempt' | 'totals' | 'counts' | 'result' | 'reason'>>;

/** Ballots about persons. Nothing here knows of a review. */
export abstract class PersonBallotStore {
  abstract insert(ballot: NewPersonBallot): Promise<void>;
  /** Locked. @throws BALLOT.NOT_FOUND (not-found) */
  abstract lock(ballotId: string): Promise<PersonBallotRow>;
  /** In the order of the agenda. */
  abstract ofMeeting(meetingId: string): Promise<PersonBallotRow[]>;
  /** Those with a result. */
  abstract talliedOfCycle(cycleId: string): Promise<PersonBallotRow[]>;
  /** @throws BALLOT.ILLEGAL_MOVE (conflict); RECORD.CHANGED (stale) */
  abstract move(ballot: PersonBallotRow, to: BallotState, change?: PersonBallotChange): Promise<PersonBallotRow>;
  abstract change(ballot: PersonBallotRow, change: PersonBallotChange): Promise<PersonBallotRow>;
  /** @returns false when this teller has entered this attempt already */
  abstract insertEntry(ballotId: string, tellerId: string, attempt: number, entry: PaperEntry, at: Date): Promise<boolean>;
  abstract entries(ballotId: string, attempt: number): Promise<{ readonly tellerId: string; readonly entry: PaperEntry }[]>;
}
