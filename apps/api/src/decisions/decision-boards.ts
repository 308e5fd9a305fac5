import { type Access, type Actor, type BoardFilter, type DecisionReader, notFound, type QuotaBoard, type QuotaGroup, type Scope, type UnitHead, unitActions, type UnitReader, type Clock } from '@binhxet/application';
import { type z } from 'zod';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { type board, type boardQuery, type decision, type linesQuery, type quotaHeadroom } from './decisions.schemas.js';

type Group = WireOf<typeof quotaHeadroom>['decided'][number];

/** Decision boards: committee on its members and cells, superior on its organisations. */
export class DecisionBoards {
  constructor(
    private readonly reader: DecisionReader,
    private readonly units: UnitReader,
    private readonly quotas: QuotaBoard,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  async board(actor: Actor, head: UnitHead, query: z.infer<typeof boardQuery>): Promise<WireOf<typeof board>> {
    const { subjectKind, state, organisation, quotaGroup, q } = query;
    const binding = ['board', head.cycleId, head.code, subjectKind, state, organisation, quotaGroup, q];
    const filter: BoardFilter = { ...(subjectKind && { subjectKind }), ...(state && { state }), ...(organisation && { organisationCode: organisation }), ...(quotaGroup && { quotaGroup }), ...(q && { q }) };
    const page = pageAnswer(await this.reader.board(head.cycleId, head.organisationId, filter, pageRequest(query, binding)), binding);
    const overview = await this.units.overview(head, this.clock.now());
    return {
      cycleId: head.cycleId,
      organisation: { code: head.code, name: head.name },
      items: page.items.map(({ unitId: _unit, ...row }) => row),
      next: page.next,
      counts: await this.reader.counts(head.cycleId, head.organisationId),
      quota: await this.headroom(head),
      decisions: overview.decisions,
      allowedActions: unitActions(overview, rightsOf(this.access, actor)).filter((one) => one.id === 'issueDecision' || one.id === 'convene'),
    };
  }

  async headroom(head: UnitHead): Promise<WireOf<typeof quotaHeadroom>> {
    const { decided, projected } = await this.quotas.forUnit(head.cycleId, head.organisationId);
    const codes = await this.units.codes(head.cycleId, [...decided, ...projected].flatMap(({ group }) => (group?.startsWith('org:') ? [group.slice(4)] : [])));
    const shown = (group: QuotaGroup): Group => {
      const { id, rate, base, rounding, groupBy, excludeHeads, enforcement, source } = group.quota;
      const { count, ceiling, used, headroom, breach, excess } = group.check;
      const name = group.group?.startsWith('org:') ? (codes.get(group.group.slice(4)) ?? null) : group.group?.startsWith('group:') ? group.group.slice(6) : null;
      return { subject: group.subject, group: group.group, groupName: name, quota: { id, rate, base, rounding, groupBy, excludeHeads, enforcement, source }, count, ceiling, used, headroom, breach, excess, byBase: group.byBase };
    };
    return { organisation: { code: head.code, name: head.name }, decided: decided.map(shown), projected: projected.map(shown) };
  }

  async decision(actor: Actor, decisionId: string, query: z.infer<typeof linesQuery>): Promise<WireOf<typeof decision>> {
    const view = await this.reader.decision(decisionId);
    if (!view || !(await this.scope.covers(actor, view.organisation.id))) throw notFound();
    const binding = ['decision-lines', decisionId];
    return { ...view, ...pageAnswer(await this.reader.lines(decisionId, pageRequest(query, binding)), binding) };
  }
}
