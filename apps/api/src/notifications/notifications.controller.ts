import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { type Actor, MarkNotificationReadService, NotificationReader } from '@binhxet/application';
import { z } from 'zod';
import { queryFlag, uuid } from '../common/params.js';
import { count, instant, type WireOf } from '../common/schemas.js';
import { pageAnswer, pageQuery, pageRequest } from '../platform/http/cursor.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentActor, SignedInOnly } from '../platform/security/route-access.js';

const listQuery = z.strictObject({ ...pageQuery, unread: queryFlag.optional() });
const notification = z
  .object({ id: z.uuid(), kind: z.string(), facts: z.record(z.string(), z.unknown()), href: z.string().nullable(), createdAt: instant, readAt: instant.nullable() })
  .meta({ id: 'Notification' });
const notificationPage = z
  .object({ items: z.array(notification), next: z.string().nullable(), counts: z.object({ unread: count.describe('999: so many or more') }) })
  .meta({ id: 'NotificationPage' });

@ApiTags('notifications')
@Controller('notifications')
@SignedInOnly()
export class NotificationsController {
  constructor(
    private readonly reader: NotificationReader,
    private readonly marks: MarkNotificationReadService,
  ) {}

  /** One's own, newest first. */
  @Get()
  @Answers(notificationPage)
  async list(@Query({ schema: listQuery }) query: z.infer<typeof listQuery>, @CurrentActor() { memberId }: Actor): Promise<WireOf<typeof notificationPage>> {
    if (memberId === null) return { items: [], next: null, counts: { unread: 0 } };
    const binding = ['notifications', memberId, query.unread];
    const page = await this.reader.list(memberId, query.unread ?? false, pageRequest(query, binding));
    return { ...pageAnswer(page, binding), counts: { unread: await this.reader.unread(memberId) } };
  }

  @Post(':id/read')
  @HttpCode(204)
  @Answers(null, { status: 204 })
  async markRead(@Param('id', { schema: uuid }) id: string, @CurrentActor() actor: Actor): Promise<void> {
    await this.marks.mark(actor, id);
  }
}
