import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, ChangeTreeService, notFound, OrganisationReader, Scope, TimeReader } from '@binhxet/application';
import { type TreeChange } from '@binhxet/domain';
import { z } from 'zod';
import { groundsOf } from '../common/grounds.js';
import { orgCode } from '../common/params.js';
import { pageAnswer, pageOf, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Idempotent } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';
import { changeAnswer, changeRequest, changeRow } from './changes.schemas.js';

const listQuery = z.strictObject({ ...pageQuery, organisation: orgCode.optional().describe('only decisions about it or what is below it today') });

@ApiTags('organisations')
@Controller('organisation-changes')
export class OrganisationChangesController {
  constructor(
    private readonly changes: ChangeTreeService,
    private readonly reader: TimeReader,
    private readonly organisations: OrganisationReader,
    private readonly access: Access,
    private readonly scope: Scope,
  ) {}

  /** Establishes, merges, absorbs, splits, renames, moves, changes the role or dissolves, by a decision. */
  @Post()
  @HttpCode(200)
  @Permission('organisation.change')
  @Idempotent()
  @Answers(changeAnswer)
  create(@Body({ schema: changeRequest }) body: z.infer<typeof changeRequest>, @CurrentActor() actor: Actor) {
    return this.changes.change(actor, body.change as TreeChange, groundsOf(body), body.dryRun ?? false);
  }

  /** Decisions about the tree in the reader's subtree, newest first. */
  @Get()
  @Permission('cycle.read')
  @Answers(pageOf(changeRow))
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor) {
    const binding = ['organisation-changes', actor.accountId, query.organisation];
    return pageAnswer(await this.reader.changes(await this.roots(actor, query.organisation), pageRequest(query, binding)), binding);
  }

  private async roots(actor: Actor, code: string | undefined): Promise<string[] | null> {
    if (code === undefined) return this.scope.roots(actor);
    const id = await this.organisations.idOf(code);
    if (id === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', id);
    return [id];
  }
}
