import { Body, Controller, Get, HttpCode, Post, Req, Res } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { ActivateAccountService, capacityOf, type OpenedSession, rolesOf, SessionService, SetPasswordService, type SignedIn, SignInService } from '@binhxet/application';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { type z } from 'zod';
import { ApiConfig } from '../api-config.js';
import { AnswerNotKept } from '../platform/http/idempotency-key.js';
import { Answers } from '../platform/openapi/answers.js';
import { CurrentSession, Public, SignedInOnly } from '../platform/security/route-access.js';
import { SESSION_COOKIE } from '../platform/security/session.guard.js';
import { activateRequest, loginRequest, openedSession, passwordRequest, sessionResponse } from './auth.schemas.js';

@ApiTags('auth')
@Controller('auth')
export class AuthController {
  constructor(
    private readonly config: ApiConfig,
    private readonly signIn: SignInService,
    private readonly activation: ActivateAccountService,
    private readonly passwords: SetPasswordService,
    private readonly sessions: SessionService,
  ) {}

  @Post('login')
  @HttpCode(200)
  @Public()
  @Answers(openedSession)
  async login(@Body({ schema: loginRequest }) body: z.infer<typeof loginRequest>, @Req() request: FastifyRequest, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.opened(await this.signIn.signIn({ ...body, address: request.ip }), reply);
  }

  @Post('activate')
  @HttpCode(200)
  @Public()
  @Answers(openedSession)
  async activate(@Body({ schema: activateRequest }) body: z.infer<typeof activateRequest>, @Res({ passthrough: true }) reply: FastifyReply) {
    return this.opened(await this.activation.activate(body.code), reply);
  }

  @Post('password')
  @HttpCode(204)
  @SignedInOnly()
  @AnswerNotKept()
  @Answers(null, { status: 204 })
  async password(@Body({ schema: passwordRequest }) body: z.infer<typeof passwordRequest>, @CurrentSession() session: SignedIn): Promise<void> {
    await this.passwords.set(session, body.password, body.currentPassword);
  }

  @Post('logout')
  @HttpCode(204)
  @SignedInOnly()
  @AnswerNotKept()
  @Answers(null, { status: 204 })
  async logout(@CurrentSession() session: SignedIn, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    await this.sessions.end(session);
    reply.clearCookie(SESSION_COOKIE, this.cookieScope());
  }

  @Get('session')
  @SignedInOnly()
  @Answers(sessionResponse)
  session(@CurrentSession() { session }: SignedIn) {
    return {
      account: { id: session.accountId, login: session.login, hasPassword: session.hasPassword },
      member: session.member,
      capacities: session.capacities.map((view) => ({
        ...view,
        organisation: view.organisation && { code: view.organisation.code, name: view.organisation.name, role: view.organisation.role },
        roles: rolesOf(capacityOf(view)),
      })),
      csrfToken: session.csrfToken,
      expiresAt: session.expiresAt.toISOString(),
    };
  }

  private opened(session: OpenedSession, reply: FastifyReply) {
    reply.setCookie(SESSION_COOKIE, session.token, { ...this.cookieScope(), expires: session.expiresAt });
    return { csrfToken: session.csrfToken, expiresAt: session.expiresAt.toISOString() };
  }

  private cookieScope() {
    return { path: '/', httpOnly: true, sameSite: 'strict', secure: this.config.http.publicUrl.startsWith('https:') } as const;
  }
}
