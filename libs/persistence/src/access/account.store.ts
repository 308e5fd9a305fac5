import { type AccountRow, AccountStore, type NewActivationCode, type NewSessionRow, type SignInAttempt, type ThrottleState } from '@binhxet/application';
import { type Sql } from '../sql.js';

const ACCOUNT = 'id, login, member_id as "memberId", password_hash as "passwordHash", disabled_at is not null as disabled';

export class PgAccountStore extends AccountStore {
  constructor(private readonly sql: Sql) {
    super();
  }

  async byLogin(login: string): Promise<AccountRow | null> {
    const [row] = await this.sql.query<AccountRow>(`select ${ACCOUNT} from app.account where login = $1`, [login]);
    return row ?? null;
  }

  async byId(accountId: string): Promise<AccountRow | null> {
    const [row] = await this.sql.query<AccountRow>(`select ${ACCOUNT} from app.account where id = $1`, [accountId]);
    return row ?? null;
  }

  async members(codes: readonly string[] | 'all'): Promise<{ id: string; code: string }[]> {
    if (codes === 'all') return this.sql.query('select id, code from app.member order by code');
    return this.sql.query('select id, code from app.member where code = any($1::text[]) order by code', [codes]);
  }

  async ensureForMembers(members: readonly { readonly id: string; readonly code: string }[], newIds: readonly string[]): Promise<{ id: string; login: string; memberId: string; disabled: boolean }[]> {
    const ids = members.map((member) => member.id);
    await this.sql.query(
      `insert into app.account (id, login, member_id) select * from unnest($1::uuid[], $2::text[], $3::uuid[]) on conflict (member_id) do nothing`,
      [newIds, members.map((member) => member.code.toLowerCase()), ids],
    );
    return this.sql.query(
      `select a.id, a.login, a.member_id as "memberId", a.disabled_at is not null as disabled
         from app.account a join app.member m on m.id = a.member_id where a.member_id = any($1::uuid[]) order by m.code`,
      [ids],
    );
  }

  async ensureLogin(login: string, newId: string): Promise<AccountRow> {
    await this.sql.query('insert into app.account (id, login) values ($1, $2) on conflict (login) do nothing', [newId, login]);
    return (await this.byLogin(login))!;
  }

  async ensureGrant(grant: { id: string; accountId: string; role: string; organisationId: string | null }): Promise<boolean> {
    const rows = await this.sql.query(
      'insert into app.account_grant (id, account_id, role, organisation_id) values ($1, $2, $3, $4) on conflict (account_id, role, organisation_id) do nothing returning id',
      [grant.id, grant.accountId, grant.role, grant.organisationId],
    );
    return rows.length === 1;
  }

  async setPasswordHash(accountId: string, hash: string | null): Promise<void> {
    await this.sql.query('update app.account set password_hash = $2 where id = $1', [accountId, hash]);
  }

  async replaceCodes(codes: readonly NewActivationCode[]): Promise<void> {
    await this.sql.query('delete from app.activation_code where used_at is null and account_id = any($1::uuid[])', [codes.map((code) => code.accountId)]);
    await this.sql.query('insert into app.activation_code (code_hash, account_id, expires_at) select * from unnest($1::bytea[], $2::uuid[], $3::timestamptz[])', [
      codes.map((code) => code.codeHash),
      codes.map((code) => code.accountId),
      codes.map((code) => code.expiresAt),
    ]);
  }

  async useCode(codeHash: Buffer, at: Date): Promise<string | null> {
    const [row] = await this.sql.query<{ accountId: string }>(
      'update app.activation_code set used_at = $2 where code_hash = $1 and used_at is null and expires_at > $2 returning account_id as "accountId"',
      [codeHash, at],
    );
    return row?.accountId ?? null;
  }

  async insertSession(session: NewSessionRow): Promise<void> {
    await this.sql.query(
      'insert into app.session (token_hash, account_id, csrf_token, created_at, last_seen_at, expires_at) values ($1, $2, $3, $4, $4, $5)',
      [session.tokenHash, session.accountId, session.csrfToken, session.createdAt, session.expiresAt],
    );
  }

  async endSession(tokenHash: Buffer): Promise<void> {
    await this.sql.query('delete from app.session where token_hash = $1', [tokenHash]);
  }

  async endOtherSessions(accountId: string, keep: Buffer | null): Promise<void> {
    await this.sql.query('delete from app.session where account_id = $1 and token_hash is distinct from $2', [accountId, keep]);
  }

  async recordAttempt(attempt: SignInAttempt): Promise<string> {
    const [row] = await this.sql.query<{ id: string }>('insert into app.login_failure (login_hash, address_hash, failed_at) values ($1, $2, $3) returning id::text', [
      attempt.loginHash,
      attempt.addressHash,
      attempt.at,
    ]);
    return row!.id;
  }

  async throttle(attempt: SignInAttempt, attemptId: string, since: Date, limits: { login: number; address: number }): Promise<ThrottleState> {
    // Attempts recorded later than this one do not count against it: of many at once exactly the first n are let through.
    const nth = (column: string, value: string, n: string) =>
      `(select failed_at from app.login_failure where ${column} = ${value} and failed_at > $3 and id < $4::bigint order by failed_at desc, id desc offset ${n}::bigint - 1 limit 1)`;
    const [row] = await this.sql.query<{ login: Date | null; address: Date | null }>(
      `select ${nth('login_hash', '$1', '$5')} as login, ${nth('address_hash', '$2', '$6')} as address`,
      [attempt.loginHash, attempt.addressHash, since, attemptId, limits.login, limits.address],
    );
    return { login: row?.login ?? null, address: row?.address ?? null };
  }

  async forgetAttempt(attemptId: string): Promise<void> {
    await this.sql.query('delete from app.login_failure where id = $1::bigint', [attemptId]);
  }

  async forgetAttemptsOf(loginHash: Buffer): Promise<void> {
    await this.sql.query('delete from app.login_failure where login_hash = $1', [loginHash]);
  }
}
