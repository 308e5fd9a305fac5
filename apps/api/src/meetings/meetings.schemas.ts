import { ATTENDANCE_STATUSES, BALLOT_KINDS, SIGNING_ROLES } from '@binhxet/application';
import { z } from 'zod';
import { legalDate, reason, uuid } from '../common/params.js';
import { allowedActions, anyJson, code, count, date, instant, level, levels, meetingSummaryShape, organisationName, organisationRef, person, REVIEW_MACHINES, stateOf, step, subjectKind } from '../common/schemas.js';

const whole = z.number().int().min(0).max(1_000_000);

export const attendanceRequest = z
  .strictObject({ rows: z.array(z.strictObject({ memberId: uuid, status: z.enum(ATTENDANCE_STATUSES) })).min(1).max(2_000) })
  .meta({ id: 'AttendanceRequest' });
export const postponeRequest = z.strictObject({ newDate: legalDate, reason }).meta({ id: 'PostponeRequest' });
export const meetingReasonRequest = z.strictObject({ reason }).meta({ id: 'MeetingReasonRequest' });
export const ballotReasonRequest = z.strictObject({ reason }).meta({ id: 'BallotReasonRequest' });
export const countRequest = z
  .strictObject({
    distributed: whole,
    returned: whole,
    valid: whole,
    invalid: whole,
    rows: z.array(z.strictObject({ reviewId: uuid, votes: z.array(whole).min(2).max(6).describe('by level of the year’s ladder, the best first'), blank: whole, invalid: whole })).max(2_000),
  })
  .meta({ id: 'CountRequest' });
export const signatureRequest = z.strictObject({ contentHash: z.string().regex(/^[0-9a-f]{64}$/).describe('of the text that was read') }).meta({ id: 'SignatureRequest' });

export const recordedAttendance = z.object({ recorded: count }).meta({ id: 'RecordedAttendance' });
export const enteredCount = z.object({ attempt: count }).meta({ id: 'EnteredCount' });
export const signedMinutes = z.object({ version: count, roles: z.array(z.enum(SIGNING_ROLES)) }).meta({ id: 'SignedMinutes' });

const attendance = z
  .object({ person, voter: z.boolean(), excludedClause: z.string().nullable().describe('clause that leaves the person out of the count'), flags: z.record(z.string(), anyJson), status: code(ATTENDANCE_STATUSES), recordedAt: instant.nullable() })
  .meta({ id: 'Attendance' });
export const attendancePage = z.object({ items: z.array(attendance), next: z.string().nullable() }).meta({ id: 'AttendancePage' });

const ballotSubject = z
  .object({ reviewId: uuid, subjectKind, code: z.string(), name: z.string(), organisation: organisationName.nullable(), state: stateOf(...REVIEW_MACHINES), levels, isHead: z.boolean() })
  .meta({ id: 'BallotSubject' });
const ballot = z
  .object({
    id: uuid,
    ordinal: count,
    kind: code(BALLOT_KINDS),
    method: code(['SHOW_OF_HANDS', 'SECRET_BALLOT']),
    channel: code(['PAPER']),
    state: stateOf('ballot'),
    round: count,
    supersedes: uuid.nullable(),
    subjects: z.array(ballotSubject),
    rule: anyJson,
    entitled: count.nullable(),
    countedBody: count.nullable(),
    present: count.nullable(),
    attempt: count.describe("of the tellers' count"),
    entered: count.describe('tellers who have handed in this attempt'),
    myEntries: z.array(z.object({ attempt: count, enteredAt: instant, entry: anyJson })).describe("a teller's own figures, nobody else's"),
    recount: z.array(z.string()).nullable().describe('rows to count again, RFC 6901; null: first count'),
    totals: z.object({ distributed: count, returned: count, valid: count, invalid: count }).nullable().describe('null until both tellers agree'),
    tally: z.array(z.object({ reviewId: uuid, votes: z.array(count), blank: count, invalid: count, verdict: level.nullable(), proof: anyJson })),
    reason: z.string().nullable(),
    version: count,
    allowedActions,
  })
  .meta({ id: 'Ballot' });
const minutes = z
  .object({
    version: count,
    contentHash: z.string(),
    content: anyJson,
    names: z.record(z.string(), z.object({ kind: z.enum(['MEMBER', 'REVIEW', 'ORGANISATION']), code: z.string(), name: z.string() })).describe('names behind the ids of the content'),
    draftedAt: instant,
    signatures: z.array(z.object({ role: code(SIGNING_ROLES), person, signedAt: instant })),
  })
  .meta({ id: 'Minutes' });

export const meetingRoom = z
  .object({
    ...meetingSummaryShape,
    cycleId: z.string(),
    ratingYear: count,
    today: date,
    simulated: z.boolean(),
    organisation: organisationRef,
    body: z.string().nullable().describe("null: the members' meeting"),
    chair: person,
    minuteTaker: person,
    tellers: z.array(person).describe('the first is the head teller'),
    quorum: anyJson.describe('formula and numbers; before the opening as attendance stands now'),
    reason: z.string().nullable(),
    previousId: uuid.nullable(),
    steps: z.array(step),
    attendance: attendancePage.describe('first page; more under /attendance'),
    unrecorded: count.describe('people whose attendance is not recorded'),
    ballots: z.array(ballot),
    minutes: minutes.nullable(),
    allowedActions,
  })
  .meta({ id: 'MeetingRoom' });

export const ownMeetings = z.object({ items: z.array(z.object({ ...meetingSummaryShape, cycleId: z.string(), organisation: organisationName })) }).meta({ id: 'OwnMeetings' });
