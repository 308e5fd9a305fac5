import { type Activities, type BodyRef, type CommandRef } from '@binhxet/contracts';
import { AppError, ERROR_KINDS } from '@binhxet/domain';
import { createLogger } from '@binhxet/platform';
import { ApplicationFailure } from '@temporalio/common';
import { MockActivityEnvironment } from '@temporalio/testing';
import { activityFailureOf, BUG_ATTEMPTS } from './activity-failure.js';
import { createActivities } from './index.js';

const body: BodyRef = { cycleId: 'S.2031', orgId: 'o-1', workflowId: 'cell-review:S.2031:C1' };
const ref: CommandRef = { commandId: 'command-1' };

/** A service whose unstubbed methods fail: a test says what it needs. */
function services(stubs: Partial<Activities>): Activities {
  return new Proxy(stubs as Activities, {
    get: (target, name) => Reflect.get(target, name) ?? (async () => Promise.reject(new Error(`${String(name)} is not stubbed`))),
  });
}

function setUp(stubs: Partial<Activities>, attempt = 1) {
  const lines: string[] = [];
  const logger = createLogger({ app: 'worker', destination: { write: (line: string) => void lines.push(line) } });
  const activities = createActivities(services(stubs), logger);
  const env = new MockActivityEnvironment({ attempt, activityType: 'convene' });
  const failure = async (run: () => Promise<unknown>): Promise<ApplicationFailure> => {
    const error = await run().then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!(error instanceof ApplicationFailure)) throw new Error('no failure');
    return error;
  };
  return { activities, env, failure, logged: () => lines.join('') };
}

describe('activities', () => {
  it('pass ids on and the outcome back', async () => {
    const { activities, env } = setUp({ convene: async (given, command) => ({ commandId: command.commandId, meetingId: given.orgId }) });
    await expect(env.run(activities.convene, body, ref)).resolves.toEqual({ commandId: 'command-1', meetingId: 'o-1' });
  });

  it('give a refusal its code, facts and kind, and no second attempt', async () => {
    const refusal = new AppError('MEETING.NO_QUORUM', 'conflict', 'CANARY', { present: 2, needed: 3 }, [{ pointer: '/present', code: 'TOO_FEW' }]);
    const { activities, env, failure, logged } = setUp({ openMeeting: () => Promise.reject(refusal) });
    const failed = await failure(() => env.run(activities.openMeeting, body, ref));
    expect(failed).toMatchObject({ type: 'MEETING.NO_QUORUM', nonRetryable: true, details: [{ present: 2, needed: 3 }, { kind: 'conflict', errors: [{ pointer: '/present', code: 'TOO_FEW' }] }] });
    expect(`${failed.message}${failed.stack ?? ''}${logged()}`).not.toContain('CANARY');
    expect(logged()).toContain('"correlationId":"command-1"');
  });

  it('keep the text of an unexpected error out of the history', async () => {
    const { activities, env, failure } = setUp({ openStep: () => Promise.reject(new Error('Key (name)=(CANARY) exists')) });
    const failed = await failure(() => env.run(activities.openStep, body, 'MEETING' as const));
    expect(failed).toMatchObject({ type: 'ENGINE.FAILED', nonRetryable: false });
    expect(JSON.stringify([failed.message, failed.stack, failed.cause, failed.details])).not.toContain('CANARY');
  });

  it.each([
    ['request', BUG_ATTEMPTS - 1, false],
    ['request', BUG_ATTEMPTS, true],
    ['transition', 1_000, false],
  ] as const)('a bug met by a %s at attempt %d is final: %s', (group, attempt, final) => {
    expect(activityFailureOf(new AppError('ENGINE.FAILED', 'bug', 'x'), group, attempt).nonRetryable).toBe(final);
  });

  it('repeat only what may end otherwise', () => {
    const repeated = ERROR_KINDS.filter((kind) => !activityFailureOf(new AppError('ANY.CODE', kind, 'x'), 'transition', 1).nonRetryable);
    expect(repeated).toEqual(['rate-limited', 'unavailable', 'bug']);
  });
});
