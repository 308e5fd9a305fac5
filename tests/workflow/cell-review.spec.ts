import { ApplicationFailure } from '@temporalio/common';
import { newId } from '@binhxet/platform';
import { Inputs } from './support/inputs.js';
import { type BodyDriver, quietRuntime, World } from './support/harness.js';

describe('cellReview', () => {
  let world: World;
  beforeAll(quietRuntime);
  beforeEach(async () => {
    world = await World.open();
  });
  afterEach(() => world.close());

  const start = (inputs = new Inputs()): Promise<BodyDriver> => world.start({ workflow: 'cellReview', input: inputs.cell('C1') });

  /** A cell whose self-reviews are in and that nobody owes an opinion. */
  async function atMeeting(inputs = new Inputs()): Promise<BodyDriver> {
    world.plane.plan('C1', 'OPINIONS', null);
    const cell = await start(inputs);
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('MEETING', 'MEETING');
    return cell;
  }

  it('goes from self-reviews through the meeting to the decision', async () => {
    const cell = await start();
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('OPINIONS', 'OPINIONS');
    await cell.finish('OPINIONS');
    await cell.reaches('MEETING', 'MEETING');
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    await cell.tell('resultDecided');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(world.plane.called(/^recordPhase/).map((call) => call.split('|').at(-1))).toEqual(['SELF_REVIEW', 'OPINIONS', 'MEETING', 'SUBMISSION', 'SUBMITTED', 'DONE']);
  });

  it('is over, whatever the phase, when its organisation ends by a decision', async () => {
    const cell = await atMeeting();
    await cell.tell('bodyEnded');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
    expect(world.plane.called(/^recordPhase/).map((call) => call.split('|').at(-1))).toEqual(['SELF_REVIEW', 'MEETING', 'DONE']);
  });

  it('closes self-reviews at the cut, not at the due day', async () => {
    world.plane.plan('C1', 'SELF_REVIEW', { outstanding: 4, dueAt: await world.inDays(10), closeAt: await world.inDays(13) });
    const cell = await start();
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await world.pass(12);
    expect(world.plane.called(/^closeStep/)).toEqual([]);
    const overdue = (await cell.handle.describe()).typedSearchAttributes;
    expect(overdue.getAll().find(({ key }) => key.name === 'BxOverdue')?.value).toBe(true);
    await world.pass(2);
    await cell.reaches('OPINIONS', 'OPINIONS');
    expect(world.plane.called(/^closeStep/)).toEqual([expect.stringMatching(/SELF_REVIEW\|\d+\|TIME$/)]);
  });

  it('closes early when the body orders it', async () => {
    world.plane.plan('C1', 'SELF_REVIEW', { outstanding: 2 });
    const cell = await start();
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    await cell.ask('closeStepEarly', { stepId: world.plane.openStepId(cell.id, 'SELF_REVIEW') });
    await cell.reaches('OPINIONS', 'OPINIONS');
    expect(world.plane.called(/^closeStep\|/)).toEqual([expect.stringMatching(/\|EARLY$/)]);
  });

  it('takes a service at its word that closed the step in the same transaction', async () => {
    const cell = await start();
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    const stepId = world.plane.openStepId(cell.id, 'SELF_REVIEW');
    world.plane.script('closeStepEarly', (_body, { commandId }) => ({ commandId, closed: [stepId] }));
    await cell.ask('closeStepEarly', { stepId });
    await cell.reaches('OPINIONS', 'OPINIONS');
    expect(world.plane.called(/^closeStep\|/)).toEqual([]);
  });

  it('waits on when a paper came back between the signal and the close', async () => {
    const cell = await start();
    await cell.reaches('SELF_REVIEW', 'SELF_REVIEW');
    const stepId = world.plane.openStepId(cell.id, 'SELF_REVIEW');
    await cell.tell('stepReady', { stepId }); // the signal is older than the return: one is outstanding again
    await world.eventually('close refused', async () => world.plane.called(/^closeStep/).length === 1);
    expect(await cell.phase()).toBe('SELF_REVIEW');
    await cell.finish('SELF_REVIEW');
    await cell.reaches('OPINIONS', 'OPINIONS');
  });

  it('reminds before the day and escalates after it, each once, and goes on waiting for the meeting', async () => {
    const days = [5, 8, 11, 13];
    const [five, eight, eleven, thirteen] = await Promise.all(days.map((day) => world.inDays(day)));
    world.plane.plan('C1', 'MEETING', { dueAt: await world.inDays(10), remindAt: [five ?? '', eight ?? ''], escalateAt: [eleven ?? '', thirteen ?? ''] });
    const cell = await atMeeting();
    const kinds = () => world.plane.called(/^(remind|escalate)/).map((call) => call.replace(/\|.*\|/, ' '));
    await world.pass(6);
    expect(kinds()).toEqual(['remind 1']);
    await world.pass(3);
    expect(kinds()).toEqual(['remind 1', 'remind 2']);
    await world.pass(3);
    expect(kinds()).toEqual(['remind 1', 'remind 2', 'escalate 1']);
    await world.pass(40);
    expect(kinds()).toEqual(['remind 1', 'remind 2', 'escalate 1', 'escalate 2']);
    expect(await cell.phase()).toBe('MEETING');
  });

  it('sends one reminder where two were due before the step opened', async () => {
    world.plane.plan('C1', 'MEETING', { dueAt: await world.inDays(3), remindAt: [await world.inDays(-2), await world.inDays(-1)] });
    const cell = await atMeeting();
    await world.eventually('reminded', async () => world.plane.called(/^remind/).length > 0);
    await world.pass(1);
    expect(world.plane.called(/^remind/)).toEqual([`remind|${world.plane.openStepId(cell.id, 'MEETING')}|2`]);
  });

  it('counts again where the tellers differ', async () => {
    world.plane.tallies.push(false);
    const cell = await atMeeting();
    await cell.ask('closeBallot', { ballotId: `${cell.id}|ballot` });
    await cell.finish('PAPER_COUNT');
    await world.eventually('first tally', async () => world.plane.called(/^tallyBallot/).length === 1);
    await cell.finish('PAPER_COUNT');
    await world.eventually('second tally', async () => world.plane.called(/^tallyBallot/).length === 2);
    await cell.ask('draftMinutes', { meetingId: `${cell.id}|meeting` });
    await cell.finish('SIGN_MINUTES');
    await cell.reaches('SUBMISSION', 'SUBMISSION');
  });

  it('hears a step that is ready before the act that opened it has answered', async () => {
    const cell = await atMeeting();
    world.plane.script('closeBallot', async (body, { commandId }) => {
      const opened = world.plane.addStep(body, 'PAPER_COUNT', `${cell.id}|ballot`);
      world.plane.settle(opened.stepId);
      await cell.tell('stepReady', { stepId: opened.stepId });
      await new Promise((resolve) => setTimeout(resolve, 100)); // the answer is slower than the relay
      return { commandId, opened: [opened] };
    });
    await cell.ask('closeBallot');
    await world.eventually('tally', async () => world.plane.called(/^tallyBallot/).length === 1);
  });

  it('takes a returned result up again, without a meeting or with one', async () => {
    const cell = await atMeeting();
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');

    await cell.tell('resultReturned');
    await cell.reaches('MEETING', 'MEETING', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');

    await cell.tell('resultReturned');
    await cell.reaches('MEETING', 'MEETING', 'SUBMISSION');
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    await cell.tell('resultDecided');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('takes a fact that the relay tells twice once', async () => {
    const cell = await atMeeting();
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.ask('submitResult');
    const outboxId = newId();
    await cell.tell('resultReturned', { outboxId });
    await cell.reaches('MEETING', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    await cell.tell('resultReturned', { outboxId });
    await world.pass(1);
    expect(await cell.phase()).toBe('SUBMITTED');
  });

  it('keeps a fact from above that overtakes its own hand-over', async () => {
    const cell = await atMeeting();
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.tell('resultDecided'); // the level above was quicker than our update's answer
    await cell.ask('submitResult');
    await expect(cell.handle.result()).resolves.toEqual({ phase: 'DONE' });
  });

  it('sends each absent member a way of their own, which outlives the cell', async () => {
    const inputs = new Inputs();
    world.plane.lateInput = (reviewId) => inputs.late('C1', reviewId);
    world.plane.script('submitResult', (body, { commandId }) => ({ commandId, lateReviewIds: body.workflowId.startsWith('cell') ? ['R1', 'R2'] : [] }));
    const cell = await atMeeting(inputs);
    await cell.sit();
    await cell.reaches('SUBMISSION', 'SUBMISSION');
    await cell.ask('submitResult');
    await cell.reaches('SUBMITTED');
    await cell.tell('resultDecided');
    await world.eventually('cell done', async () => (await cell.handle.describe()).status.name === 'COMPLETED');

    const first = world.body(`late-review:${inputs.cycleId}:R1`);
    await first.reaches('SELF_REVIEW', 'LATE_SELF_REVIEW');
    await first.finish('LATE_SELF_REVIEW');
    await first.reaches('MEETING', 'MEETING');
    await first.sit();
    await first.reaches('SUBMISSION', 'SUBMISSION');
    await first.ask('submitResult');
    await world.eventually('late review done', async () => (await first.handle.describe()).status.name === 'COMPLETED');
    await world.body(`late-review:${inputs.cycleId}:R2`).reaches('SELF_REVIEW', 'LATE_SELF_REVIEW');
  });

  it('gives one outcome to a request that is repeated', async () => {
    const cell = await atMeeting();
    const commandId = newId();
    const [first, second] = await Promise.all([cell.ask('convene', { commandId }), cell.ask('convene', { commandId })]);
    expect(first).toEqual(second);
    expect(world.plane.called(/^convene/)).toHaveLength(1);
  });

  it('does one act at a time', async () => {
    const cell = await atMeeting();
    let running = 0;
    let most = 0;
    world.plane.before.set('convene', async () => {
      most = Math.max(most, (running += 1));
      await new Promise((resolve) => setTimeout(resolve, 30));
      running -= 1;
    });
    await Promise.all(Array.from({ length: 5 }, () => cell.ask('convene')));
    expect(most).toBe(1);
    expect(world.plane.called(/^convene/)).toHaveLength(5);
  });

  it('carries out an act inside its task, and as an activity that can be seen waiting when something is wrong', async () => {
    const cell = await atMeeting();
    const seen = async () => ((await cell.handle.fetchHistory()).events ?? []).flatMap((event) => event.activityTaskScheduledEventAttributes?.activityType?.name ?? []);
    await cell.ask('convene');
    expect(await seen()).toEqual([]);
    let attempts = 0;
    world.plane.before.set('postponeMeeting', async () => {
      if ((attempts += 1) < 3) throw Object.assign(ApplicationFailure.retryable('DATABASE.AWAY'), { stack: 'DATABASE.AWAY' });
    });
    await expect(cell.ask('postponeMeeting')).resolves.toMatchObject({ commandId: expect.any(String) });
    expect(attempts).toBe(3);
    expect(await seen()).toEqual(['postponeMeeting']);
    await cell.record('cell-review-act-waited');
  });

  it('passes a refusal of the service on as it is, and stays usable', async () => {
    const cell = await atMeeting();
    world.plane.script('openMeeting', () => world.plane.refuse('MEETING.NO_QUORUM', { present: 2, needed: 3 }));
    await expect(cell.refusal('openMeeting')).resolves.toEqual({ code: 'MEETING.NO_QUORUM', facts: { present: 2, needed: 3 } });
    await expect(cell.ask('postponeMeeting')).resolves.toMatchObject({ commandId: expect.any(String) });
  });

  it('stays where it is when the engine is refused a transition, and moves when that has been mended', async () => {
    const cell = await atMeeting();
    let mended = false;
    world.plane.before.set('openStep SUBMISSION', async () => (mended ? undefined : world.plane.refuse('READINESS.SETTING_MISSING')));
    await cell.sit();
    await world.eventually('refused', async () => world.plane.called(/^openStep\|.*SUBMISSION$/).length > 0);
    mended = true;
    await world.pass(1);
    await cell.reaches('SUBMISSION', 'SUBMISSION');
  });
});
