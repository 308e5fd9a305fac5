import { AppError } from '@binhxet/domain';
import { type Clock } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { hashSecret } from './secret-token.js';
import { type OpenedSession, type SessionService } from './session.service.js';

/** A one-time code opens a session; an old password and old sessions end with it, so that a lost password is mended by a new code. */
export class ActivateAccountService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly sessions: SessionService,
    private readonly clock: Clock,
  ) {}

  /** @throws AppError ACTIVATION.REFUSED (unauthenticated), the same for unknown, used and expired codes */
  async activate(code: string): Promise<OpenedSession> {
    const now = this.clock.now();
    return this.uow.run(async (tx) => {
      const accountId = await tx.accounts.useCode(hashSecret(code), now);
      const account = accountId === null ? null : await tx.accounts.byId(accountId);
      if (!account || account.disabled) throw new AppError('ACTIVATION.REFUSED', 'unauthenticated', 'The code is unknown, used or too old: ask for a new one');
      if (account.passwordHash !== null) await tx.accounts.setPasswordHash(account.id, null);
      await tx.accounts.endOtherSessions(account.id, null);
      const { row, ...opened } = this.sessions.prepare(account.id);
      await tx.accounts.insertSession(row);
      tx.ledger.append({ type: 'account.activated', payload: { by: { account: account.id, member: account.memberId }, account: account.id } });
      return opened;
    });
  }
}
