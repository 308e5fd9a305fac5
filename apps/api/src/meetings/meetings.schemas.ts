import { PERSON_BALLOT_KINDS } from '@binhxet/domain';
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
export const personBallotRequest = z
  .strictObject({
    kind: z.enum(PERSON_BALLOT_KINDS),
    title: z.string().trim().min(1).max(300).describe('subject of the ballot, as it stands on the paper'),
    document: z.string().trim().min(1).max(300).optional().describe('what it is held under'),
    persons: z.array(z.string().min(1).max(32)).min(1).max(100).describe('codes of members, in the order of the paper'),
    seats: z.number().int().min(1).max(100).optional().describe('an election alone: posts to be filled'),
  })
  .meta({ id: 'PersonBallotRequest' });
export const personCountRequest = z
  .strictObject({
    distributed: whole,
    returned: whole,
    valid: whole,
    invalid: whole,
    rows: z.array(z.strictObject({ memberId: uuid, votes: z.array(whole).min(1).max(6).describe('by level of confidence, the highest first; in an election the papers on which the name stands'), blank: whole, invalid: whole })).max(100),
  })
  .meta({ id: 'PersonCountRequest' });
export const plannedPersonBallot = z.object({ ballotId: uuid }).meta({ id: 'PlannedPersonBallot' });
export const personCountAnswer = z.object({ attempt: count, agreed: z.boolean().nullable().describe('null: the other teller has not handed in yet') }).meta({ id: 'PersonCountAnswer' });
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
const shareFormula = z.object({ votes: count, of: count, sharePerMille: count.nullable(), comparator: z.enum(['>', '>=']), num: count, den: count, left: count, right: count, holds: z.boolean() });
const personBallot = z
  .object({
    id: uuid,
    ordinal: count,
    kind: code(PERSON_BALLOT_KINDS),
    title: z.string(),
    document: z.string().nullable(),
    method: code(['SHOW_OF_HANDS', 'SECRET_BALLOT']),
    state: stateOf('ballot'),
    seats: count.nullable().describe('posts to be filled; null: a ballot of confidence'),
    persons: z.array(person),
    rule: anyJson,
    levels: z.array(z.string()).nullable().describe('words of the levels of confidence, the highest first; null in an election'),
    entitled: count.nullable(),
    countedBody: count.nullable(),
    present: count.nullable(),
    attempt: count,
    entered: count.describe('tellers who have handed in this attempt'),
    myEntries: z.array(z.object({ attempt: count, enteredAt: instant, entry: anyJson })),
    recount: z.array(z.string()).nullable().describe('rows in which the count before differed'),
    totals: z.object({ distributed: count, returned: count, valid: count, invalid: count }).nullable().describe('null until both tellers agree'),
    counts: z.array(z.object({ personId: uuid, votes: z.array(count), blank: count, invalid: count })).nullable(),
    result: z
      .object({
        countedBody: count,
        seats: z.object({ of: count, filled: count }).nullable(),
        persons: z.array(
          z.object({
            personId: uuid,
            outcome: code(['LEVEL', 'NO_MAJORITY', 'ELECTED', 'NOT_ELECTED', 'TIED', 'UNCONFIRMED']).describe('UNCONFIRMED: the rules do not say which majority is needed'),
            level: count.nullable(),
            shares: z.array(z.object({ choice: count, votes: count, sharePerMille: count.nullable(), formula: shareFormula.nullable() })),
          }),
        ),
      })
      .nullable(),
    reason: z.string().nullable(),
    version: count,
    allowedActions,
  })
  .meta({ id: 'PersonBallot', description: 'a ballot about persons, beside the rating and never part of it' });
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
    personBallots: z.array(personBallot).describe('confidence and by-elections, outside the rating'),
    minutes: minutes.nullable(),
    allowedActions,
  })
  .meta({ id: 'MeetingRoom' });

export const ownMeetings = z.object({ items: z.array(z.object({ ...meetingSummaryShape, cycleId: z.string(), organisation: organisationName })) }).meta({ id: 'OwnMeetings' });
