import { type ExecutionContext } from '@nestjs/common';
import { type Reflector } from '@nestjs/core';
import { AppError } from '@binhxet/domain';
import { type Beginning, IdempotencyStore, type IdempotentRequest } from '@binhxet/application';
import { createLogger } from '@binhxet/platform';
import { EMPTY, firstValueFrom, of, throwError, type Observable } from 'rxjs';
import { IdempotencyInterceptor } from './idempotency.interceptor.js';
import { StoredAnswer } from './stored-answer.js';

class Store extends IdempotencyStore {
  readonly calls: unknown[] = [];
  constructor(private readonly beginning: Beginning) {
    super();
  }
  async begin(request: IdempotentRequest) {
    this.calls.push(['begin', request.route]);
    return this.beginning;
  }
  async finish(_request: IdempotentRequest, status: number, answer: unknown) {
    this.calls.push(['finish', status, (answer as { body: unknown }).body]);
  }
  async forget() {
    this.calls.push(['forget']);
  }
}

const KEY = '0191d8a0-0000-4000-8000-000000000001';
const logger = createLogger({ app: 'test', level: 'fatal' });

async function run(store: Store, work: () => Observable<unknown>, request: object = {}) {
  const full = { method: 'POST', url: '/x', id: 'c-1', headers: { 'idempotency-key': KEY }, routeOptions: { url: '/x' }, signedIn: { actor: { accountId: 'a' } }, ...request };
  const reply = { statusCode: 201, hasHeader: () => false };
  const context = { getHandler: () => undefined, switchToHttp: () => ({ getRequest: () => full, getResponse: () => reply }) } as unknown as ExecutionContext;
  const interceptor = new IdempotencyInterceptor({ get: () => undefined } as unknown as Reflector, store, { now: () => new Date(0) }, logger);
  return firstValueFrom(await interceptor.intercept(context, { handle: work }), { defaultValue: 'nothing' });
}

describe('IdempotencyInterceptor', () => {
  it('keeps the first answer, two statements in all', async () => {
    const store = new Store({ state: 'OURS' });
    await expect(run(store, () => of({ n: 1 }))).resolves.toEqual({ n: 1 });
    expect(store.calls).toEqual([['begin', 'POST /x'], ['finish', 201, { n: 1 }]]);
  });

  it('keeps an empty answer too', async () => {
    const store = new Store({ state: 'OURS' });
    await run(store, () => EMPTY);
    expect(store.calls[1]).toEqual(['finish', 201, undefined]);
  });

  it('keeps a refusal, and forgets what failed on our side or came too fast', async () => {
    const outcome = async (error: unknown) => {
      const store = new Store({ state: 'OURS' });
      await expect(run(store, () => throwError(() => error))).rejects.toBe(error);
      return store.calls[1];
    };
    expect(await outcome(new AppError('STEP.CLOSED', 'conflict', 'x'))).toEqual(['finish', 409, expect.objectContaining({ code: 'STEP.CLOSED' })]);
    expect(await outcome(new AppError('ENGINE.UNAVAILABLE', 'unavailable', 'x'))).toEqual(['forget']);
    expect(await outcome(new Error('x'))).toEqual(['forget']);
    expect(await outcome(new AppError('LOGIN.THROTTLED', 'rate-limited', 'x'))).toEqual(['forget']);
  });

  it.each([
    [{ state: 'RUNNING' } as const, { code: 'REQUEST.IN_PROGRESS', kind: 'conflict', facts: { retryAfterSeconds: 1 } }],
    [{ state: 'OTHER_REQUEST' } as const, { code: 'REQUEST.KEY_REUSED', kind: 'key-reused' }],
  ])('does nothing for %j', async (beginning, error) => {
    const work = () => throwError(() => new Error('must not run'));
    await expect(run(new Store(beginning), work)).rejects.toMatchObject(error);
  });

  it('gives a kept answer again without doing anything', async () => {
    const sent: unknown[] = [];
    const reply = { status: (status: number) => (sent.push(status), reply), headers: (headers: object) => (sent.push(headers), reply), header: () => reply, send: (body: unknown) => sent.push(body) };
    const answered = new Store({ state: 'ANSWERED', status: 201, answer: { status: 201, contentType: 'application/json', body: { n: 1 }, headers: { etag: '"v1"' } } });
    const error = await run(answered, () => throwError(() => new Error('must not run'))).catch((thrown: unknown) => thrown);
    expect(error).toBeInstanceOf(StoredAnswer);
    (error as StoredAnswer).send(reply as never);
    expect(sent).toEqual([201, expect.objectContaining({ etag: '"v1"', 'Idempotency-Replayed': 'true' }), '{"n":1}']);
  });

  it('leaves safe methods, requests without key and public routes alone, and refuses what is no UUID', async () => {
    const store = new Store({ state: 'RUNNING' });
    for (const request of [{ method: 'GET' }, { headers: {} }, { signedIn: undefined }]) await expect(run(store, () => of(1), request)).resolves.toBe(1);
    expect(store.calls).toEqual([]);
    await expect(run(store, () => of(1), { headers: { 'idempotency-key': 'once' } })).rejects.toMatchObject({ code: 'REQUEST.KEY_INVALID' });
  });
});
