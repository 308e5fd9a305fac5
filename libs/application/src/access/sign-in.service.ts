import { AppError } from '@binhxet/domain';
import { type Clock } from '../ports/clock.port.js';
import { type SignInAttempt, type ThrottleState } from '../ports/account.store.js';
import { type PasswordHasher } from '../ports/password-hasher.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { hashSecret } from './secret-token.js';
import { type OpenedSession, type SessionService } from './session.service.js';

export interface ThrottleSettings {
  /** milliseconds that failures count */
  readonly windowMs: number;
  /** failures of one login after which it must wait */
  readonly perLogin: number;
  /** failures from one address after which it must wait */
  readonly perAddress: number;
}

/** Signing in with a password. An unknown login, a wrong password and a disabled account are answered alike and take the same time. */
export class SignInService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly hasher: PasswordHasher,
    private readonly clock: Clock,
    private readonly settings: ThrottleSettings,
  ) {}

  /**
   * @param request login as typed; `address` of the client, used hashed only
   * @throws AppError LOGIN.REFUSED (unauthenticated), LOGIN.THROTTLED (rate-limited) with `retryAfterSeconds`
   */
  async signIn(request: { readonly login: string; readonly password: string; readonly address: string }): Promise<OpenedSession> {
    const login = request.login.trim().toLowerCase();
    const attempt = { loginHash: hashSecret(login), addressHash: hashSecret(request.address), at: this.clock.now() };
    // Counted before the password is looked at: many guesses at once count one another.
    const attemptId = await this.uow.run((tx) => tx.accounts.recordAttempt(attempt));
    const { throttle, account } = await this.uow.run(async (tx) => ({
      throttle: await tx.accounts.throttle(attempt, attemptId, this.windowStart(attempt), { login: this.settings.perLogin, address: this.settings.perAddress }),
      account: await tx.accounts.byLogin(login),
    }));
    await this.refuseWhenThrottled(throttle, attemptId);
    const right = await this.hasher.verify(account?.passwordHash ?? null, request.password);
    if (!right || !account || account.disabled) {
      await this.noteLock(attempt, attemptId, account?.id ?? null);
      throw new AppError('LOGIN.REFUSED', 'unauthenticated', 'Login or password is wrong');
    }
    const { row, ...opened } = this.sessions.prepare(account.id);
    await this.uow.run(async (tx) => {
      await tx.accounts.forgetAttemptsOf(attempt.loginHash);
      await tx.accounts.insertSession(row);
    });
    return opened;
  }

  private windowStart(attempt: SignInAttempt): Date {
    return new Date(attempt.at.getTime() - this.settings.windowMs);
  }

  private async refuseWhenThrottled(state: ThrottleState, attemptId: string): Promise<void> {
    const since = [state.login, state.address].filter((at) => at !== null).map((at) => at.getTime());
    if (since.length === 0) return;
    // A refused attempt was no guess: it does not lengthen the wait.
    await this.uow.run((tx) => tx.accounts.forgetAttempt(attemptId));
    const retryAfterSeconds = Math.max(1, Math.ceil((Math.max(...since) + this.settings.windowMs - this.clock.now().getTime()) / 1000));
    throw new AppError('LOGIN.THROTTLED', 'rate-limited', 'Too many failed attempts: wait before the next one', { retryAfterSeconds });
  }

  /** The failure that makes a login wait leaves a trace in the record. */
  private async noteLock(attempt: SignInAttempt, attemptId: string, accountId: string | null): Promise<void> {
    if (accountId === null) return;
    await this.uow.run(async (tx) => {
      const { login } = await tx.accounts.throttle(attempt, attemptId, this.windowStart(attempt), { login: this.settings.perLogin - 1, address: Number.MAX_SAFE_INTEGER });
      if (login !== null) tx.ledger.append({ type: 'account.locked', payload: { account: accountId, failures: this.settings.perLogin, windowSeconds: Math.round(this.settings.windowMs / 1000) } });
    });
  }
}
