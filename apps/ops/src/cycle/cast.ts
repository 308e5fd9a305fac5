import { type Schemas } from '@binhxet/api-client';
import { type Answer, type HttpClient, Refused } from './http-client.js';

/** One signed-in account. Everything a simulated person knows comes through here. */
export class Person {
  private cookie: string | undefined;
  private csrfToken: string | undefined;
  private signingIn: Promise<void> | undefined;

  constructor(
    readonly code: string,
    private readonly http: HttpClient,
    private readonly activationCode: (again: boolean) => Promise<string>,
  ) {}

  async get<T>(path: string): Promise<T> {
    return (await this.call<T>('GET', path)).body;
  }

  /** @param tag entity tag of the answer before. @returns status 304 and no body where it still holds */
  getIfChanged<T>(path: string, tag: string | undefined): Promise<Answer<T>> {
    return this.call<T>('GET', path, undefined, tag === undefined ? {} : { 'if-none-match': tag });
  }

  /** Entity tag of a resource, for a write that says which version it changes. */
  async tagOf(path: string): Promise<string | null> {
    return (await this.call('GET', path)).etag ?? null;
  }

  async post<T>(path: string, body: unknown = {}, headers: Readonly<Record<string, string>> = {}): Promise<T> {
    return (await this.call<T>('POST', path, body, headers)).body;
  }

  put<T>(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<Answer<T>> {
    return this.call<T>('PUT', path, body, headers);
  }

  /** All pages of a list. @param path with or without a query */
  async *pages<T>(path: string): AsyncGenerator<T> {
    let cursor: string | null = null;
    do {
      const page: { items: T[]; next: string | null } = await this.get(
        `${path}${path.includes('?') ? '&' : '?'}limit=100${cursor === null ? '' : `&cursor=${encodeURIComponent(cursor)}`}`,
      );
      yield* page.items;
      cursor = page.next;
    } while (cursor !== null);
  }

  /** The inbox, first page: the most urgent hundred. */
  async tasks(): Promise<readonly Schemas['Task'][]> {
    return (await this.get<Schemas['TaskPage']>('/tasks?tab=mine&limit=100')).items;
  }

  private async call<T>(
    method: 'GET' | 'POST' | 'PUT',
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer<T>> {
    await (this.signingIn ??= this.signIn());
    return this.http.call<T>({
      method,
      path,
      ...(method === 'GET' ? {} : { body }),
      headers: {
        ...headers,
        cookie: this.cookie ?? '',
        ...(method === 'GET' ? {} : { 'x-csrf-token': this.csrfToken ?? '' }),
      },
    });
  }

  /** With a one-time code. A code whose answer was lost on the way is used up: another one is asked for. */
  private async signIn(): Promise<void> {
    const activate = (code: string) =>
      this.http.call<{ csrfToken: string }>({ method: 'POST', path: '/auth/activate', body: { code } });
    const opened = await activate(await this.activationCode(false)).catch(async (error: unknown) => {
      if (error instanceof Refused && error.code === 'ACTIVATION.REFUSED')
        return activate(await this.activationCode(true));
      throw error;
    });
    this.cookie = opened.cookie;
    this.csrfToken = opened.body.csrfToken;
  }
}

/** Everybody who may act, by member code. Sessions are opened when somebody first acts. */
export class Cast {
  private readonly people = new Map<string, Person>();
  private codes: Map<string, string> = new Map();

  constructor(
    private readonly http: HttpClient,
    readonly administrator: Person,
  ) {}

  /** Gives every member a one-time code. */
  async issueCodes(): Promise<number> {
    const issued = await this.administrator.post<Schemas['ActivationCode'][]>('/accounts/activation-codes', {
      all: true,
    });
    this.codes = new Map(issued.map(({ memberCode, code }) => [memberCode, code]));
    return issued.length;
  }

  person(code: string): Person {
    let person = this.people.get(code);
    if (!person) {
      person = new Person(code, this.http, (again) => this.codeOf(code, again));
      this.people.set(code, person);
    }
    return person;
  }

  private async codeOf(member: string, again: boolean): Promise<string> {
    const known = this.codes.get(member);
    if (known !== undefined && !again) return known;
    const [issued] = await this.administrator.post<Schemas['ActivationCode'][]>('/accounts/activation-codes', {
      memberCodes: [member],
    });
    if (!issued) throw new Error(`no account for ${member}`);
    return issued.code;
  }
}
