/** Tree, people and posts as they stand on a date. */
export interface OrganisationNode {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly role: string;
  readonly parentId: string | null;
  readonly quotaGroup: string | null;
}
export interface MemberNode {
  readonly id: string;
  readonly code: string;
  readonly organisationId: string;
  readonly status: string;
  readonly admittedOn: string;
  readonly isCivilServant: boolean;
  readonly periods: readonly { readonly kind: string; readonly fromOn: string; readonly toOn: string | null; readonly organisationId: string | null }[];
}
/** A member's earlier stay in a cell that still exists. */
export interface FormerMembership {
  readonly memberId: string;
  readonly organisationId: string;
  readonly fromOn: string;
  readonly toOn: string;
}
export interface PostNode {
  readonly memberId: string;
  readonly organisationId: string;
  readonly bodyId: string;
  readonly body: string;
  readonly post: string;
  readonly isHead: boolean;
}
/** A post somebody holds or held. */
export interface PostTermNode {
  readonly memberId: string;
  readonly post: string;
  readonly body: string;
  readonly fromOn: string;
  readonly toOn: string | null;
}
/** `knownAt`: as it was recorded at that instant; without it, as held true now. */
export abstract class OrganisationStore {
  abstract byId(id: string): Promise<OrganisationNode>;
  abstract byCode(code: string, on: string): Promise<OrganisationNode | null>;
  /** The organisation and everything below it on a date, parents first, siblings by code. */
  abstract subtree(rootId: string, on: string, knownAt?: Date): Promise<OrganisationNode[]>;
  /** Cell a member belongs to on a date; null: none. */
  abstract cellOf(memberId: string, on: string): Promise<string | null>;
  abstract membersOf(organisationIds: readonly string[], on: string, knownAt?: Date): Promise<MemberNode[]>;
  /** A member wherever they belong, `organisationId` empty. */
  abstract member(memberId: string): Promise<MemberNode | null>;
  /** Memberships of these people that ended from `since` on and before `on`, in organisations in force on `on`. */
  abstract formerMemberships(memberIds: readonly string[], since: string, on: string): Promise<FormerMembership[]>;
  /** Posts in office on a date. */
  abstract postsOf(organisationIds: readonly string[], on: string, knownAt?: Date): Promise<PostNode[]>;
  /** Posts that began by a day, in whatever organisation, ended ones too. */
  abstract postTerms(memberIds: readonly string[], until: string, knownAt?: Date): Promise<PostTermNode[]>;
  abstract facts(subjectKind: string, subjectIds: readonly string[], year: number): Promise<Map<string, Record<string, unknown>>>;
}
