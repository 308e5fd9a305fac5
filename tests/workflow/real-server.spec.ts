import { type CommandName, TASK_QUEUE } from '@binhxet/contracts';
import { isAppError } from '@binhxet/domain';
import { newId } from '@binhxet/platform';
import { EngineConnection, TemporalEngine } from '@binhxet/temporal';
import { startTestTemporal, type TestTemporal } from '@binhxet/testing';
import { type BodyDriver, quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';

const EVENTS = 40;

/** What only a real server does: runs that hand over under load, visibility, losing and finding the server. */
describe('on a real server', () => {
  let temporal: TestTemporal;
  let world: World;
  let connection: EngineConnection;
  let engine: TemporalEngine;

  beforeAll(async () => {
    quietRuntime();
    temporal = await startTestTemporal();
  });
  afterAll(() => temporal.stop());
  beforeEach(async () => {
    world = await World.openOn(temporal);
    world.plane.plan('C1', 'OPINIONS', null);
    connection = new EngineConnection(temporal);
    engine = new TemporalEngine(connection, { taskQueue: TASK_QUEUE });
  });
  afterEach(async () => {
    await connection.close();
    await world.close();
  });

  async function atMeeting(inputs: Inputs): Promise<BodyDriver> {
    await engine.start('cellReview', inputs.cell('C1'));
    const cell = world.body(`cell-review:${inputs.cycleId}:C1`);
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('MEETING', 'MEETING');
    return cell;
  }

  async function refused(work: Promise<unknown>) {
    const error: unknown = await work.then(
      () => undefined,
      (thrown: unknown) => thrown,
    );
    if (!isAppError(error)) throw error ?? new Error('accepted');
    return { code: error.code, kind: error.kind, facts: error.facts };
  }

  /** Holds the next `convene` inside the service. @returns what lets it go */
  function hold(): () => void {
    let release = (): void => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    world.plane.before.set('convene', () => held);
    return () => release();
  }

  it('lets a request in flight finish before a run hands over', async () => {
    const cell = await atMeeting(new Inputs('REAL', EVENTS));
    const runId = (await cell.handle.describe()).runId;
    const release = hold();
    const slow = cell.ask('convene');
    await world.eventually('in the service', async () => world.plane.called(/^convene/).length === 1);
    // Facts make the history grow past its limit while the request is being carried out.
    for (let fact = 0; fact < EVENTS; fact += 1) await cell.tell('stepReady', { stepId: `unknown-${fact}` });
    expect((await cell.handle.describe()).runId).toBe(runId);
    release();
    await expect(slow).resolves.toMatchObject({ meetingId: `${cell.id}|meeting` });
    await world.eventually('handed over', async () => (await cell.handle.describe()).runId !== runId);
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
  });

  it('loses no request that meets a run on its way out', async () => {
    const cell = await atMeeting(new Inputs('REAL', EVENTS));
    const ask = (name: CommandName) => engine.update(cell.id, name, { commandId: newId() });
    const answers = await Promise.all(Array.from({ length: 60 }, (_, index) => ask(index % 2 === 0 ? 'convene' : 'postponeMeeting')));
    expect(new Set(answers.map(({ commandId }) => commandId)).size).toBe(60);
    expect(world.plane.called(/^(convene|postponeMeeting)/)).toHaveLength(60);
  });

  it('answers a request repeated after the roll-over with its first outcome', async () => {
    const cell = await atMeeting(new Inputs('REAL', EVENTS));
    const commandId = newId();
    const first = await cell.ask('convene', { commandId });
    const { runId } = await cell.handle.describe();
    for (let round = 0; round < 12; round += 1) await cell.ask('convene');
    expect((await cell.handle.describe()).runId).not.toBe(runId);
    await expect(cell.ask('convene', { commandId })).resolves.toEqual(first);
    expect(world.plane.calls.filter((call) => call.endsWith(`|${commandId}`))).toHaveLength(1);
  });

  it('takes steps, deadlines and what has gone out into the next run', async () => {
    world.plane.plan('C1', 'MEETING', { remindAt: [await world.inDays(5)], dueAt: await world.inDays(10), escalateAt: [await world.inDays(11)] });
    const cell = await atMeeting(new Inputs('DRIVEN', EVENTS));
    const firstRun = (await cell.handle.describe()).runId;
    await cell.tell('clockMoved', { until: await world.inDays(6) });
    await world.eventually('reminded', async () => world.plane.called(/^remind/).length === 1);
    await world.eventually('another run', async () => {
      await cell.tell('stepReady', { stepId: 'unknown' });
      return (await cell.handle.describe()).runId !== firstRun;
    });
    await cell.reaches('MEETING', 'MEETING');
    await cell.tell('clockMoved', { until: await world.inDays(12) });
    await world.eventually('escalated', async () => world.plane.called(/^escalate/).length > 0);
    expect(world.plane.called(/^(remind|escalate)/)).toHaveLength(2); // not once a run
    await cell.record('cell-review-rolled-first', firstRun);
    await cell.record('cell-review-rolled-last');
  });

  it('goes on after its worker was replaced in the middle of a request', async () => {
    const cell = await atMeeting(new Inputs());
    await world.stopWorker();
    const asked = cell.ask('convene');
    await world.startWorker();
    await expect(asked).resolves.toMatchObject({ meetingId: `${cell.id}|meeting` });
  });

  it('is found by year, body and phase, and shows how to get back to the page', async () => {
    const inputs = new Inputs();
    const cell = await atMeeting(inputs);
    const query = `BxCycle = "${inputs.cycleId}" AND BxYear = 2031 AND BxBodyKind = "CELL" AND BxPhase = "MEETING" AND BxOverdue = false`;
    const found = async () => {
      const ids: string[] = [];
      for await (const { workflowId } of world.env.client.workflow.list({ query })) ids.push(workflowId);
      return ids;
    };
    await world.eventually('visible', async () => (await found()).includes(cell.id));
    expect(await (await cell.handle.describe()).staticDetails()).toBe('[C1](http://localhost/bodies/C1)');
  });

  describe('the engine', () => {
    it('takes a start that is repeated as done', async () => {
      const inputs = new Inputs();
      const cell = await atMeeting(inputs);
      const runId = (await engine.describe(cell.id))?.runId;
      await engine.start('cellReview', inputs.cell('C1'));
      await expect(engine.describe(cell.id)).resolves.toMatchObject({ runId, running: true, progress: { phase: 'MEETING' } });
    });

    it('runs a commendation that was over once more only when PostgreSQL says so', async () => {
      const inputs = new Inputs();
      const id = `commendation:${inputs.cycleId}`;
      world.plane.candidates = 0;
      await engine.start('commendation', inputs.body('S'));
      await world.eventually('over', async () => (await engine.describe(id))?.running === false);
      const runId = (await engine.describe(id))?.runId;
      await engine.start('commendation', inputs.body('S'));
      await expect(engine.describe(id)).resolves.toMatchObject({ runId, running: false });
      world.plane.candidates = 1;
      await engine.start('commendation', { ...inputs.body('S'), again: true });
      await world.eventually('its cases', async () => (await engine.describe(id))?.progress?.phase === 'CASES');
      const again = (await engine.describe(id))?.runId;
      expect(again).not.toBe(runId);
      await engine.start('commendation', { ...inputs.body('S'), again: true }); // told twice
      await expect(engine.describe(id)).resolves.toMatchObject({ runId: again, running: true });
    });

    it('gives back refusals of the body and of the service with code, kind and facts', async () => {
      const cell = await atMeeting(new Inputs());
      await expect(refused(engine.update(cell.id, 'issueDecision', { commandId: newId() }))).resolves.toEqual({
        code: 'ENGINE.NOT_NOW',
        kind: 'conflict',
        facts: { phase: 'MEETING', command: 'issueDecision', allowedPhases: [] },
      });
      world.plane.script('convene', () => world.plane.refuse('MEETING.NO_QUORUM', { present: 2 }));
      await expect(refused(engine.update(cell.id, 'convene', { commandId: newId() }))).resolves.toEqual({ code: 'MEETING.NO_QUORUM', kind: 'conflict', facts: { present: 2 } });
    });

    it('knows no body that was never started', async () => {
      await expect(engine.describe('cell-review:nowhere:C1')).resolves.toBeNull();
      await expect(refused(engine.update('cell-review:nowhere:C1', 'convene', { commandId: newId() }))).resolves.toMatchObject({ code: 'ENGINE.NOT_FOUND', kind: 'not-found' });
      await expect(refused(engine.signal('cell-review:nowhere:C1', 'resultDecided', { outboxId: newId() }))).resolves.toMatchObject({ code: 'ENGINE.NOT_FOUND' });
    });

    it('says that it does not know when no worker answers in time, and answers once when one is back', async () => {
      const cell = await atMeeting(new Inputs());
      await world.stopWorker();
      const ref = { commandId: newId() };
      await expect(refused(engine.update(cell.id, 'convene', ref, { timeoutMs: 800 }))).resolves.toMatchObject({ code: 'ENGINE.UNAVAILABLE', kind: 'unavailable', facts: { delivered: 'unknown' } });
      await world.startWorker();
      await expect(engine.update(cell.id, 'convene', ref)).resolves.toMatchObject({ commandId: ref.commandId });
      expect(world.plane.called(/^convene/)).toHaveLength(1);
    });

    it('says so soon when the server is gone, and goes on when it is back', async () => {
      const cell = await atMeeting(new Inputs());
      temporal.server.kill('SIGKILL');
      await temporal.server.exited;
      const started = performance.now();
      const ref = { commandId: newId() };
      // A connection that has not noticed yet cannot tell whether the request went out.
      await expect(refused(engine.update(cell.id, 'convene', ref))).resolves.toMatchObject({ code: 'ENGINE.UNAVAILABLE', facts: { delivered: expect.stringMatching(/^(no|unknown)$/) } });
      expect(performance.now() - started).toBeLessThan(5_000);
      await expect(refused(engine.ping())).resolves.toMatchObject({ code: 'ENGINE.UNAVAILABLE' });
      await temporal.restart();
      await world.eventually('the engine answers', async () => {
        await engine.ping();
        return true;
      });
      await expect(engine.update(cell.id, 'convene', ref, { timeoutMs: 30_000 })).resolves.toMatchObject({ commandId: ref.commandId });
      expect(world.plane.called(/^convene/)).toHaveLength(1);
    });
  });
});
