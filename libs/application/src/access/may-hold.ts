import { PERMISSIONS, type AccessRole, type Permission } from '@binhxet/domain';
import { rolesOf } from './access.js';
import { type Actor } from './actor.js';

/**
 * Could this actor hold the permission anywhere at all? Asked before an object is known; `Access.assert` decides about the object.
 * A teller is named for one meeting and has no capacity of that kind: any member may be one.
 */
export function mayHold(actor: Actor, permission: Permission): boolean {
  const roles: readonly AccessRole[] = PERMISSIONS[permission];
  if (roles.includes('TELLER') && actor.memberId !== null) return true;
  return actor.capacities.some((capacity) => rolesOf(capacity).some((role) => roles.includes(role)));
}
