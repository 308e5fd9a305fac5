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
export interface PostNode {
  readonly memberId: string;
  readonly organisationId: string;
  readonly bodyId: string;
  readonly body: string;
  readonly post: string;
  readonly isHead: boolean;
}
export abstract class OrganisationStore {
  abstract byId(id: string): Promise<OrganisationNode>;
  abstract byCode(code: string, on: string): Promise<OrganisationNode | null>;
  /** The organisation and everything below it on a date, parents first, siblings by code. */
  abstract subtree(rootId: string, on: string): Promise<OrganisationNode[]>;
  /** Cell a member belongs to on a date; null: none. */
  abstract cellOf(memberId: string, on: string): Promise<string | null>;
  abstract membersOf(organisationIds: readonly string[], on: string): Promise<MemberNode[]>;
  /** Posts in office on a date. */
  abstract postsOf(organisationIds: readonly string[], on: string): Promise<PostNode[]>;
  abstract facts(subjectKind: string, subjectIds: readonly string[], year: number): Promise<Map<string, Record<string, unknown>>>;
}
