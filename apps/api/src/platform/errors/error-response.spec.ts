import { AppError, ERROR_KINDS } from '@binhxet/domain';
import { HTTP_OF_KIND, retryAfterOf, toAppError, toProblem } from './error-response.js';

describe('error responses', () => {
  it.each([
    ['invalid', 400], ['unauthenticated', 401], ['forbidden', 403], ['not-found', 404], ['conflict', 409], ['stale', 412], ['too-large', 413],
    ['key-reused', 422], ['precondition-missing', 428], ['rate-limited', 429], ['bug', 500], ['unavailable', 503],
  ] as const)('%s is %i', (kind, status) => {
    expect(toProblem(new AppError('SOME.CODE', kind, 'x'), 'c').status).toBe(status);
  });

  it('knows every kind', () => {
    expect(Object.keys(HTTP_OF_KIND).sort()).toEqual([...ERROR_KINDS].sort());
  });

  it('tells nothing of a failure of ours', () => {
    const errors = [new Error('CANARY'), new AppError('STATE.BROKEN', 'bug', 'CANARY', { id: 'CANARY' }, [{ pointer: '/CANARY', code: 'X' }]), 'CANARY', Object.assign(new Error('CANARY'), { code: '23505', severity: 'ERROR', detail: 'CANARY' })];
    for (const error of errors) {
      const problem = toProblem(toAppError(error), 'c-1');
      expect(problem).toEqual({ type: 'urn:binhxet:problem:SERVER.FAILED', title: expect.any(String), status: 500, code: 'SERVER.FAILED', facts: {}, errors: [], correlationId: 'c-1' });
    }
  });

  it.each([
    [{ code: 'ECONNREFUSED' }],
    [{ code: '57P01', severity: 'FATAL' }],
    [{ driverError: { code: '08006' } }],
    [{ message: 'Connection terminated unexpectedly' }],
    [{ driverError: { message: 'timeout exceeded when trying to connect' } }],
  ] as { code?: string; message?: string; driverError?: object }[][])('says that the database is away for %j', (fields) => {
    const known = toAppError(Object.assign(new Error(fields?.message ?? 'x'), fields));
    expect([known.code, known.kind, retryAfterOf(known)]).toEqual(['DATABASE.UNAVAILABLE', 'unavailable', 2]);
  });

  it('passes the wait on that an error knows', () => {
    expect(retryAfterOf(new AppError('LOGIN.THROTTLED', 'rate-limited', 'x', { retryAfterSeconds: 89.2 }))).toBe(90);
    expect(retryAfterOf(new AppError('STEP.CLOSED', 'conflict', 'x'))).toBeNull();
  });
});
