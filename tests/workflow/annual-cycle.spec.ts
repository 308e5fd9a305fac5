import { type ChildStart } from '@binhxet/contracts';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';
import { Stages } from './support/stages.js';

describe('annualCycle', () => {
  let world: World;
  let inputs: Inputs;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
    inputs = new Inputs();
  });
  afterEach(() => world.close());

  it('classifies the others while an organisation is reviewed again, and decides when it is back', async () => {
    const cycle = await new Stages(world, inputs).cycle('CLASSIFICATION');
    await cycle.ask('returnResult', { orgId: 'O1' });
    await cycle.reaches('CLASSIFICATION', 'MEETING', 'UNITS', 'VERIFICATION');
    await cycle.sit();
    await world.eventually('sat', async () => world.plane.called(/^closeMeeting/).length === 1);
    await expect(cycle.refusal('issueDecision')).resolves.toMatchObject({ code: 'ENGINE.NOT_NOW' });
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.reaches('CLASSIFICATION', 'MEETING'); // on the one that was missing
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('issueDecision');
    await cycle.reaches('HEADS', 'HEADS');
  });

  it('does not sit again when nothing is left to vote on', async () => {
    world.plane.plan('S', 'MEETING', {}, null);
    const cycle = await new Stages(world, inputs).cycle('CLASSIFICATION');
    await cycle.ask('returnResult', { orgId: 'O1' });
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
  });

  it('takes back the decision step when an organisation is returned before the decision', async () => {
    const cycle = await new Stages(world, inputs).cycle('CLASSIFICATION');
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('returnResult', { orgId: 'O1' });
    await expect(cycle.refusal('issueDecision')).resolves.toMatchObject({ code: 'ENGINE.NOT_NOW' });
    await cycle.reaches('CLASSIFICATION', 'UNITS', 'VERIFICATION');
  });

  it('closes without heads and without commendations', async () => {
    world.plane.plan('S', 'HEADS', null);
    world.plane.plan('S', 'COMMENDATION', null);
    const cycle = await new Stages(world, inputs).cycle('CLASSIFICATION');
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('issueDecision');
    await expect(cycle.handle.result()).resolves.toEqual({ phase: 'CLOSED' });
    expect(world.plane.called(/^closeCycle/)).toHaveLength(1);
  });

  it('runs a whole year: two organisations, three cells, an absent member, a late cell, returns on both levels', async () => {
    const { plane } = world;
    const days = async (day: number) => world.inDays(day);
    const children = (...starts: ChildStart[]) => starts;
    plane.children('S', children({ workflow: 'organisationReview', input: inputs.organisation('O1') }, { workflow: 'organisationReview', input: inputs.organisation('O2', { isCell: true }) }));
    plane.children('O1', children({ workflow: 'cellReview', input: inputs.cell('C1') }, { workflow: 'cellReview', input: inputs.cell('C2') }));
    plane.children('O2', children({ workflow: 'cellReview', input: inputs.cell('O2', 'O2') }));
    // The cell of a grassroots cell hands over to its own committee without an act.
    plane.plan('O2', 'SUBMISSION', null, {});
    plane.plan('C2', 'SELF_REVIEW', { outstanding: 3, dueAt: await days(20), closeAt: await days(23), remindAt: [await days(15), await days(18)] });
    plane.plan('C2', 'MEETING', { dueAt: await days(30), remindAt: [await days(25), await days(28)], escalateAt: [await days(31), await days(33)] });
    plane.lateInput = (reviewId) => inputs.late('C1', reviewId);
    plane.script('submitResult', (body, { commandId }) => ({ commandId, lateReviewIds: body.workflowId.endsWith(':C1') ? ['R9'] : [] }));

    const cycle = await world.start({ workflow: 'annualCycle', input: inputs.body('S') });
    await cycle.reaches('REVIEW', 'UNITS', 'VERIFICATION');
    const at = (id: string) => world.body(id.replace('$', inputs.cycleId));
    const [o1, o2] = [at('org-review:$:O1'), at('org-review:$:O2')];
    const [c1, c2, o2cell] = [at('cell-review:$:C1'), at('cell-review:$:C2'), at('cell-review:$:O2')];

    for (const cell of [c1, o2cell]) {
      await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
      await cell.finish('SELF_REVIEW');
      await cell.reaches('OPINIONS', 'OPINIONS');
      await cell.finish('OPINIONS');
      await cell.reaches('MEETING', 'MEETING');
      await cell.sit();
    }
    await o2cell.reaches('SUBMITTED');
    await c1.reaches('SUBMISSION', 'SUBMISSION');
    await c1.ask('submitResult');
    await c1.reaches('SUBMITTED');

    // The second cell is late: reminded, cut, reminded, escalated. Its opinions are closed early.
    await c2.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await world.pass(24);
    await c2.reaches('OPINIONS', 'OPINIONS');
    await c2.ask('closeStepEarly', { stepId: plane.openStepId(c2.id, 'OPINIONS') });
    await c2.reaches('MEETING', 'MEETING');
    await world.pass(10);
    await c2.sit();
    await c2.reaches('SUBMISSION', 'SUBMISSION');
    await c2.ask('submitResult');
    await c2.reaches('SUBMITTED');
    expect(plane.called(/^(remind|escalate|closeStep)\|.*:C2\|/).map((call) => call.replace(/\|.*:C2\|/, ' ').replace(/\|\d+\|/, ' '))).toEqual([
      'remind SELF_REVIEW 1',
      'remind SELF_REVIEW 2',
      'closeStep SELF_REVIEW TIME',
      'closeStep OPINIONS EARLY',
      'remind MEETING 1',
      'remind MEETING 2',
      'escalate MEETING 1',
      'escalate MEETING 2',
    ]);

    // The absent member is reviewed while the others go on.
    const late = at('late-review:$:R9');
    await late.reaches('SELF_REVIEW', 'LATE_SELF_REVIEW');
    await late.finish('LATE_SELF_REVIEW');
    await late.reaches('MEETING', 'MEETING');
    await late.sit();
    await late.reaches('SUBMISSION', 'SUBMISSION');
    await late.ask('submitResult');

    for (const organisation of [o1, o2]) {
      await organisation.reaches('UNITS', 'UNITS', 'COLLECTIVE_REPORT');
      await organisation.finish('COLLECTIVE_REPORT');
      await organisation.finish('UNITS');
      await organisation.reaches('SITTING', 'MEETING');
    }
    // The committee sends a cell back, which mends its result without another meeting.
    await o1.ask('returnResult', { orgId: 'C2' });
    await o1.reaches('UNITS', 'UNITS');
    await c2.tell('resultReturned');
    await c2.reaches('MEETING', 'SUBMISSION');
    await c2.ask('submitResult');
    await o1.finish('UNITS');
    await o1.reaches('SITTING', 'MEETING');
    for (const organisation of [o1, o2]) {
      await organisation.sit();
      await organisation.reaches('DECISION', 'DECISION');
      await organisation.ask('issueDecision');
      await organisation.reaches('DOSSIER', 'SUBMISSION');
      await organisation.ask('submitResult');
      await organisation.reaches('SUBMITTED');
    }
    for (const cell of [c1, c2, o2cell]) await cell.tell('resultDecided');

    // The superior sends an organisation back, then classifies.
    await cycle.ask('returnResult', { orgId: 'O1' });
    await o1.tell('resultReturned');
    await o1.reaches('SITTING', 'SUBMISSION');
    await o1.ask('submitResult');
    await o1.reaches('SUBMITTED');
    await cycle.finish('UNITS');
    await cycle.finish('VERIFICATION');
    await cycle.reaches('CLASSIFICATION', 'MEETING');
    await cycle.sit();
    await cycle.reaches('CLASSIFICATION', 'DECISION');
    await cycle.ask('issueDecision');

    // Heads after the unit.
    await cycle.reaches('HEADS', 'HEADS');
    for (const organisation of [o1, o2]) {
      await organisation.tell('resultDecided');
      await organisation.reaches('HEADS_SITTING', 'MEETING');
      await organisation.sit();
      await organisation.reaches('HEADS_DECISION', 'DECISION');
      await organisation.ask('issueDecision');
    }
    await cycle.finish('HEADS');

    await cycle.reaches('COMMENDATION', 'COMMENDATION');
    const cases = at('commendation:$');
    await cases.reaches('CASES');
    plane.script('advanceCases', (_body, { commandId }) => ({ commandId, openCases: plane.called(/^advanceCases/).length < 2 ? 3 : 0 }));
    await cases.ask('advanceCases');
    expect(await cases.phase()).toBe('CASES');
    await cases.ask('advanceCases');
    await cycle.finish('COMMENDATION');

    for (const body of [cycle, o1, o2, c1, c2, o2cell, late, cases]) {
      await world.eventually(`${body.id} over`, async () => (await body.handle.describe()).status.name === 'COMPLETED');
    }
    expect(plane.called(/^closeCycle/)).toHaveLength(1);

    await cycle.record('annual-cycle-year');
    await o1.record('organisation-review-returned');
    await o2.record('organisation-review-grassroots-cell');
    await c1.record('cell-review-absent-member');
    await c2.record('cell-review-late-and-returned');
    await late.record('late-review');
    await cases.record('commendation');
  });
});
