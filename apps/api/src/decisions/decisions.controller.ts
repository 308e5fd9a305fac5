import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CommandGateway } from '@binhxet/application';
import { type z } from 'zod';
import { cycleId, orgCode, uuid } from '../common/params.js';
import { commandOutcome, type WireOf } from '../common/schemas.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { UnitPages } from '../units/unit-pages.js';
import { ownWorkflow } from '../units/units.controller.js';
import { DecisionBoards } from './decision-boards.js';
import { QuotaPages } from './quota-pages.js';
import { liveQuota, whatIfAnswer, whatIfRequest } from './quota.schemas.js';
import { board, boardQuery, decision, decisionRequest, linesQuery, quotaHeadroom, quotaQuery } from './decisions.schemas.js';

@ApiTags('decisions')
@Controller()
export class DecisionsController {
  constructor(
    private readonly boards: DecisionBoards,
    private readonly quotas: QuotaPages,
    private readonly pages: UnitPages,
    private readonly gateway: CommandGateway,
  ) {}

  /** What the unit's body decides: subjects with votes, quota, decisions. The superior's is the classification of organisations. */
  @Get('cycles/:id/units/:code/decisions')
  @Permission('cycle.read')
  @Answers(board)
  async board(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Query({ schema: boardQuery }) query: z.infer<typeof boardQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof board>> {
    return this.boards.board(actor, await this.pages.head(actor, id, code), query);
  }

  /** Issues a numbered decision on what the body has voted on. */
  @Post('cycles/:id/units/:code/decisions')
  @HttpCode(201)
  @Permission('member.decide', 'organisation.classify')
  @Answers(commandOutcome, { status: 201 })
  async issue(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: decisionRequest }) body: z.infer<typeof decisionRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const head = await this.pages.head(actor, id, code);
    const permission = head.organisationId === head.superiorId ? 'organisation.classify' : 'member.decide';
    return this.gateway.submit(actor, permission, 'issueDecision', { cycleId: id, organisationId: head.organisationId, workflowId: ownWorkflow(head) }, body, commandId);
  }

  /** Headroom of every quota a body has to keep, on both bases. */
  @Get('cycles/:id/quota')
  @Permission('cycle.read')
  @Answers(quotaHeadroom)
  async quota(@Param('id', { schema: cycleId }) id: string, @Query({ schema: quotaQuery }) query: z.infer<typeof quotaQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof quotaHeadroom>> {
    return this.quotas.headroom(await this.pages.head(actor, id, query.organisation ?? id.slice(0, id.lastIndexOf('.'))));
  }

  /** Before the unit's body votes: what is left in the groups that its own subjects count in. Counts only. */
  @Get('cycles/:id/units/:code/quota')
  @Permission('cycle.read')
  @Answers(liveQuota)
  async live(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof liveQuota>> {
    return this.quotas.live(await this.pages.head(actor, id, code));
  }

  /** The same subjects under other choices of base, rounding, grouping and rate. Answers only: nothing is stored. */
  @Post('cycles/:id/units/:code/quota/what-if')
  @HttpCode(200)
  @Permission('cycle.read')
  @Answers(whatIfAnswer)
  async whatIf(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: whatIfRequest }) body: z.infer<typeof whatIfRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof whatIfAnswer>> {
    return this.quotas.whatIf(await this.pages.head(actor, id, code), body);
  }

  @Get('decisions/:decisionId')
  @Permission('cycle.read')
  @Answers(decision)
  get(@Param('decisionId', { schema: uuid }) decisionId: string, @Query({ schema: linesQuery }) query: z.infer<typeof linesQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof decision>> {
    return this.boards.decision(actor, decisionId, query);
  }
}
