import { PERSON_BALLOT_KINDS, WORK_KIND_NAMES, WORK_STATES } from '@binhxet/domain';
import { BALLOT_KINDS } from '../ports/ballot.store.js';
import { DECISION_KINDS } from '../ports/decision.store.js';
import { year } from './import-columns.js';
import {
  date,
  memberCode,
  oneOf,
  optional,
  organisationCode,
  type RecordOf,
  subjectCode,
  text,
  voterCode,
  whole,
  yesNo,
} from './column.js';

/**
 * What people do out of the ordinary. Without a row everybody does the ordinary thing on the day of the plan.
 * `TRY_…`: an act that the system has to refuse, with the code expected.
 */
export const ACT_KINDS = {
  SELF_REVIEW: { subject: 'NONE', value: 'NONE', on: true }, //            hands in the own self-review on that day
  NO_SELF_REVIEW: { subject: 'NONE', value: 'NONE', on: false }, //       hands in nothing before the step closes; comes later
  NO_REVIEW: { subject: 'NONE', value: 'NONE', on: false }, //            hands in nothing all year
  ABSENT: { subject: 'ORGANISATION', value: 'ABSENCE', on: false }, //    is away from the first sitting of the year
  RETURN_PAPER: { subject: 'MEMBER', value: 'REASON', on: false }, //     a secretary sends a self-review back once
  CONVENE: { subject: 'ORGANISATION', value: 'NONE', on: true }, //       the body sits on another day than planned
  SUBMIT: { subject: 'ORGANISATION', value: 'NONE', on: true }, //        the result goes upward on that day, not at once
  RETURN_RESULT: { subject: 'ORGANISATION', value: 'REASON', on: false }, // the level above sends the result back once
  MISCOUNT: { subject: 'ORGANISATION', value: 'NONE', on: false }, //     a teller adds up one paper wrongly the first time
  DROP_CASE: { subject: 'ANY', value: 'REASON', on: false }, //           not commended although entitled
  LOWER_BY_DECISION: { subject: 'ANY', value: 'REASON', on: false }, //    the decision puts the subject one level below the vote
  TRY_SELF_REVIEW: { subject: 'NONE', value: 'NONE', on: true },
  TRY_SUBMIT_TWICE: { subject: 'ORGANISATION', value: 'NONE', on: false },
  TRY_OPEN_WITHOUT_QUORUM: { subject: 'ORGANISATION', value: 'NONE', on: false },
  TRY_COUNT_AS_OUTSIDER: { subject: 'ORGANISATION', value: 'NONE', on: false },
  TRY_READ_REVIEW: { subject: 'MEMBER', value: 'NONE', on: false },
  TRY_DECIDE_WITHOUT_REASON: { subject: 'ORGANISATION', value: 'NONE', on: false },
  TRY_DECIDE_OVER_QUOTA: { subject: 'ORGANISATION', value: 'NONE', on: false },
} as const;
export type ActKind = keyof typeof ACT_KINDS;

/** Ballots a mark may be for; `SELF_REVIEW`: the level a person puts into a paper of their own. */
export const MARK_BALLOTS = ['SELF_REVIEW', ...BALLOT_KINDS] as const;
export type MarkBallot = (typeof MARK_BALLOTS)[number];
export const MARKS_OF_A_PAPER = ['1', '2', '3', '4', '5', '6', 'blank', 'invalid'] as const;
export type MarkWord = (typeof MARKS_OF_A_PAPER)[number];
/** Marks on one person: a level of confidence, or the name that stands on an election paper. */
export const MARKS_ON_A_PERSON = ['1', '2', '3', '4', '5', '6', 'chosen', 'blank', 'invalid'] as const;
export type PersonMarkWord = (typeof MARKS_ON_A_PERSON)[number];

/**
 * Columns of the tables that only the runner reads: they never reach the server as a table. `year` says which rating year a row is
 * about; it is needed where a scenario has several.
 */
export const SCENARIO_COLUMNS = {
  acts: {
    year: optional(year),
    actor: memberCode,
    act: oneOf(Object.keys(ACT_KINDS) as ActKind[]),
    subject: optional(subjectCode),
    on: optional(date),
    value: optional(text(500)),
    expect: optional(text(60)),
  },
  marks: {
    year: optional(year),
    body: organisationCode,
    ballot: oneOf(MARK_BALLOTS),
    round: optional(whole(1, 9)),
    voter: voterCode,
    subject: subjectCode,
    mark: oneOf(MARKS_OF_A_PAPER),
  },
  decisions: {
    year: optional(year),
    organisation: organisationCode,
    kind: oneOf(DECISION_KINDS),
    number: text(60),
    on: optional(date),
    reason: optional(text(1000)),
    document: optional(text(300)),
  },
  records: {
    year: optional(year),
    organisation: organisationCode,
    actor: optional(memberCode),
    kind: oneOf(WORK_KIND_NAMES),
    state: optional(oneOf(WORK_STATES)),
    on: date,
    to: optional(date),
    subject: optional(subjectCode),
    quantity: optional(whole(0, 1_000_000)),
    unit: optional(text(60)),
    detail: optional(text(60)),
    selfDetected: optional(yesNo),
    decisionNumber: optional(text(60)),
    document: optional(text(300)),
    note: optional(text(2000)),
  },
  registrations: {
    year: optional(year),
    organisation: organisationCode,
    actor: optional(memberCode),
    on: date,
    aim: whole(1, 6),
    label: optional(text(200)),
    note: optional(text(1000)),
  },
  personBallots: {
    year: optional(year),
    body: organisationCode,
    ballot: text(24),
    kind: oneOf(PERSON_BALLOT_KINDS),
    title: text(300),
    document: optional(text(300)),
    seats: optional(whole(1, 100)),
    person: memberCode,
  },
  personMarks: {
    year: optional(year),
    body: organisationCode,
    ballot: text(24),
    voter: voterCode,
    person: memberCode,
    mark: oneOf(MARKS_ON_A_PERSON),
  },
} as const;

export type ScenarioKind = keyof typeof SCENARIO_COLUMNS;
export const SCENARIO_KINDS = Object.keys(SCENARIO_COLUMNS) as readonly ScenarioKind[];
export type ScenarioRecords = { readonly [K in ScenarioKind]: readonly RecordOf<(typeof SCENARIO_COLUMNS)[K]>[] };
export type ActRecord = ScenarioRecords['acts'][number];
export type MarkRecord = ScenarioRecords['marks'][number];
export type DecisionRecord = ScenarioRecords['decisions'][number];
export type WorkRow = ScenarioRecords['records'][number];
export type PersonBallotLine = ScenarioRecords['personBallots'][number];
export type PersonMark = ScenarioRecords['personMarks'][number];
export type RegistrationWish = ScenarioRecords['registrations'][number];
