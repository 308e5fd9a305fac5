import { Body, Controller, Get, HttpCode, Param, Post, Put, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, Clock, GiveOpinionService, notFound, reviewActions, ReviewReader, type ReviewSight, Scope, sightOf, VerifyDossierService, WritePaperService } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { uuid } from '../common/params.js';
import { rightsOf } from '../common/rights.js';
import { type WireOf } from '../common/schemas.js';
import { entityTag, expectedVersion } from '../platform/http/entity-tag.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { ProofPages } from './proof-pages.js';
import { givenOpinion, movedReview, opinionRequest, ownReviews, paper, paperRequest, reasonRequest, review, savedPaper, submittedPaper, verificationRequest, verified } from './reviews.schemas.js';

@ApiTags('reviews')
@Controller('reviews')
export class ReviewsController {
  constructor(
    private readonly reader: ReviewReader,
    private readonly papers: WritePaperService,
    private readonly opinions: GiveOpinionService,
    private readonly verification: VerifyDossierService,
    private readonly proofs: ProofPages,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** One's own reviews, newest first. */
  @Get()
  @Permission('result.read-own')
  @Answers(ownReviews)
  async own(@CurrentActor() { memberId }: Actor): Promise<WireOf<typeof ownReviews>> {
    return { items: memberId === null ? [] : await this.reader.own(memberId) };
  }

  @Get(':id')
  @Permission('result.read-own', 'cycle.read')
  @Answers(review)
  async get(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<WireOf<typeof review>> {
    const sight = await this.sight(actor, id);
    const view = await this.reader.page(id, this.clock.now());
    if (!view) throw notFound();
    const written = sight.words ? await this.reader.paper(id) : null;
    return {
      ...view,
      explanation: await this.proofs.explain(view.cycleId, view.subjectKind, view.proof),
      paper: written,
      paperVisible: sight.words,
      paperOfYearBefore: sight.words ? await this.reader.paperOfYearBefore(id) : null,
      opinions: sight.words ? await this.reader.opinions(id) : [],
      allowedActions: reviewActions(view, written, rightsOf(this.access, actor)),
    };
  }

  @Get(':id/paper')
  @Permission('result.read-own', 'cycle.read')
  @Answers(paper)
  async paper(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @Res({ passthrough: true }) reply: FastifyReply): Promise<WireOf<typeof paper>> {
    const sight = await this.sight(actor, id);
    if (!sight.words) throw new AppError('ACCESS.DENIED', 'forbidden', 'The words of a review are not for this role', { permission: 'self-review.read' });
    const written = await this.reader.paper(id);
    if (!written) throw notFound();
    reply.header('ETag', entityTag(written.version));
    return written;
  }

  /** Saves the draft: `If-None-Match: *` the first time, then `If-Match` with the version seen last. */
  @Put(':id/paper')
  @Permission('self-review.write', 'collective-report.write')
  @Answers(savedPaper)
  async savePaper(@Param('id', { schema: uuid }) id: string, @Body({ schema: paperRequest }) body: z.infer<typeof paperRequest>, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<WireOf<typeof savedPaper>> {
    const { version, savedAt } = await this.papers.save(actor, id, body, expectedVersion(request));
    reply.header('ETag', entityTag(version));
    return { version, savedAt: savedAt.toISOString() };
  }

  /** Hands the draft in: the version said in `If-Match`. */
  @Post(':id/paper/submit')
  @HttpCode(200)
  @Permission('self-review.write', 'collective-report.write')
  @Answers(submittedPaper)
  async submitPaper(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply): Promise<WireOf<typeof submittedPaper>> {
    const { submittedAt, ...answer } = await this.papers.submit(actor, id, expectedVersion(request));
    reply.header('ETag', entityTag(answer.version));
    return { ...answer, submittedAt: submittedAt.toISOString() };
  }

  /** The cell gives the paper back to its author. */
  @Post(':id/paper/return')
  @HttpCode(200)
  @Permission('self-review.return')
  @Answers(movedReview)
  async returnPaper(@Param('id', { schema: uuid }) id: string, @Body({ schema: reasonRequest }) body: z.infer<typeof reasonRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof movedReview>> {
    await this.sight(actor, id);
    return this.papers.returnToAuthor(actor, id, body.reason);
  }

  @Post(':id/opinions')
  @HttpCode(201)
  @Permission('opinion.write')
  @Answers(givenOpinion, { status: 201 })
  giveOpinion(@Param('id', { schema: uuid }) id: string, @Body({ schema: opinionRequest }) body: z.infer<typeof opinionRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof givenOpinion>> {
    return this.opinions.give(actor, id, body.text);
  }

  /** The advisory body's proposal on a dossier. */
  @Post(':id/verification')
  @HttpCode(200)
  @Permission('verification.write')
  @Answers(verified)
  verify(@Param('id', { schema: uuid }) id: string, @Body({ schema: verificationRequest }) body: z.infer<typeof verificationRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof verified>> {
    return this.verification.verify(actor, id, body.level, body.reason, body.collectiveLevel);
  }

  private async sight(actor: Actor, id: string): Promise<ReviewSight> {
    const place = await this.reader.place(id);
    const sight = place ? await sightOf(this.scope, actor, place) : null;
    if (sight) return sight;
    // A member of the same cell knows that the review exists; to everybody else it does not.
    if (place && (await this.access.canSee(actor, place.organisationId))) throw new AppError('ACCESS.DENIED', 'forbidden', 'This review is not yours', { permission: 'self-review.read' });
    throw notFound();
  }
}
