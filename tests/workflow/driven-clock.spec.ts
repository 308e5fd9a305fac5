import { newId } from '@binhxet/platform';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';

describe('the driven clock', () => {
  let world: World;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  it('has no timers and moves only when it is told', async () => {
    world.plane.plan('C1', 'SELF_REVIEW', {
      outstanding: 3,
      remindAt: ['2031-11-10T17:00:00.000Z'],
      dueAt: '2031-11-20T17:00:00.000Z',
      closeAt: '2031-11-23T17:00:00.000Z',
    });
    world.plane.plan('C1', 'OPINIONS', null);
    world.plane.plan('C1', 'MEETING', { dueAt: '2031-11-30T17:00:00.000Z', escalateAt: ['2031-12-01T17:00:00.000Z'] });
    const cell = await world.start({ workflow: 'cellReview', input: new Inputs('DRIVEN').cell('C1') });
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await world.pass(300); // real time means nothing
    expect(world.plane.called(/^(remind|closeStep)/)).toEqual([]);

    const day = (on: string) => cell.tell('clockMoved', { on, until: `${on}T17:00:00.000Z` });
    await day('2031-11-10');
    await world.eventually('reminded', async () => world.plane.called(/^remind/).length === 1);
    await day('2031-11-22');
    await day('2031-11-05'); // told late: the clock does not go back
    expect(await cell.phase()).toBe('SELF_REVIEW');
    await day('2031-11-23');
    await cell.reaches('MEETING', 'MEETING');
    await day('2031-12-01');
    await world.eventually('escalated', async () => world.plane.called(/^escalate/).length === 1);

    const history = await cell.handle.fetchHistory();
    expect((history.events ?? []).filter((event) => event.timerStartedEventAttributes)).toEqual([]);
    await cell.record('cell-review-driven-open');
  });

  it('finds a deadline past that was reached before the step opened', async () => {
    world.plane.plan('C1', 'OPINIONS', { closeAt: '2031-11-12T17:00:00.000Z' });
    const cell = await world.start({ workflow: 'cellReview', input: new Inputs('DRIVEN').cell('C1') });
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.tell('clockMoved', { on: '2031-11-12', until: '2031-11-12T17:00:00.000Z', outboxId: newId() });
    await cell.finish('SELF_REVIEW');
    await cell.reaches('MEETING', 'MEETING');
    expect(world.plane.called(/OPINIONS.*TIME$/)).toHaveLength(1);
  });
});
