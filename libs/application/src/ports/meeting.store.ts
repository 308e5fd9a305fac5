import { type Json, type MeetingState, type MemberStatus } from '@binhxet/domain';

export const MEETING_KINDS = ['CELL_REVIEW', 'LATE_REVIEW', 'COMMITTEE_SITTING', 'HEADS_SITTING', 'STANDING_SITTING'] as const;
export type MeetingKind = (typeof MEETING_KINDS)[number];

export interface MeetingRow {
  readonly id: string;
  readonly cycleId: string;
  readonly superiorId: string;
  readonly organisationId: string;
  /** null: the members' meeting of a cell. */
  readonly bodyId: string | null;
  readonly kind: MeetingKind;
  readonly state: MeetingState;
  /** The MEETING step it fulfils. */
  readonly stepId: string;
  readonly workflowId: string;
  readonly round: number;
  readonly heldOn: string;
  readonly place: string | null;
  readonly chairId: string;
  readonly minuteTakerId: string;
  /** The first is the head teller. */
  readonly tellerIds: readonly string[];
  /** People; the three are 0 until the meeting is opened. */
  readonly summoned: number;
  readonly present: number;
  readonly counted: number;
  /** Formula and numbers of the quorum check; null until opened. */
  readonly quorum: Json;
  readonly reason: string | null;
  readonly previousId: string | null;
  readonly createdAt: Date;
  readonly version: number;
}
export type NewMeeting = Omit<MeetingRow, 'summoned' | 'present' | 'counted' | 'quorum' | 'reason' | 'version'>;
export type MeetingChange = Partial<Pick<MeetingRow, 'heldOn' | 'place' | 'chairId' | 'minuteTakerId' | 'tellerIds' | 'summoned' | 'present' | 'counted' | 'quorum' | 'reason' | 'round'>>;

export const ATTENDANCE_STATUSES = ['SUMMONED', 'PRESENT', 'EXCUSED', 'UNEXCUSED'] as const;
export type AttendanceStatus = (typeof ATTENDANCE_STATUSES)[number];

export interface AttendanceRow {
  readonly memberId: string;
  /** Counted here when present: may vote. */
  readonly voter: boolean;
  /** Source of the rule that leaves the person out; null for a voter. */
  readonly excludedClause: string | null;
  /** Roll flags (true only) and `status`. */
  readonly flags: { readonly [key: string]: Json };
  readonly status: AttendanceStatus;
  readonly recordedAt: Date | null;
}

export interface MinutesRow {
  readonly meetingId: string;
  readonly version: number;
  /** Ids, numbers and formulas; names are resolved when the minutes are read. */
  readonly content: { readonly [key: string]: Json };
  /** Lower-case hex of SHA-256 over the canonical JSON of `content`. */
  readonly contentHash: string;
  readonly draftedAt: Date;
  readonly draftedBy: string | null;
}
export const SIGNING_ROLES = ['CHAIR', 'MINUTE_TAKER', 'HEAD_TELLER'] as const;
export type SigningRole = (typeof SIGNING_ROLES)[number];

/** A person as of one day, by id or code. */
export interface PersonOnDay {
  readonly id: string;
  readonly code: string;
  readonly status: MemberStatus;
  /** Kinds of the dated states in force on the day (`EXEMPTED`, `SUSPENDED`, …). */
  readonly periods: readonly string[];
  /** Grassroots organisation in the cycle's frozen roll; null outside it. */
  readonly unitId: string | null;
}

export abstract class MeetingStore {
  abstract insert(meeting: NewMeeting, roll: readonly AttendanceRow[]): Promise<void>;
  /** @throws MEETING.NOT_FOUND (not-found) */
  abstract get(meetingId: string): Promise<MeetingRow>;
  /** The same, locked until the transaction ends: one act of a meeting at a time. */
  abstract lock(meetingId: string): Promise<MeetingRow>;
  /** The open MEETING step of a body's workflow; a grassroots cell has two workflows for one organisation. */
  abstract openStep(cycleId: string, organisationId: string, workflowId: string): Promise<string | null>;
  /** Meetings of these organisations that are neither closed nor cancelled. */
  abstract openOf(cycleId: string, organisationIds: readonly string[]): Promise<MeetingRow[]>;
  /** Meetings that serve this step, newest first. */
  abstract ofStep(stepId: string): Promise<MeetingRow[]>;
  /** How many meetings of this kind the body has held or convened in the cycle. */
  abstract countRounds(cycleId: string, organisationId: string, kind: MeetingKind): Promise<number>;
  /** @throws MEETING.ILLEGAL_MOVE (conflict); RECORD.CHANGED (stale) when somebody moved it first */
  abstract move(meeting: MeetingRow, to: MeetingState, change?: MeetingChange): Promise<MeetingRow>;
  /** Keeps a reason beside a meeting that stays where it is. @throws RECORD.CHANGED (stale) */
  abstract note(meeting: MeetingRow, reason: string): Promise<void>;
  abstract attendance(meetingId: string): Promise<AttendanceRow[]>;
  /** Writes the roll anew (a postponed meeting on another day); people no longer on it stay as non-voters. */
  abstract replaceRoll(meetingId: string, roll: readonly AttendanceRow[]): Promise<void>;
  /** @returns how many rows were on the roll and are written */
  abstract record(meetingId: string, rows: readonly { readonly memberId: string; readonly status: AttendanceStatus }[], at: Date): Promise<number>;
  abstract people(cycleId: string, which: { readonly ids: readonly string[] } | { readonly codes: readonly string[] }, on: string): Promise<PersonOnDay[]>;

  /** Latest version. */
  abstract minutes(meetingId: string): Promise<MinutesRow | null>;
  abstract insertMinutes(minutes: MinutesRow): Promise<void>;
  /** @returns false when the role has signed this version already */
  abstract sign(signature: { readonly meetingId: string; readonly version: number; readonly role: SigningRole; readonly memberId: string; readonly contentHash: string }, at: Date): Promise<boolean>;
}
