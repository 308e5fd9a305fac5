import { Agent as HttpAgent, request as httpRequest, type IncomingMessage } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { newSecretId } from '@binhxet/platform';
import { Gate } from './gate.js';
import { RouteTimes } from './stopwatch.js';

/** A refusal of the API: problem+json. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Readonly<Record<string, unknown>>,
    readonly errors: readonly { readonly pointer: string; readonly code: string }[],
    readonly what: string,
  ) {
    super(
      `${what}: ${status} ${code} ${JSON.stringify(facts)}${errors.length > 0 ? ` ${JSON.stringify(errors.slice(0, 5))}` : ''}`,
    );
  }
}

/** The servers were away for longer than anybody waits. */
export class Unreachable extends Error {}

export interface Answer<T> {
  readonly status: number;
  readonly body: T;
  readonly etag: string | undefined;
  readonly cookie: string | undefined;
}

export interface Call {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** below `/api/v1`, with query */
  readonly path: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface HttpStats {
  requests: number;
  repeated: number;
}

interface Raw {
  readonly status: number;
  readonly headers: IncomingMessage['headers'];
  readonly text: string;
}

/** An answer, or why there was none. */
type Heard = { readonly raw: Raw } | { readonly lost: string };

/** A server that is away is asked again for this long with the same idempotency key. */
const PATIENCE_MS = 240_000;
const LONGEST_PAUSE_MS = 2_000;
const ANSWER_WITHIN_MS = 90_000;
/** Answers that only say "not now": the request had no effect, or its effect will be told to the same key. */
const AGAIN = new Set([502, 503, 504]);

/** HTTP over kept connections, a bounded number of requests at a time, repeated with the same key while a server is away. */
export class HttpClient {
  readonly stats: HttpStats = { requests: 0, repeated: 0 };
  readonly routes = new RouteTimes();
  private readonly base: URL;
  private readonly agent: HttpAgent;
  private readonly gate: Gate;

  /**
   * @param server address, without `/api`
   * @param atOnce requests under way at a time
   * @param signal gives up whatever waits
   */
  constructor(
    server: string,
    atOnce: number,
    private readonly signal: AbortSignal,
    private readonly patienceMs = PATIENCE_MS,
  ) {
    this.base = new URL(server);
    setMaxListeners(0, signal); // every request under way listens
    const options = { keepAlive: true, maxSockets: atOnce, scheduling: 'lifo' } as const;
    this.agent = this.base.protocol === 'https:' ? new HttpsAgent(options) : new HttpAgent(options);
    this.gate = new Gate(atOnce);
  }

  /**
   * @returns the answer, whatever its status below 500
   * @throws Refused for 4xx and for 5xx that do not pass; Unreachable; the signal's reason
   */
  async call<T>(call: Call): Promise<Answer<T>> {
    const headers: Record<string, string> = { accept: 'application/json', ...call.headers };
    if (call.method !== 'GET') headers['idempotency-key'] ??= newSecretId();
    const payload = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
    if (payload)
      Object.assign(headers, { 'content-type': 'application/json', 'content-length': String(payload.length) });
    const until = performance.now() + this.patienceMs;
    for (let pause = 50; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
      const heard = await this.gate
        .run(() => this.once(call, headers, payload))
        .then(
          (raw): Heard => ({ raw }),
          (error: unknown): Heard => ({ lost: error instanceof Error ? error.message : String(error) }),
        );
      this.signal.throwIfAborted();
      if ('raw' in heard && !isPassing(heard.raw)) return answerOf<T>(call, heard.raw);
      if (performance.now() > until) {
        if ('raw' in heard) return answerOf<T>(call, heard.raw);
        throw new Unreachable(`${call.method} ${call.path}: ${heard.lost}`);
      }
      this.stats.repeated += 1;
      await wait(('raw' in heard ? retryAfter(heard.raw) : undefined) ?? pause, undefined, { signal: this.signal });
    }
  }

  close(): void {
    this.agent.destroy();
  }

  private once(call: Call, headers: Readonly<Record<string, string>>, payload: Buffer | undefined): Promise<Raw> {
    this.stats.requests += 1;
    const began = performance.now();
    return new Promise<Raw>((resolve, reject) => {
      const send = this.base.protocol === 'https:' ? httpsRequest : httpRequest;
      const request = send(
        new URL(`/api/v1${call.path}`, this.base),
        { method: call.method, headers, agent: this.agent, signal: this.signal },
        (response) => {
          const parts: Buffer[] = [];
          response.on('data', (part: Buffer) => parts.push(part));
          response.on('error', reject);
          response.on('end', () =>
            resolve({
              status: response.statusCode ?? 0,
              headers: response.headers,
              text: Buffer.concat(parts).toString('utf8'),
            }),
          );
        },
      );
      request.setTimeout(ANSWER_WITHIN_MS, () => request.destroy(new Error('no answer in time')));
      request.on('error', reject);
      request.end(payload);
    }).finally(() => this.routes.add(call.method, call.path, performance.now() - began));
  }
}

function isPassing({ status, text }: Raw): boolean {
  return (
    AGAIN.has(status) ||
    (status === 409 && text.includes('"REQUEST.IN_PROGRESS"')) ||
    (status === 429 && !text.includes('LOGIN.THROTTLED'))
  );
}

function retryAfter(raw: Raw): number | undefined {
  const seconds = Number(raw.headers['retry-after']);
  return Number.isFinite(seconds) ? Math.min(seconds * 1000, 5 * LONGEST_PAUSE_MS) : undefined;
}

function answerOf<T>(call: Call, raw: Raw): Answer<T> {
  const body = raw.text === '' ? undefined : (JSON.parse(raw.text) as unknown);
  if (raw.status >= 400) {
    const problem = (body ?? {}) as {
      code?: string;
      facts?: Record<string, unknown>;
      errors?: { pointer: string; code: string }[];
    };
    throw new Refused(
      raw.status,
      problem.code ?? `HTTP.${raw.status}`,
      problem.facts ?? {},
      problem.errors ?? [],
      `${call.method} ${call.path}`,
    );
  }
  return {
    status: raw.status,
    body: body as T,
    etag: raw.headers.etag,
    cookie: raw.headers['set-cookie']?.[0]?.split(';', 1)[0],
  };
}
