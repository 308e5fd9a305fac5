import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, Clock, type MemberView, notFound, OrganisationReader, Scope, type When } from '@binhxet/application';
import { BODY_KINDS, MEMBER_STATUSES, ORG_ROLES, POST_KINDS, endOfLegalDay, legalDateOf } from '@binhxet/domain';
import { z } from 'zod';
import { legalDate, memberCode, orgCode } from '../common/params.js';
import { code, count, date, organisationName, organisationRef, person, type WireOf, yearResult } from '../common/schemas.js';
import { pageAnswer, pageOf, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';

/** Two times: the day that is asked about, and the day it was known on. */
const twoTimes = {
  validOn: legalDate.optional().describe('day the tree is read at; default today'),
  recordedOn: legalDate.optional().describe('as known at the end of this day; default: as held true now'),
  on: legalDate.optional().describe('the same as validOn'),
};
const onDate = z.strictObject(twoTimes);
const listQuery = z.strictObject({ ...pageQuery, ...twoTimes });

const organisationRow = z
  .object({ id: z.uuid(), code: z.string(), name: z.string(), role: code(ORG_ROLES), quotaGroup: z.string().nullable(), childCount: count, memberCount: count.describe('of the whole subtree') })
  .meta({ id: 'OrganisationRow' });
const organisation = z
  .object({
    ...organisationRow.shape,
    path: z.array(organisationRef).describe('from the top of what the reader may see down to the parent'),
    posts: z.array(z.object({ body: code(BODY_KINDS), post: code(POST_KINDS), isHead: z.boolean(), person })),
  })
  .meta({ id: 'Organisation' });
const memberRow = z.object({ ...person.shape, status: code(MEMBER_STATUSES) }).meta({ id: 'MemberRow' });
const member = z
  .object({
    ...memberRow.shape,
    admittedOn: date,
    isCivilServant: z.boolean(),
    organisation: organisationRef.nullable(),
    posts: z.array(z.object({ organisation: organisationName, body: code(BODY_KINDS), post: code(POST_KINDS), isHead: z.boolean() })),
    years: z.array(yearResult).describe('newest first; a cancelled year stays beside what replaced it'),
  })
  .meta({ id: 'Member' });

@ApiTags('organisations')
@Controller()
export class OrganisationsController {
  constructor(
    private readonly reader: OrganisationReader,
    private readonly access: Access,
    private readonly scope: Scope,
    private readonly clock: Clock,
  ) {}

  /** Where the tree begins for the reader. */
  @Get('organisations')
  @Permission('cycle.read')
  @Answers(pageOf(organisationRow))
  async tops(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor) {
    const binding = ['tops', actor.accountId, query.validOn ?? query.on, query.recordedOn];
    return pageAnswer(await this.reader.tops(this.scope.roots(actor), this.when(query), pageRequest(query, binding)), binding);
  }

  @Get('organisations/:code')
  @Permission('cycle.read')
  @Answers(organisation)
  async get(@Param('code', { schema: orgCode }) code: string, @Query({ schema: onDate }) query: z.infer<typeof onDate>, @CurrentActor() actor: Actor): Promise<WireOf<typeof organisation>> {
    const id = await this.visible(actor, code);
    const view = await this.reader.byCode(code, this.when(query));
    if (!view) throw notFound();
    const roots = this.scope.roots(actor);
    const top = roots === null ? 0 : view.path.findIndex((above) => roots.includes(above.id));
    return { ...view, path: roots?.includes(id) || top < 0 ? [] : view.path.slice(top) };
  }

  @Get('organisations/:code/children')
  @Permission('cycle.read')
  @Answers(pageOf(organisationRow))
  async children(@Param('code', { schema: orgCode }) code: string, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor) {
    const binding = ['children', code, query.validOn ?? query.on, query.recordedOn];
    return pageAnswer(await this.reader.children(await this.visible(actor, code), this.when(query), pageRequest(query, binding)), binding);
  }

  @Get('organisations/:code/members')
  @Permission('cycle.read')
  @Answers(pageOf(memberRow))
  async members(@Param('code', { schema: orgCode }) code: string, @Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor) {
    const binding = ['members', code, query.validOn ?? query.on, query.recordedOn];
    return pageAnswer(await this.reader.members(await this.visible(actor, code), this.when(query), pageRequest(query, binding)), binding);
  }

  /** Oneself, or somebody of one's subtree. */
  @Get('members/:code')
  @Permission('cycle.read', 'result.read-own')
  @Answers(member)
  async member(@Param('code', { schema: memberCode }) code: string, @Query({ schema: onDate }) query: z.infer<typeof onDate>, @CurrentActor() actor: Actor): Promise<WireOf<typeof member>> {
    const view = await this.reader.member(code, this.when(query));
    if (!view || !(await this.mayRead(actor, view))) throw notFound();
    return view;
  }

  private async mayRead(actor: Actor, view: MemberView): Promise<boolean> {
    if (actor.memberId === view.memberId) return true;
    return view.organisation !== null && (await this.scope.covers(actor, view.organisation.id));
  }

  private async visible(actor: Actor, code: string): Promise<string> {
    const id = await this.reader.idOf(code);
    if (id === null) throw notFound();
    await this.access.assert(actor, 'cycle.read', id);
    return id;
  }

  private when({ validOn, on, recordedOn }: { readonly validOn?: string | undefined; readonly on?: string | undefined; readonly recordedOn?: string | undefined }): When {
    return { validOn: validOn ?? on ?? legalDateOf(this.clock.now().getTime()), knownBefore: recordedOn === undefined ? null : endOfLegalDay(recordedOn) };
  }
}
