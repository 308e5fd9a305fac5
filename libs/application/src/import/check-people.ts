import { type BodyKind, isCell, type OrgRole } from '@binhxet/domain';
import {
  type MemberPeriodRecord,
  type MemberRecord,
  type MembershipRecord,
  type PostRecord,
} from './import-columns.js';
import { type IssueList } from './import-issue.js';
import { eachOverlap } from './intervals.js';
import { type KnownCodes } from './known-codes.js';

/** Bodies a node may have. Source: process.md section 1, glossary 15-21. */
export const BODIES_OF: Readonly<Record<OrgRole, readonly BodyKind[]>> = {
  PROVINCIAL_ORG: ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_BODY'],
  SUPERIOR_ORG: ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_BODY'],
  GRASSROOTS_COMMITTEE_ORG: ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'INSPECTION_COMMISSION', 'ADVISORY_BODY'],
  GRASSROOTS_CELL: ['CELL_COMMITTEE', 'MEMBERS_MEETING'],
  SUBCOMMITTEE_ORG: ['PARTY_COMMITTEE'],
  SUBORDINATE_CELL: ['CELL_COMMITTEE', 'MEMBERS_MEETING'],
};

const CELL_ROLES = (['GRASSROOTS_CELL', 'SUBORDINATE_CELL'] as const).filter(isCell);

/** A member belongs to exactly one cell at a time; dates are in order. */
export function checkMembers(
  files: { readonly members: string; readonly memberships: string },
  members: readonly MemberRecord[],
  earlier: readonly MembershipRecord[],
  known: KnownCodes,
  issues: IssueList,
): void {
  const first = new Map<string, MemberRecord>();
  const cell = (file: string, row: number, code: string) => {
    if (!known.hasOrganisation(code))
      issues.add(file, row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    else if (known.isCell(code) === false)
      issues.add(file, row, 'organisation', 'IMPORT.NOT_A_CELL', { allowed: [...CELL_ROLES] });
  };
  for (const member of members) {
    const file = files.members;
    const other = first.get(member.code);
    if (other) issues.add(file, member.row, 'code', 'IMPORT.ROW_DUPLICATE', { firstRow: other.row });
    else first.set(member.code, member);
    cell(file, member.row, member.organisation);
    if (member.officialOn !== null && member.officialOn < member.admittedOn)
      issues.add(file, member.row, 'officialOn', 'IMPORT.DATES_REVERSED', { notBefore: 'admittedOn' });
    if (member.bornOn !== null && member.bornOn >= member.admittedOn)
      issues.add(file, member.row, 'admittedOn', 'IMPORT.DATES_REVERSED', { after: 'bornOn' });
    if (member.joinedOn < member.admittedOn)
      issues.add(file, member.row, 'joinedOn', 'IMPORT.DATES_REVERSED', { notBefore: 'admittedOn' });
    if (member.status === 'OFFICIAL' && member.officialOn === null)
      issues.add(file, member.row, 'officialOn', 'IMPORT.CELL_EMPTY', { expected: 'DATE' });
  }
  for (const row of earlier) {
    const file = files.memberships;
    if (!known.hasMember(row.member))
      issues.add(file, row.row, 'member', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    cell(file, row.row, row.organisation);
    if (row.to < row.from) issues.add(file, row.row, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' });
    const now = first.get(row.member);
    if (now && row.to >= now.joinedOn) issues.add(file, row.row, 'to', 'IMPORT.PERIODS_OVERLAP', { otherRow: now.row });
  }
  eachOverlap(
    earlier,
    (row) => row.member,
    (later, before) =>
      issues.add(files.memberships, later.row, 'from', 'IMPORT.PERIODS_OVERLAP', { otherRow: before.row }),
  );
}

export function checkMemberPeriods(
  file: string,
  rows: readonly MemberPeriodRecord[],
  known: KnownCodes,
  issues: IssueList,
): void {
  for (const row of rows) {
    if (!known.hasMember(row.member))
      issues.add(file, row.row, 'member', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    if (row.organisation !== null && !known.hasOrganisation(row.organisation))
      issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    if (row.to !== null && row.to < row.from)
      issues.add(file, row.row, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' });
  }
  eachOverlap(
    rows,
    (row) => `${row.member} ${row.kind}`,
    (later, before) => issues.add(file, later.row, 'from', 'IMPORT.PERIODS_OVERLAP', { otherRow: before.row }),
  );
}

/** A post is held in a body its organisation may have, by somebody who was a member then; an organisation has one head at a time. */
export function checkPosts(
  file: string,
  rows: readonly PostRecord[],
  members: readonly MemberRecord[],
  known: KnownCodes,
  issues: IssueList,
): void {
  const admitted = new Map(members.map((member) => [member.code, member.admittedOn]));
  for (const row of rows) {
    if (!known.hasMember(row.member))
      issues.add(file, row.row, 'member', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'members.code' });
    else if (row.from < (admitted.get(row.member) ?? row.from))
      issues.add(file, row.row, 'from', 'IMPORT.NOT_A_MEMBER_THEN', { notBefore: 'members.admittedOn' });
    if (!known.hasOrganisation(row.organisation))
      issues.add(file, row.row, 'organisation', 'IMPORT.REFERENCE_UNKNOWN', { expected: 'organisations.code' });
    const role = known.role(row.organisation);
    if (role !== null && !BODIES_OF[role].includes(row.body))
      issues.add(file, row.row, 'body', 'IMPORT.BODY_NOT_ALLOWED', { allowed: [...BODIES_OF[role]] });
    if (row.to !== null && row.to < row.from)
      issues.add(file, row.row, 'to', 'IMPORT.DATES_REVERSED', { notBefore: 'from' });
  }
  eachOverlap(
    rows,
    (row) => [row.member, row.organisation, row.body, row.post].join(' '),
    (later, before) => issues.add(file, later.row, null, 'IMPORT.ROW_DUPLICATE', { firstRow: before.row }),
  );
  eachOverlap(
    rows.filter((row) => row.head),
    (row) => `${row.organisation} ${row.body}`,
    (later, before) => issues.add(file, later.row, 'head', 'IMPORT.HEAD_DUPLICATE', { otherRow: before.row }),
  );
}
