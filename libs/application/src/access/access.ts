import { AppError, isCell, isGrassroots, type AccessRole, type OrgRole, PERMISSIONS, type Permission } from '@binhxet/domain';
import { type Actor, type Capacity } from './actor.js';

/** Tree questions that access needs. */
export abstract class SubtreeReader {
  /** Is any of `ancestorIds` the organisation itself or above it? */
  abstract isWithin(organisationId: string, ancestorIds: readonly string[]): Promise<boolean>;
}

const COMMITTEES = ['PARTY_COMMITTEE', 'STANDING_COMMITTEE', 'CELL_COMMITTEE'];
const LEADERS = ['SECRETARY', 'DEPUTY_SECRETARY'];

/** Posts that act for a body: its leaders and its office. */
export const isLeadingPost = (post: string): boolean => LEADERS.includes(post) || post === 'OFFICER';

/** Screen roles of one capacity. They follow from role of the organisation, body and post, never from a name. Source: process.md §11 */
export function rolesOf(capacity: Capacity): AccessRole[] {
  switch (capacity.kind) {
    case 'MEMBER':
      return ['MEMBER'];
    case 'GRANT':
      return [capacity.role];
    case 'POST': {
      const role = capacity.organisationRole as OrgRole;
      const roles: AccessRole[] = [];
      if (isCell(role) && LEADERS.includes(capacity.post)) roles.push('CELL_SECRETARY');
      if (COMMITTEES.includes(capacity.body) && (isGrassroots(role) || role === 'SUBCOMMITTEE_ORG')) roles.push('GRASSROOTS_COMMITTEE');
      // A grassroots cell without a committee decides in its members' meeting, which its secretary leads.
      if (role === 'GRASSROOTS_CELL' && capacity.body === 'MEMBERS_MEETING' && LEADERS.includes(capacity.post)) roles.push('GRASSROOTS_COMMITTEE');
      if (COMMITTEES.includes(capacity.body) && (role === 'SUPERIOR_ORG' || role === 'PROVINCIAL_ORG')) roles.push('SUPERIOR_STANDING_COMMITTEE');
      if (capacity.body === 'ADVISORY_BODY') roles.push('ADVISORY_BODY');
      if (capacity.body === 'INSPECTION_COMMISSION') roles.push('INSPECTION_COMMISSION');
      return roles;
    }
  }
}

/**
 * Who may do what to which organisation. Acting is bound to the organisation the post belongs to; reading reaches its subtree.
 * Outside the subtree an object does not exist (404), inside it a missing right is a refusal (403).
 */
export class Access {
  constructor(private readonly subtree: SubtreeReader) {}

  holds(actor: Actor, permission: Permission, organisationId: string): boolean {
    const roles: readonly AccessRole[] = PERMISSIONS[permission];
    return actor.capacities.some(
      (capacity) => (capacity.organisationId === organisationId || capacity.organisationId === null) && rolesOf(capacity).some((role) => roles.includes(role)),
    );
  }

  /** Acts leading a body (convene, decide, sign the submission) need a leading post in it, not any seat. */
  leads(actor: Actor, organisationId: string): boolean {
    return actor.capacities.some(
      (capacity) => capacity.kind === 'POST' && capacity.organisationId === organisationId && isLeadingPost(capacity.post),
    );
  }

  /** @throws AppError ACCESS.DENIED (forbidden) inside the subtree, ACCESS.NOT_FOUND (not-found) outside it */
  async assert(actor: Actor, permission: Permission, organisationId: string): Promise<void> {
    if (this.holds(actor, permission, organisationId)) return;
    if (permission.endsWith('.read') && (await this.reads(actor, permission, organisationId))) return;
    await this.refuse(actor, permission, organisationId);
  }

  /** As `assert`, and the actor leads that body. */
  async assertLeads(actor: Actor, permission: Permission, organisationId: string): Promise<void> {
    await this.assert(actor, permission, organisationId);
    if (!this.leads(actor, organisationId)) await this.refuse(actor, permission, organisationId);
  }

  /** For acts that reach a whole subtree (keeping its data): the permission is held at the organisation or above it. @throws as `assert` */
  async assertWithin(actor: Actor, permission: Permission, organisationId: string): Promise<void> {
    if (this.holds(actor, permission, organisationId) || (await this.reads(actor, permission, organisationId))) return;
    await this.refuse(actor, permission, organisationId);
  }

  /** Does the organisation lie in the subtree of any post, grant or membership of the actor? */
  async canSee(actor: Actor, organisationId: string): Promise<boolean> {
    if (actor.capacities.some((capacity) => capacity.organisationId === null || capacity.organisationId === organisationId)) return true;
    const roots = actor.capacities.flatMap((capacity) => (capacity.kind !== 'MEMBER' && capacity.organisationId ? [capacity.organisationId] : []));
    return roots.length > 0 && this.subtree.isWithin(organisationId, roots);
  }

  private async reads(actor: Actor, permission: Permission, organisationId: string): Promise<boolean> {
    const roles: readonly AccessRole[] = PERMISSIONS[permission];
    const roots = actor.capacities.flatMap((capacity) =>
      capacity.kind !== 'MEMBER' && capacity.organisationId && rolesOf(capacity).some((role) => roles.includes(role)) ? [capacity.organisationId] : [],
    );
    return roots.length > 0 && this.subtree.isWithin(organisationId, roots);
  }

  private async refuse(actor: Actor, permission: Permission, organisationId: string): Promise<never> {
    if (!(await this.canSee(actor, organisationId))) throw notFound();
    throw new AppError('ACCESS.DENIED', 'forbidden', 'The acting capacity does not hold this permission', { permission, needs: [...PERMISSIONS[permission]] });
  }
}

/** What anything outside one's scope answers: it does not exist. */
export function notFound(): AppError {
  return new AppError('ACCESS.NOT_FOUND', 'not-found', 'There is no such object in your scope');
}
