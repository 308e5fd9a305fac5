import { AppError } from '@binhxet/domain';
import { type PasswordHasher } from '../ports/password-hasher.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { type SessionService, type SignedIn } from './session.service.js';

/** A person's own password. Other sessions of the account end with the change. */
export class SetPasswordService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly hasher: PasswordHasher,
  ) {}

  /**
   * @param current needed when the account has a password already; a session opened by an activation code has none to give
   * @throws AppError PASSWORD.TOO_WEAK (invalid), PASSWORD.CURRENT_WRONG (forbidden)
   */
  async set(signedIn: SignedIn, password: string, current: string | undefined): Promise<void> {
    const { accountId, login } = signedIn.session;
    if (password.toLowerCase().includes(login) || new Set(password).size < 5) {
      throw new AppError('PASSWORD.TOO_WEAK', 'invalid', 'The password holds the login or too few different characters', { minimumLength: 10, minimumDifferent: 5 });
    }
    const before = await this.uow.run((tx) => tx.accounts.byId(accountId));
    if (before?.passwordHash != null && !(await this.hasher.verify(before.passwordHash, current ?? ''))) {
      throw new AppError('PASSWORD.CURRENT_WRONG', 'forbidden', 'The present password is needed to set a new one');
    }
    const hash = await this.hasher.hash(password);
    await this.uow.run(async (tx) => {
      await tx.accounts.setPasswordHash(accountId, hash);
      await tx.accounts.endOtherSessions(accountId, signedIn.tokenHash);
      tx.ledger.append({ type: 'account.password-changed', payload: { by: { account: accountId, member: signedIn.actor.memberId }, account: accountId } });
    });
    this.sessions.forget(signedIn.tokenHash);
  }
}
