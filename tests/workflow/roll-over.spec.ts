import { type BodyDriver, quietRuntime, World } from './support/harness.js';
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

  /** Facts make the history grow until another run has taken over. Updates across the seam: see the real server, which this one does not resemble there. */
  async function rollOver(cell: BodyDriver): Promise<void> {
    const { runId } = await cell.handle.describe();
    await world.eventually('another run', async () => {
      await cell.tell('stepReady', { stepId: 'unknown' });
      return (await cell.handle.describe()).runId !== runId;
    });
  }

  // On a driven clock: after a seam the time-skipping server now and then keeps its time locked for ever, whoever asks it to pass.
  it('takes steps, deadlines and what has gone out into the next run', async () => {
    world.plane.plan('C1', 'MEETING', { remindAt: [await world.inDays(5)], dueAt: await world.inDays(10), escalateAt: [await world.inDays(11)] });
    const cell = await world.start({ workflow: 'cellReview', input: new Inputs('DRIVEN', EVENTS).cell('C1') });
    const firstRun = (await cell.handle.describe()).runId;
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('OPINIONS', 'OPINIONS');
    await cell.finish('OPINIONS');
    await cell.reaches('MEETING', 'MEETING');
    await cell.tell('clockMoved', { until: await world.inDays(6) });
    await world.eventually('reminded', async () => world.plane.called(/^remind/).length === 1);
    await rollOver(cell);
    await cell.tell('clockMoved', { until: await world.inDays(12) });
    await world.eventually('escalated', async () => world.plane.called(/^escalate/).length > 0);
    expect(world.plane.called(/^(remind|escalate)/)).toHaveLength(2); // not once a run
    await cell.reaches('MEETING', 'MEETING');
    await cell.record('cell-review-rolled-first', firstRun);
    await cell.record('cell-review-rolled-last');
  });
});
