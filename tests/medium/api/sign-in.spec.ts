import { newId } from '@binhxet/platform';
import { type Answer, type ApiUnderTest, startApi } from './api-under-test.js';

const cookieOf = (answer: Answer): string => String((answer.headers['set-cookie'] as unknown as string[])[0]).split(';')[0]!;

describe('accounts and sessions', () => {
  let api: ApiUnderTest;
  const member = async (code: string) => {
    const id = newId();
    await api.db.query("insert into app.member (id, code, full_name, name_key, status, admitted_on) values ($1, $2, 'Người thử', 'thử người', 'OFFICIAL', '2020-01-01')", [id, code]);
    return id;
  };
  const codesFor = async (payload: unknown): Promise<Answer> => (await api.signedIn({ grant: 'ADMINISTRATOR' })).send('POST', '/api/v1/accounts/activation-codes', payload);
  const codeFor = async (memberCode: string): Promise<string> => (await codesFor({ memberCodes: [memberCode] })).json()[0].code;
  const activate = (code: string) => api.inject({ method: 'POST', url: '/api/v1/auth/activate', payload: { code } });
  const login = (name: string, password: string, from?: string) => api.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { login: name, password }, from });
  /** Activates a fresh account and sets its password. */
  const person = async (code: string, password: string) => {
    await member(code);
    const opened = await activate(await codeFor(code));
    const headers = { cookie: cookieOf(opened), 'x-csrf-token': opened.json().csrfToken as string };
    const set = await api.inject({ method: 'POST', url: '/api/v1/auth/password', headers, payload: { password } });
    expect(set.statusCode).toBe(204);
    return { headers };
  };

  beforeAll(async () => {
    api = await startApi({ BX_LOGIN_FAILURES_PER_ACCOUNT: '3', BX_LOGIN_FAILURES_PER_ADDRESS: '6' });
  });
  afterAll(() => api.stop());

  it('opens an account once with a code, and tells who is signed in', async () => {
    await member('DV-0001');
    const code = await codeFor('DV-0001');
    expect(Buffer.from(code, 'base64url')).toHaveLength(16);
    const opened = await activate(code);
    expect(opened.statusCode).toBe(200);
    expect(String(opened.headers['set-cookie'])).toMatch(/bx_session=.*; Path=\/; Expires=.*; HttpOnly; SameSite=Strict/);
    const session = await api.inject({ url: '/api/v1/auth/session', headers: { cookie: cookieOf(opened) } });
    expect(session.json()).toMatchObject({ account: { login: 'dv-0001', hasPassword: false }, member: { code: 'DV-0001' }, csrfToken: opened.json().csrfToken, capacities: [] });
    expect([(await activate(code)).json().code, (await activate('x'.repeat(22))).json().code]).toEqual(['ACTIVATION.REFUSED', 'ACTIVATION.REFUSED']);
    const stored = await api.db.query('select code_hash, csrf_token, token_hash from app.activation_code, app.session');
    expect(JSON.stringify(stored.rows)).not.toContain(code);
  });

  it('refuses a code past its end, one replaced by a newer one, and one of a disabled account', async () => {
    await member('DV-0002');
    const old = await codeFor('DV-0002');
    const late = await codeFor('DV-0002');
    expect((await activate(old)).statusCode).toBe(401);
    await api.db.query("update app.activation_code set expires_at = now() - interval '1 second' where used_at is null");
    expect((await activate(late)).statusCode).toBe(401);
    const fresh = await codeFor('DV-0002');
    await api.db.query("update app.account set disabled_at = now() where login = 'dv-0002'");
    expect((await activate(fresh)).statusCode).toBe(401);
  });

  it('issues codes all or nothing', async () => {
    await member('DV-0003');
    const refused = await codesFor({ memberCodes: ['DV-0003', 'DV-NOBODY'] });
    expect(refused.statusCode).toBe(404);
    expect(refused.json()).toMatchObject({ code: 'ACCOUNT.MEMBER_UNKNOWN', errors: [{ pointer: '/memberCodes/1' }] });
    expect((await api.db.query("select from app.account where login = 'dv-0003'")).rowCount).toBe(0);
    const all = (await codesFor({ all: true })).json() as { memberCode: string }[];
    expect(all.map((line) => line.memberCode)).toContain('DV-0003');
  });

  it('signs in with the password, whatever the letter case and composition', async () => {
    await person('DV-0010', 'Mật-khẩu-đúng-1');
    const answer = await login(' DV-0010 ', 'Mật-khẩu-đúng-1'.normalize('NFD'));
    expect(answer.statusCode).toBe(200);
    expect((await api.inject({ url: '/api/v1/auth/session', headers: { cookie: cookieOf(answer) } })).json().account.hasPassword).toBe(true);
  });

  it('wants the present password for a new one, refuses weak ones, and ends other sessions', async () => {
    const { headers } = await person('DV-0011', 'dung-cho-lan-dau');
    const other = await login('dv-0011', 'dung-cho-lan-dau');
    const set = (payload: unknown) => api.inject({ method: 'POST', url: '/api/v1/auth/password', headers, payload });
    expect((await set({ password: 'mot-mat-khau-moi' })).json().code).toBe('PASSWORD.CURRENT_WRONG');
    expect((await set({ password: 'dv-0011-dv-0011', currentPassword: 'dung-cho-lan-dau' })).json().code).toBe('PASSWORD.TOO_WEAK');
    expect((await set({ password: 'ngan' })).json()).toMatchObject({ code: 'REQUEST.INVALID', errors: [{ pointer: '/password', code: 'FIELD.TOO_SMALL', facts: { minimum: 10 } }] });
    expect((await set({ password: 'mot-mat-khau-moi', currentPassword: 'dung-cho-lan-dau' })).statusCode).toBe(204);
    expect((await api.inject({ url: '/api/v1/auth/session', headers: { cookie: cookieOf(other) } })).statusCode).toBe(401);
    expect((await api.inject({ url: '/api/v1/auth/session', headers })).statusCode).toBe(200);
  });

  it('answers an unknown login and a wrong password alike, as slowly', async () => {
    await person('DV-0012', 'khong-ai-doan-ra');
    const timed = async (name: string) => {
      const start = performance.now();
      const { correlationId, ...problem } = (await login(name, 'sai-mat-khau-roi')).json();
      expect(correlationId).toBeDefined();
      return { ms: performance.now() - start, problem };
    };
    await timed('dv-khong-co'); // the decoy hash is made once
    const [known, unknown] = [await timed('dv-0012'), await timed('dv-cung-khong')];
    expect(known.problem).toEqual(unknown.problem);
    expect(known.problem).toMatchObject({ status: 401, code: 'LOGIN.REFUSED', facts: {}, errors: [] });
    expect(unknown.ms).toBeGreaterThan(known.ms / 3);
    await api.db.query('delete from app.login_failure');
  });

  it('makes a login wait after its failures, also when they come all at once, and lets the right password in afterwards', async () => {
    await person('DV-0013', 'dung-mat-khau-nay');
    const codes = (await Promise.all(Array.from({ length: 6 }, (_, n) => login('dv-0013', 'doan-mo-thoi-ma', `127.0.1.${n + 1}`)))).map((answer) => answer.json().code as string);
    expect(codes.filter((code) => code === 'LOGIN.REFUSED')).toHaveLength(3);
    const waiting = await login('dv-0013', 'dung-mat-khau-nay');
    expect([waiting.statusCode, waiting.json().code]).toEqual([429, 'LOGIN.THROTTLED']);
    expect(Number(waiting.headers['retry-after'])).toBeGreaterThan(800);
    expect((await api.db.query("select from ledger.ledger_entry where type = 'account.locked'")).rowCount).toBe(1);
    await api.db.query("update app.login_failure set failed_at = failed_at - interval '16 minutes'");
    expect((await login('dv-0013', 'dung-mat-khau-nay')).statusCode).toBe(200);
    expect((await api.db.query('select from app.login_failure')).rowCount).toBe(0);
  });

  it('makes an address wait that tries many logins', async () => {
    const codes: string[] = [];
    for (let n = 0; n < 7; n++) codes.push((await login(`khong-co-${n}`, 'doan-mo-thoi-ma', '127.0.2.2')).json().code);
    expect(codes).toEqual([...Array<string>(6).fill('LOGIN.REFUSED'), 'LOGIN.THROTTLED']);
    expect((await login('khong-co-9', 'doan-mo-thoi-ma', '127.0.2.3')).statusCode).toBe(401);
  });

  it('ends a session by logging out, by idleness and by age', async () => {
    const client = await api.signedIn();
    expect((await client.get('/api/v1/auth/session')).statusCode).toBe(200);
    expect((await client.send('POST', '/api/v1/auth/logout')).statusCode).toBe(204);
    expect((await client.get('/api/v1/auth/session')).json().code).toBe('SESSION.REQUIRED');
    const idle = await api.signedIn();
    await api.db.query("update app.session set last_seen_at = now() - interval '9 hours' where account_id = $1", [idle.accountId]);
    expect((await idle.get('/api/v1/auth/session')).json().code).toBe('SESSION.EXPIRED');
    const old = await api.signedIn();
    await api.db.query("update app.session set expires_at = now() - interval '1 second' where account_id = $1", [old.accountId]);
    expect((await old.get('/api/v1/auth/session')).json().code).toBe('SESSION.EXPIRED');
  });

  it('changes nothing without the token of the session', async () => {
    const [client, other] = [await api.signedIn(), await api.signedIn()];
    for (const token of [undefined, '', 'x', other.headers['x-csrf-token']]) {
      const headers = { cookie: client.headers['cookie']!, ...(token === undefined ? {} : { 'x-csrf-token': token }) };
      expect((await api.inject({ method: 'POST', url: '/api/v1/auth/logout', headers })).json().code).toBe('SESSION.CSRF_MISMATCH');
    }
    expect((await client.get('/api/v1/auth/session')).statusCode).toBe(200);
  });

  it('writes no login, password, code or token into the log', async () => {
    await person('DV-0014', 'CANARY-mat-khau');
    await login('CANARY-login', 'CANARY-mat-khau');
    expect(api.log.join('')).not.toMatch(/CANARY|dv-0014/i);
  });
});
