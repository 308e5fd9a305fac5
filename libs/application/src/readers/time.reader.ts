import { type BodyKind, type OrgRole, type PostKind, type TreeChangeKind } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest } from './page.js';

type Ref = OrganisationName & { readonly id: string };

export interface TreeChangeRow {
  readonly id: string;
  readonly kind: TreeChangeKind;
  readonly effectiveOn: string;
  readonly decision: string;
  readonly document: string | null;
  readonly reason: string;
  readonly recordedAt: string;
  readonly organisations: readonly Ref[];
}

/** `supersededAt` null: held true now. */
interface Recording {
  readonly from: string;
  readonly to: string | null;
  readonly decision: string | null;
  readonly recordedAt: string;
  readonly supersededAt: string | null;
}
export interface VersionRow extends Recording {
  readonly name: string;
  readonly role: OrgRole;
  readonly parent: Ref | null;
  readonly quotaGroup: string | null;
  readonly document: string | null;
  readonly changeId: string | null;
}

export interface LineageStep extends Ref {
  readonly kind: string;
  readonly effectiveOn: string;
  readonly decision: string | null;
  /** 1: directly before or after. */
  readonly depth: number;
}
export interface LineageYear {
  readonly organisation: Ref;
  readonly subjectKind: 'COLLECTIVE' | 'ORGANISATION';
  readonly year: number;
  readonly level: number | null;
  readonly nonLevel: string | null;
  readonly label: string | null;
  readonly packId: string;
  readonly titleOutstanding: boolean;
  readonly decisionNumber: string | null;
  readonly state: string;
}
export interface Lineage {
  readonly predecessors: readonly LineageStep[];
  readonly successors: readonly LineageStep[];
  /** Own results and those of every predecessor, newest first. */
  readonly years: readonly LineageYear[];
}

interface Entry extends Recording {
  readonly id: string;
}
export interface MemberTimeline {
  readonly memberships: readonly (Entry & { readonly organisation: OrganisationName })[];
  readonly posts: readonly (Entry & { readonly organisation: OrganisationName; readonly body: BodyKind; readonly post: PostKind; readonly isHead: boolean })[];
  readonly periods: readonly (Entry & { readonly kind: string; readonly organisation: OrganisationName | null; readonly cause: string | null })[];
}

/** The tree and people through time: what was decided, what was known. */
export abstract class TimeReader {
  /** Newest recorded first. @param rootIds tops of the subtrees of today; null: everywhere */
  abstract changes(rootIds: readonly string[] | null, page: PageRequest): Promise<Page<TreeChangeRow>>;
  abstract versions(organisationId: string): Promise<VersionRow[]>;
  abstract lineage(organisationId: string): Promise<Lineage>;
  /** null: no such member. `places`: organisations they belong or belonged to, newest first. */
  abstract timeline(memberCode: string): Promise<{ readonly places: readonly string[]; readonly timeline: MemberTimeline } | null>;
}
