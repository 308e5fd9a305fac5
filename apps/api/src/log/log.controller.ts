import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, LogReader, mayOpenPayload, notFound, payloadSubject, ReviewReader, Scope } from '@binhxet/application';
import { type Json, LEDGER_EVENTS } from '@binhxet/domain';
import { z } from 'zod';
import { cycleId, orgCode } from '../common/params.js';
import { code, count, instant, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';

const EVENT_TYPES = Object.keys(LEDGER_EVENTS) as [keyof typeof LEDGER_EVENTS, ...(keyof typeof LEDGER_EVENTS)[]];
const listQuery = z.strictObject({ ...pageQuery, type: z.enum(EVENT_TYPES).optional(), cycle: cycleId.optional(), organisation: orgCode.optional(), from: z.iso.datetime().optional(), to: z.iso.datetime().optional() });
const indexParam = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

const leafData = z
  .object({
    v: z.literal(1),
    id: z.uuid(),
    at: instant,
    type: code(EVENT_TYPES),
    cycle: z.string().optional(),
    org: z.string().optional(),
    step: z.string().optional(),
    commitment: z.string(),
    prev: z.string().optional(),
  })
  .meta({ id: 'LogLeaf' });
const logRow = z.object({ index: count, leafHash: z.string(), entry: leafData }).meta({ id: 'LogRow' });
const head = z.object({ size: count, checkpoint: z.string(), verifierKey: z.string(), signedAt: instant, pending: count.describe('entries committed, not yet integrated') }).nullable();
const logPage = z.object({ items: z.array(logRow), next: z.string().nullable(), head }).meta({ id: 'LogPage' });
const logEntry = z
  .object({
    ...logRow.shape,
    data: z.string().describe("the leaf's data, byte for byte"),
    payloadState: z.enum(['SHOWN', 'ERASED', 'NOT_FOR_YOU']),
    salt: z.string().nullable(),
    payload: z.string().nullable().describe('canonical JSON as committed to'),
    head,
  })
  .meta({ id: 'LogEntry' });

@ApiTags('log')
@Controller('log')
export class LogController {
  constructor(
    private readonly reader: LogReader,
    private readonly reviews: ReviewReader,
    private readonly scope: Scope,
  ) {}

  /** Entries about organisations the reader belongs to or reaches, newest first; no personal data. */
  @Get()
  @Permission('log.read')
  @Answers(logPage)
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() actor: Actor): Promise<WireOf<typeof logPage>> {
    const { type, cycle, organisation, from, to } = query;
    const binding = ['log', actor.accountId, type, cycle, organisation, from, to];
    const filter = { ...(type && { type }), ...(cycle && { cycleId: cycle }), ...(organisation && { organisationCode: organisation }), ...(from && { from }), ...(to && { to }) };
    const page = pageAnswer(await this.reader.list(filter, this.roots(actor), pageRequest(query, binding)), binding);
    return { ...page, head: await this.reader.head() };
  }

  /** One entry; its payload only for those who may read it. */
  @Get(':index')
  @Permission('log.read')
  @Answers(logEntry)
  async get(@Param('index', { schema: indexParam }) index: number, @CurrentActor() actor: Actor): Promise<WireOf<typeof logEntry>> {
    const found = await this.reader.byIndex(index);
    if (!found) throw notFound();
    const roots = this.roots(actor);
    const { organisationId } = found;
    const reaches = roots === null || (organisationId !== null && (roots.includes(organisationId) || (await this.scope.covers(actor, organisationId))));
    const opened = found.opening === null ? null : (JSON.parse(found.opening.payload) as { [key: string]: Json });
    const own = opened !== null && (await this.isOwn(actor, opened));
    if (!reaches && !own) throw notFound();
    const roles = organisationId === null ? new Set<never>() : await this.scope.rolesOver(actor, organisationId);
    const shown = found.opening !== null && mayOpenPayload(found.entry.type, roles, own);
    return {
      index: found.index,
      leafHash: found.leafHash,
      entry: found.entry,
      data: found.data,
      payloadState: found.opening === null ? 'ERASED' : shown ? 'SHOWN' : 'NOT_FOR_YOU',
      salt: shown ? found.opening!.salt : null,
      payload: shown ? found.opening!.payload : null,
      head: await this.reader.head(),
    };
  }

  /** Leaves hold no personal data: members see those of their own organisation as well. */
  private roots(actor: Actor): string[] | null {
    const roots = this.scope.roots(actor);
    return roots === null ? null : [...new Set([...roots, ...this.scope.organisations(actor)])];
  }

  private async isOwn(actor: Actor, payload: { readonly [key: string]: Json }): Promise<boolean> {
    if (actor.memberId === null) return false;
    const { memberId, reviewId } = payloadSubject(payload);
    if (memberId === actor.memberId) return true;
    const place = reviewId === null ? null : await this.reviews.place(reviewId);
    return place?.subjectKind === 'MEMBER' && place.subjectId === actor.memberId;
  }
}
