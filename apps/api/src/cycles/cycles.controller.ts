import { Body, Controller, Get, HttpCode, Param, Post, Query, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, Clock, cycleActions, CycleReader, type CycleView, MoveClockService, notFound, OpenCycleService, OrganisationReader, type PageRequest, type ProgressFilter, Rules, Scope, workingDaysLeft } from '@binhxet/application';
import { type SettingsFile } from '@binhxet/domain';
import { RulePacks } from '@binhxet/rule-packs';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { z } from 'zod';
import { cycleId } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { Recent } from '../platform/recent.js';
import { pageAnswer, pageOf, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { contentTag } from '../platform/http/entity-tag.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { bodyStands, clockRequest, cycle, cycleRules, cycleSummary, movedClock, openCycleRequest, openedCycle, progressPage, progressQuery } from './cycles.schemas.js';
import { yearLabels } from './year-labels.js';

const listQuery = z.strictObject({ ...pageQuery });

/** How old a progress page may be; `asOf` says when it was read. Hundreds watch it while thousands contribute. */
const PROGRESS_FOR_MS = 1_000;

@ApiTags('cycles')
@Controller('cycles')
export class CyclesController {
  private readonly recentProgress = new Recent<Awaited<ReturnType<CyclesController['readProgress']>>>(PROGRESS_FOR_MS);

  constructor(
    private readonly reader: CycleReader,
    private readonly organisations: OrganisationReader,
    private readonly opening: OpenCycleService,
    private readonly clocks: MoveClockService,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly rules: Rules,
    private readonly packs: RulePacks,
    private readonly clock: Clock,
  ) {}

  /** Cycles that touch an organisation of the reader, newest first. */
  @Get()
  @Permission('cycle.read', 'result.read-own')
  @Answers(pageOf(cycleSummary))
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<{ items: readonly WireOf<typeof cycleSummary>[]; next: string | null }> {
    const rootIds = this.scope.roots(actor);
    const binding = ['cycles', actor.accountId];
    return pageAnswer(await this.reader.list(rootIds === null ? null : { organisationIds: this.scope.organisations(actor), rootIds }, pageRequest(query, binding), this.clock.now()), binding);
  }

  @Post()
  @HttpCode(201)
  @Permission('cycle.open')
  @Answers(openedCycle, { status: 201 })
  async open(@Body({ schema: openCycleRequest }) body: z.infer<typeof openCycleRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof openedCycle>> {
    const { superiorCode, period, clock, clockOn, packs, plan, simulated } = body;
    await this.rules.refresh();
    const settings = typeof body.settings === 'string' ? this.packs.getOf('settings', body.settings).content : (body.settings as unknown as SettingsFile);
    return this.opening.open(actor, { superiorCode, period, clock, ...(clockOn && { clockOn }), rules: packs, settings, plan, simulated });
  }

  @Get(':id')
  @Permission('cycle.read', 'result.read-own')
  @Answers(cycle)
  async get(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof cycle>> {
    const view = await this.visible(actor, id);
    const { superiorId, phases, reviews, settings: _settings, ...rest } = view;
    return { ...rest, figures: (await this.scope.covers(actor, superiorId)) ? { phases, reviews } : null, allowedActions: cycleActions(view, rightsOf(this.access, actor)) };
  }

  /** Labels, forms and choices that this cycle is ruled by. */
  @Get(':id/rules')
  @Permission('cycle.read', 'result.read-own')
  @Answers(cycleRules)
  async rulesOf(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof cycleRules>> {
    const { rating, gates, settings } = this.rules.forCycle(await this.visible(actor, id));
    return {
      packId: rating.id,
      title: rating.title,
      labels: yearLabels(rating),
      forms: (rating.forms ?? []).map((form) => ({
        id: form.id,
        subject: form.subject,
        label: form.label,
        ...(form.holdsLeadershipPost !== undefined && { holdsLeadershipPost: form.holdsLeadershipPost }),
        sections: form.sections.map(({ id: section, heading, graded }) => ({ id: section, heading, graded })),
      })),
      grounds: (rating.decision?.aboveCeiling.value ?? []).map(({ id: ground, label, subjects }) => ({ id: ground, label, subjects: [...subjects] })),
      gates: gates.map(({ rule }) => ({ id: rule.id, label: rule.label, clause: rule.expression.source, requires: rule.effect.kind === 'REQUIRE' })),
      settings: Object.fromEntries(Object.entries(settings.values).map(([key, { value, source, mark }]) => [key, { value, source, mark }])),
    };
  }

  /** Organisation by step: what is done, what is late; the most late first. At most a second old. */
  @Get(':id/progress')
  @Permission('cycle.read')
  @Answers(progressPage)
  async progress(@Param('id', { schema: cycleId }) id: string, @Query({ schema: progressQuery }) query: z.infer<typeof progressQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof progressPage>> {
    await this.assertSeen(actor, id);
    const rootIds = this.scope.roots(actor);
    const parentId = query.parent === undefined ? undefined : await this.organisations.idOf(query.parent);
    if (parentId === null) throw notFound();
    const binding = ['progress', id, actor.accountId, query.phase, query.role, query.parent, query.late];
    const filter = { ...(query.phase && { phase: query.phase }), ...(query.role && { role: query.role }), ...(parentId && { parentId }), lateOnly: query.late ?? false };
    const request = pageRequest(query, binding);
    const { page, ...rest } = await this.recentProgress.get(JSON.stringify([id, rootIds, filter, request]), () => this.readProgress(id, rootIds, filter, request));
    return { ...pageAnswer(page, binding), ...rest };
  }

  private async readProgress(id: string, rootIds: readonly string[] | null, filter: ProgressFilter, request: PageRequest) {
    const now = this.clock.now();
    const view = await this.reader.byId(id, now);
    if (!view) throw notFound();
    const { items, next } = await this.reader.progress(id, rootIds, filter, request, now);
    const { calendars } = this.rules.forCycle(view);
    return {
      page: { items: items.map((row) => ({ ...row, workingDaysLate: row.lateSince === null ? null : -(workingDaysLeft(calendars, row.lateSince, view.today) ?? 0) || 0 })), next },
      steps: request.after === null ? await this.reader.stepTotals(id, rootIds, now) : [],
      today: view.today,
      asOf: now.toISOString(),
    };
  }

  /**
   * Where every body stands, in one small row each: for pages and programs that follow a cycle closely.
   * With `If-None-Match` the answer is 304 while nothing has changed.
   */
  @Get(':id/bodies')
  @Permission('cycle.read')
  @Answers(bodyStands)
  async bodies(@Param('id', { schema: cycleId }) id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<WireOf<typeof bodyStands> | undefined> {
    await this.assertSeen(actor, id);
    const items = await this.reader.stands(id, this.scope.roots(actor));
    const tag = contentTag(items);
    reply.header('ETag', tag).header('Cache-Control', 'private, no-cache');
    if (request.headers['if-none-match'] !== tag) return { items };
    reply.status(304);
    return undefined;
  }

  @Post(':id/clock')
  @HttpCode(200)
  @Permission('cycle.advance')
  @Answers(movedClock)
  async moveClock(@Param('id', { schema: cycleId }) id: string, @Body({ schema: clockRequest }) body: z.infer<typeof clockRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof movedClock>> {
    await this.visible(actor, id);
    return this.clocks.move(actor, id, body.date);
  }

  private async visible(actor: Actor, id: string): Promise<CycleView> {
    await this.assertSeen(actor, id);
    const view = await this.reader.byId(id, this.clock.now());
    if (!view) throw notFound();
    return view;
  }

  /** A cycle is seen by whoever belongs to it, or reaches its superior from above. @throws AppError ACCESS.NOT_FOUND */
  private async assertSeen(actor: Actor, id: string): Promise<void> {
    const superiorId = await this.reader.superiorOf(id);
    if (superiorId === null) throw notFound();
    if (await this.scope.covers(actor, superiorId)) return;
    for (const organisationId of this.scope.organisations(actor)) if (await this.reader.takesPart(id, organisationId)) return;
    throw notFound();
  }
}
