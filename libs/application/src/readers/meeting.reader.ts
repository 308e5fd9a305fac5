import { type Json, type Level, type PersonBallotResult } from '@binhxet/domain';
import { type AttendanceRow } from '../ports/meeting.store.js';
import { type PersonBallotCount } from '../ports/person-ballot.store.js';
import { type OrganisationName, type Page, type PageRequest, type Person } from './page.js';
import { type Levels, type MeetingSummary } from './unit.reader.js';
import { type StepView } from './cycle.reader.js';

/** Enough to decide who may see or do what. */
export interface MeetingPlace {
  readonly id: string;
  readonly cycleId: string;
  readonly organisationId: string;
  readonly workflowId: string;
  readonly state: string;
  readonly chairId: string;
  readonly minuteTakerId: string;
  readonly tellerIds: readonly string[];
  /** Is this member on the roll, or a teller from outside it? */
  readonly takesPart: boolean;
}

export interface AttendanceView {
  readonly person: Person;
  readonly voter: boolean;
  /** Clause that leaves the person out of the count; null: counted. */
  readonly excludedClause: string | null;
  readonly flags: { readonly [key: string]: Json };
  readonly status: string;
  readonly recordedAt: string | null;
}

export interface BallotSubject {
  readonly reviewId: string;
  readonly subjectKind: string;
  readonly code: string;
  readonly name: string;
  /** Cell or organisation of the subject. */
  readonly organisation: OrganisationName | null;
  readonly state: string;
  readonly levels: Levels;
  readonly isHead: boolean;
}

export interface TallyView {
  readonly reviewId: string;
  readonly votes: readonly number[];
  readonly blank: number;
  readonly invalid: number;
  readonly verdict: Level | null;
  readonly proof: Json;
}

/** A teller's own figures. */
export interface EntryView {
  readonly attempt: number;
  readonly enteredAt: string;
  readonly entry: Json;
}

export interface BallotView {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly method: string;
  readonly channel: string;
  readonly state: string;
  readonly round: number;
  readonly supersedes: string | null;
  readonly subjects: readonly BallotSubject[];
  readonly rule: Json;
  readonly entitled: number | null;
  readonly countedBody: number | null;
  readonly present: number | null;
  readonly attempt: number;
  /** Tellers who have handed in this attempt: a number, no figure of theirs. */
  readonly entered: number;
  /** Only the reader's own, all attempts; empty for everybody but a teller. */
  readonly myEntries: readonly EntryView[];
  /** Rows to be counted again in this attempt, `/valid` or `/subjects/{reviewId}/counts/{choice}`; null: everything is counted for the first time. */
  readonly recount: readonly string[] | null;
  /** null until both tellers agree. */
  readonly totals: { readonly distributed: number; readonly returned: number; readonly valid: number; readonly invalid: number } | null;
  /** Empty until both tellers agree. */
  readonly tally: readonly TallyView[];
  readonly reason: string | null;
  readonly version: number;
}

/** A ballot about persons, beside the rating. */
export interface PersonBallotView {
  readonly id: string;
  readonly ordinal: number;
  readonly kind: string;
  readonly title: string;
  readonly document: string | null;
  readonly method: string;
  readonly state: string;
  readonly seats: number | null;
  readonly persons: readonly Person[];
  readonly rule: Json;
  /** Words of the levels of confidence; null in an election. */
  readonly levels: readonly string[] | null;
  readonly entitled: number | null;
  readonly countedBody: number | null;
  readonly present: number | null;
  readonly attempt: number;
  /** Tellers who have handed in this attempt: a number, no figure of theirs. */
  readonly entered: number;
  /** Only the reader's own, all attempts. */
  readonly myEntries: readonly EntryView[];
  /** Rows in which the attempt before this one differed, never what either wrote; null: first count. */
  readonly recount: readonly string[] | null;
  /** null until both tellers agree, as are counts and result. */
  readonly totals: { readonly distributed: number; readonly returned: number; readonly valid: number; readonly invalid: number } | null;
  readonly counts: readonly PersonBallotCount[] | null;
  readonly result: PersonBallotResult | null;
  readonly reason: string | null;
  readonly version: number;
}

export interface MinutesView {
  readonly version: number;
  readonly contentHash: string;
  readonly content: Json;
  /** Names behind the ids of the content, as of today. */
  readonly names: { readonly [id: string]: { readonly kind: 'MEMBER' | 'REVIEW' | 'ORGANISATION'; readonly code: string; readonly name: string } };
  readonly draftedAt: string;
  readonly signatures: readonly { readonly role: string; readonly person: Person; readonly signedAt: string }[];
}

export interface MeetingRoom extends MeetingSummary {
  readonly cycleId: string;
  readonly ratingYear: number;
  readonly today: string;
  readonly simulated: boolean;
  readonly organisation: OrganisationName & { readonly id: string };
  /** null: the members' meeting. */
  readonly body: string | null;
  readonly chair: Person;
  readonly minuteTaker: Person;
  /** The first is the head teller. */
  readonly tellers: readonly Person[];
  /** Formula and numbers; null until opened. */
  readonly quorum: Json;
  readonly reason: string | null;
  readonly previousId: string | null;
  readonly steps: readonly StepView[];
  readonly ballots: readonly BallotView[];
  readonly personBallots: readonly PersonBallotView[];
  readonly minutes: MinutesView | null;
}

/** Line of "my meetings". */
export interface OwnMeeting extends MeetingSummary {
  readonly cycleId: string;
  readonly organisation: OrganisationName;
}

export abstract class MeetingReader {
  /** @param memberId the reader */
  abstract place(meetingId: string, memberId: string | null): Promise<MeetingPlace | null>;
  /** The whole roll, for counting. */
  abstract roll(meetingId: string): Promise<AttendanceRow[]>;
  /** By given name. */
  abstract attendance(meetingId: string, page: PageRequest): Promise<Page<AttendanceView>>;
  /** @param memberId the reader: decides which teller entries are theirs */
  abstract room(meetingId: string, memberId: string | null, now: Date): Promise<MeetingRoom | null>;
  /** Meetings the member is on the roll of, newest first, at most 50. */
  abstract own(memberId: string): Promise<OwnMeeting[]>;
}
