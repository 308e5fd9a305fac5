import { Access, type Actor, type ActorRights } from '@binhxet/application';

/** The rights of one actor, for the rules of `allowedActions`. */
export function rightsOf(access: Access, actor: Actor): ActorRights {
  return { actor, holds: (permission, organisationId) => access.holds(actor, permission, organisationId), leads: (organisationId) => access.leads(actor, organisationId) };
}
