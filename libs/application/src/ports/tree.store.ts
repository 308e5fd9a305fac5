import { type Json, type LegalDate, type NewNode, type OrgRole, type TreeChangeKind, type TreeOnDay } from '@binhxet/domain';

/** A decision: from when, by which document, why. */
export interface Grounds {
  /** Number of the decision. */
  readonly decision: string;
  /** First day on which the new state holds. */
  readonly effectiveOn: LegalDate;
  readonly document: string | null;
  readonly reason: string;
}

/** What every new or replaced row carries: the change it belongs to, when it was recorded. */
export interface Recorded {
  /** null: an import, whose batch is in the record. */
  readonly changeId: string | null;
  readonly at: Date;
}

export interface ChangeRecord extends Grounds {
  readonly id: string;
  readonly kind: TreeChangeKind;
  readonly content: Json;
  readonly recordedBy: string | null;
}

export interface OrganisationRef {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly role: OrgRole;
  readonly parentId: string | null;
}

/** One row of a membership that went from one organisation to another. */
export interface MovedMember {
  readonly memberId: string;
  readonly memberCode: string;
  readonly from: string;
  readonly to: string;
}

/**
 * The tree in two times. Valid time is in the rows, recorded time beside it: nothing is changed in place, a version is superseded by
 * the next. Callers hold `ImportStore.lock`: one change of the tree at a time.
 */
export abstract class TreeStore {
  /** The tree as held true now, on a day. */
  abstract onDay(on: LegalDate): Promise<TreeOnDay>;
  /** By code, in force on the day; codes that are not are left out. */
  abstract refs(codes: readonly string[], on: LegalDate): Promise<Map<string, OrganisationRef>>;

  abstract insertChange(change: ChangeRecord, at: Date): Promise<void>;
  /** Organisations the change is about, by code. */
  abstract touch(changeId: string, codes: readonly string[]): Promise<void>;
  abstract begin(nodes: readonly (NewNode & { readonly id: string; readonly bodyId: string })[], grounds: Grounds, recorded: Recorded): Promise<void>;
  /** The version in force on the day ends the day before; one that began that day is withdrawn. */
  abstract end(codes: readonly string[], on: LegalDate, recorded: Recorded): Promise<void>;
  abstract revise(revisions: readonly { readonly code: string; readonly name?: string; readonly role?: OrgRole; readonly parent?: string }[], grounds: Grounds, recorded: Recorded): Promise<void>;
  abstract addLineage(lines: readonly { readonly predecessor: string; readonly successor: string }[], kind: TreeChangeKind, on: LegalDate, changeId: string): Promise<void>;
  /** Memberships of these members, from the day on, at another organisation. @param newIds one for each membership that may be written */
  abstract moveMembers(from: string, to: string, memberCodes: readonly string[], on: LegalDate, recorded: Recorded, nextId: () => string): Promise<MovedMember[]>;
  /** Posts held in organisations that end. @returns how many ended or were withdrawn */
  abstract endPostsAt(codes: readonly string[], on: LegalDate, recorded: Recorded): Promise<number>;
}
