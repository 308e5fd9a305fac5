import createClient, { type Client, type Middleware } from 'openapi-fetch';
import { type components, type paths } from './schema.js';

export type { components, operations, paths } from './schema.js';
/** Named schemas of the API. */
export type Schemas = components['schemas'];

export interface ApiClientOptions {
  /** address of the server without a slash at the end; empty in a page of the same origin */
  readonly baseUrl?: string;
  /** programs without a cookie store of their own pass one; a page needs none */
  readonly cookies?: CookieStore;
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** Holds the cookie of one session for a program. */
export interface CookieStore {
  get(): string | undefined;
  /** @param setCookie value of one Set-Cookie header */
  set(setCookie: string): void;
}

export interface ApiClient extends Client<paths> {
  /** Remembers the token that signing in, activating or reading the session gave; null forgets it. */
  useCsrfToken(token: string | null): void;
}

const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A typed client of the API. Every unsafe request carries the session's CSRF token and an idempotency key of its own; to repeat a request
 * pass the first one's key: `params: { header: { 'idempotency-key': key } }`.
 */
export function createApiClient(options: ApiClientOptions = {}): ApiClient {
  let csrfToken: string | null = null;
  const headers: Middleware = {
    onRequest({ request }) {
      const cookie = options.cookies?.get();
      if (cookie !== undefined) request.headers.set('cookie', cookie);
      if (SAFE.has(request.method)) return request;
      if (csrfToken !== null) request.headers.set('x-csrf-token', csrfToken);
      if (!request.headers.has('idempotency-key')) request.headers.set('idempotency-key', crypto.randomUUID());
      return request;
    },
    async onResponse({ request, response }) {
      for (const setCookie of options.cookies ? response.headers.getSetCookie() : []) options.cookies?.set(setCookie);
      // The answers that open or show a session are the only ones with a token.
      if (response.ok && /\/api\/v1\/auth\/(login|activate|session)$/.test(new URL(request.url).pathname)) {
        csrfToken = ((await response.clone().json()) as { csrfToken: string }).csrfToken;
      }
      return response;
    },
  };
  const client = createClient<paths>({ baseUrl: options.baseUrl ?? '', credentials: 'same-origin', ...(options.fetch ? { fetch: options.fetch } : {}) });
  client.use(headers);
  return Object.assign(client, { useCsrfToken: (token: string | null) => void (csrfToken = token) });
}

/** Keeps the session's cookie in memory: for one simulated person, one program. */
export function memoryCookies(): CookieStore {
  let kept: string | undefined;
  return {
    get: () => kept,
    set: (setCookie) => {
      const pair = setCookie.split(';', 1)[0] ?? '';
      kept = pair.endsWith('=') ? undefined : pair;
    },
  };
}
