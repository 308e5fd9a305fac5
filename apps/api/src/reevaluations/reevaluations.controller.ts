import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, AddEvidenceService, CaseReader, CommandGateway, notFound, OpenReevaluationService, reevaluationActions, type ReevaluationPlace } from '@binhxet/application';
import { type CommandName, reevaluationWorkflowId } from '@binhxet/contracts';
import { type Json } from '@binhxet/domain';
import { z } from 'zod';
import { addedEvidence, caseAct, caseDecision, caseEvidence, caseSubject, evidenceRequest, reasonRequest } from '../appeals/appeals.schemas.js';
import { legalDate, reason, uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { allowedActions, anyJson, commandOutcome, count, date, instant, level, nonLevel, organisationName, stateOf, subjectKind, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';

const listQuery = z.strictObject(pageQuery);
const openRequest = z
  .strictObject({
    subjectKind,
    subject: z.string().regex(/^[A-Z0-9-]{1,32}$/).describe('code of the member or organisation'),
    year: z.number().int().min(1990).max(2100).describe('rating year of the result'),
    discipline: z.strictObject({
      form: z.string().trim().min(1).max(200).describe('as the decision on it writes it'),
      number: z.string().trim().min(1).max(60),
      inForceOn: legalDate,
      selfDetected: z.boolean().describe('found by the subject itself'),
      remedied: z.boolean().describe('made good'),
    }),
    grounds: reason,
  })
  .meta({ id: 'OpenReevaluationRequest' });
const openedCase = z.object({ caseId: uuid }).meta({ id: 'OpenedReevaluation' });
const decisionRequest = z
  .strictObject({
    number: z.string().trim().min(1).max(60),
    decidedOn: legalDate,
    reason,
    document: z.string().trim().min(1).max(300).optional(),
    level: level.optional().describe('absent: the lowest; a milder one only where the violation was found and made good by the subject itself'),
  })
  .meta({ id: 'ReevaluationDecisionRequest' });

const summaryShape = {
  id: uuid,
  state: stateOf('reevaluationCase'),
  subject: caseSubject,
  year: count,
  packId: z.string().describe('rules of that year'),
  authority: organisationName,
  openedOn: date,
  dueAt: instant.nullable(),
  oldLevel: level.nullable(),
  oldNonLevel: nonLevel.nullable(),
  newLevel: level.nullable(),
};
const casePage = z.object({ items: z.array(z.object(summaryShape).meta({ id: 'ReevaluationSummary' })), next: z.string().nullable() }).meta({ id: 'ReevaluationPage' });
const reevaluation = z
  .object({
    ...summaryShape,
    cycleId: z.string().nullable().describe('null: the year was imported'),
    reviewId: uuid.nullable(),
    discipline: anyJson,
    grounds: z.string(),
    evidence: z.array(caseEvidence),
    decision: caseDecision,
    document: z.string().nullable(),
    reason: z.string().nullable(),
    proof: anyJson.describe('derivation of the new level under the rules of that year'),
    quota: anyJson.describe('quota of that year after the change, for information'),
    revoked: anyJson.describe('awards revoked and candidates dropped with it'),
    acts: z.array(caseAct),
    closedAt: instant.nullable(),
    version: count,
    allowedActions,
  })
  .meta({ id: 'Reevaluation' });

@ApiTags('reevaluations')
@Controller('reevaluations')
export class ReevaluationsController {
  constructor(
    private readonly reader: CaseReader,
    private readonly opening: OpenReevaluationService,
    private readonly evidence: AddEvidenceService,
    private readonly gateway: CommandGateway,
    private readonly access: Access,
  ) {}

  /** The direct superior opens a past year after a discipline that is in force. */
  @Post()
  @HttpCode(201)
  @Permission('reevaluation.decide')
  @Answers(openedCase, { status: 201 })
  async open(@Body({ schema: openRequest }) body: z.infer<typeof openRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof openedCase>> {
    const subjectId = await this.reader.subjectId(body.subjectKind, body.subject);
    if (subjectId === null) throw notFound();
    return this.opening.open(actor, { subjectKind: body.subjectKind, subjectId, year: body.year, discipline: body.discipline, grounds: body.grounds });
  }

  /** Cases of the organisations whose posts the reader holds, newest first. */
  @Get()
  @Permission('reevaluation.read')
  @Answers(casePage)
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof casePage>> {
    const binding = ['reevaluations', actor.accountId];
    const authorities = [...new Set(actor.capacities.flatMap(({ organisationId }) => (organisationId && this.access.holds(actor, 'reevaluation.read', organisationId) ? [organisationId] : [])))];
    return pageAnswer(await this.reader.reevaluations(authorities, pageRequest(query, binding)), binding);
  }

  @Get(':id')
  @Permission('reevaluation.read')
  @Answers(reevaluation)
  async get(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof reevaluation>> {
    const place = await this.place(actor, id);
    const view = await this.reader.reevaluation(id);
    if (!view) throw notFound();
    const { evidence, ...rest } = view;
    return { ...rest, evidence: evidence.map(({ byAccountId: _account, ...one }) => one), allowedActions: reevaluationActions(place, rightsOf(this.access, actor)) };
  }

  @Post(':id/evidence')
  @HttpCode(201)
  @Permission('reevaluation.read')
  @Answers(addedEvidence, { status: 201 })
  async addEvidence(@Param('id', { schema: uuid }) id: string, @Body({ schema: evidenceRequest }) body: z.infer<typeof evidenceRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof addedEvidence>> {
    await this.place(actor, id);
    return this.evidence.toReevaluation(actor, id, { body: body.body, document: body.document ?? null });
  }

  /** The decision that cancels the old result and recognises the new one, with the awards that rest on it. */
  @Post(':id/decision')
  @HttpCode(201)
  @Permission('reevaluation.decide')
  @Answers(commandOutcome, { status: 201 })
  decide(@Param('id', { schema: uuid }) id: string, @Body({ schema: decisionRequest }) body: z.infer<typeof decisionRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'decideReevaluation', id, body, commandId);
  }

  @Post(':id/dismissal')
  @HttpCode(200)
  @Permission('reevaluation.decide')
  @Answers(commandOutcome)
  dismiss(@Param('id', { schema: uuid }) id: string, @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>, @CurrentActor() actor: Actor, @CommandId() commandId: string) {
    return this.act(actor, 'dismissReevaluation', id, body, commandId);
  }

  private async act(actor: Actor, name: CommandName, id: string, payload: { readonly [key: string]: Json | undefined }, commandId: string) {
    const { authorityId } = await this.place(actor, id);
    const view = await this.reader.reevaluation(id);
    // A year that was never run here has the business id of its period all the same.
    const cycleId = view?.cycleId ?? `${view?.authority.code ?? ''}.${view?.year ?? ''}`;
    return this.gateway.submit(actor, 'reevaluation.decide', name, { cycleId, organisationId: authorityId, workflowId: reevaluationWorkflowId(id), caseId: id }, payload, commandId);
  }

  /** Only the people of the direct superior itself. @throws AppError ACCESS.NOT_FOUND */
  private async place(actor: Actor, id: string): Promise<ReevaluationPlace> {
    const place = await this.reader.reevaluationPlace(id);
    if (!place || !this.access.holds(actor, 'reevaluation.read', place.authorityId)) throw notFound();
    return place;
  }
}
