import { cellWorkflowId, commendationWorkflowId, cycleWorkflowId, lateReviewWorkflowId, organisationWorkflowId, type StepRef } from '@binhxet/contracts';
import { BodyActs } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, handIn, openTestCycle, TEST_CYCLE } from '../../setup/test-cycle.js';

/** DB1 is passed over while one cell writes, one meets and a third has a late review; the grassroots cell CC1 is only just writing. */
describe('the close of a cycle with bodies still at work', () => {
  let plane: DataPlane;
  let superior: BodyActs;
  let writing: BodyActs;
  let writingStep: StepRef;
  let meetingId: string;
  let lateReview: string;

  const at = async (code: string, workflowId: string) => new BodyActs(plane, { cycleId: TEST_CYCLE, orgId: await plane.organisationId(code), workflowId });
  const rows = <T extends object>(sql: string, params: unknown[] = []): Promise<T[]> => plane.sql.query<T>(sql, params);
  const count = async (sql: string): Promise<number> => (await rows<{ n: number }>(`select count(*)::int as n from ${sql}`))[0]?.n ?? -1;
  const ledger = async (type: string) => rows<{ org: string; payload: { [key: string]: unknown } }>(`select e.org, p.payload::jsonb as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = $1 order by e.id`, [type]);
  const signalled = async (name: string) => (await rows<{ target: string }>('select target from app.outbox where name = $1 order by target', [name])).map((row) => row.target);
  const reviewOf = async (code: string) => (await rows<{ id: string }>(`select r.id from app.review r join app.member m on m.id = r.subject_id where m.code = $1`, [code]))[0]?.id ?? '';

  beforeAll(async () => {
    plane = await startDataPlane('cycle_closed', { cells: 3, membersPerCell: 5, grassrootsCells: ['NO_COMMITTEE'] });
    await openTestCycle(plane);
    superior = await at('KHOI', cycleWorkflowId(TEST_CYCLE));
    const organisation = await at('DB1', organisationWorkflowId(TEST_CYCLE, 'DB1'));
    // What the workflows do at their start: the bodies below are registered as they are asked for.
    for (const body of [superior, organisation, await at('CC1', organisationWorkflowId(TEST_CYCLE, 'CC1'))]) await plane.engine.childBodies(body.body, null);
    await superior.open('UNITS');
    await superior.open('VERIFICATION');
    await organisation.open('UNITS');
    await plane.engine.recordPhase(organisation.body, 'organisationReview', 'UNITS');

    writing = await at('CB11', cellWorkflowId(TEST_CYCLE, 'CB11'));
    writingStep = (await writing.open('SELF_REVIEW')) as StepRef;
    await plane.engine.recordPhase(writing.body, 'cellReview', 'SELF_REVIEW');
    await handIn(plane, 'CB11-02', await reviewOf('CB11-02'), 'MEMBER');

    const meeting = await cellReadyToMeet(plane, 'CB12');
    await plane.engine.recordPhase(meeting.body, 'cellReview', 'MEETING');
    const chair = await plane.as('CB12-01');
    ({ meetingId = '' } = await meeting.ask(chair, 'convene', { heldOn: '2026-12-12', tellerCodes: ['CB12-02', 'CB12-03'] }));
    await meeting.attend(chair, meetingId);
    await meeting.ask(chair, 'openMeeting', {}, { meetingId });
    const [first] = await meeting.ballots(meetingId);
    await meeting.ask(chair, 'openBallot', {}, { ballotId: first?.id ?? '' });
    // A ballot about persons that is being counted.
    await plane.sql.query(
      `insert into ballot.person_ballot (id, meeting_id, cycle_id, superior_id, organisation_id, ordinal, kind, title, method, state, persons, rule, created_at)
       select gen_random_uuid(), id, cycle_id, superior_id, organisation_id, 1, 'CONFIDENCE', 'x', 'SECRET_BALLOT', 'RECONCILING', array[chair_id], '{}', now() from app.meeting where id = $1`,
      [meetingId],
    );

    const late = await cellReadyToMeet(plane, 'CB13', ['CB13-04']);
    lateReview = await reviewOf('CB13-04');
    await plane.engine.lateReviewInput(late.body, lateReview);
    const lateBody = await at('CB13', lateReviewWorkflowId(TEST_CYCLE, lateReview));
    await lateBody.open('LATE_SELF_REVIEW', lateReview);
    await plane.engine.recordPhase(lateBody.body, 'lateReview', 'SELF_REVIEW');
  }, 180_000);
  afterAll(() => plane?.stop());

  it('goes on without an organisation: neither its result nor its dossier is waited for, all its subjects stay without a level', async () => {
    const leader = await plane.as('CB11-01');
    const orgId = await plane.organisationId('DB1');
    await superior.ask(leader, 'proceedWithout', { reason: 'Không nộp hồ sơ' }, { orgId });
    expect(await rows(`select s.kind, s.outstanding, e.state from app.step s join app.step_expectation e on e.step_id = s.id where s.organisation_id = $1 and e.key = $2 order by s.kind`, [superior.body.orgId, orgId])).toEqual([
      { kind: 'UNITS', outstanding: 1, state: 'RELEASED' },
      { kind: 'VERIFICATION', outstanding: 1, state: 'RELEASED' },
    ]);
    expect(await count(`app.review where unit_id = '${orgId}' and state <> 'NOT_YET_RATED'`)).toBe(0);
    await expect(superior.ask(leader, 'proceedWithout', { reason: 'x' }, { orgId })).rejects.toMatchObject({ code: 'SUBMISSION.NOT_AWAITED' });
  });

  it('closes every open step, cancels the tasks, breaks the meeting off and leaves open subjects not yet rated', async () => {
    expect(await count(`app.step where state = 'OPEN'`)).toBeGreaterThan(5);
    await expect(plane.engine.endBodies(TEST_CYCLE, null)).resolves.toEqual({ ended: 7, next: null });
    expect(await count(`app.step where state = 'OPEN'`)).toBe(0);
    expect(await count(`app.step where close_cause = 'CYCLE_CLOSED'`)).toBeGreaterThan(5);
    expect(await count(`app.task where state in ('OPEN','CLAIMED')`)).toBe(0);
    expect(await rows('select state from app.task where step_id = $1 group by state order by state', [writingStep.stepId])).toEqual([{ state: 'CANCELLED' }, { state: 'DONE' }]);
    expect(await rows('select state from app.meeting where id = $1', [meetingId])).toEqual([{ state: 'CANCELLED' }]);
    expect(await rows('select state from ballot.person_ballot where meeting_id = $1', [meetingId])).toEqual([{ state: 'VOID' }]);
    expect((await rows<{ state: string }>('select distinct state from ballot.ballot where meeting_id = $1', [meetingId])).map((row) => row.state)).toEqual(['VOID']);
    expect(await rows(`select distinct state from app.review`)).toEqual([{ state: 'NOT_YET_RATED' }]);
    expect(await count(`app.review where non_level is distinct from 'NOT_YET_RATED'`)).toBe(0);
  });

  it('tells each body once through the outbox, and records what ended', async () => {
    const cells = ['CB11', 'CB12', 'CB13', 'CC1'].map((code) => cellWorkflowId(TEST_CYCLE, code));
    const organisations = ['CC1', 'DB1'].map((code) => organisationWorkflowId(TEST_CYCLE, code));
    const expected = [...cells, lateReviewWorkflowId(TEST_CYCLE, lateReview), ...organisations];
    expect(await signalled('cycleClosed')).toEqual(expected);
    expect((await ledger('body.ended')).map((entry) => entry.payload['workflow']).sort()).toEqual([...expected].sort());
    expect(await ledger('meeting.cancelled')).toMatchObject([{ org: 'CB12', payload: { meeting: meetingId, before: 'BALLOTING', cause: 'CYCLE_CLOSED' } }]);
    expect((await ledger('step.closed')).filter((entry) => entry.payload['cause'] === 'CYCLE_CLOSED' && entry.org === 'CB11')).toMatchObject([{ payload: { kind: 'SELF_REVIEW', expected: 5, missing: 4 } }]);
    // DB1 was passed over with its own entry; CC1 was not.
    const changed = await ledger('review.changed');
    expect(changed.map((entry) => entry.org)).toEqual(['CC1']);
    expect(changed[0]?.payload).toMatchObject({ change: 'NOT_YET_RATED', cause: 'CYCLE_CLOSED' });
    expect(changed[0]?.payload['reviews']).toHaveLength(6); // five members and the cell itself
  });

  it('refuses a contribution from then on', async () => {
    await expect(handIn(plane, 'CB11-03', await reviewOf('CB11-03'), 'MEMBER')).rejects.toMatchObject({ kind: 'conflict' });
  });

  it('ends what a body opened before it heard', async () => {
    const entries = await count('ledger.ledger_entry');
    await plane.engine.endBody(writing.body); // nothing was
    expect(await count('ledger.ledger_entry')).toBe(entries);
    const submission = (await writing.open('SUBMISSION')) as StepRef;
    await plane.engine.endBody(writing.body);
    expect(await rows('select state, close_cause from app.step where id = $1', [submission.stepId])).toEqual([{ state: 'CLOSED', close_cause: 'CYCLE_CLOSED' }]);
    expect(await rows('select distinct state from app.task where step_id = $1', [submission.stepId])).toEqual([{ state: 'CANCELLED' }]);
  });

  it('then closes: every review, with the year in the history of persons as not yet rated', async () => {
    for (const to of ['REVIEW', 'CLASSIFICATION', 'COMMENDATION'] as const) await plane.engine.recordPhase(superior.body, 'annualCycle', to);
    await plane.engine.recordPhase({ ...superior.body, workflowId: commendationWorkflowId(TEST_CYCLE) }, 'commendation', 'DONE');
    for (const { target } of await rows<{ target: string }>(`select target from app.outbox where name = 'cycleClosed'`)) {
      const [workflow, , code = ''] = target.split(':');
      const name = workflow === 'org-review' ? 'organisationReview' : workflow === 'cell-review' ? 'cellReview' : 'lateReview';
      await plane.engine.recordPhase({ cycleId: TEST_CYCLE, orgId: await plane.organisationId(name === 'lateReview' ? 'CB13' : code), workflowId: target }, name, 'DONE');
    }
    await plane.engine.closeCycle(TEST_CYCLE);
    await expect(plane.engine.endBodies(TEST_CYCLE, null)).resolves.toEqual({ ended: 0, next: null });
    expect(await rows(`select distinct state from app.review`)).toEqual([{ state: 'CLOSED' }]);
    expect(await rows(`select distinct level, non_level from app.rating_history where cycle_id = $1`, [TEST_CYCLE])).toEqual([{ level: null, non_level: 'NOT_YET_RATED' }]);
    expect(await rows(`select distinct phase from app.cycle_body order by phase`)).toEqual([{ phase: 'CLOSED' }, { phase: 'DONE' }]);
  });
});

describe('heads that an organisation does not decide', () => {
  let plane: DataPlane;
  beforeAll(async () => {
    plane = await startDataPlane('heads_passed', { cells: 2, membersPerCell: 5 });
    await openTestCycle(plane);
  }, 120_000);
  afterAll(() => plane?.stop());

  it('are passed over by the superior and stay without a level', async () => {
    const orgId = await plane.organisationId('DB1');
    const superior = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId: await plane.organisationId('KHOI'), workflowId: cycleWorkflowId(TEST_CYCLE) });
    const heads = (await superior.open('HEADS')) as StepRef;
    await superior.ask(await plane.as('CB11-01'), 'proceedWithout', { reason: 'Không họp' }, { orgId });
    expect(await plane.sql.query(`select r.state, m.code from app.review r join app.member m on m.id = r.subject_id where r.is_head`)).toEqual([{ state: 'NOT_YET_RATED', code: 'CB11-01' }]);
    expect(await plane.sql.query(`select payload->>'stepId' as step from app.outbox where name = 'stepReady'`)).toEqual([{ step: heads.stepId }]);
  });
});
