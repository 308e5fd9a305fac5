import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, CommandGateway, CycleReader, notFound, OrganisationReader, RegisterLevelService, TargetReportService, YearBoard } from '@binhxet/application';
import { cycleWorkflowId } from '@binhxet/contracts';
import { type SettingsFile } from '@binhxet/domain';
import { RulePacks } from '@binhxet/rule-packs';
import { type z } from 'zod';
import { cycleId, orgCode } from '../common/params.js';
import { commandOutcome, type WireOf } from '../common/schemas.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { targetReport } from './target.schemas.js';
import { midYearBoard, midYearQuery, midYearRequest, openReviewRequest, registered, registrationBoard, registrationRequest, workOfYear } from './year.schemas.js';

/** A cycle through the year: registration, mid-year, opening of its review, targets against results. What concerns the whole superior is for its readers. */
@ApiTags('year')
@Controller('cycles/:id')
export class YearController {
  constructor(
    private readonly board: YearBoard,
    private readonly targets: TargetReportService,
    private readonly registering: RegisterLevelService,
    private readonly gateway: CommandGateway,
    private readonly cycles: CycleReader,
    private readonly organisations: OrganisationReader,
    private readonly access: Access,
    private readonly packs: RulePacks,
  ) {}

  /** Levels aimed at: sums, missing and late ones, and beside each what was achieved. */
  @Get('registrations')
  @Permission('cycle.read')
  @Answers(registrationBoard)
  async registrations(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof registrationBoard>> {
    await this.superior(actor, id);
    return this.board.registrations(id);
  }

  /** An organisation registers the level it aims at, or changes it while registration is open. */
  @Put('registrations/:code')
  @Permission('registration.write')
  @Answers(registered)
  async register(@Param('id', { schema: cycleId }) id: string, @Param('code', { schema: orgCode }) code: string, @Body({ schema: registrationRequest }) body: z.infer<typeof registrationRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof registered>> {
    const organisationId = await this.organisations.idOf(code);
    if (organisationId === null || !(await this.cycles.takesPart(id, organisationId))) throw notFound();
    return this.registering.register(actor, id, organisationId, body);
  }

  /** The year as it stands today or on a day: work against plan, who has done none, targets at risk; and what the conference concluded. */
  @Get('mid-year')
  @Permission('cycle.read')
  @Answers(midYearBoard)
  async midYear(@Param('id', { schema: cycleId }) id: string, @Query({ schema: midYearQuery }) query: z.infer<typeof midYearQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof midYearBoard>> {
    await this.superior(actor, id);
    return this.board.midYear(id, query.on);
  }

  /** Concludes the mid-year review: late organisations get a task with the deadline. */
  @Post('mid-year')
  @HttpCode(201)
  @Permission('cycle.advance')
  @Answers(commandOutcome, { status: 201 })
  async concludeMidYear(@Param('id', { schema: cycleId }) id: string, @Body({ schema: midYearRequest }) body: z.infer<typeof midYearRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const target = { cycleId: id, organisationId: await this.superior(actor, id), workflowId: cycleWorkflowId(id) };
    return this.gateway.submit(actor, 'cycle.advance', 'concludeMidYear', target, body, commandId);
  }

  /** Opens the review of a cycle that began with the year: pins packs, settings and dates. */
  @Post('review')
  @HttpCode(201)
  @Permission('cycle.open')
  @Answers(commandOutcome, { status: 201 })
  async openReview(@Param('id', { schema: cycleId }) id: string, @Body({ schema: openReviewRequest }) body: z.infer<typeof openReviewRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    const target = { cycleId: id, organisationId: await this.superior(actor, id), workflowId: cycleWorkflowId(id) };
    const settings = typeof body.settings === 'string' ? this.packs.getOf('settings', body.settings).content : (body.settings as unknown as SettingsFile);
    return this.gateway.submit(actor, 'cycle.open', 'openReview', target, JSON.parse(JSON.stringify({ packs: body.packs, plan: body.plan, settings })), commandId);
  }

  /** Inspection, supervision and training of the year by who did it; turns and distinct subjects apart. */
  @Get('work')
  @Permission('cycle.read')
  @Answers(workOfYear)
  async work(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof workOfYear>> {
    await this.superior(actor, id);
    return { items: await this.board.work(id) };
  }

  /** Targets against results: a verdict for each line by each reading, contradictions beside each other, the rest by name. */
  @Get('targets')
  @Permission('cycle.read')
  @Answers(targetReport)
  async targetReport(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof targetReport>> {
    await this.superior(actor, id);
    return this.targets.report(id);
  }

  /** @throws AppError ACCESS.NOT_FOUND, ACCESS.DENIED */
  private async superior(actor: Actor, id: string): Promise<string> {
    const superiorId = await this.cycles.superiorOf(id);
    if (superiorId === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', superiorId);
    return superiorId;
  }
}
