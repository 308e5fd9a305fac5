import { newSecretId } from '@binhxet/platform';
import { type TestStack } from '@binhxet/testing';

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string;
  /** code of the problem, empty for an answer that is none */
  readonly code: string;
}

/** One signed-in session, as a browser tab holds it. Repeats nothing by itself. */
export class Tab {
  private constructor(
    private readonly api: string,
    private readonly cookie: string,
    private readonly csrfToken: string,
  ) {}

  /** @param code one-time code */
  static async open(stack: TestStack, code: string): Promise<Tab> {
    const response = await fetch(`${stack.urls.api}/auth/activate`, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ code }) });
    const body = (await response.json()) as { csrfToken?: string; code?: string };
    if (!response.ok) throw new Error(`activate: ${response.status} ${body.code}`);
    return new Tab(stack.urls.api, response.headers.getSetCookie()[0]?.split(';', 1)[0] ?? '', body.csrfToken ?? '');
  }

  /** What a browser adds to each request of this session. */
  get headers(): Record<string, string> {
    return { cookie: this.cookie, 'x-csrf-token': this.csrfToken };
  }

  async get<T>(path: string): Promise<Answer<T>> {
    return this.send('GET', path);
  }

  /** @param key of the request; a new one without */
  post<T>(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}, key = newSecretId()): Promise<Answer<T>> {
    return this.send('POST', path, JSON.stringify(body), { 'idempotency-key': key, ...headers });
  }

  put<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}, key = newSecretId()): Promise<Answer<T>> {
    return this.send('PUT', path, JSON.stringify(body), { 'idempotency-key': key, ...headers });
  }

  /** @param body as it goes over the wire */
  async send<T>(method: string, path: string, body?: string | Buffer, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    const response = await fetch(this.api + path, {
      method,
      headers: { ...this.headers, ...(body === undefined ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(body === undefined ? {} : { body }),
    });
    const text = await response.text();
    const answer = (text === '' ? undefined : JSON.parse(text)) as T;
    return { status: response.status, body: answer, etag: response.headers.get('etag') ?? '', code: (answer as { code?: string } | undefined)?.code ?? '' };
  }
}
