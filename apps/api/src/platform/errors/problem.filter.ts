import { Catch, NotFoundException, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { AppError } from '@binhxet/domain';
import { type Logger } from '@binhxet/platform';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type WebApp } from '../../web/web-app.js';
import { type RouteTable } from '../http/route-table.js';
import { StoredAnswer } from '../http/stored-answer.js';
import { HTTP_OF_KIND, retryAfterOf, toAppError, toProblem } from './error-response.js';

export const PROBLEM_JSON = 'application/problem+json; charset=utf-8';

/** The one place where errors leave the process. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly web: WebApp,
    private readonly routes: RouteTable,
  ) {}

  catch(error: unknown, host: ArgumentsHost): void {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    if (error instanceof StoredAnswer) return error.send(reply);
    // Only the framework throws this one, for an address that no route has.
    if (!(error instanceof NotFoundException)) return sendProblem(this.logger, error, request, reply);
    const methods = this.routes.methodsOf(request.url);
    if (methods.length > 0 && !methods.includes(request.method)) {
      reply.header('Allow', methods.join(', '));
      return sendProblem(this.logger, new AppError('REQUEST.METHOD_NOT_ALLOWED', 'invalid', 'This address does not take that method', { allowed: methods }), request, reply);
    }
    if (!this.web.answer(request, reply)) sendProblem(this.logger, error, request, reply);
  }
}

/** Answers with a problem and writes one log line as loud as the kind asks for; a failure of ours carries its stack into the log only. */
function sendProblem(logger: Logger, error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const known = toAppError(error);
  const { level } = HTTP_OF_KIND[known.kind];
  const where = { method: request.method, route: request.routeOptions?.url, code: known.code, kind: known.kind };
  if (known.kind === 'bug') logger[level]({ ...where, err: error }, 'request failed');
  else logger[level]({ ...where, fields: known.errors.length || undefined }, 'request refused');
  if (reply.sent || reply.raw.headersSent) return;
  const problem = toProblem(known, request.id);
  const retryAfter = retryAfterOf(known);
  if (retryAfter !== null) reply.header('Retry-After', String(retryAfter));
  void reply.status(problem.status).headers({ 'Content-Type': PROBLEM_JSON, 'Cache-Control': 'no-store' }).send(JSON.stringify(problem));
}
