import { AppError, legalDateOf } from '@binhxet/domain';
import { type Clock, type Ids } from '../ports/clock.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { newSecretToken } from './secret-token.js';

export interface IssuedCode {
  readonly memberCode: string;
  readonly login: string;
  /** 128 random bits; shown here once */
  readonly code: string;
}

/** One-time codes with which people open their accounts. Accounts are made as needed; earlier unused codes end. */
export class IssueActivationCodesService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly ids: Ids,
    /** milliseconds a code can be used */
    private readonly lifeMs: number,
  ) {}

  /**
   * The caller has checked that the actor may manage accounts.
   * @param wanted codes of members, or all of them; disabled accounts get no code
   * @throws AppError ACCOUNT.MEMBER_UNKNOWN (not-found) with every unknown code at once; nothing is issued then
   */
  async issue(wanted: readonly string[] | 'all'): Promise<IssuedCode[]> {
    return this.uow.run(async (tx) => {
      const members = await tx.accounts.members(wanted);
      if (wanted !== 'all') {
        const known = new Set(members.map((member) => member.code));
        const errors = wanted.flatMap((code, index) => (known.has(code) ? [] : [{ pointer: `/memberCodes/${index}`, code: 'ACCOUNT.MEMBER_UNKNOWN' }]));
        if (errors.length > 0) throw new AppError('ACCOUNT.MEMBER_UNKNOWN', 'not-found', 'Some of these members do not exist', { count: errors.length }, errors.slice(0, 200));
      }
      const accounts = await tx.accounts.ensureForMembers(members, members.map(() => this.ids.next()));
      const codeOf = new Map(members.map((member) => [member.id, member.code]));
      const expiresAt = new Date(this.clock.now().getTime() + this.lifeMs);
      const issued = accounts.filter((account) => !account.disabled).map((account) => ({ account, token: newSecretToken(16) }));
      await tx.accounts.replaceCodes(issued.map(({ account, token }) => ({ accountId: account.id, codeHash: token.hash, expiresAt })));
      return issued.map(({ account, token }) => ({ memberCode: codeOf.get(account.memberId)!, login: account.login, code: token.text }));
    });
  }

  /**
   * For whoever sets an installation up, from the command line: an administrator and a code for it.
   * @param login lower case
   */
  issueForAdministrator(login: string): Promise<{ readonly login: string; readonly code: string }> {
    return this.issueForGrant(login, 'ADMINISTRATOR', null);
  }

  /**
   * An account that is nobody's membership, with a granted role, and a code for it.
   * @param login lower case
   * @param organisationCode where an auditor reads; an administrator's role has no place
   * @throws AppError ORGANISATION.UNKNOWN (not-found)
   */
  async issueForGrant(login: string, role: 'ADMINISTRATOR' | 'AUDITOR', organisationCode: string | null): Promise<{ readonly login: string; readonly code: string }> {
    return this.uow.run(async (tx) => {
      const on = legalDateOf(this.clock.now().getTime());
      const scope = organisationCode === null ? null : await tx.organisations.byCode(organisationCode, on);
      if (organisationCode !== null && !scope) throw new AppError('ORGANISATION.UNKNOWN', 'not-found', 'No organisation with this code on that date', { code: organisationCode, on });
      const account = await tx.accounts.ensureLogin(login.toLowerCase(), this.ids.next());
      const granted = await tx.accounts.ensureGrant({ id: this.ids.next(), accountId: account.id, role, organisationId: scope?.id ?? null });
      if (granted) tx.ledger.append({ type: 'role.granted', payload: { account: account.id, role, ...(scope && { organisation: scope.id }) } });
      const token = newSecretToken(16);
      await tx.accounts.replaceCodes([{ accountId: account.id, codeHash: token.hash, expiresAt: new Date(this.clock.now().getTime() + this.lifeMs) }]);
      return { login: account.login, code: token.text };
    });
  }
}
