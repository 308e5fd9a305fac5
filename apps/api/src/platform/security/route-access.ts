import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import { type Permission as PermissionName } from '@binhxet/domain';
import { AppError } from '@binhxet/domain';
import { type Actor, type SignedIn } from '@binhxet/application';
import { type FastifyRequest } from 'fastify';

export const ROUTE_ACCESS = 'binhxet:route-access';

/** Who may call a route at all. Every route declares one; the boot refuses a route without. */
export type RouteAccess =
  | { readonly kind: 'public' }
  /** any signed-in account: the route touches nothing but what is the account's own */
  | { readonly kind: 'signed-in' }
  /** accounts that could hold one of these somewhere; the service decides about the object */
  | { readonly kind: 'permission'; readonly anyOf: readonly PermissionName[] };

const declare = (access: RouteAccess) =>
  applyDecorators(SetMetadata(ROUTE_ACCESS, access), ApiExtension('x-access', access.kind === 'permission' ? { kind: access.kind, anyOf: [...access.anyOf] } : { kind: access.kind }));

/** The route needs one of these permissions; `Access.assert` in the service binds it to the object. */
export const Permission = (...anyOf: readonly [PermissionName, ...PermissionName[]]) => declare({ kind: 'permission', anyOf });
/** Whoever is signed in; nothing but the account's own. */
export const SignedInOnly = () => declare({ kind: 'signed-in' });
/** Nobody needs to be signed in. */
export const Public = () => declare({ kind: 'public' });

declare module 'fastify' {
  interface FastifyRequest {
    /** set by the session guard, absent on public routes */
    signedIn?: SignedIn;
  }
}

/** The session of this request. @throws AppError SESSION.REQUIRED (unauthenticated) */
export function signedInOf(request: FastifyRequest): SignedIn {
  if (!request.signedIn) throw new AppError('SESSION.REQUIRED', 'unauthenticated', 'Sign in first');
  return request.signedIn;
}

/** Parameter: who acts. */
export const CurrentActor = createParamDecorator((_data: unknown, context: ExecutionContext): Actor => signedInOf(context.switchToHttp().getRequest<FastifyRequest>()).actor);
/** Parameter: the whole session, for routes about the account itself. */
export const CurrentSession = createParamDecorator((_data: unknown, context: ExecutionContext): SignedIn => signedInOf(context.switchToHttp().getRequest<FastifyRequest>()));
