import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, MapTargetLabelService, notFound, OrganisationReader, ReadinessService, RecordResolutionService, type ResolutionInput, TargetBook } from '@binhxet/application';
import { RulePacks } from '@binhxet/rule-packs';
import { type z } from 'zod';
import { orgCode } from '../common/params.js';
import { type WireOf } from '../common/schemas.js';
import { Idempotent } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { mappedLabel, mappingRequest, recordedResolution, resolutionRequest, targetBook } from './target.schemas.js';
import { readinessQuery, readinessReport } from './year.schemas.js';

/** Settings file looked at when none is named. */
const DEFAULT_SETTINGS = 'DEFAULT';

/** Resolutions of a superior with their targets, readings of old labels, and whether its data is ready for a review. */
@ApiTags('year')
@Controller('organisations/:code')
export class TargetsController {
  constructor(
    private readonly book: TargetBook,
    private readonly recording: RecordResolutionService,
    private readonly mapping: MapTargetLabelService,
    private readonly ready: ReadinessService,
    private readonly organisations: OrganisationReader,
    private readonly access: Access,
    private readonly packs: RulePacks,
  ) {}

  @Get('resolutions')
  @Permission('cycle.read')
  @Answers(targetBook)
  async resolutions(@Param('code', { schema: orgCode }) code: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof targetBook>> {
    return this.book.of(await this.readable(actor, code));
  }

  @Post('resolutions')
  @HttpCode(201)
  @Permission('target.write')
  @Idempotent()
  @Answers(recordedResolution, { status: 201 })
  async record(@Param('code', { schema: orgCode }) code: string, @Body({ schema: resolutionRequest }) body: z.infer<typeof resolutionRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof recordedResolution>> {
    await this.visible(actor, code);
    return this.recording.record(actor, code, body as unknown as ResolutionInput);
  }

  /** An administrator says how a label reads in another ladder, with the reason. */
  @Post('target-mappings')
  @HttpCode(201)
  @Permission('target.map')
  @Idempotent()
  @Answers(mappedLabel, { status: 201 })
  async map(@Param('code', { schema: orgCode }) code: string, @Body({ schema: mappingRequest }) body: z.infer<typeof mappingRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof mappedLabel>> {
    await this.visible(actor, code);
    return this.mapping.map(actor, code, body);
  }

  /** What is missing before a review of the year can be opened: severity, where, remedy. */
  @Get('readiness')
  @Permission('cycle.read')
  @Answers(readinessReport)
  async readiness(@Param('code', { schema: orgCode }) code: string, @Query({ schema: readinessQuery }) query: z.infer<typeof readinessQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof readinessReport>> {
    await this.readable(actor, code);
    const { year, on, settings, pack } = query;
    return this.ready.check(code, year, this.packs.getOf('settings', settings ?? DEFAULT_SETTINGS).content, pack ? { rating: pack } : {}, on);
  }

  private async readable(actor: Actor, code: string): Promise<string> {
    const id = await this.organisations.idOf(code);
    if (id === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', id);
    return id;
  }

  /** What lies outside the reader's tree does not exist. */
  private async visible(actor: Actor, code: string): Promise<void> {
    const id = await this.organisations.idOf(code);
    if (id === null || !(await this.access.canSee(actor, id))) throw notFound();
  }
}
