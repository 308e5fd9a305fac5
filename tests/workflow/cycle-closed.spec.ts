import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';
import { Stages } from './support/stages.js';
import { type BodyDriver } from './support/harness.js';

/** Bodies that were passed over hear of the close of the cycle and end by themselves. */
describe('the close of a cycle', () => {
  let world: World;
  let inputs: Inputs;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
    inputs = new Inputs();
  });
  afterEach(() => world.close());

  it.each<[string, (stages: Stages) => Promise<BodyDriver>]>([
    ['a cell that writes', (to) => to.cell('SELF_REVIEW')],
    ['a cell that has not met', (to) => to.cell('MEETING')],
    ['a cell that waits for its committee', (to) => to.cell('SUBMITTED')],
    ['an organisation that waits for its units', (to) => to.organisation('UNITS')],
    ['an organisation that has not decided', (to) => to.organisation('DECISION')],
    ['an organisation whose heads are open', (to) => to.organisation('HEADS_SITTING')],
    ['a late review', (to) => to.late('MEETING')],
    ['cases of commendation', (to) => to.commendation()],
  ])('ends %s', async (_name, reach) => {
    const body = await reach(new Stages(world, inputs));
    await body.tell('cycleClosed');
    await expect(body.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(world.plane.called(/^endBody/)).toEqual([`endBody|${body.id}`]);
    expect(world.plane.called(/^recordPhase/).at(-1)).toBe(`recordPhase|${body.id}|DONE`);
  });

  it('is heard once, and nothing opens after it', async () => {
    const cell = await new Stages(world, inputs).cell('SELF_REVIEW');
    // The relay delivers twice while the last self-review comes in: the cell was about to go on.
    let release = (): void => undefined;
    world.plane.before.set('closeStep', () => new Promise((resolve) => (release = resolve)));
    await cell.finish('SELF_REVIEW');
    await world.eventually('closing', async () => world.plane.called(/^closeStep/).length === 1);
    const outboxId = '019b8f00-0000-7000-8000-000000000001';
    await cell.tell('cycleClosed', { outboxId });
    await cell.tell('cycleClosed', { outboxId });
    release();
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(world.plane.called(/^endBody/)).toHaveLength(1);
    expect([...world.plane.steps.values()].filter((step) => step.open)).toEqual([]);
    await cell.record('cell-review-cycle-closed');
  });

  it('ends a body whose transition is refused', async () => {
    world.plane.before.set('closeStep', async () => world.plane.refuse('STEP.BUSY'));
    const cell = await new Stages(world, inputs).cell('SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await world.eventually('refused', async () => world.plane.called(/^closeStep/).length >= 1);
    await cell.tell('cycleClosed');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('comes after every body has been told, page by page', async () => {
    world.plane.bodyPages.push(199, 399);
    const cycle = await new Stages(world, inputs).cycle('COMMENDATION');
    await cycle.finish('COMMENDATION');
    await expect(cycle.handle.result()).resolves.toEqual({ phase: 'CLOSED' });
    const { cycleId } = inputs;
    expect(world.plane.called(/^(endBodies|closeCycle)/)).toEqual([`endBodies|${cycleId}|`, `endBodies|${cycleId}|199`, `endBodies|${cycleId}|399`, `closeCycle|${cycleId}`]);
    await cycle.record('annual-cycle-ends-bodies');
  });
});
