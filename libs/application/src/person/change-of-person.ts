import { AppError, type LegalDate, legalDateOf, type Permission } from '@binhxet/domain';
import { type Access } from '../access/access.js';
import { type Actor } from '../access/actor.js';
import { notFound } from '../access/access.js';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type MemberChangeKind, type MemberRef, type MembershipEntry } from '../ports/people.store.js';
import { type Grounds, type Recorded } from '../ports/tree.store.js';
import { type Tx } from '../ports/unit-of-work.port.js';

/** Grounds of a change about a person; a fact nobody decides has no number. */
export type PersonGrounds = Omit<Grounds, 'decision'> & { readonly decision: string | null };

export interface PersonChange {
  readonly member: MemberRef;
  readonly memberships: readonly MembershipEntry[];
  /** The one in force on the day. */
  readonly here: MembershipEntry;
  readonly recorded: Recorded & { readonly changeId: string };
}

/** @throws AppError MEMBER.DATE_AHEAD (conflict) */
export function assertNotAhead(clock: Clock, on: LegalDate): void {
  const today = legalDateOf(clock.now().getTime());
  if (on > today) throw new AppError('MEMBER.DATE_AHEAD', 'conflict', 'A change is entered when it has taken effect', { on, latest: today });
}

/**
 * What every change of a person begins with: the person, locked; where they are on the day; the right to change people there.
 * @throws AppError ACCESS.NOT_FOUND outside the actor's reach, MEMBER.NOT_A_MEMBER_THEN (conflict)
 */
export async function beginChange(tx: Tx, access: Access, actor: Actor, permissions: readonly Permission[], code: string, on: LegalDate, clock: Clock, ids: Ids): Promise<PersonChange> {
  const member = await tx.people.lock(code);
  if (!member) throw notFound();
  const memberships = await tx.people.memberships(member.id);
  const here = memberships.find((entry) => entry.from <= on && (entry.to === null || entry.to >= on));
  const place = here ?? memberships.at(-1);
  if (!place) throw notFound();
  await assertAny(access, actor, permissions, place.organisationId);
  if (!here) throw new AppError('MEMBER.NOT_A_MEMBER_THEN', 'conflict', 'On that day the person belonged to no cell', { on, from: memberships[0]?.from ?? null, to: place.to });
  return { member, memberships, here, recorded: { changeId: ids.next(), at: clock.now() } };
}

async function assertAny(access: Access, actor: Actor, permissions: readonly Permission[], organisationId: string): Promise<void> {
  for (const [at, permission] of permissions.entries()) {
    try {
      return await access.assertWithin(actor, permission, organisationId);
    } catch (error) {
      if (at === permissions.length - 1) throw error;
    }
  }
}

/** Writes the decision itself; the rows it changes refer to it. */
export function insertDecision(tx: Tx, actor: Actor, member: MemberRef, kind: MemberChangeKind, grounds: PersonGrounds, content: Parameters<Tx['people']['insertChange']>[0]['content'], { changeId, at }: PersonChange['recorded']): Promise<void> {
  return tx.people.insertChange({ ...grounds, id: changeId, memberId: member.id, kind, content, recordedBy: actor.accountId }, at);
}

/** @throws AppError ORGANISATION.NOT_A_CELL, NOT_IN_FORCE (conflict), UNKNOWN (not-found) */
export async function cellOn(tx: Tx, code: string, on: LegalDate): Promise<{ readonly id: string; readonly code: string }> {
  const tree = await tx.tree.refs([code], on);
  const ref = tree.get(code);
  if (!ref) throw new AppError('ORGANISATION.NOT_IN_FORCE', 'conflict', 'The organisation did not exist on that day', { code, on });
  if (ref.role !== 'SUBORDINATE_CELL' && ref.role !== 'GRASSROOTS_CELL') throw new AppError('ORGANISATION.NOT_A_CELL', 'conflict', 'Members belong to a cell', { code, role: ref.role, allowed: ['GRASSROOTS_CELL', 'SUBORDINATE_CELL'] });
  return ref;
}

/** The day before, and what overlaps: dates are `YYYY-MM-DD` and compare as text. */
export const overlaps = (one: { readonly from: LegalDate; readonly to: LegalDate | null }, other: { readonly from: LegalDate; readonly to: LegalDate | null }): boolean =>
  (one.to === null || other.from <= one.to) && (other.to === null || one.from <= other.to);
