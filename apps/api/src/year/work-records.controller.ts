import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, notFound, OrganisationReader, RecordWorkService, WorkRecordReader } from '@binhxet/application';
import { WORK_STATES } from '@binhxet/domain';
import { z } from 'zod';
import { orgCode, reason, uuid } from '../common/params.js';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageOf, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Idempotent } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { recordedWork, workKind, workRecordView, workRequest } from './target.schemas.js';

const listQuery = z.strictObject({ ...pageQuery, kind: workKind.optional(), state: z.enum(WORK_STATES).optional(), year: z.coerce.number().int().min(1930).max(2199).optional() });
const cancelRequest = z.strictObject({ reason }).meta({ id: 'CancelWorkRecordRequest' });
const cancelled = z.object({ recordId: uuid }).meta({ id: 'CancelledWorkRecord' });

/** Dated records of work: admissions, inspections, discipline, leave, transfers, training, figures. */
@ApiTags('year')
@Controller()
export class WorkRecordsController {
  constructor(
    private readonly reader: WorkRecordReader,
    private readonly records: RecordWorkService,
    private readonly organisations: OrganisationReader,
    private readonly access: Access,
  ) {}

  @Get('organisations/:code/work-records')
  @Permission('cycle.read')
  @Answers(pageOf(workRecordView))
  async list(@Param('code', { schema: orgCode }) code: string, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<{ items: readonly WireOf<typeof workRecordView>[]; next: string | null }> {
    const id = await this.organisations.idOf(code);
    if (id === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', id);
    const filter = { ...(query.kind && { kind: query.kind }), ...(query.state && { state: query.state }), ...(query.year && { year: query.year }) };
    const binding = ['work-records', code, actor.accountId, query.kind, query.state, query.year === undefined ? undefined : String(query.year)];
    return pageAnswer(await this.reader.below(id, filter, pageRequest(query, binding)), binding);
  }

  /** Records work of an organisation the actor acts for; discipline is for inspection commissions. */
  @Post('organisations/:code/work-records')
  @HttpCode(201)
  @Permission('work-record.write', 'discipline.record')
  @Idempotent()
  @Answers(recordedWork, { status: 201 })
  async record(@Param('code', { schema: orgCode }) code: string, @Body({ schema: workRequest }) body: z.infer<typeof workRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof recordedWork>> {
    const id = await this.organisations.idOf(code);
    if (id === null || !(await this.access.canSee(actor, id))) throw notFound();
    return this.records.record(actor, code, body);
  }

  /** Cancels a wrong record with a reason; it stays in the list. */
  @Post('work-records/:recordId/cancel')
  @HttpCode(200)
  @Permission('work-record.write', 'discipline.record')
  @Answers(cancelled)
  async cancel(@Param('recordId', { schema: uuid }) recordId: string, @Body({ schema: cancelRequest }) body: z.infer<typeof cancelRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof cancelled>> {
    const place = await this.reader.placeOf(recordId);
    if (place === null || !(await this.access.canSee(actor, place))) throw notFound();
    return this.records.cancel(actor, recordId, body.reason);
  }
}
