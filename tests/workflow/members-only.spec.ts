import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';

/** Bodies of a cycle whose rules rate members alone: steps that are not there are passed, and nothing waits for a person who has nothing to do. */
describe('a cycle that rates members alone', () => {
  let world: World;
  let inputs: Inputs;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
    inputs = new Inputs();
  });
  afterEach(() => world.close());

  const without = (code: string, ...kinds: Parameters<typeof world.plane.plan>[1][]): void => {
    for (const kind of kinds) world.plane.plan(code, kind, null);
  };

  it('passes through a cell in which nobody is rated, up to what the level above decides', async () => {
    without('C1', 'SELF_REVIEW', 'OPINIONS', 'MEETING', 'SUBMISSION');
    const cell = await world.start({ workflow: 'cellReview', input: inputs.cell('C1') });
    await cell.reaches('SUBMITTED');
    await cell.tell('resultDecided');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('has an organisation decide, hand up by itself, and decide once more on who was reviewed late', async () => {
    without('O1', 'COLLECTIVE_REPORT', 'SUBMISSION');
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1') });
    await organisation.reaches('UNITS', 'UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
    await organisation.sit();
    await organisation.reaches('DECISION', 'DECISION');
    await organisation.ask('issueDecision');
    await organisation.reaches('SUBMITTED');
    await organisation.tell('resultDecided');
    await organisation.reaches('HEADS_SITTING', 'MEETING');
    await organisation.sit();
    await organisation.reaches('HEADS_DECISION', 'DECISION');
    await organisation.ask('issueDecision');
    await expect(organisation.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('leaves an organisation without anybody to decide on, and its superior, nothing to sit for', async () => {
    without('O1', 'COLLECTIVE_REPORT', 'MEETING', 'DECISION', 'SUBMISSION');
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1') });
    await organisation.reaches('UNITS', 'UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('SUBMITTED');
    await organisation.tell('resultDecided');
    await expect(organisation.handle.result()).resolves.toEqual({ phase: 'DONE' });

    without('S', 'VERIFICATION', 'MEETING', 'DECISION', 'HEADS', 'COMMENDATION');
    const cycle = await world.start({ workflow: 'annualCycle', input: inputs.body('S') });
    await cycle.reaches('REVIEW', 'UNITS');
    await cycle.finish('UNITS');
    await expect(cycle.handle.result()).resolves.toEqual({ phase: 'CLOSED' });
  });
});
