import {
  BODY_KINDS,
  MEMBER_STATUSES,
  NON_LEVEL_STATES,
  ORG_ROLES,
  POST_KINDS,
  SUBJECT_KINDS,
  WORK_KIND_NAMES,
  WORK_STATES,
} from '@binhxet/domain';
import {
  date,
  memberCode,
  oneOf,
  optional,
  organisationCode,
  organisationCodes,
  type RecordOf,
  scalar,
  subjectCode,
  text,
  whole,
  yesNo,
} from './column.js';

/** Dated states of a member that change who reviews, who is rated and who is counted. */
export const MEMBER_PERIODS = [
  'EXEMPTED',
  'SUSPENDED',
  'SUSPENDED_FROM_COMMITTEE',
  'PROSECUTED',
  'SICK_LEAVE',
  'MATERNITY_LEAVE',
  'TEMPORARY_ELSEWHERE',
  'LEFT_PARTY',
] as const;
export type MemberPeriodKind = (typeof MEMBER_PERIODS)[number];

const LONGEST = { name: 200, decision: 60, label: 200, source: 300, reason: 2000, key: 60, pack: 24 };
/** Rating year. */
export const year = whole(1930, 2199);

/** Columns of the tables that an installation stores. `docs/scenario-format.md` explains each; a test keeps both equal. */
export const IMPORT_COLUMNS = {
  organisations: {
    code: organisationCode,
    name: text(LONGEST.name),
    role: oneOf(ORG_ROLES),
    parent: optional(organisationCode),
    from: date,
    to: optional(date),
    quotaGroup: optional(text(LONGEST.key)),
    lineageOf: optional(organisationCodes),
    decision: optional(text(LONGEST.decision)),
  },
  members: {
    code: memberCode,
    fullName: text(LONGEST.name),
    bornOn: optional(date),
    status: oneOf(MEMBER_STATUSES),
    admittedOn: date,
    officialOn: optional(date),
    civilServant: yesNo,
    organisation: organisationCode,
    joinedOn: date,
  },
  memberships: { member: memberCode, organisation: organisationCode, from: date, to: date },
  periods: {
    member: memberCode,
    kind: oneOf(MEMBER_PERIODS),
    from: date,
    to: optional(date),
    organisation: optional(organisationCode),
  },
  posts: {
    member: memberCode,
    organisation: organisationCode,
    body: oneOf(BODY_KINDS),
    post: oneOf(POST_KINDS),
    head: yesNo,
    from: date,
    to: optional(date),
  },
  history: {
    subjectKind: oneOf(SUBJECT_KINDS),
    subject: subjectCode,
    year,
    pack: text(LONGEST.pack),
    level: optional(whole(1, 6)),
    nonLevel: optional(oneOf(NON_LEVEL_STATES)),
    label: optional(text(LONGEST.label)),
    outstanding: optional(yesNo),
    decision: optional(text(LONGEST.decision)),
    state: optional(oneOf(['VALID', 'CANCELLED'])),
    cancelledReason: optional(text(LONGEST.reason)),
  },
  facts: {
    subjectKind: oneOf(SUBJECT_KINDS),
    subject: subjectCode,
    year,
    key: text(LONGEST.key),
    value: scalar,
    source: optional(text(LONGEST.source)),
  },
  workRecords: {
    organisation: organisationCode,
    kind: oneOf(WORK_KIND_NAMES),
    state: optional(oneOf(WORK_STATES)),
    on: date,
    to: optional(date),
    subjectKind: optional(oneOf(['ORGANISATION', 'MEMBER'])),
    subject: optional(subjectCode),
    quantity: optional(whole(0, 1_000_000)),
    unit: optional(text(LONGEST.key)),
    detail: optional(text(LONGEST.key)),
    selfDetected: optional(yesNo),
    decision: optional(text(LONGEST.decision)),
    document: optional(text(LONGEST.source)),
    note: optional(text(LONGEST.reason)),
  },
} as const;

export type ImportKind = keyof typeof IMPORT_COLUMNS;
export const IMPORT_KINDS = Object.keys(IMPORT_COLUMNS) as readonly ImportKind[];
export type ImportRecords = { readonly [K in ImportKind]: readonly RecordOf<(typeof IMPORT_COLUMNS)[K]>[] };

export type OrganisationRecord = ImportRecords['organisations'][number];
export type MemberRecord = ImportRecords['members'][number];
export type MembershipRecord = ImportRecords['memberships'][number];
export type MemberPeriodRecord = ImportRecords['periods'][number];
export type PostRecord = ImportRecords['posts'][number];
export type HistoryRecord = ImportRecords['history'][number];
export type FactRecord = ImportRecords['facts'][number];
export type WorkRecordRecord = ImportRecords['workRecords'][number];
