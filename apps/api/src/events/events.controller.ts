import { Controller, Req, Sse, type MessageEvent } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { SessionService, type SignedIn } from '@binhxet/application';
import { type FastifyRequest } from 'fastify';
import { from, interval, map, merge, switchMap, takeWhile, type Observable } from 'rxjs';
import { CurrentSession, SignedInOnly } from '../platform/security/route-access.js';
import { SESSION_COOKIE } from '../platform/security/session.guard.js';
import { EventHub } from './event-hub.js';

/** Proxies close a silent stream; the session behind it may have ended. */
const BEAT_MS = 25_000;

@ApiTags('events')
@Controller('events')
export class EventsController {
  constructor(
    private readonly hub: EventHub,
    private readonly sessions: SessionService,
  ) {}

  /** Server-sent events `changed` with `{topic, version}`, for the signed-in person alone; the stream ends with the session. */
  @Sse()
  @SignedInOnly()
  @ApiOkResponse({ description: 'server-sent events named `changed`, data {"topic": "tasks" | "notifications", "version": string}', content: { 'text/event-stream': { schema: { type: 'string' } } } })
  stream(@CurrentSession() signedIn: SignedIn, @Req() request: FastifyRequest): Observable<MessageEvent> {
    const token = request.cookies[SESSION_COOKIE];
    const changes = this.hub.watch(signedIn.actor).pipe(map((data): MessageEvent | null => ({ type: 'changed', data })));
    const beats = interval(BEAT_MS).pipe(
      switchMap(() => from(this.sessions.authenticate(token).then(() => true, (error: { kind?: string }) => error.kind !== 'unauthenticated'))),
      map((lives): MessageEvent | null => (lives ? { type: 'beat', data: {} } : null)),
    );
    return merge(changes, beats).pipe(
      takeWhile((event): event is MessageEvent => event !== null),
    );
  }
}
