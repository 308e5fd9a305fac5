import { type CommandName, COMMANDS } from '@binhxet/contracts';
import { quietRuntime, World } from './support/harness.js';
import { Inputs } from './support/inputs.js';
import { Stages } from './support/stages.js';
import { type BodyDriver } from './support/harness.js';

type Row = readonly [workflow: string, phase: string, reach: (stages: Stages) => Promise<BodyDriver>, accepted: readonly CommandName[]];

const SITTING = ['convene', 'postponeMeeting', 'openMeeting', 'openBallot', 'closeBallot', 'rerunBallot', 'voidBallot', 'draftMinutes', 'adjournMeeting', 'resumeMeeting', 'returnMinutes'] as const;

/** Written by hand from architecture and settled order, not from the code: what each body takes in each phase. All else is refused. */
const TABLE: readonly Row[] = [
  ['cellReview', 'SELF_REVIEW', (to) => to.cell('SELF_REVIEW'), ['closeStepEarly']],
  ['cellReview', 'OPINIONS', (to) => to.cell('OPINIONS'), ['closeStepEarly']],
  ['cellReview', 'MEETING', (to) => to.cell('MEETING'), SITTING],
  ['cellReview', 'SUBMISSION', (to) => to.cell('SUBMISSION'), ['submitResult']],
  ['cellReview', 'SUBMITTED', (to) => to.cell('SUBMITTED'), []],
  ['organisationReview', 'UNITS', (to) => to.organisation('UNITS'), ['closeStepEarly', 'proceedWithout', 'returnResult']],
  ['organisationReview', 'SITTING', (to) => to.organisation('SITTING'), [...SITTING, 'returnResult']],
  ['organisationReview', 'DECISION', (to) => to.organisation('DECISION'), ['issueDecision', 'returnResult']],
  ['organisationReview', 'DOSSIER', (to) => to.organisation('DOSSIER'), ['submitResult']],
  ['organisationReview', 'SUBMITTED', (to) => to.organisation('SUBMITTED'), []],
  ['organisationReview', 'HEADS_SITTING', (to) => to.organisation('HEADS_SITTING'), SITTING],
  ['organisationReview', 'HEADS_DECISION', (to) => to.organisation('HEADS_DECISION'), ['issueDecision']],
  ['annualCycle', 'REVIEW', (to) => to.cycle('REVIEW'), ['closeStepEarly', 'proceedWithout', 'returnResult']],
  // The decision waits for the sitting: it is refused while the committee has not sat.
  ['annualCycle', 'CLASSIFICATION', (to) => to.cycle('CLASSIFICATION'), [...SITTING, 'closeStepEarly', 'proceedWithout', 'returnResult']],
  ['annualCycle', 'HEADS', (to) => to.cycle('HEADS'), ['closeStepEarly', 'proceedWithout']],
  ['annualCycle', 'COMMENDATION', (to) => to.cycle('COMMENDATION'), []],
  ['lateReview', 'SELF_REVIEW', (to) => to.late('SELF_REVIEW'), ['closeStepEarly']],
  ['lateReview', 'MEETING', (to) => to.late('MEETING'), SITTING],
  ['lateReview', 'SUBMISSION', (to) => to.late('SUBMISSION'), ['submitResult']],
  ['commendation', 'CASES', (to) => to.commendation(), ['advanceCases']],
  ['appeal', 'RECEIVED', (to) => to.appeal('RECEIVED'), ['admitAppeal', 'rejectAppeal', 'forwardAppeal', 'withdrawAppeal']],
  ['appeal', 'FORWARDED', (to) => to.appeal('FORWARDED'), ['admitAppeal', 'rejectAppeal']],
  ['appeal', 'ADMITTED', (to) => to.appeal('ADMITTED'), ['appointPanel', 'withdrawAppeal']],
  ['appeal', 'VERIFYING', (to) => to.appeal('VERIFYING'), ['appointPanel', 'declareConflict', 'concludeAppeal', 'withdrawAppeal']],
  ['appeal', 'CONCLUDED', (to) => to.appeal('CONCLUDED'), ['decideAppeal']],
  ['reevaluation', 'OPENED', (to) => to.reevaluation(), ['decideReevaluation', 'dismissReevaluation']],
];

describe('requests at the wrong time', () => {
  let world: World;
  // One server for the whole table: no time passes here, and every row has a cycle of its own.
  beforeAll(async () => {
    quietRuntime();
    world = await World.open();
  });
  afterAll(() => world.close());

  it.each(TABLE)('%s in %s refuses what is not its turn', async (_workflow, phase, reach, accepted) => {
    const body = await reach(new Stages(world, new Inputs()));
    const reached = () => world.plane.calls.filter((call) => COMMANDS.some((name) => call.startsWith(`${name}|${body.id}|`)));
    const before = reached();
    const refused = COMMANDS.filter((name) => !accepted.includes(name));
    for (const name of refused) {
      await expect(body.refusal(name)).resolves.toEqual({ code: 'ENGINE.NOT_NOW', facts: { phase, command: name, allowedPhases: expect.any(Array) } });
    }
    expect(reached()).toEqual(before); // nothing came to a service
  });

  it.each(TABLE.flatMap(([workflow, phase, reach, accepted]) => accepted.map((name) => [name, workflow, phase, reach] as const)).filter(([name]) => !SITTING.slice(1).includes(name as never)))(
    'takes %s in %s %s',
    async (name, _workflow, _phase, reach) => {
      const body = await reach(new Stages(world, new Inputs()));
      await expect(body.ask(name)).resolves.toMatchObject({ commandId: expect.any(String) });
    },
  );

  it('says where a request would be taken', async () => {
    const cell = await new Stages(world, new Inputs()).cell('SELF_REVIEW');
    await expect(cell.refusal('submitResult')).resolves.toMatchObject({ facts: { allowedPhases: ['SUBMISSION'] } });
    await expect(cell.refusal('issueDecision')).resolves.toMatchObject({ facts: { allowedPhases: [] } });
  });

  it('refuses a request whose phase ended while it waited for its turn', async () => {
    const cell = await new Stages(world, new Inputs()).cell('SUBMISSION');
    const answers = await Promise.allSettled([cell.ask('submitResult'), cell.ask('submitResult')]);
    expect(answers.map((answer) => answer.status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(world.plane.calls.filter((call) => call.startsWith(`submitResult|${cell.id}|`))).toHaveLength(1);
  });
});
