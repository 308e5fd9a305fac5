import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, caseActions, checklistOf, Clock, CommandGateway, CommendationReader, CommendationVoteService, CycleReader, type CycleView, ExplainChainService, notFound, RevokeAwardsService, Rules, Scope, UnitOfWork, voteMajority, WriteDossierService } from '@binhxet/application';
import { commendationWorkflowId } from '@binhxet/contracts';
import { type z } from 'zod';
import { AppError } from '@binhxet/domain';
import { cycleId, uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { commandOutcome, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { CommandId } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import {
  actRequest,
  casePage,
  chainAnswer,
  chainQuery,
  countAnswer,
  countRequest,
  dossierRequest,
  listQuery,
  missQuery,
  nearMissPage,
  openedVote,
  paymentPage,
  paymentQuery,
  revocationRequest,
  revoked,
  vote,
  voteRequest,
} from './commendations.schemas.js';

@ApiTags('commendations')
@Controller('cycles/:id/commendations')
export class CommendationsController {
  constructor(
    private readonly reader: CommendationReader,
    private readonly cycles: CycleReader,
    private readonly gateway: CommandGateway,
    private readonly chains: ExplainChainService,
    private readonly votes: CommendationVoteService,
    private readonly dossiers: WriteDossierService,
    private readonly revocations: RevokeAwardsService,
    private readonly rules: Rules,
    private readonly uow: UnitOfWork,
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
    const book = this.rules.forCycle(await this.uow.run((tx) => tx.cycles.get(id)));
    const majority = voteMajority(book);
    return {
      items: page.items.map(({ unitId: _unit, ...row }) => ({ ...row, allowedActions: caseActions(id, row, cycle.superiorId, rights, cycle.closedAt !== null) })),
      next: page.next,
      counts: await this.reader.counts(id, rootIds),
      checklist: checklistOf(book),
      majority: majority && { ...majority.threshold, source: majority.source },
    };
  }

  /** Who is one year short of an award of several years: which year, and why. */
  @Get('near-misses')
  @Permission('cycle.read')
  @Answers(nearMissPage)
  async nearMisses(@Param('id', { schema: cycleId }) id: string, @Query({ schema: missQuery }) query: z.infer<typeof missQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof nearMissPage>> {
    const rootIds = await this.rootsIn(actor, await this.cycle(id));
    const binding = ['near-misses', id, actor.accountId, query.award];
    return pageAnswer(await this.reader.nearMisses(id, { rootIds, ...(query.award && { awardId: query.award }) }, pageRequest(query, binding)), binding);
  }

  /** Every award open to one subject, with the years it asks for and what broke it. A member may ask about themselves. */
  @Get('chain')
  @Permission('cycle.read', 'result.read-own')
  @Answers(chainAnswer)
  async chain(@Param('id', { schema: cycleId }) id: string, @Query({ schema: chainQuery }) query: z.infer<typeof chainQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof chainAnswer>> {
    const subject = await this.reader.subject(id, query.subjectKind, query.subject);
    const own = subject !== null && query.subjectKind === 'MEMBER' && subject.subjectId === actor.memberId;
    if (!subject || (!own && !(await this.scope.covers(actor, subject.organisationId)))) throw notFound();
    return { items: await this.chains.explain(id, query.subjectKind, subject.subjectId) };
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

  /** Answers to the checklist of one case while its dossier is open. */
  @Put(':caseId/dossier')
  @HttpCode(204)
  @Permission('commendation.decide')
  @Answers(null, { status: 204 })
  async writeDossier(@Param('id', { schema: cycleId }) id: string, @Param('caseId', { schema: uuid }) caseId: string, @Body({ schema: dossierRequest }) body: z.infer<typeof dossierRequest>, @CurrentActor() actor: Actor): Promise<void> {
    await this.cycle(id);
    await this.dossiers.write(actor, id, caseId, body.items);
  }

  /** Records the vote of the awarding body on verified cases; two tellers count it. */
  @Post('votes')
  @HttpCode(201)
  @Permission('commendation.decide')
  @Answers(openedVote, { status: 201 })
  async openVote(@Param('id', { schema: cycleId }) id: string, @Body({ schema: voteRequest }) body: z.infer<typeof voteRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof openedVote>> {
    await this.cycle(id);
    const found = new Map((await this.uow.run((tx) => tx.accounts.members(body.tellers))).map((member) => [member.code, member.id]));
    const errors = body.tellers.flatMap((code, index) => (found.has(code) ? [] : [{ pointer: `/tellers/${index}`, code: 'ACCOUNT.MEMBER_UNKNOWN' }]));
    if (errors.length > 0) throw new AppError('ACCOUNT.MEMBER_UNKNOWN', 'not-found', 'Some of these members do not exist', { count: errors.length }, errors);
    return this.votes.open(actor, id, { heldOn: body.heldOn, caseIds: body.caseIds, tellerIds: body.tellers.map((code) => found.get(code)!), present: body.present });
  }

  /** A vote with its cases, for its tellers and whoever reaches the awarding organisation. */
  @Get('votes/:voteId')
  @Permission('cycle.read', 'tally.enter')
  @Answers(vote)
  async vote(@Param('id', { schema: cycleId }) id: string, @Param('voteId', { schema: uuid }) voteId: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof vote>> {
    const view = await this.reader.vote(voteId, actor.memberId);
    const isTeller = actor.memberId !== null && view?.tellerIds.includes(actor.memberId);
    if (!view || view.cycleId !== id || (!isTeller && !(await this.scope.covers(actor, view.superiorId)))) throw notFound();
    const { tellerIds: _tellers, cycleId: _cycle, superiorId: _superior, ...rest } = view;
    return rest;
  }

  /** One teller's count, on their own; equal counts settle the vote. */
  @Post('votes/:voteId/count')
  @HttpCode(200)
  @Permission('tally.enter')
  @Answers(countAnswer)
  async count(@Param('id', { schema: cycleId }) id: string, @Param('voteId', { schema: uuid }) voteId: string, @Body({ schema: countRequest }) body: z.infer<typeof countRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof countAnswer>> {
    const view = await this.reader.vote(voteId, actor.memberId);
    const isTeller = actor.memberId !== null && view?.tellerIds.includes(actor.memberId);
    if (!view || (!isTeller && !(await this.access.canSee(actor, view.superiorId)))) throw notFound();
    return this.votes.count(actor, id, voteId, body);
  }

  /** Takes decided awards back by a numbered decision. */
  @Post('revocations')
  @HttpCode(201)
  @Permission('commendation.decide')
  @Answers(revoked, { status: 201 })
  async revoke(@Param('id', { schema: cycleId }) id: string, @Body({ schema: revocationRequest }) body: z.infer<typeof revocationRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof revoked>> {
    await this.cycle(id);
    return this.revocations.revoke(actor, id, { ...body, document: body.document ?? null });
  }

  /** What is paid for the awards that stand; blank where multiple or base salary is not confirmed. */
  @Get('payments')
  @Permission('cycle.read')
  @Answers(paymentPage)
  async payments(@Param('id', { schema: cycleId }) id: string, @Query({ schema: paymentQuery }) query: z.infer<typeof paymentQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof paymentPage>> {
    const rootIds = await this.rootsIn(actor, await this.cycle(id));
    const binding = ['payments', id, actor.accountId, query.decision];
    const { total, unknown, ...page } = await this.reader.payments(id, { rootIds, ...(query.decision && { decision: query.decision }) }, pageRequest(query, binding));
    return { ...pageAnswer(page, binding), total, unknown };
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
