import { type AnnualCycleInput } from '@binhxet/contracts';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';

describe('annualCycle that begins with the year', () => {
  let world: World;
  let inputs: Inputs;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
    inputs = new Inputs();
  });
  afterEach(() => world.close());
  const start = (early: AnnualCycleInput['early']) => world.start({ workflow: 'annualCycle', input: { ...inputs.body('S'), packId: 'OPEN', ...(early && { early }) } });

  it('registers, reviews the half-year, waits for its rules and only then freezes and reviews; corrections go on beside it', async () => {
    const { plane } = world;
    const days = async (...ns: number[]) => Promise.all(ns.map((n) => world.inDays(n)));
    const [reg, regClose, due] = await days(20, 23, 60);
    plane.plan('S', 'REGISTRATION', { outstanding: 3, dueAt: reg!, closeAt: regClose!, remindAt: await days(15, 18) });
    plane.plan('S', 'CORRECTION', { outstanding: 33, dueAt: due!, remindAt: await days(55, 58), escalateAt: await days(61, 63) });
    plane.script('concludeMidYear', (body, { commandId }) => ({ commandId, closed: [plane.openStepId(body.workflowId, 'MID_YEAR_REVIEW')], opened: [plane.addStep(body, 'CORRECTION')] }));

    const cycle = await start(['REGISTRATION', 'MID_YEAR']);
    await cycle.reaches('REGISTRATION', 'REGISTRATION');
    await expect(cycle.refusal('openReview')).resolves.toMatchObject({ code: 'ENGINE.NOT_NOW' });
    await world.pass(24);
    await cycle.reaches('MID_YEAR', 'MID_YEAR_REVIEW');
    await expect(cycle.refusal('openReview')).resolves.toMatchObject({ code: 'ENGINE.NOT_NOW', facts: { phase: 'MID_YEAR', allowedPhases: ['AWAITING_REVIEW'] } });
    await cycle.ask('concludeMidYear');
    await cycle.reaches('AWAITING_REVIEW', 'CORRECTION');
    expect(plane.called(/^(freezeCycle|childBodies)/)).toEqual([]);
    await world.pass(41);
    await cycle.ask('openReview');
    await cycle.reaches('REVIEW', 'CORRECTION', 'UNITS', 'VERIFICATION');
    expect(plane.called(/^(prepareYear|freezeCycle|closeStep|remind|escalate)/).map((call) => call.replace(/\|.*\|([A-Z_]+)\|\d+\|?/, ' $1 ').trim())).toEqual([
      `prepareYear|${inputs.cycleId}`,
      'remind REGISTRATION 1',
      'remind REGISTRATION 2',
      'closeStep REGISTRATION TIME',
      'remind CORRECTION 1',
      'remind CORRECTION 2',
      'escalate CORRECTION 1',
      'escalate CORRECTION 2',
      `freezeCycle|${inputs.cycleId}`,
    ]);
    await cycle.finish('CORRECTION');
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.reaches('CLASSIFICATION', 'MEETING');
    await cycle.record('annual-cycle-begins-with-the-year');
  });

  it('goes straight to the waiting for its rules where only registration was planned', async () => {
    const cycle = await start(['REGISTRATION']);
    await cycle.reaches('REGISTRATION', 'REGISTRATION');
    await cycle.finish('REGISTRATION');
    await cycle.reaches('AWAITING_REVIEW');
    await cycle.ask('openReview');
    await cycle.reaches('REVIEW', 'UNITS', 'VERIFICATION');
  });

  it('tells the rating pack once it is pinned, also to the commendation that follows', async () => {
    const { plane } = world;
    plane.script('openReview', (_body, { commandId }) => ({ commandId, packId: 'P2031' }));
    const packOf = async (workflowId: string) => {
      const described = await world.body(workflowId).handle.describe();
      return described.typedSearchAttributes.getAll().find(({ key }) => key.name === 'BxPack')?.value;
    };
    const cycle = await start(['REGISTRATION']);
    await cycle.reaches('REGISTRATION', 'REGISTRATION');
    expect(await packOf(cycle.handle.workflowId)).toBe('OPEN');
    await cycle.finish('REGISTRATION');
    await cycle.reaches('AWAITING_REVIEW');
    await cycle.ask('openReview');
    await cycle.reaches('REVIEW', 'UNITS', 'VERIFICATION');
    expect(await packOf(cycle.handle.workflowId)).toBe('P2031');
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.reaches('CLASSIFICATION', 'MEETING');
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('issueDecision');
    await cycle.reaches('HEADS', 'HEADS');
    await cycle.finish('HEADS');
    await cycle.reaches('COMMENDATION', 'COMMENDATION');
    await world.eventually('started', async () => (await packOf(`commendation:${inputs.cycleId}`)) === 'P2031');
  });

  it('takes the old way without early phases', async () => {
    const cycle = await start(undefined);
    await cycle.reaches('REVIEW', 'UNITS', 'VERIFICATION');
    expect(world.plane.called(/^prepareYear/)).toEqual([]);
  });
});
