import { type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { type Capacity, type SessionService, type SignedIn } from '@binhxet/application';
import { type FastifyRequest } from 'fastify';
import { type RouteAccess } from './route-access.js';
import { SessionGuard } from './session.guard.js';

const signedIn = (...capacities: Capacity[]): SignedIn =>
  ({ actor: { accountId: 'a', memberId: capacities.some((capacity) => capacity.kind === 'MEMBER') ? 'm' : null, capacities }, session: { csrfToken: 'token-0123456789' }, tokenHash: Buffer.alloc(32) }) as unknown as SignedIn;
const MEMBER: Capacity = { kind: 'MEMBER', organisationId: 'o' };
const ADMINISTRATOR: Capacity = { kind: 'GRANT', role: 'ADMINISTRATOR', organisationId: null };
const SECRETARY: Capacity = { kind: 'POST', organisationId: 'o', organisationRole: 'SUBORDINATE_CELL', body: 'CELL_COMMITTEE', post: 'SECRETARY', isHead: false };

async function ask(access: RouteAccess | undefined, request: Partial<FastifyRequest>, who?: SignedIn) {
  const full = { method: 'GET', headers: {}, cookies: {}, ...request } as unknown as FastifyRequest;
  const sessions = { authenticate: async () => who ?? Promise.reject(Object.assign(new Error('asked'), { code: 'SESSION.REQUIRED' })) } as unknown as SessionService;
  const guard = new SessionGuard({ getAllAndOverride: () => access } as unknown as Reflector, sessions);
  const context = { getHandler: () => undefined, getClass: () => undefined, switchToHttp: () => ({ getRequest: () => full }) } as unknown as ExecutionContext;
  const passed = await guard.canActivate(context).catch((error: { code: string }) => error.code);
  return { passed, request: full };
}

describe('SessionGuard', () => {
  it('lets anybody reach a public route without asking for a session', async () => {
    expect(await ask({ kind: 'public' }, {})).toMatchObject({ passed: true });
  });

  it('refuses a route that declares nothing', async () => {
    expect((await ask(undefined, {}, signedIn(MEMBER))).passed).toBe('ROUTE.UNDECLARED');
  });

  it('hands the session on', async () => {
    const who = signedIn(MEMBER);
    expect((await ask({ kind: 'signed-in' }, {}, who)).request.signedIn).toBe(who);
    expect((await ask({ kind: 'signed-in' }, {})).passed).toBe('SESSION.REQUIRED');
  });

  it('wants the token for whatever changes something', async () => {
    const who = signedIn(MEMBER);
    const post = (token?: string) => ask({ kind: 'signed-in' }, { method: 'POST', headers: token === undefined ? {} : { 'x-csrf-token': token } }, who);
    expect((await post('token-0123456789')).passed).toBe(true);
    for (const token of [undefined, '', 'token-012345678', 'token-0123456780']) expect((await post(token)).passed).toBe('SESSION.CSRF_MISMATCH');
  });

  it('refuses a request from a page of another site, also where nobody is signed in', async () => {
    const request = { method: 'POST', headers: { 'sec-fetch-site': 'cross-site' } };
    expect((await ask({ kind: 'public' }, request)).passed).toBe('REQUEST.CROSS_SITE');
    expect((await ask({ kind: 'public' }, { ...request, method: 'GET' })).passed).toBe(true);
  });

  it.each([
    ['meeting.run', [MEMBER], 'ACCESS.DENIED'],
    ['meeting.run', [SECRETARY], true],
    ['meeting.run', [ADMINISTRATOR], 'ACCESS.DENIED'],
    ['import.run', [ADMINISTRATOR], true],
    ['import.run', [SECRETARY, MEMBER], 'ACCESS.DENIED'],
    // Named for one meeting, not for a post: the service knows which.
    ['tally.enter', [MEMBER], true],
    ['tally.enter', [ADMINISTRATOR], 'ACCESS.DENIED'],
  ] as const)('%s for %j: %s', async (permission, capacities, expected) => {
    expect((await ask({ kind: 'permission', anyOf: [permission] }, {}, signedIn(...capacities))).passed).toBe(expected);
  });
});
