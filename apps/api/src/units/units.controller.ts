import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, CommandGateway, notFound, type CommandTarget, type UnitHead } from '@binhxet/application';
import { cellWorkflowId, cycleWorkflowId, lateReviewWorkflowId, organisationWorkflowId } from '@binhxet/contracts';
import { type z } from 'zod';
import { cycleId, orgCode, uuid } from '../common/params.js';
import { commandOutcome } from '../common/schemas.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { UnitPages } from './unit-pages.js';
import { childPage, childrenQuery, conveneRequest, memberPage, membersQuery, reasonRequest, submissionRequest, unitOverview } from './units.schemas.js';

@ApiTags('units')
@Controller('cycles/:id/units/:code')
export class UnitsController {
  constructor(
    private readonly pages: UnitPages,
    private readonly gateway: CommandGateway,
  ) {}

  /** One unit of a cycle: steps, people, meetings, what blocks it, what may be done. */
  @Get()
  @Permission('cycle.read')
  @Answers(unitOverview)
  overview(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @CurrentActor() actor: Actor) {
    return this.pages.overview(actor, id, code);
  }

  @Get('members')
  @Permission('cycle.read')
  @Answers(memberPage)
  async members(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Query({ schema: membersQuery }) query: z.infer<typeof membersQuery>, @CurrentActor() actor: Actor) {
    return this.pages.members(actor, await this.pages.head(actor, id, code), query);
  }

  @Get('children')
  @Permission('cycle.read')
  @Answers(childPage)
  async children(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Query({ schema: childrenQuery }) query: z.infer<typeof childrenQuery>, @CurrentActor() actor: Actor) {
    const head = await this.pages.head(actor, id, code);
    return this.pages.children(actor, head, await this.pages.stepsOf(head), query);
  }

  /** Summons the body of the unit. */
  @Post('meetings')
  @HttpCode(201)
  @Permission('meeting.run')
  @Answers(commandOutcome, { status: 201 })
  async convene(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: conveneRequest }) body: z.infer<typeof conveneRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const head = await this.pages.head(actor, id, code);
    const { reviewId, ...payload } = body;
    const workflowId = reviewId ? lateReviewWorkflowId(id, reviewId) : await this.sittingWorkflow(head, body.kind);
    return this.gateway.submit(actor, 'meeting.run', 'convene', target(head, workflowId), payload, commandId);
  }

  /** Hands the unit's result to the level above. */
  @Post('submission')
  @HttpCode(200)
  @Permission('submission.send')
  @Answers(commandOutcome)
  async submit(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: submissionRequest }) body: z.infer<typeof submissionRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const head = await this.pages.head(actor, id, code);
    const workflowId = body.reviewId ? lateReviewWorkflowId(id, body.reviewId) : ownWorkflow(head);
    return this.gateway.submit(actor, 'submission.send', 'submitResult', target(head, workflowId), {}, commandId);
  }

  /** The level directly above sends the unit's result back. */
  @Post('return')
  @HttpCode(200)
  @Permission('submission.return')
  @Answers(commandOutcome)
  async returnResult(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const { above, lower } = await this.fromAbove(actor, id, code);
    return this.gateway.submit(actor, 'submission.return', 'returnResult', { ...target(above, ownWorkflow(above)), orgId: lower.organisationId }, body, commandId);
  }

  /** The level directly above goes on without the unit, which stays without levels. */
  @Post('proceed-without')
  @HttpCode(200)
  @Permission('submission.return')
  @Answers(commandOutcome)
  async proceedWithout(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const { above, lower } = await this.fromAbove(actor, id, code);
    return this.gateway.submit(actor, 'submission.return', 'proceedWithout', { ...target(above, ownWorkflow(above)), orgId: lower.organisationId }, body, commandId);
  }

  /** Closes a contribution step before its last day. */
  @Post('steps/:stepId/close')
  @HttpCode(200)
  @Permission('meeting.run')
  @Answers(commandOutcome)
  async closeStep(
    @Param('id', { schema: cycleId }) id: string,
    @Param('code', { schema: orgCode }) code: string,
    @Param('stepId', { schema: uuid }) stepId: string,
    @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>,
    @CurrentActor() actor: Actor,
    @CommandId() commandId: string,
  ) {
    const head = await this.pages.head(actor, id, code);
    const workflowId = await this.pages.workflowOfStep(head, stepId);
    if (workflowId === null) throw notFound();
    return this.gateway.submit(actor, 'meeting.run', 'closeStepEarly', { ...target(head, workflowId), stepId }, body, commandId);
  }

  private async fromAbove(actor: Actor, id: string, code: string): Promise<{ above: UnitHead; lower: UnitHead }> {
    const lower = await this.pages.head(actor, id, code);
    const above = lower.path.at(-1);
    if (!above) throw notFound();
    return { above: await this.pages.head(actor, id, above.code), lower };
  }

  /** A grassroots cell meets as a cell and, after it, as a committee: the open step of its workflows tells which. */
  private async sittingWorkflow(head: UnitHead, kind: string | undefined): Promise<string> {
    if (head.role !== 'GRASSROOTS_CELL') return ownWorkflow(head);
    if (kind === 'CELL_REVIEW') return cellWorkflowId(head.cycleId, head.code);
    if (kind !== undefined) return ownWorkflow(head);
    return (await this.pages.workflowThatMeets(head)) ?? cellWorkflowId(head.cycleId, head.code);
  }
}

function target(head: UnitHead, workflowId: string): CommandTarget {
  return { cycleId: head.cycleId, organisationId: head.organisationId, workflowId };
}

/** The workflow that hands in, decides and returns for a unit. */
export function ownWorkflow(head: Pick<UnitHead, 'cycleId' | 'code' | 'role' | 'organisationId' | 'superiorId'>): string {
  if (head.organisationId === head.superiorId) return cycleWorkflowId(head.cycleId);
  return head.role === 'SUBORDINATE_CELL' ? cellWorkflowId(head.cycleId, head.code) : organisationWorkflowId(head.cycleId, head.code);
}
