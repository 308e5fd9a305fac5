import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';
import { Stages } from './support/stages.js';

describe('appeals and re-evaluations over time', () => {
  let world: World;
  let inputs: Inputs;
  let stages: Stages;
  const called = (pattern: RegExp): string[] => world.plane.called(pattern).filter((call) => call.includes(inputs.cycleId));

  beforeEach(async () => {
    quietRuntime();
    world = await World.open();
    inputs = new Inputs();
    stages = new Stages(world, inputs);
  });
  afterEach(() => world.close());

  it('goes from receipt to the notice that ends it', async () => {
    const appeal = await stages.appeal('CONCLUDED');
    await appeal.ask('decideAppeal');
    await expect(appeal.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(called(/^closeCase\|/)).toEqual([`closeCase|${inputs.cycleId}-A1|APPEAL`]);
    await appeal.record('appeal');
  });

  it.each([
    ['rejectAppeal', 'RECEIVED'],
    ['rejectAppeal', 'FORWARDED'],
    ['withdrawAppeal', 'RECEIVED'],
    ['withdrawAppeal', 'ADMITTED'],
    ['withdrawAppeal', 'VERIFYING'],
  ] as const)('ends with %s in %s', async (name, phase) => {
    const appeal = await stages.appeal(phase);
    await appeal.ask(name);
    await expect(appeal.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(called(/^closeCase\|/)).toHaveLength(1);
  });

  it('closes the window of evidence by time, once, and goes on; nothing else is done by time', async () => {
    world.plane.plan(`${inputs.cycleId}-A1`, 'APPEAL_EVIDENCE', { closeAt: await world.inDays(10) });
    const appeal = await stages.appeal('RECEIVED');
    await world.pass(9);
    expect(called(/^closeCaseStep/)).toEqual([]);
    await world.pass(400);
    expect(called(/^closeCaseStep/)).toEqual([`closeCaseStep|${inputs.cycleId}-A1|APPEAL_EVIDENCE|TIME`]);
    expect(await appeal.phase()).toBe('RECEIVED'); // a body's act never completes by time
    await appeal.ask('admitAppeal');
    await appeal.reaches('ADMITTED', 'APPEAL');
  });

  it('has no window where none is confirmed', async () => {
    const appeal = await stages.appeal('VERIFYING');
    await world.pass(2_000);
    expect(called(/^closeCaseStep/)).toEqual([]);
    expect(await appeal.phase()).toBe('VERIFYING');
  });

  it('does not close by time what the conclusion closed', async () => {
    world.plane.plan(`${inputs.cycleId}-A1`, 'APPEAL_EVIDENCE', { closeAt: await world.inDays(30) });
    const appeal = await stages.appeal('CONCLUDED');
    await world.pass(60);
    expect(called(/^closeCaseStep/)).toEqual([]);
    expect(await appeal.phase()).toBe('CONCLUDED');
  });

  it('reminds and escalates on the deadline of the authority, each once', async () => {
    world.plane.plan(`${inputs.cycleId}-A1`, 'APPEAL', {
      dueAt: await world.inDays(10),
      remindAt: [await world.inDays(5), await world.inDays(8)],
      escalateAt: [await world.inDays(11), await world.inDays(13)],
    });
    const appeal = await stages.appeal('ADMITTED');
    await world.pass(30);
    expect(called(/^(remind|escalate)Case/)).toEqual([
      `remindCase|${inputs.cycleId}-A1|APPEAL|1`,
      `remindCase|${inputs.cycleId}-A1|APPEAL|2`,
      `escalateCase|${inputs.cycleId}-A1|APPEAL|1`,
      `escalateCase|${inputs.cycleId}-A1|APPEAL|2`,
    ]);
    expect(await appeal.phase()).toBe('ADMITTED');
  });

  it('appoints another panel while verifying, and lets a member of it step aside', async () => {
    const appeal = await stages.appeal('VERIFYING');
    await appeal.ask('declareConflict');
    await appeal.ask('appointPanel');
    expect(await appeal.phase()).toBe('VERIFYING');
    await appeal.record('appeal-verifying');
  });

  it('takes a repeated act once', async () => {
    const appeal = await stages.appeal('RECEIVED');
    const commandId = '0191d8a0-0000-7000-8000-00000000000a';
    await appeal.ask('admitAppeal', { commandId });
    await expect(appeal.ask('admitAppeal', { commandId })).resolves.toMatchObject({ commandId });
    expect(world.plane.called(/^admitAppeal\|/)).toHaveLength(1);
  });

  it.each(['decideReevaluation', 'dismissReevaluation'] as const)('ends a re-evaluation with %s', async (name) => {
    const reevaluation = await stages.reevaluation();
    await reevaluation.ask(name);
    await expect(reevaluation.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(called(/^closeCase\|/)).toEqual([`closeCase|${inputs.cycleId}-R1|REEVALUATION`]);
    if (name === 'decideReevaluation') await reevaluation.record('reevaluation');
  });

  it('reminds of a re-evaluation and never decides it', async () => {
    world.plane.plan(`${inputs.cycleId}-R1`, 'REEVALUATION', { dueAt: await world.inDays(10), remindAt: [await world.inDays(5)], escalateAt: [await world.inDays(11)] });
    const reevaluation = await stages.reevaluation();
    await world.pass(700);
    expect(called(/^(remind|escalate)Case/)).toEqual([`remindCase|${inputs.cycleId}-R1|REEVALUATION|1`, `escalateCase|${inputs.cycleId}-R1|REEVALUATION|1`]);
    expect(await reevaluation.phase()).toBe('OPENED');
  });

  it('ends a commendation whose last open case was dropped elsewhere', async () => {
    const cases = await stages.commendation();
    await cases.tell('resultDecided');
    await expect(cases.handle.result()).resolves.toEqual({ phase: 'DONE' });
    await cases.record('commendation-dropped');
  });
});
