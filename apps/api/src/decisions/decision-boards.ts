import { type Access, type Actor, type BoardFilter, type DecisionReader, notFound, type Scope, type UnitHead, unitActions, type UnitReader, type Clock } from '@binhxet/application';
import { type z } from 'zod';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { type board, type boardQuery, type decision, type linesQuery } from './decisions.schemas.js';
import { type QuotaPages } from './quota-pages.js';

/** Decision boards: committee on its members and cells, superior on its organisations. */
export class DecisionBoards {
  constructor(
    private readonly reader: DecisionReader,
    private readonly units: UnitReader,
    private readonly quotas: QuotaPages,
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
      quota: await this.quotas.headroom(head),
      decisions: overview.decisions,
      allowedActions: unitActions(overview, rightsOf(this.access, actor)).filter((one) => one.id === 'issueDecision' || one.id === 'convene'),
    };
  }

  async decision(actor: Actor, decisionId: string, query: z.infer<typeof linesQuery>): Promise<WireOf<typeof decision>> {
    const view = await this.reader.decision(decisionId);
    if (!view || !(await this.scope.covers(actor, view.organisation.id))) throw notFound();
    const binding = ['decision-lines', decisionId];
    return { ...view, ...pageAnswer(await this.reader.lines(decisionId, pageRequest(query, binding)), binding) };
  }
}
