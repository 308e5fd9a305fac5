import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, AddEvidenceService, appealActions, appealSight, CaseReader, FileAppealService, notFound, seenAppeal } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { type z } from 'zod';
import { uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { commandOutcome, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { AppealActs } from './appeal-acts.js';
import {
  addedEvidence,
  appeal,
  appealPage,
  conclusionRequest,
  conflictRequest,
  decisionRequest,
  evidenceRequest,
  filedAppeal,
  fileRequest,
  forwardRequest,
  listQuery,
  panelRequest,
  reasonRequest,
} from './appeals.schemas.js';

@ApiTags('appeals')
@Controller()
export class AppealsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly filing: FileAppealService,
    private readonly evidence: AddEvidenceService,
    private readonly acts: AppealActs,
    private readonly access: Access,
  ) {}

  /** Files a complaint, denunciation or petition about a notified result. */
  @Post('reviews/:id/appeals')
  @HttpCode(201)
  @Permission('appeal.file')
  @Answers(filedAppeal, { status: 201 })
  file(@Param('id', { schema: uuid }) id: string, @Body({ schema: fileRequest }) body: z.infer<typeof fileRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof filedAppeal>> {
    return this.filing.file(actor, id, body.kind, body.grounds);
  }

  /** `mine`: filed by the reader or about the reader's own result. `handled`: of the organisations whose office the reader holds. */
  @Get('appeals')
  @Permission('appeal.file', 'appeal.handle')
  @Answers(appealPage)
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof appealPage>> {
    const binding = ['appeals', actor.accountId, query.box];
    const request = pageRequest(query, binding);
    if (query.box === 'handled') return pageAnswer(await this.reader.appealsHandled(this.authorities(actor), actor.memberId, request), binding);
    return actor.memberId === null ? { items: [], next: null } : pageAnswer(await this.reader.appealsOf(actor.memberId, request), binding);
  }

  @Get('appeals/:id')
  @Permission('appeal.file', 'appeal.handle')
  @Answers(appeal)
  async get(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof appeal>> {
    const place = await this.acts.place(actor, id);
    const view = await this.reader.appeal(id);
    const sight = appealSight(this.access, actor, place);
    if (!view || !sight) throw notFound();
    const { evidence, ...seen } = seenAppeal(view, sight, actor);
    return {
      ...(seen as WireOf<typeof appeal>),
      evidence: evidence.map(({ byAccountId: _account, ...one }) => one),
      allowedActions: appealActions(place, view.evidenceOpen, rightsOf(this.access, actor)),
    };
  }

  /** Who filed the case and the people who handle it bring evidence forward until its window passes. */
  @Post('appeals/:id/evidence')
  @HttpCode(201)
  @Permission('appeal.file', 'appeal.handle')
  @Answers(addedEvidence, { status: 201 })
  async addEvidence(@Param('id', { schema: uuid }) id: string, @Body({ schema: evidenceRequest }) body: z.infer<typeof evidenceRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof addedEvidence>> {
    const place = await this.acts.place(actor, id);
    if (appealSight(this.access, actor, place) === 'SUBJECT') throw new AppError('ACCESS.DENIED', 'forbidden', 'Evidence comes from who filed the case and who handles it', { permission: 'appeal.handle' });
    return this.evidence.toAppeal(actor, id, { body: body.body, document: body.document ?? null });
  }

  @Post('appeals/:id/admit')
  @HttpCode(200)
  @Permission('appeal.handle')
  @Answers(commandOutcome)
  admit(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byLeaders(actor, 'appeal.handle', 'admitAppeal', id, {}, commandId);
  }

  @Post('appeals/:id/reject')
  @HttpCode(200)
  @Permission('appeal.decide')
  @Answers(commandOutcome)
  reject(@Param('id', { schema: uuid }) id: string, @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byLeaders(actor, 'appeal.decide', 'rejectAppeal', id, body, commandId);
  }

  @Post('appeals/:id/forward')
  @HttpCode(200)
  @Permission('appeal.handle')
  @Answers(commandOutcome)
  forward(@Param('id', { schema: uuid }) id: string, @Body({ schema: forwardRequest }) body: z.infer<typeof forwardRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byLeaders(actor, 'appeal.handle', 'forwardAppeal', id, { reason: body.reason, organisationCode: body.organisation }, commandId);
  }

  @Post('appeals/:id/withdraw')
  @HttpCode(200)
  @Permission('appeal.file')
  @Answers(commandOutcome)
  withdraw(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byFiler(actor, 'withdrawAppeal', id, commandId);
  }

  /** Others than who decided before; while verifying, another panel takes the place of the first. */
  @Post('appeals/:id/panel')
  @HttpCode(200)
  @Permission('appeal.handle')
  @Answers(commandOutcome)
  async panel(@Param('id', { schema: uuid }) id: string, @Body({ schema: panelRequest }) body: z.infer<typeof panelRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    await this.acts.place(actor, id);
    const panel = await this.acts.memberIds([body.chair, ...body.members]);
    return this.acts.byLeaders(actor, 'appeal.handle', 'appointPanel', id, { panel }, commandId);
  }

  /** A member of the panel steps aside, or the leaders take a member off. */
  @Post('appeals/:id/conflict')
  @HttpCode(200)
  @Permission('appeal.handle')
  @Answers(commandOutcome)
  async conflict(@Param('id', { schema: uuid }) id: string, @Body({ schema: conflictRequest }) body: z.infer<typeof conflictRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    await this.acts.place(actor, id);
    const [memberId] = body.member === undefined ? [actor.memberId] : await this.acts.memberIds([body.member]);
    const payload = { reason: body.reason, memberId: memberId ?? null };
    return memberId === actor.memberId
      ? this.acts.byPanel(actor, 'declareConflict', id, payload, commandId, 'MEMBER')
      : this.acts.byLeaders(actor, 'appeal.handle', 'declareConflict', id, payload, commandId);
  }

  @Post('appeals/:id/conclusion')
  @HttpCode(200)
  @Permission('appeal.handle')
  @Answers(commandOutcome)
  conclude(@Param('id', { schema: uuid }) id: string, @Body({ schema: conclusionRequest }) body: z.infer<typeof conclusionRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byPanel(actor, 'concludeAppeal', id, body, commandId, 'CHAIR');
  }

  /** The numbered decision that confirms or changes the result. */
  @Post('appeals/:id/decision')
  @HttpCode(201)
  @Permission('appeal.decide', 'appeal.handle')
  @Answers(commandOutcome, { status: 201 })
  decide(@Param('id', { schema: uuid }) id: string, @Body({ schema: decisionRequest }) body: z.infer<typeof decisionRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.acts.byPanel(actor, 'decideAppeal', id, body, commandId, 'CHAIR', 'appeal.decide');
  }

  private authorities(actor: Actor): string[] {
    return [...new Set(actor.capacities.flatMap(({ organisationId }) => (organisationId && this.access.holds(actor, 'appeal.handle', organisationId) ? [organisationId] : [])))];
  }
}
