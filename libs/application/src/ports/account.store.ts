/** Accounts, activation codes, sessions and failed sign-ins, inside a transaction. Secrets arrive hashed, never as given. */
export interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly memberId: string | null;
  readonly passwordHash: string | null;
  readonly disabled: boolean;
}

export interface NewSessionRow {
  /** SHA-256 of the token. */
  readonly tokenHash: Buffer;
  readonly accountId: string;
  readonly csrfToken: string;
  readonly createdAt: Date;
  /** End whatever happens. */
  readonly expiresAt: Date;
}

export interface NewActivationCode {
  readonly accountId: string;
  /** SHA-256 of the code. */
  readonly codeHash: Buffer;
  readonly expiresAt: Date;
}

/** A failed or running sign-in; both hashes are SHA-256. */
export interface SignInAttempt {
  readonly loginHash: Buffer;
  readonly addressHash: Buffer;
  readonly at: Date;
}

/** When the nth newest failure of a login or an address was, the window's limit n; null when there are fewer. */
export interface ThrottleState {
  readonly login: Date | null;
  readonly address: Date | null;
}

export abstract class AccountStore {
  abstract byLogin(login: string): Promise<AccountRow | null>;
  abstract byId(accountId: string): Promise<AccountRow | null>;
  /** @returns accounts of these members, made where there was none (login: the member's code in lower case) */
  abstract ensureForMembers(members: readonly { readonly id: string; readonly code: string }[], newIds: readonly string[]): Promise<{ readonly id: string; readonly login: string; readonly memberId: string; readonly disabled: boolean }[]>;
  /** Members by code, or all of them; ordered by code. */
  abstract members(codes: readonly string[] | 'all'): Promise<{ readonly id: string; readonly code: string }[]>;
  /** @returns the account of that login, made when there was none */
  abstract ensureLogin(login: string, newId: string): Promise<AccountRow>;
  /** @returns false when the grant existed */
  abstract ensureGrant(grant: { readonly id: string; readonly accountId: string; readonly role: 'ADMINISTRATOR' | 'AUDITOR'; readonly organisationId: string | null }): Promise<boolean>;
  abstract setPasswordHash(accountId: string, hash: string | null): Promise<void>;

  /** Codes that nobody used yet end; the new ones take their place. */
  abstract replaceCodes(codes: readonly NewActivationCode[]): Promise<void>;
  /** Uses a code up. @returns its account, null when the code is unknown, used or too old */
  abstract useCode(codeHash: Buffer, at: Date): Promise<string | null>;

  abstract insertSession(session: NewSessionRow): Promise<void>;
  abstract endSession(tokenHash: Buffer): Promise<void>;
  /** Ends all sessions of an account but one. */
  abstract endOtherSessions(accountId: string, keep: Buffer | null): Promise<void>;

  /** @returns id of the attempt: it counts as failed until it is forgotten */
  abstract recordAttempt(attempt: SignInAttempt): Promise<string>;
  /** Looks at attempts since `since`, the one named left out. */
  abstract throttle(attempt: SignInAttempt, attemptId: string, since: Date, limits: { readonly login: number; readonly address: number }): Promise<ThrottleState>;
  abstract forgetAttempt(attemptId: string): Promise<void>;
  abstract forgetAttemptsOf(loginHash: Buffer): Promise<void>;
}
