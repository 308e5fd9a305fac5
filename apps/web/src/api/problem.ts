import { type Facts } from '../words/words.js';

export interface FieldProblem {
  readonly pointer: string;
  readonly code: string;
  readonly facts?: Facts | undefined;
}

/** A refusal of the API (RFC 9457 with a stable code), or the line that was cut: status 0, code `LINE.CUT`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly facts: Facts = {},
    readonly errors: readonly FieldProblem[] = [],
    readonly correlationId: string | null = null,
    /** seconds, from Retry-After */
    readonly retryAfter: number | null = null,
  ) {
    super(code);
  }

  static lineCut(): Problem {
    return new Problem(0, 'LINE.CUT');
  }

  /** @param body parsed answer, whatever it is */
  static of(response: Response, body: unknown): Problem {
    const told = (body ?? {}) as { code?: string; facts?: Facts; errors?: FieldProblem[]; correlationId?: string };
    const retryAfter = Number(response.headers.get('retry-after'));
    return new Problem(response.status, told.code ?? 'SERVER.FAILED', told.facts ?? {}, told.errors ?? [], told.correlationId ?? null, retryAfter > 0 ? retryAfter : null);
  }

  /** Nothing happened yet and the same request may be sent again: the server will not do it twice. */
  get mayPass(): boolean {
    return this.status === 0 || this.code === 'ENGINE.UNAVAILABLE' || this.code === 'REQUEST.IN_PROGRESS' || this.code === 'DATABASE.UNAVAILABLE' || this.code === 'SERVER.CLOSING';
  }
}

export const asProblem = (error: unknown): Problem => (error instanceof Problem ? error : Problem.lineCut());
