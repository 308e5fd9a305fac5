/** Role of a node of the tree; authority follows it, never a name. Source: glossary 1-14. */
export const ORG_ROLES = [
  'PROVINCIAL_ORG',
  'SUPERIOR_ORG',
  'GRASSROOTS_COMMITTEE_ORG',
  'GRASSROOTS_CELL',
  'SUBCOMMITTEE_ORG',
  'SUBORDINATE_CELL',
] as const;
export type OrgRole = (typeof ORG_ROLES)[number];

/** Who meets and decides in a node. MEMBERS_MEETING: all members of a cell. Source: glossary 15-21. */
export const BODY_KINDS = [
  'PARTY_COMMITTEE',
  'STANDING_COMMITTEE',
  'CELL_COMMITTEE',
  'MEMBERS_MEETING',
  'INSPECTION_COMMISSION',
  'ADVISORY_BODY',
] as const;
export type BodyKind = (typeof BODY_KINDS)[number];

/** Posts a person may hold in a body. Source: glossary 36-37; OFFICER: staff of an advisory body or office. */
export const POST_KINDS = [
  'SECRETARY',
  'DEPUTY_SECRETARY',
  'STANDING_MEMBER',
  'COMMITTEE_MEMBER',
  'COMMISSION_CHAIR',
  'COMMISSION_MEMBER',
  'OFFICER',
] as const;
export type PostKind = (typeof POST_KINDS)[number];

export const MEMBER_STATUSES = ['OFFICIAL', 'PROBATIONARY'] as const;
export type MemberStatus = (typeof MEMBER_STATUSES)[number];

/** Roles a node may have directly below it. Source: process.md section 1. */
export const CHILD_ROLES: Readonly<Record<OrgRole, readonly OrgRole[]>> = {
  PROVINCIAL_ORG: ['SUPERIOR_ORG', 'GRASSROOTS_COMMITTEE_ORG', 'GRASSROOTS_CELL'],
  SUPERIOR_ORG: ['GRASSROOTS_COMMITTEE_ORG', 'GRASSROOTS_CELL'],
  GRASSROOTS_COMMITTEE_ORG: ['SUBCOMMITTEE_ORG', 'SUBORDINATE_CELL'],
  GRASSROOTS_CELL: [],
  SUBCOMMITTEE_ORG: ['SUBORDINATE_CELL'],
  SUBORDINATE_CELL: [],
};

/** Members belong to a cell, and only to a cell. */
export function isCell(role: OrgRole): boolean {
  return role === 'GRASSROOTS_CELL' || role === 'SUBORDINATE_CELL';
}

/** The unit every report counts: decided by the level directly above it. */
export function isGrassroots(role: OrgRole): boolean {
  return role === 'GRASSROOTS_COMMITTEE_ORG' || role === 'GRASSROOTS_CELL';
}
