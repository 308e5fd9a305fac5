import { Agent, request } from 'node:http';
import { newSecretId } from '@binhxet/platform';

export interface Session {
  readonly cookie: string;
  readonly csrf: string;
}

export interface WireAnswer {
  readonly status: number;
  readonly etag: string | undefined;
  readonly cookie: string | undefined;
  readonly text: string;
}

export interface WireCall {
  readonly method: 'GET' | 'POST' | 'PUT';
  /** below `/api/v1` */
  readonly path: string;
  readonly session?: Session;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/**
 * HTTP as a load generator needs it: kept connections, one key for each unsafe request, nothing repeated. The generator shares the
 * processors with what it measures, so it does as little as it can.
 */
export class Wire {
  private readonly agent: Agent;
  private readonly host: string;
  private readonly port: string;

  /** @param server address, without `/api` @param connections most at a time */
  constructor(server: string, connections = 256) {
    const { hostname, port } = new URL(server);
    this.host = hostname;
    this.port = port;
    this.agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'lifo' });
  }

  send(call: WireCall): Promise<WireAnswer> {
    const { method, session } = call;
    const headers: Record<string, string> = { ...call.headers };
    if (session) headers['cookie'] = session.cookie;
    if (method !== 'GET') {
      headers['idempotency-key'] = newSecretId();
      if (session) headers['x-csrf-token'] = session.csrf;
    }
    const payload = call.body === undefined ? undefined : Buffer.from(JSON.stringify(call.body));
    if (payload) {
      headers['content-type'] = 'application/json';
      headers['content-length'] = String(payload.length);
    }
    return new Promise((resolve, reject) => {
      const sent = request({ host: this.host, port: this.port, path: `/api/v1${call.path}`, method, headers, agent: this.agent }, (answer) => {
        let text = '';
        answer.setEncoding('utf8');
        answer.on('data', (part: string) => (text += part));
        answer.on('error', reject);
        answer.on('end', () =>
          resolve({ status: answer.statusCode ?? 0, etag: answer.headers.etag, cookie: answer.headers['set-cookie']?.[0]?.split(';', 1)[0], text }),
        );
      });
      sent.on('error', reject);
      sent.end(payload);
    });
  }

  /** @throws Error with the answer when it is no success */
  async must<T = unknown>(call: WireCall): Promise<T> {
    const answer = await this.send(call);
    if (answer.status >= 300) throw new Error(`${call.method} ${call.path}: ${answer.status} ${answer.text.slice(0, 300)}`);
    return (answer.text === '' ? undefined : JSON.parse(answer.text)) as T;
  }

  /** A session by a one-time code. */
  async activate(code: string): Promise<Session> {
    const answer = await this.send({ method: 'POST', path: '/auth/activate', body: { code } });
    if (answer.status >= 300 || !answer.cookie) throw new Error(`activation: ${answer.status} ${answer.text.slice(0, 300)}`);
    return { cookie: answer.cookie, csrf: (JSON.parse(answer.text) as { csrfToken: string }).csrfToken };
  }

  close(): void {
    this.agent.destroy();
  }
}

/** Works through items with so many lanes; each lane takes the next one. @returns seconds */
export async function lanes<T>(items: readonly T[], count: number, work: (item: T) => Promise<void>): Promise<number> {
  let next = 0;
  const began = performance.now();
  await Promise.all(
    Array.from({ length: Math.min(count, items.length) }, async () => {
      while (next < items.length) await work(items[next++]!);
    }),
  );
  return (performance.now() - began) / 1000;
}
