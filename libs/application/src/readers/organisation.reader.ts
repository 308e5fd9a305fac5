import { type Level, type NonLevelState } from '@binhxet/domain';
import { type OrganisationName, type Page, type PageRequest, type Person } from './page.js';

export interface PostView {
  readonly body: string;
  readonly post: string;
  readonly isHead: boolean;
  readonly person: Person;
}

export interface OrganisationView extends OrganisationName {
  readonly id: string;
  readonly role: string;
  readonly quotaGroup: string | null;
  /** From the top of the tree down to the parent. */
  readonly path: readonly (OrganisationName & { readonly id: string })[];
  /** In office today, the head first. */
  readonly posts: readonly PostView[];
  readonly childCount: number;
  /** Members of the whole subtree today. */
  readonly memberCount: number;
}

export interface OrganisationRow extends OrganisationName {
  readonly id: string;
  readonly role: string;
  readonly quotaGroup: string | null;
  readonly childCount: number;
  readonly memberCount: number;
}

export interface MemberYear {
  readonly year: number;
  readonly level: Level | null;
  readonly nonLevel: NonLevelState | null;
  /** As then written. */
  readonly label: string | null;
  readonly packId: string;
  readonly titleOutstanding: boolean;
  readonly decisionNumber: string | null;
  readonly source: string;
  readonly state: string;
  readonly cancelledReason: string | null;
}

export interface MemberView extends Person {
  readonly status: string;
  readonly admittedOn: string;
  readonly isCivilServant: boolean;
  readonly organisation: (OrganisationName & { readonly id: string }) | null;
  readonly posts: readonly { readonly organisation: OrganisationName; readonly body: string; readonly post: string; readonly isHead: boolean }[];
  /** Newest first; cancelled years stay beside what replaced them. */
  readonly years: readonly MemberYear[];
}

/** A day, and what was known of it. */
export interface When {
  /** Day the tree is read at, `YYYY-MM-DD`. */
  readonly validOn: string;
  /** First instant that is not known any more (RFC 3339); null: as held true now. */
  readonly knownBefore: string | null;
}

export abstract class OrganisationReader {
  /** null: no such code on that day, as known then. */
  abstract byCode(code: string, when: When): Promise<OrganisationView | null>;
  /** Where the tree of a reader begins, by code. @param rootIds tops of their subtrees; null: whatever has nobody above */
  abstract tops(rootIds: readonly string[] | null, when: When, page: PageRequest): Promise<Page<OrganisationRow>>;
  /** Official order: code. */
  abstract children(organisationId: string, when: When, page: PageRequest): Promise<Page<OrganisationRow>>;
  /** By given name. */
  abstract members(organisationId: string, when: When, page: PageRequest): Promise<Page<Person & { readonly status: string }>>;
  abstract member(code: string, when: When): Promise<MemberView | null>;
  /** Id of a code, null when unknown. Cheap: for access checks. */
  abstract idOf(code: string): Promise<string | null>;
}
