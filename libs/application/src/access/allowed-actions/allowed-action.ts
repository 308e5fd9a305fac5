import { type Facts, type Permission } from '@binhxet/domain';
import { type Actor } from '../actor.js';

export const ACTION_NEEDS = ['REASON', 'DOCUMENT', 'CONFIRM'] as const;
export type ActionNeed = (typeof ACTION_NEEDS)[number];

/**
 * One thing the reader may do to a resource, in the order to show; the first is the primary one. Outside the role an action is absent;
 * inside it and blocked now it is present with the code of the refusal that calling it would meet. The server decides again on the act.
 */
export interface AllowedAction {
  readonly id: string;
  readonly allowed: boolean;
  readonly reasonCode: string | null;
  readonly facts: Facts;
  readonly needs: readonly ActionNeed[];
  readonly method: 'POST' | 'PUT';
  readonly href: string;
}

/** The rights of one actor, as `Access` answers them. */
export interface ActorRights {
  readonly actor: Actor;
  holds(permission: Permission, organisationId: string): boolean;
  leads(organisationId: string): boolean;
}

/** Why something is blocked now; null: it is not. */
export interface Blocked {
  readonly code: string;
  readonly facts?: Facts;
}

/** @param blocked first reason that applies, null when there is none @param about what the act is about, beside its address */
export function action(id: string, method: 'POST' | 'PUT', href: string, blocked: Blocked | null, needs: readonly ActionNeed[] = [], about: Facts = {}): AllowedAction {
  return { id, allowed: blocked === null, reasonCode: blocked?.code ?? null, facts: { ...about, ...blocked?.facts }, needs, method, href: `/api/v1${href}` };
}

/** Acts of a body need a leading post in it. */
export function mayLead(rights: ActorRights, permission: Permission, organisationId: string): boolean {
  return rights.holds(permission, organisationId) && rights.leads(organisationId);
}
