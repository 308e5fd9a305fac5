import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, Clock, CycleReader, DraftRuleFileService, notFound, PublishRuleFileService, Scope, TryRuleFileService } from '@binhxet/application';
import { AppError, NON_LEVEL_STATES } from '@binhxet/domain';
import { diffRuleFiles, explainRuleFile } from '@binhxet/rule-packs';
import { type z } from 'zod';
import { type WireOf } from '../common/schemas.js';
import { pageAnswer, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission, SignedInOnly } from '../platform/security/route-access.js';
import { RuleFilePages } from './rule-file-pages.js';
import { changes, changesQuery, draftRequest, explanation, listQuery, publishedPin, publishRequest, ruleFile, ruleFileId, ruleFileList, tried, tryRequest, versionQuery } from './rule-files.schemas.js';

/** Rules are public inside the installation: whoever is signed in may read what is in force; drafts are their administrators'. */
@ApiTags('rule-files')
@Controller('rule-files')
export class RuleFilesController {
  constructor(
    private readonly pages: RuleFilePages,
    private readonly drafting: DraftRuleFileService,
    private readonly trying: TryRuleFileService,
    private readonly publishing: PublishRuleFileService,
    private readonly cycles: CycleReader,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  @Get()
  @SignedInOnly()
  @Answers(ruleFileList)
  async list(@Query({ schema: listQuery }) { kind }: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof ruleFileList>> {
    return { items: await this.pages.list(actor, kind) };
  }

  @Get(':id')
  @SignedInOnly()
  @Answers(ruleFile)
  async get(@Param('id', { schema: ruleFileId }) id: string, @Query({ schema: versionQuery }) { version }: z.infer<typeof versionQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof ruleFile>> {
    return this.pages.detail(await this.pages.find(actor, id, version));
  }

  /** The file in Vietnamese, clause by clause. */
  @Get(':id/explanation')
  @SignedInOnly()
  @Answers(explanation)
  async explain(@Param('id', { schema: ruleFileId }) id: string, @Query({ schema: versionQuery }) { version }: z.infer<typeof versionQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof explanation>> {
    return explainRuleFile((await this.pages.find(actor, id, version)).loaded.content);
  }

  /** Differences to another file, by default to the version before. */
  @Get(':id/changes')
  @SignedInOnly()
  @Answers(changes)
  async changes(@Param('id', { schema: ruleFileId }) id: string, @Query({ schema: changesQuery }) { version, from, fromVersion }: z.infer<typeof changesQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof changes>> {
    const found = await this.pages.find(actor, id, version);
    const older = from === undefined && fromVersion === undefined ? this.pages.before(found) : (await this.pages.find(actor, from ?? id, fromVersion)).loaded;
    const { loaded } = found;
    return { from: { id: older.content.id, version: older.content.version }, to: { id: loaded.content.id, version: loaded.content.version }, items: diffRuleFiles(older.content, loaded.content) };
  }

  /** Checks a file in full and keeps it as a draft; nothing is kept where anything is wrong. */
  @Post('drafts')
  @HttpCode(201)
  @Permission('rules.manage')
  @Answers(ruleFile, { status: 201 })
  async draft(@Body({ schema: draftRequest }) { text }: z.infer<typeof draftRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof ruleFile>> {
    const { pin } = await this.drafting.save(actor, text);
    return this.pages.detail(await this.pages.find(actor, pin.id, pin.version));
  }

  /** What the file would have made of a cycle's stored facts; nothing is written. */
  @Post(':id/trial')
  @HttpCode(200)
  @Permission('rules.manage')
  @Answers(tried)
  async try(@Param('id', { schema: ruleFileId }) id: string, @Body({ schema: tryRequest }) body: z.infer<typeof tryRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof tried>> {
    const { content, pin } = (await this.pages.find(actor, id, body.version)).loaded;
    if (content.kind !== 'rating-pack') throw new AppError('PACK.TRIAL_OF_RATING_ONLY', 'conflict', 'Only rules of rating are tried on facts', { id, kind: content.kind });
    const cycle = await this.cycles.byId(body.cycleId, this.clock.now());
    if (!cycle || !(await this.scope.covers(actor, cycle.superiorId))) throw notFound();
    const binding = ['trial', body.cycleId, pin.sha256, actor.accountId];
    const { changed, ...result } = await this.trying.try(body.cycleId, content, pageRequest(body, binding));
    return { ...result, changed: pageAnswer(changed, binding), nonLevelStates: [...NON_LEVEL_STATES] };
  }

  /** Publishes a draft as a new version, for cycles that open from now on. */
  @Post(':id/publication')
  @HttpCode(201)
  @Permission('rules.manage')
  @Answers(publishedPin, { status: 201 })
  publish(@Param('id', { schema: ruleFileId }) id: string, @Body({ schema: publishRequest }) body: z.infer<typeof publishRequest>, @CurrentActor() actor: Actor): Promise<WireOf<typeof publishedPin>> {
    return this.publishing.publish(actor, { id, ...body });
  }
}
