import { type CallHandler, type ExecutionContext, type NestInterceptor } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { AppError, type Json } from '@binhxet/domain';
import { type Clock, type IdempotencyStore, type IdempotentRequest } from '@binhxet/application';
import { type Logger } from '@binhxet/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { catchError, concatMap, defaultIfEmpty, from, throwError, type Observable } from 'rxjs';
import { toAppError, toProblem } from '../errors/error-response.js';
import { PROBLEM_JSON } from '../errors/problem.filter.js';
import { ANSWER_NOT_KEPT, idempotencyKeyOf, requestHash } from './idempotency-key.js';
import { isUnsafe } from './methods.js';
import { type Answer, StoredAnswer } from './stored-answer.js';

/** An attempt that still runs after this died with its process. */
const ABANDONED_MS = 60_000;
const KEPT_HEADERS = ['etag', 'location'] as const;

/**
 * One effect for a request that comes twice. The first answer is kept for 24 hours and more (the jobs process removes old ones) and given
 * again; what failed on our side, or was refused for its pace, is forgotten, so that the client repeats it with the same key.
 */
export class IdempotencyInterceptor implements NestInterceptor {
  constructor(
    private readonly reflector: Reflector,
    private readonly store: IdempotencyStore,
    private readonly clock: Clock,
    private readonly logger: Logger,
  ) {}

  async intercept(context: ExecutionContext, next: CallHandler): Promise<Observable<unknown>> {
    const http = context.switchToHttp();
    const request = http.getRequest<FastifyRequest>();
    const key = isUnsafe(request.method) ? idempotencyKeyOf(request) : null;
    if (key === null || !request.signedIn || this.reflector.get<boolean>(ANSWER_NOT_KEPT, context.getHandler())) return next.handle();
    const reply = http.getResponse<FastifyReply>();
    const ours: IdempotentRequest = {
      accountId: request.signedIn.actor.accountId,
      key,
      route: `${request.method} ${request.routeOptions.url ?? ''}`,
      requestHash: requestHash(request),
    };
    await this.begin(ours);
    return next.handle().pipe(
      defaultIfEmpty(undefined),
      concatMap((body) => from(this.keep(ours, body, reply).then(() => body))),
      catchError((error: unknown) => from(this.settleFailure(ours, error, request)).pipe(concatMap(() => throwError(() => error)))),
    );
  }

  private async begin(ours: IdempotentRequest): Promise<void> {
    const now = this.clock.now();
    const beginning = await this.store.begin(ours, now, new Date(now.getTime() - ABANDONED_MS));
    switch (beginning.state) {
      case 'OURS':
        return;
      case 'RUNNING':
        throw new AppError('REQUEST.IN_PROGRESS', 'conflict', 'The first request with this key is still being carried out', { retryAfterSeconds: 1 });
      case 'OTHER_REQUEST':
        throw new AppError('REQUEST.KEY_REUSED', 'key-reused', 'The key was used for another request: take a new one');
      case 'ANSWERED':
        throw new StoredAnswer(beginning.answer as unknown as Answer);
    }
  }

  private keep(ours: IdempotentRequest, body: unknown, reply: FastifyReply): Promise<void> {
    const headers = Object.fromEntries(KEPT_HEADERS.flatMap((name) => (reply.hasHeader(name) ? [[name, String(reply.getHeader(name))]] : [])));
    return this.finish(ours, { status: reply.statusCode, contentType: 'application/json; charset=utf-8', body, headers });
  }

  private async settleFailure(ours: IdempotentRequest, error: unknown, request: FastifyRequest): Promise<void> {
    const known = toAppError(error);
    const problem = toProblem(known, request.id);
    if (problem.status >= 500 || known.kind === 'rate-limited') await this.store.forget(ours).catch((failure: unknown) => this.tell(failure));
    else await this.finish(ours, { status: problem.status, contentType: PROBLEM_JSON, body: problem, headers: {} });
  }

  /** The effect stands whether or not its answer could be kept: a lost answer must not turn it into an error. */
  private async finish(ours: IdempotentRequest, answer: Answer): Promise<void> {
    await this.store.finish(ours, answer.status, answer as unknown as Json).catch((failure: unknown) => this.tell(failure));
  }

  private tell(failure: unknown): void {
    this.logger.warn({ err: failure }, 'the answer to a keyed request was not kept');
  }
}
