import { type BodyKind, type Json, type LegalDate, type PostKind } from '@binhxet/domain';
import { type MemberPeriodKind } from '../import/import-columns.js';
import { type Grounds, type Recorded } from './tree.store.js';

export const LEAVING_CAUSES = ['DEATH', 'EXPELLED', 'STRUCK_OFF', 'WITHDRAWN'] as const;
/** Died, expelled, struck off the list, left at one's own wish. */
export type LeavingCause = (typeof LEAVING_CAUSES)[number];

export interface MemberRef {
  readonly id: string;
  readonly code: string;
  readonly admittedOn: LegalDate;
}

/** A dated statement about a person; the last day is included, null goes on. */
export interface DatedEntry {
  readonly id: string;
  readonly from: LegalDate;
  readonly to: LegalDate | null;
}
export interface MembershipEntry extends DatedEntry {
  readonly organisationId: string;
  readonly organisationCode: string;
}
export interface PeriodEntry extends DatedEntry {
  readonly kind: MemberPeriodKind;
  readonly organisationId: string | null;
}
export interface PostEntry extends DatedEntry {
  readonly memberId: string;
  readonly organisationId: string;
  readonly body: BodyKind;
  readonly post: PostKind;
  readonly isHead: boolean;
}

export const ENTRY_KINDS = ['MEMBERSHIP', 'PERIOD', 'POST'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export type MemberChangeKind = 'TRANSFER' | 'APPOINT' | 'RELIEVE' | 'PERIOD_BEGAN' | 'PERIOD_ENDED' | 'LEFT' | 'CORRECTION';
export interface MemberChangeRecord extends Omit<Grounds, 'decision'> {
  readonly id: string;
  readonly memberId: string;
  readonly kind: MemberChangeKind;
  /** null: a fact nobody decides (a death, an illness). */
  readonly decision: string | null;
  readonly content: Json;
  readonly recordedBy: string | null;
}

/**
 * Memberships, posts and dated states of people, as held true now. What a statement replaces stays readable under the time it was
 * recorded (`…_known` views); nothing here loses it.
 */
export abstract class PeopleStore {
  /** Locked until the transaction ends: one change of a person at a time. */
  abstract lock(code: string): Promise<MemberRef | null>;
  abstract memberships(memberId: string): Promise<MembershipEntry[]>;
  abstract periods(memberId: string): Promise<PeriodEntry[]>;
  abstract posts(memberId: string): Promise<PostEntry[]>;
  /** Heads of a body, whenever. */
  abstract heads(organisationId: string, body: BodyKind): Promise<PostEntry[]>;

  abstract insertChange(change: MemberChangeRecord, at: Date): Promise<void>;
  abstract addMembership(memberId: string, organisationId: string, from: LegalDate, to: LegalDate | null, recorded: Recorded): Promise<string>;
  abstract addPeriod(memberId: string, period: Omit<PeriodEntry, 'id'> & { readonly cause: LeavingCause | null }, recorded: Recorded): Promise<string>;
  /** Makes the body when it does not exist yet. */
  abstract addPost(memberId: string, post: Omit<PostEntry, 'id' | 'memberId'>, recorded: Recorded): Promise<string>;
  abstract setDates(kind: EntryKind, id: string, from: LegalDate, to: LegalDate | null, recorded: Recorded): Promise<void>;
  /** Ends the person's posts on the day before; what began later is withdrawn. @param organisationId only those held there */
  abstract endPosts(memberId: string, on: LegalDate, recorded: Recorded, organisationId?: string): Promise<number>;
  /** Takes back what should not have been entered; it stays readable as what was known. */
  abstract withdraw(kind: EntryKind, id: string): Promise<void>;
}
