import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, caseActions, Clock, CommandGateway, COMMENDATION_ACTS, type CommendationAct, CommendationReader, CycleReader, type CycleView, notFound, Scope } from '@binhxet/application';
import { commendationWorkflowId } from '@binhxet/contracts';
import { z } from 'zod';
import { cycleId, legalDate, reason, uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { allowedActions, anyJson, commandOutcome, count, date, organisationRef, stateOf, subjectKind, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';

const listQuery = z.strictObject({ ...pageQuery, state: z.string().max(40).optional(), award: z.string().max(80).optional(), subjectKind: subjectKind.optional() });
const actRequest = z
  .strictObject({
    act: z.enum(Object.keys(COMMENDATION_ACTS) as [CommendationAct, ...CommendationAct[]]),
    caseIds: z.array(uuid).min(1).max(500),
    number: z.string().trim().min(1).max(60).optional().describe('ISSUE: number of the decision'),
    decidedOn: legalDate.optional().describe('ISSUE'),
    reason: reason.optional(),
  })
  .meta({ id: 'CommendationActRequest' });
const commendationCase = z
  .object({
    id: uuid,
    awardId: z.string(),
    form: z.string(),
    subjectKind,
    subject: z.object({ id: uuid, code: z.string(), name: z.string() }),
    organisation: organisationRef,
    state: stateOf('commendationCase'),
    chain: anyJson.describe('years that carry the award: year, pack, level, decision'),
    money: anyJson.describe('whole đồng as text; null where not confirmed'),
    decision: z.object({ number: z.string(), decidedOn: date }).nullable(),
    certificateNumber: z.string().nullable(),
    version: count,
    allowedActions,
  })
  .meta({ id: 'CommendationCase' });
const casePage = z
  .object({ items: z.array(commendationCase), next: z.string().nullable(), counts: z.array(z.object({ awardId: z.string(), state: stateOf('commendationCase'), count })) })
  .meta({ id: 'CommendationCasePage' });

@ApiTags('commendations')
@Controller('cycles/:id/commendations')
export class CommendationsController {
  constructor(
    private readonly reader: CommendationReader,
    private readonly cycles: CycleReader,
    private readonly gateway: CommandGateway,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Cases of the reader's subtree, by award, organisation and name. */
  @Get()
  @Permission('cycle.read')
  @Answers(casePage)
  async list(@Param('id', { schema: cycleId }) id: string, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof casePage>> {
    const cycle = await this.cycle(id);
    const rootIds = await this.rootsIn(actor, cycle);
    const { state, award, subjectKind: kind } = query;
    const binding = ['cases', id, actor.accountId, state, award, kind];
    const page = pageAnswer(await this.reader.cases(id, { rootIds, ...(state && { state }), ...(award && { awardId: award }), ...(kind && { subjectKind: kind }) }, pageRequest(query, binding)), binding);
    const rights = rightsOf(this.access, actor);
    return {
      items: page.items.map(({ unitId: _unit, ...row }) => ({ ...row, allowedActions: caseActions(id, row, cycle.superiorId, rights, cycle.closedAt !== null) })),
      next: page.next,
      counts: await this.reader.counts(id, rootIds),
    };
  }

  /** One act on several cases. */
  @Post('acts')
  @HttpCode(200)
  @Permission('commendation.decide')
  @Answers(commandOutcome)
  async act(@Param('id', { schema: cycleId }) id: string, @Body({ schema: actRequest }) body: z.infer<typeof actRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const { superiorId } = await this.cycle(id);
    return this.gateway.submit(actor, 'commendation.decide', 'advanceCases', { cycleId: id, organisationId: superiorId, workflowId: commendationWorkflowId(id) }, body, commandId);
  }

  private async cycle(id: string): Promise<CycleView> {
    const view = await this.cycles.byId(id, this.clock.now());
    if (!view) throw notFound();
    return view;
  }

  /** @throws AppError ACCESS.NOT_FOUND when nothing of the cycle is within the reader's reach */
  private async rootsIn(actor: Actor, cycle: CycleView): Promise<string[] | null> {
    const roots = this.scope.roots(actor);
    if (roots === null || (await this.scope.covers(actor, cycle.superiorId))) return roots;
    for (const root of roots) if (await this.cycles.takesPart(cycle.id, root)) return roots;
    throw notFound();
  }
}
