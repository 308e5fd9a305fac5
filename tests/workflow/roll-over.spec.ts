import { newId } from '@binhxet/platform';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';

/** Small runs: every few acts hand over to the next one. */
const EVENTS = 40;

describe('continue-as-new', () => {
  let world: World;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('goes through a cell in many runs and loses nothing', async () => {
    world.plane.plan('C1', 'MEETING', { remindAt: [await world.inDays(5)], dueAt: await world.inDays(10), escalateAt: [await world.inDays(11)] });
    const cell = await world.start({ workflow: 'cellReview', input: new Inputs('REAL', EVENTS).cell('C1') });
    const firstRun = (await cell.handle.describe()).runId;
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('OPINIONS', 'OPINIONS');
    await cell.finish('OPINIONS');
    await cell.reaches('MEETING', 'MEETING');
    await world.pass(6);
    for (let round = 0; round < 12; round += 1) await cell.ask('convene');
    await world.pass(6);
    expect(world.plane.called(/^(remind|escalate)/)).toHaveLength(2); // not once a run
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    expect((await cell.handle.describe()).runId).not.toBe(firstRun);
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    await cell.tell('resultDecided');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
    await cell.record('cell-review-rolled-first', firstRun);
    await cell.record('cell-review-rolled-last');
  });

  it('answers a request repeated after the roll-over with its first outcome', async () => {
    world.plane.plan('C1', 'OPINIONS', null);
    const cell = await world.start({ workflow: 'cellReview', input: new Inputs('REAL', EVENTS).cell('C1') });
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('MEETING', 'MEETING');
    const commandId = newId();
    const first = await cell.ask('convene', { commandId });
    const runId = (await cell.handle.describe()).runId;
    for (let round = 0; round < 12; round += 1) await cell.ask('convene');
    expect((await cell.handle.describe()).runId).not.toBe(runId);
    await expect(cell.ask('convene', { commandId })).resolves.toEqual(first);
    expect(world.plane.calls.filter((call) => call.endsWith(`|${commandId}`))).toHaveLength(1);
  });
});
