import { type LegalDate } from '@binhxet/domain';
import { type RollRow, type UnitRow } from './cycle.store.js';
import { type AttendanceRow, type MeetingRow } from './meeting.store.js';
import { type ReviewRow } from './review.store.js';

/** What a decision about tree or people changes in a cycle whose tree and rolls are frozen already. */
export abstract class CycleChangeStore {
  /** Open cycles whose frozen tree holds one of these organisations. */
  abstract openCyclesWith(organisationCodes: readonly string[]): Promise<string[]>;
  /** An opened cycle that has not frozen its tree yet and whose tree holds one of these organisations; null: none. */
  abstract freezingWith(organisationCodes: readonly string[]): Promise<string | null>;
  /** Reviews of a member in open cycles that have not been moved away. */
  abstract openReviewsOf(memberId: string): Promise<ReviewRow[]>;
  /** Units of a cycle by code; unknown codes are left out. */
  abstract units(cycleId: string, codes: readonly string[]): Promise<Map<string, UnitRow>>;
  abstract addUnit(unit: Omit<UnitRow, 'ordinal'>, changeId: string): Promise<UnitRow>;
  /** The unit stays in the frozen tree; the decision that ended the organisation stands beside it. */
  abstract endUnit(cycleId: string, organisationId: string, changeId: string, on: LegalDate): Promise<void>;
  /** Puts a unit, and everything counted with it, below another; `unitId`: the grassroots organisation they count in from now on. */
  abstract reparent(cycleId: string, organisationId: string, parentId: string, unitId: string): Promise<void>;
  abstract putOnRoll(row: RollRow): Promise<void>;
  abstract rollRow(cycleId: string, memberId: string): Promise<RollRow | null>;
  /** Newest meeting of the cell's own review, locked; null: none was convened. */
  abstract cellMeeting(cycleId: string, organisationId: string): Promise<MeetingRow | null>;
  /** People who are gone stay on the roll, neither summoned nor counted. */
  abstract markGone(meetingId: string, memberId: string): Promise<void>;
  abstract addToRoll(meetingId: string, rows: readonly AttendanceRow[]): Promise<void>;
  /** One more is expected by an open step. @returns false when the step is closed */
  abstract expectOneMore(stepId: string, key: string): Promise<boolean>;
  /** Copies what was written so far. @param handedIn keeps it handed in */
  abstract copyPaper(fromReviewId: string, toReviewId: string, handedIn: boolean): Promise<'NONE' | 'DRAFT' | 'SUBMITTED'>;
  abstract releaseOpinions(reviewId: string): Promise<void>;
  /** Open steps of a body. */
  abstract openSteps(cycleId: string, organisationId: string): Promise<{ readonly id: string; readonly kind: string; readonly refId: string | null; readonly workflowId: string }[]>;
  /** First day of the organisation's first version. */
  abstract establishedOn(organisationId: string): Promise<LegalDate | null>;
}
