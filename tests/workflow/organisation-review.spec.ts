import { type ChildStart } from '@binhxet/contracts';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';
import { Stages } from './support/stages.js';

describe('organisationReview', () => {
  let world: World;
  let inputs: Inputs;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
    inputs = new Inputs();
  });
  afterEach(() => world.close());

  it('starts every lower body, page by page, and does not mind one that exists', async () => {
    world.plane.pageSize = 4;
    const cells: ChildStart[] = Array.from({ length: 9 }, (_, index) => ({ workflow: 'cellReview', input: inputs.cell(`C${index}`) }));
    world.plane.children('O1', cells);
    await world.start({ workflow: 'cellReview', input: inputs.cell('C7') });
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1') });
    await organisation.reaches('UNITS', 'UNITS');
    expect(world.plane.called(/^childBodies/)).toEqual([`childBodies|${organisation.id}|`, `childBodies|${organisation.id}|4`, `childBodies|${organisation.id}|8`]);
    await world.body(`cell-review:${inputs.cycleId}:C8`).reaches('SELF_REVIEW', 'SELF_REVIEW');
  });

  it('sits once both its units and its report are in, whatever comes first', async () => {
    const organisation = await new Stages(world, inputs).organisation('UNITS');
    await organisation.finish('UNITS');
    await world.pass(1);
    expect(await organisation.phase()).toBe('UNITS');
    await organisation.finish('COLLECTIVE_REPORT');
    await organisation.reaches('SITTING', 'MEETING');
  });

  it('needs no report where there is no collective', async () => {
    world.plane.plan('O1', 'COLLECTIVE_REPORT', null);
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1') });
    await organisation.reaches('UNITS', 'UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
  });

  it('goes on without a unit when the body orders it', async () => {
    const organisation = await new Stages(world, inputs).organisation('UNITS');
    await organisation.finish('COLLECTIVE_REPORT');
    const stepId = world.plane.openStepId(organisation.id, 'UNITS');
    world.plane.script('proceedWithout', async (_body, { commandId }) => {
      world.plane.settle(stepId);
      await organisation.tell('stepReady', { stepId });
      return { commandId };
    });
    await organisation.ask('proceedWithout', { orgId: 'C1' });
    await organisation.reaches('SITTING', 'MEETING');
  });

  it.each(['SITTING', 'DECISION'] as const)('waits for a cell it sends back in %s, and asks for no second report', async (phase) => {
    const organisation = await new Stages(world, inputs).organisation(phase);
    await organisation.ask('returnResult', { orgId: 'C1' });
    await organisation.reaches('UNITS', 'UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
    expect(world.plane.called(/^openStep\|.*COLLECTIVE_REPORT$/)).toHaveLength(1);
    await organisation.sit();
    await organisation.reaches('DECISION', 'DECISION');
  });

  it('waits on when it sends a cell back while another is missing', async () => {
    const organisation = await new Stages(world, inputs).organisation('UNITS');
    await organisation.finish('UNITS'); // all in, but the report is not
    const stepId = world.plane.openStepId(organisation.id, 'UNITS');
    world.plane.script('returnResult', (_body, { commandId }) => {
      world.plane.settle(stepId, 1);
      return { commandId };
    });
    await organisation.ask('returnResult', { orgId: 'C1' });
    await organisation.finish('COLLECTIVE_REPORT');
    await world.eventually('close refused', async () => world.plane.called(new RegExp(`^closeStep.*UNITS`)).length > 0);
    expect(await organisation.phase()).toBe('UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
  });

  it('only proposes where it is a sub-committee', async () => {
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1', { mode: 'PROPOSE' }) });
    await organisation.reaches('UNITS', 'UNITS', 'COLLECTIVE_REPORT');
    await organisation.finish('COLLECTIVE_REPORT');
    await organisation.finish('UNITS');
    await organisation.reaches('SITTING', 'MEETING');
    await organisation.sit();
    await organisation.reaches('DOSSIER', 'SUBMISSION');
    await organisation.ask('submitResult');
    await organisation.reaches('SUBMITTED');
    await organisation.tell('resultDecided');
    await expect(organisation.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('does not sit where a grassroots cell has no committee', async () => {
    world.plane.plan('O1', 'COLLECTIVE_REPORT', null);
    const organisation = await world.start({ workflow: 'organisationReview', input: inputs.organisation('O1', { isCell: true, hasCommittee: false }) });
    await organisation.reaches('UNITS', 'UNITS');
    await organisation.finish('UNITS');
    await organisation.reaches('DECISION', 'DECISION');
    await organisation.ask('issueDecision');
    await organisation.reaches('DOSSIER', 'SUBMISSION');
    await organisation.ask('submitResult');
    await organisation.reaches('SUBMITTED');
    await organisation.tell('resultReturned');
    await organisation.reaches('DOSSIER', 'SUBMISSION');
    await organisation.ask('returnResult', { orgId: 'O1' }); // its own meeting has to look at it again
    await organisation.reaches('UNITS', 'UNITS');
  });

  it('takes a returned dossier up again: straight, or after another sitting and decision', async () => {
    const organisation = await new Stages(world, inputs).organisation('SUBMITTED');
    await organisation.tell('resultReturned');
    await organisation.reaches('SITTING', 'MEETING', 'SUBMISSION');
    await organisation.ask('submitResult');
    await organisation.reaches('SUBMITTED');
    await organisation.tell('resultReturned');
    await organisation.reaches('SITTING', 'MEETING', 'SUBMISSION');
    await organisation.sit();
    await organisation.reaches('DECISION', 'DECISION');
    await organisation.ask('issueDecision');
    await organisation.reaches('DOSSIER', 'SUBMISSION');
    await organisation.ask('submitResult');
    await organisation.reaches('SUBMITTED');
  });

  it('decides its own heads after the superior has decided on it', async () => {
    const organisation = await new Stages(world, inputs).organisation('HEADS_DECISION');
    await organisation.ask('issueDecision');
    await expect(organisation.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('is done with the decision where no head is to be decided', async () => {
    world.plane.plan('O1', 'MEETING', {}, null);
    const organisation = await new Stages(world, inputs).organisation('SUBMITTED');
    await organisation.tell('resultDecided');
    await expect(organisation.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });
});
