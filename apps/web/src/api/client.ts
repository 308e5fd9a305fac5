import { createApiClient, type paths } from '@binhxet/api-client';
import { Problem } from './problem.js';

export const api = createApiClient({ baseUrl: location.origin });

type Method = 'POST' | 'PUT';
type Untyped = { request(method: string, path: string, init: object): Promise<{ data?: unknown; error?: unknown; response: Response }> };

type Get<P extends keyof paths> = paths[P] extends { get: infer G extends object } ? G : never;
export type ReadPath = { [P in keyof paths]: paths[P] extends { get: object } ? P : never }[keyof paths];
export type Answer<P extends ReadPath> = Get<P> extends { responses: { 200: { content: { 'application/json': infer T } } } } ? T : never;
export type Params<P extends ReadPath> = Get<P> extends { parameters: infer X } ? { [K in keyof X as K extends 'path' | 'query' ? (X[K] extends undefined ? never : K) : never]: X[K] } : object;

/** Told when an answer says that the session has ended. */
export const sessionEnded = new EventTarget();

async function settle(call: Promise<{ data?: unknown; error?: unknown; response: Response }>): Promise<{ data: unknown; response: Response }> {
  const answer = await call.catch(() => {
    throw Problem.lineCut();
  });
  if (answer.response.ok) return { data: answer.data, response: answer.response };
  const problem = Problem.of(answer.response, answer.error);
  if (problem.status === 401 && problem.code.startsWith('SESSION.')) sessionEnded.dispatchEvent(new Event('ended'));
  throw problem;
}

/** @throws Problem */
export async function read<P extends ReadPath>(path: P, params: Params<P>, signal?: AbortSignal): Promise<Answer<P>> {
  const { data } = await settle((api as unknown as Untyped).request('get', path, { params, signal }));
  return data as Answer<P>;
}

export interface Sent<T> {
  readonly data: T;
  readonly etag: string | null;
}

export interface SendOptions {
  /** The same key for every repetition of one act. */
  readonly key?: string;
  readonly ifMatch?: string | null;
  readonly keepalive?: boolean;
}

/**
 * Sends a change.
 * @param href address as `allowedActions` gives it; `ifMatch: null` means "there is none yet"
 * @throws Problem
 */
export async function send<T = unknown>(method: Method, href: string, body?: unknown, options: SendOptions = {}): Promise<Sent<T>> {
  const headers = {
    ...(options.key && { 'idempotency-key': options.key }),
    ...(options.ifMatch === null ? { 'if-none-match': '*' } : options.ifMatch ? { 'if-match': options.ifMatch } : {}),
  };
  const { data, response } = await settle((api as unknown as Untyped).request(method.toLowerCase(), href, { headers, ...(body !== undefined && { body }), ...(options.keepalive && { keepalive: true }) }));
  return { data: data as T, etag: response.headers.get('etag') };
}
