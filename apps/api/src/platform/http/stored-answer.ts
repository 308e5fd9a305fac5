import { type FastifyReply } from 'fastify';

/** What the first attempt with an idempotency key was answered. */
export interface Answer {
  readonly status: number;
  readonly contentType: string;
  /** JSON value of the body; undefined for an empty one */
  readonly body?: unknown;
  /** the few headers a client acts on: etag, location */
  readonly headers: Readonly<Record<string, string>>;
}

/** Thrown to end a request with an answer that was given before; the filter sends it as it was. */
export class StoredAnswer extends Error {
  override readonly name = 'StoredAnswer';
  constructor(private readonly answer: Answer) {
    super('answered before');
  }

  send(reply: FastifyReply): void {
    const { status, contentType, body, headers } = this.answer;
    reply.status(status).headers({ ...headers, 'Idempotency-Replayed': 'true', 'Cache-Control': 'no-store' });
    if (body === undefined) void reply.send();
    else void reply.header('Content-Type', contentType).send(JSON.stringify(body));
  }
}
