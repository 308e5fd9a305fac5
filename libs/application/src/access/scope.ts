import { type AccessRole } from '@binhxet/domain';
import { rolesOf, type SubtreeReader } from './access.js';
import { type Actor, type Capacity } from './actor.js';

/** Membership reaches nothing but the person's own papers; posts and grants reach a subtree. */
const reaches = (capacity: Capacity): boolean => capacity.kind !== 'MEMBER';

/** What of the tree an actor's posts and grants reach: lists are cut to it before anything is counted. */
export class Scope {
  constructor(private readonly subtree: SubtreeReader) {}

  /** Tops of the subtrees; null: everywhere. */
  roots(actor: Actor): string[] | null {
    const reaching = actor.capacities.filter(reaches);
    if (reaching.some((capacity) => capacity.organisationId === null)) return null;
    return [...new Set(reaching.flatMap((capacity) => (capacity.organisationId ? [capacity.organisationId] : [])))];
  }

  /** Organisations the actor belongs to in any way, for what touches the people of an organisation and not only its leaders. */
  organisations(actor: Actor): string[] {
    return [...new Set(actor.capacities.flatMap((capacity) => (capacity.organisationId ? [capacity.organisationId] : [])))];
  }

  /** Does a post or grant reach this organisation? */
  async covers(actor: Actor, organisationId: string): Promise<boolean> {
    const roots = this.roots(actor);
    return roots === null || this.subtree.isWithin(organisationId, roots);
  }

  /** Roles of the posts and grants that reach this organisation. */
  async rolesOver(actor: Actor, organisationId: string): Promise<Set<AccessRole>> {
    const roles = new Set<AccessRole>();
    for (const capacity of actor.capacities.filter(reaches)) {
      if (capacity.organisationId === null || (await this.subtree.isWithin(organisationId, [capacity.organisationId]))) for (const role of rolesOf(capacity)) roles.add(role);
    }
    return roles;
  }
}
