import { timingSafeEqual } from 'node:crypto';
import { type CanActivate, type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { AppError, PERMISSIONS } from '@binhxet/domain';
import { mayHold, type SessionService } from '@binhxet/application';
import { type FastifyRequest } from 'fastify';
import { isUnsafe } from '../http/methods.js';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';

export const SESSION_COOKIE = 'bx_session';
export const CSRF_HEADER = 'x-csrf-token';

/** Before anything else of a route runs: who is it, does the request come from our page, could this person ever do this? */
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionService,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const request = context.switchToHttp().getRequest<FastifyRequest>();
    const access = this.reflector.getAllAndOverride<RouteAccess | undefined>(ROUTE_ACCESS, [context.getHandler(), context.getClass()]);
    if (!access) throw new AppError('ROUTE.UNDECLARED', 'bug', 'A route declares neither a permission nor that it is public');
    if (isUnsafe(request.method)) refuseForeignPage(request);
    if (access.kind === 'public') return true;
    const signedIn = await this.sessions.authenticate(request.cookies[SESSION_COOKIE]);
    if (isUnsafe(request.method)) compareToken(request.headers[CSRF_HEADER], signedIn.session.csrfToken);
    if (access.kind === 'permission' && !access.anyOf.some((permission) => mayHold(signedIn.actor, permission))) {
      const needs = [...new Set(access.anyOf.flatMap((permission) => [...PERMISSIONS[permission]]))];
      throw new AppError('ACCESS.DENIED', 'forbidden', 'The acting capacity does not hold this permission', { permission: access.anyOf[0]!, needs });
    }
    request.signedIn = signedIn;
    return true;
  }
}

/** Browsers say where a request comes from; programs do not, and have no cookie of somebody else's. */
function refuseForeignPage(request: FastifyRequest): void {
  if (request.headers['sec-fetch-site'] === 'cross-site') throw new AppError('REQUEST.CROSS_SITE', 'forbidden', 'The request comes from a page of another site');
}

function compareToken(given: string | string[] | undefined, expected: string): void {
  const left = Buffer.from(typeof given === 'string' ? given : '');
  const right = Buffer.from(expected);
  if (left.length !== right.length || !timingSafeEqual(left, right)) {
    throw new AppError('SESSION.CSRF_MISMATCH', 'forbidden', 'The X-CSRF-Token header is missing or belongs to another session: read it anew from /api/v1/auth/session');
  }
}
