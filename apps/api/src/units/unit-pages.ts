import { type Access, type Actor, actionsFromAbove, notFound, type UnitHead, type UnitReader, unitActions, type Clock, type StepView } from '@binhxet/application';
import { type z } from 'zod';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { type childPage, type childrenQuery, type memberPage, type membersQuery, type unitOverview } from './units.schemas.js';

const FIRST_PAGE = 100;

/** What the routes of a unit show: found within the reader's scope, or not at all. */
export class UnitPages {
  constructor(
    private readonly reader: UnitReader,
    private readonly access: Access,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ACCESS.NOT_FOUND outside the scope, ACCESS.DENIED for a plain member of the unit */
  async head(actor: Actor, cycleId: string, code: string): Promise<UnitHead> {
    const head = await this.reader.head(cycleId, code, this.clock.now());
    if (!head) throw notFound();
    await this.access.assert(actor, 'cycle.read', head.organisationId);
    return head;
  }

  async overview(actor: Actor, cycleId: string, code: string): Promise<WireOf<typeof unitOverview>> {
    const head = await this.head(actor, cycleId, code);
    const view = await this.reader.overview(head, this.clock.now());
    const rights = rightsOf(this.access, actor);
    const above = await this.stepsAbove(actor, head);
    const { parentId: _parent, superiorId: _superior, unitId: _unit, ...shown } = view;
    return {
      ...shown,
      members: await this.members(actor, head, { limit: FIRST_PAGE }),
      children: await this.children(actor, head, view.steps, { limit: FIRST_PAGE }),
      allowedActions: [...unitActions(view, rights), ...actionsFromAbove(view, view.submission, above, rights)],
    };
  }

  async members(_actor: Actor, head: UnitHead, query: z.infer<typeof membersQuery>): Promise<WireOf<typeof memberPage>> {
    const binding = ['unit-members', head.cycleId, head.code, query.state, query.q];
    return pageAnswer(await this.reader.members(head.cycleId, head.organisationId, { ...(query.state && { state: query.state }), ...(query.q && { q: query.q }) }, pageRequest(query, binding)), binding);
  }

  /** @param steps of the unit itself, the level above its children */
  async children(actor: Actor, head: UnitHead, steps: readonly StepView[], query: z.infer<typeof childrenQuery>): Promise<WireOf<typeof childPage>> {
    const binding = ['unit-children', head.cycleId, head.code];
    const page = pageAnswer(await this.reader.children(head.cycleId, head.organisationId, pageRequest(query, binding), this.clock.now()), binding);
    const rights = rightsOf(this.access, actor);
    return {
      items: page.items.map((row) => ({ ...row, allowedActions: actionsFromAbove({ cycleId: head.cycleId, code: row.code, parentId: head.organisationId, phase: row.phase }, row.submission, steps, rights) })),
      next: page.next,
    };
  }

  stepsOf(head: UnitHead): Promise<readonly StepView[]> {
    return this.reader.steps(head.cycleId, head.organisationId, this.clock.now());
  }

  /** Workflow of a step of this unit; null: it has no such step. */
  workflowOfStep(head: UnitHead, stepId: string): Promise<string | null> {
    return this.reader.workflowOfStep(head.cycleId, head.organisationId, { stepId });
  }

  /** Workflow whose MEETING step of the unit is open; null: it is not due to meet. */
  workflowThatMeets(head: UnitHead): Promise<string | null> {
    return this.reader.workflowOfStep(head.cycleId, head.organisationId, { openKind: 'MEETING' });
  }

  private async stepsAbove(actor: Actor, head: UnitHead): Promise<readonly StepView[]> {
    if (head.parentId === null || !this.access.leads(actor, head.parentId)) return [];
    return this.reader.steps(head.cycleId, head.parentId, this.clock.now());
  }
}
