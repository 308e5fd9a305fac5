import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Access, type Actor, ChangeMembershipService, ChangePeriodService, ChangePostService, CorrectEntryService, ENTRY_KINDS, LEAVING_CAUSES, notFound, PERIOD_KINDS, TimeReader } from '@binhxet/application';
import { BODY_KINDS, POST_KINDS } from '@binhxet/domain';
import { z } from 'zod';
import { factOf, grounds, groundsOf, groundsOrFact } from '../common/grounds.js';
import { legalDate, memberCode, orgCode, reason, uuid } from '../common/params.js';
import { code, count, date, instant, organisationName } from '../common/schemas.js';
import { cycleEffects } from '../organisations/changes.schemas.js';
import { Idempotent } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, Permission } from '../platform/security/route-access.js';

const transfer = z.strictObject({ ...grounds, to: orgCode.describe('receiving cell') }).meta({ id: 'TransferRequest' });
const leaving = z.strictObject({ ...groundsOrFact, cause: z.enum(LEAVING_CAUSES) }).meta({ id: 'LeavingRequest' });
const period = z.strictObject({ ...groundsOrFact, kind: z.enum(PERIOD_KINDS), to: legalDate.nullish().describe('last day; null: goes on'), organisation: orgCode.nullish().describe('TEMPORARY_ELSEWHERE: the other cell') }).meta({ id: 'PeriodRequest' });
const periodEnd = z.strictObject({ ...groundsOrFact, kind: z.enum(PERIOD_KINDS) }).meta({ id: 'PeriodEndRequest' });
const postShape = { organisation: orgCode, body: z.enum(BODY_KINDS), post: z.enum(POST_KINDS) };
const appointment = z.strictObject({ ...grounds, ...postShape, isHead: z.boolean() }).meta({ id: 'AppointmentRequest' });
const relief = z.strictObject({ ...grounds, ...postShape }).meta({ id: 'ReliefRequest' });
const correction = z
  .strictObject({
    entry: z.enum(ENTRY_KINDS),
    entryId: uuid,
    correction: z.discriminatedUnion('withdrawn', [z.strictObject({ withdrawn: z.literal(true) }), z.strictObject({ withdrawn: z.literal(false), from: legalDate, to: legalDate.nullable() })]),
    reason,
  })
  .meta({ id: 'CorrectionRequest' });
const personAnswer = z.object({ changeId: uuid, postsEnded: count, cycles: cycleEffects }).meta({ id: 'PersonChangeAnswer' });
const changeId = z.object({ changeId: uuid }).meta({ id: 'ChangeId' });

const entry = { id: uuid, from: date, to: date.nullable(), decision: z.string().nullable(), recordedAt: instant, supersededAt: instant.nullable().describe('null: held true now') };
const timeline = z
  .object({
    memberships: z.array(z.object({ ...entry, organisation: organisationName })),
    posts: z.array(z.object({ ...entry, organisation: organisationName, body: code(BODY_KINDS), post: code(POST_KINDS), isHead: z.boolean() })),
    periods: z.array(z.object({ ...entry, kind: z.string(), organisation: organisationName.nullable(), cause: z.string().nullable() })),
  })
  .meta({ id: 'MemberTimeline' });

@ApiTags('members')
@Controller('members/:code')
export class MemberChangesController {
  constructor(
    private readonly memberships: ChangeMembershipService,
    private readonly periods: ChangePeriodService,
    private readonly posts: ChangePostService,
    private readonly corrections: CorrectEntryService,
    private readonly reader: TimeReader,
    private readonly access: Access,
  ) {}

  /** Where the person belonged, what they held and were: as held true now, and as known earlier. */
  @Get('timeline')
  @Permission('member.change', 'cycle.read')
  @Answers(timeline)
  async timeline(@Param('code', { schema: memberCode }) code: string, @CurrentActor() actor: Actor) {
    const found = await this.reader.timeline(code);
    if (!found) throw notFound();
    const places = [...new Set(found.places)];
    for (const [at, place] of places.entries()) {
      try {
        await this.access.assert(actor, 'cycle.read', place);
        break;
      } catch (error) {
        if (at === places.length - 1) throw error;
      }
    }
    return found.timeline;
  }

  @Post('transfers')
  @HttpCode(200)
  @Permission('member.change')
  @Idempotent()
  @Answers(personAnswer)
  transfer(@Param('code', { schema: memberCode }) code: string, @Body({ schema: transfer }) body: z.infer<typeof transfer>, @CurrentActor() actor: Actor) {
    return this.memberships.transfer(actor, code, body.to, groundsOf(body));
  }

  /** Death, expulsion, striking off the list, own wish. */
  @Post('leaving')
  @HttpCode(200)
  @Permission('member.change')
  @Idempotent()
  @Answers(personAnswer)
  leave(@Param('code', { schema: memberCode }) code: string, @Body({ schema: leaving }) body: z.infer<typeof leaving>, @CurrentActor() actor: Actor) {
    return this.memberships.leave(actor, code, body.cause, factOf(body));
  }

  /** Exemption, suspension, leave, activity in another cell for a time. */
  @Post('periods')
  @HttpCode(200)
  @Permission('member.change', 'discipline.record')
  @Idempotent()
  @Answers(personAnswer)
  beginPeriod(@Param('code', { schema: memberCode }) code: string, @Body({ schema: period }) body: z.infer<typeof period>, @CurrentActor() actor: Actor) {
    return this.periods.begin(actor, code, { kind: body.kind, to: body.to ?? null, organisation: body.organisation ?? null }, factOf(body));
  }

  @Post('periods/end')
  @HttpCode(200)
  @Permission('member.change', 'discipline.record')
  @Idempotent()
  @Answers(personAnswer)
  endPeriod(@Param('code', { schema: memberCode }) code: string, @Body({ schema: periodEnd }) body: z.infer<typeof periodEnd>, @CurrentActor() actor: Actor) {
    return this.periods.end(actor, code, body.kind, factOf(body));
  }

  @Post('posts')
  @HttpCode(200)
  @Permission('member.change')
  @Idempotent()
  @Answers(changeId)
  appoint(@Param('code', { schema: memberCode }) code: string, @Body({ schema: appointment }) body: z.infer<typeof appointment>, @CurrentActor() actor: Actor) {
    const { organisation, body: organ, post, isHead } = body;
    return this.posts.appoint(actor, code, { organisation, body: organ, post, isHead }, groundsOf(body));
  }

  @Post('posts/end')
  @HttpCode(200)
  @Permission('member.change')
  @Idempotent()
  @Answers(changeId)
  relieve(@Param('code', { schema: memberCode }) code: string, @Body({ schema: relief }) body: z.infer<typeof relief>, @CurrentActor() actor: Actor) {
    const { organisation, body: organ, post } = body;
    return this.posts.relieve(actor, code, { organisation, body: organ, post }, groundsOf(body));
  }

  /** Mends an entry; what it said stays readable as what was known. */
  @Post('corrections')
  @HttpCode(200)
  @Permission('member.change')
  @Idempotent()
  @Answers(changeId)
  correct(@Param('code', { schema: memberCode }) code: string, @Body({ schema: correction }) body: z.infer<typeof correction>, @CurrentActor() actor: Actor) {
    return this.corrections.correct(actor, code, body.entry, body.entryId, body.correction, body.reason);
  }
}
