import { type ApiUnderTest, startApi } from './api-under-test.js';

describe('the edge of the API', () => {
  let api: ApiUnderTest;
  beforeAll(async () => {
    api = await startApi();
  });
  afterAll(() => api.stop());

  it('lives, is ready while the engine is away, and counts', async () => {
    expect((await api.inject({ url: '/health/live' })).json()).toEqual({ status: 'up' });
    const ready = await api.inject({ url: '/health/ready' });
    expect(ready.statusCode).toBe(200);
    expect(ready.json()).toMatchObject({ status: 'degraded', checks: { database: { status: 'up' }, engine: { status: 'down' } } });
    expect((await api.inject({ url: '/metrics' })).body).toContain('http_request_seconds_bucket');
  });

  it.each([
    ['GET', '/api/v1/nothing', {}, undefined, 404, 'REQUEST.ROUTE_NOT_FOUND'],
    ['GET', '/ledger/nothing', {}, undefined, 404, 'REQUEST.ROUTE_NOT_FOUND'],
    ['GET', '/ledger/tile/0/000', {}, undefined, 404, 'LEDGER.TILE_NOT_FOUND'],
    ['GET', '/ledger/tile/0/..%2f..', {}, undefined, 404, 'LEDGER.TILE_NOT_FOUND'],
    ['GET', '/ledger/checkpoint', {}, undefined, 404, 'LEDGER.EMPTY'],
    ['GET', '/api/v1/auth/login', {}, undefined, 405, 'REQUEST.METHOD_NOT_ALLOWED'],
    ['GET', '/api/v1/auth/session', {}, undefined, 401, 'SESSION.REQUIRED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, '{"login":', 400, 'REQUEST.MALFORMED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, '', 400, 'REQUEST.MALFORMED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, '{"__proto__":{"a":1}}', 400, 'REQUEST.MALFORMED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, '[]', 400, 'REQUEST.INVALID'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, '{"login":"a\\u0000b","password":"x"}', 400, 'REQUEST.INVALID'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'text/plain' }, '{}', 415, 'REQUEST.MEDIA_TYPE_UNSUPPORTED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/x-www-form-urlencoded' }, 'login=a&password=b', 415, 'REQUEST.MEDIA_TYPE_UNSUPPORTED'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json' }, `"${'x'.repeat(1_100_000)}"`, 413, 'REQUEST.TOO_LARGE'],
    ['POST', '/api/v1/auth/login', { 'content-type': 'application/json', 'sec-fetch-site': 'cross-site' }, '{}', 403, 'REQUEST.CROSS_SITE'],
  ] as const)('%s %s %j → (body) %#', async (method, url, headers, payload, status, code) => {
    const answer = await api.inject({ method, url, headers, ...(payload === undefined ? {} : { payload }) });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toContain('application/problem+json');
    expect(answer.headers['x-correlation-id']).toBe(answer.json().correlationId);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(answer.headers['x-powered-by']).toBeUndefined();
    expect(answer.headers['content-security-policy']).toContain("default-src 'none'");
  });

  it('names every bad field at once and never repeats what was sent', async () => {
    const answer = await api.inject({ method: 'POST', url: '/api/v1/auth/login', payload: { login: '', extra: 'CANARY', password: 7 } });
    expect(answer.json().errors.map((e: { pointer: string; code: string }) => [e.pointer, e.code])).toEqual([
      ['/login', 'FIELD.TOO_SMALL'],
      ['/password', 'FIELD.WRONG_TYPE'],
      ['/extra', 'FIELD.UNKNOWN'],
    ]);
    expect(answer.body).not.toContain('CANARY');
  });

  it('keeps a harmless correlation id and replaces any other', async () => {
    expect((await api.inject({ url: '/health/live', headers: { 'x-correlation-id': 'trace-0001' } })).headers['x-correlation-id']).toBe('trace-0001');
    expect((await api.inject({ url: '/health/live', headers: { 'x-correlation-id': 'a b\tc<script>' } })).headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('serves the API document and its page', async () => {
    const document = (await api.inject({ url: '/api/openapi.json' })).json();
    expect(document.openapi).toBe('3.1.0');
    expect(document.paths['/api/v1/auth/login'].post).toMatchObject({ operationId: 'auth_login', requestBody: { content: { 'application/json': { schema: { $ref: '#/components/schemas/LoginRequest' } } } } });
    const page = await api.inject({ url: '/api/docs' });
    expect(page.statusCode).toBe(200);
    expect(page.body).not.toMatch(/<script>[^<]/);
  });
});
