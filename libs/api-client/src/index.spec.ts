import { createApiClient, memoryCookies } from './index.js';

describe('createApiClient', () => {
  const seen: Request[] = [];
  const client = createApiClient({
    baseUrl: 'http://api.test',
    cookies: memoryCookies(),
    fetch: async (request) => {
      seen.push(request);
      if (request.url.endsWith('/logout')) return new Response(null, { status: 204 });
      return Response.json({ csrfToken: 'token-1', expiresAt: '2026-01-01T00:00:00Z' }, { headers: { 'set-cookie': 'bx_session=abc; Path=/; HttpOnly' } });
    },
  });

  it('keeps cookie and token of the session it opened, and gives each unsafe request a key', async () => {
    await client.POST('/api/v1/auth/activate', { body: { code: 'x' } });
    await client.POST('/api/v1/auth/logout');
    await client.GET('/api/v1/auth/session');
    expect(seen.map(({ headers }) => [headers.get('cookie'), headers.get('x-csrf-token'), headers.has('idempotency-key')])).toEqual([
      [null, null, true],
      ['bx_session=abc', 'token-1', true],
      ['bx_session=abc', null, false],
    ]);
  });

  it('keeps the key it is given, to repeat a request', async () => {
    const key = '0191d8a0-0000-4000-8000-000000000001';
    await client.POST('/api/v1/auth/logout', { params: { header: { 'idempotency-key': key } } });
    expect(seen.at(-1)?.headers.get('idempotency-key')).toBe(key);
  });
});
