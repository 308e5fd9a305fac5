import { type Actor } from '@binhxet/application';
import { cellWorkflowId, lateReviewWorkflowId, organisationWorkflowId, type StepRef } from '@binhxet/contracts';
import { BodyActs, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, handIn, openTestCycle, TEST_CYCLE } from '../../setup/test-cycle.js';

/** CC1 has a cell committee of three, CC2 decides by its members' meeting. */
describe('grassroots cells', () => {
  let plane: DataPlane;
  const people = async (cell: string): Promise<{ chair: Actor; tellers: Actor[]; codes: string[] }> => ({
    chair: await plane.as(`${cell}-01`),
    tellers: [await plane.as(`${cell}-02`), await plane.as(`${cell}-03`)],
    codes: [`${cell}-02`, `${cell}-03`],
  });
  const states = async (orgId: string) =>
    Object.fromEntries(
      (
        await plane.sql.query<{ subject: string; state: string; level: number | null }>(
          `select coalesce(m.code, r.subject_kind) as subject, r.state, r.decided_level as level from app.review r left join app.member m on m.id = r.subject_id where r.organisation_id = $1`,
          [orgId],
        )
      ).map((row) => [row.subject, row.level === null ? row.state : `${row.state} ${row.level}`]),
    );
  const sit = async (body: BodyActs, cell: string, absent: string[] = []) => {
    const { chair, tellers, codes } = await people(cell);
    const { meetingId = '' } = await body.ask(chair, 'convene', { heldOn: '2026-12-12', tellerCodes: codes });
    await body.attend(chair, meetingId, absent);
    await body.ask(chair, 'openMeeting', {}, { meetingId });
    const agenda = (await body.ballots(meetingId)).filter((ballot) => ballot.state === 'DRAFT');
    for (const ballot of agenda) await body.hold(chair, tellers, meetingId, ballot.id, unanimous(() => 2));
    await body.finish(chair, [chair, tellers[0]!], meetingId);
    return agenda.map((ballot) => [ballot.kind, ballot.subjects.length, ballot.method]);
  };

  beforeAll(async () => {
    plane = await startDataPlane('grassroots', { cells: 1, membersPerCell: 6, grassrootsCells: ['COMMITTEE', 'NO_COMMITTEE'] });
    await openTestCycle(plane);
  }, 120_000);
  afterAll(() => plane?.stop());

  it('with a committee: the cell meets on itself, its collective and members, the committee decides, the head comes last', async () => {
    const orgId = await plane.organisationId('CC1');
    const organisation = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId, workflowId: organisationWorkflowId(TEST_CYCLE, 'CC1') });
    const { chair } = await people('CC1');
    await organisation.open('UNITS');
    const cell = await cellReadyToMeet(plane, 'CC1', [], 'CC1-01');
    expect(await sit(cell, 'CC1')).toEqual([['CELL_SELF_LEVEL', 2, 'SECRET_BALLOT'], ['CELL_MEMBER_LEVEL', 6, 'SECRET_BALLOT']]);
    expect(await states(orgId)).toMatchObject({ COLLECTIVE: 'SELF_RATED', ORGANISATION: 'WAITING_SUBORDINATES', 'CC1-02': 'REVIEWED' });
    expect(await cell.open('SUBMISSION')).toBeNull(); // handed over without anybody's act

    await organisation.open('MEETING');
    expect(await sit(organisation, 'CC1')).toEqual([['COMMITTEE_DECISION', 5, 'SECRET_BALLOT']]);
    await organisation.open('DECISION');
    await organisation.ask(chair, 'issueDecision', { kind: 'MEMBERS_AND_UNITS', number: '01', decidedOn: '2026-12-15' });
    expect(await states(orgId)).toMatchObject({ 'CC1-01': 'PROPOSED', 'CC1-02': 'NOTIFIED 2', 'CC1-06': 'NOTIFIED 2', ORGANISATION: 'SELF_RATED' });
    const told = await plane.sql.query<{ target: string }>(`select target from app.outbox where name = 'resultDecided'`);
    expect(told).toEqual([{ target: cellWorkflowId(TEST_CYCLE, 'CC1') }]);
  }, 60_000);

  describe('without a committee', () => {
    let cell: BodyActs;
    let organisation: BodyActs;
    let chair: Actor;

    beforeAll(async () => {
      const orgId = await plane.organisationId('CC2');
      organisation = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId, workflowId: organisationWorkflowId(TEST_CYCLE, 'CC2') });
      ({ chair } = await people('CC2'));
      await organisation.open('UNITS');
      cell = await cellReadyToMeet(plane, 'CC2', ['CC2-06']);
    });

    it('decides on the ballot of its own meeting', async () => {
      expect(await sit(cell, 'CC2', ['CC2-05', 'CC2-06'])).toEqual([['CELL_SELF_LEVEL', 1, 'SECRET_BALLOT'], ['CELL_MEMBER_LEVEL', 4, 'SECRET_BALLOT']]);
      await cell.open('SUBMISSION');
      await organisation.open('DECISION');
      await organisation.ask(chair, 'issueDecision', { kind: 'MEMBERS_AND_UNITS', number: '01', decidedOn: '2026-12-15' });
      expect(await states(cell.body.orgId)).toMatchObject({ 'CC2-01': 'PROPOSED', 'CC2-02': 'NOTIFIED 2', 'CC2-05': 'WAITING_ABSENT', 'CC2-06': 'WAITING_ABSENT', ORGANISATION: 'SELF_RATED' });
    }, 60_000);

    it.each<[string, boolean]>([
      ['CC2-05', true], // handed in, away from the meeting
      ['CC2-06', false], // handed in nothing in time
    ])('reviews %s late, in a meeting of its own', async (code, hasPaper) => {
      const [review] = await plane.sql.query<{ id: string }>(`select r.id from app.review r join app.member m on m.id = r.subject_id where m.code = $1`, [code]);
      const late = new BodyActs(plane, { ...cell.body, workflowId: lateReviewWorkflowId(TEST_CYCLE, review!.id) });
      const paper = await late.open('LATE_SELF_REVIEW', review!.id);
      expect(paper === null).toBe(hasPaper);
      if (paper) {
        await handIn(plane, code, review!.id, 'MEMBER');
        await plane.engine.closeStep((paper as StepRef).stepId, 'ALL_IN');
      }
      await late.open('MEETING', review!.id);
      expect(await sit(late, 'CC2')).toEqual([['CELL_MEMBER_LEVEL', 1, 'SECRET_BALLOT']]);
      expect((await states(cell.body.orgId))[code]).toBe('REVIEWED');
      await late.open('SUBMISSION', review!.id);
      await late.ask(chair, 'submitResult');
      expect((await states(cell.body.orgId))[code]).toBe('PROPOSED');
    });

    it('refuses to open a late meeting without the member it is for', async () => {
      const [review] = await plane.sql.query<{ id: string }>(`select r.id from app.review r join app.member m on m.id = r.subject_id where m.code = 'CB11-06'`);
      const other = await cellReadyToMeet(plane, 'CB11', []);
      const leader = await plane.as('CB11-01');
      const first = (await other.ask(leader, 'convene', { heldOn: '2026-12-12', tellerCodes: ['CB11-02', 'CB11-03'] })).meetingId ?? '';
      await other.attend(leader, first, ['CB11-06']);
      await other.ask(leader, 'openMeeting', {}, { meetingId: first });
      const late = new BodyActs(plane, { ...other.body, workflowId: lateReviewWorkflowId(TEST_CYCLE, review!.id) });
      await late.open('MEETING', review!.id);
      const { meetingId = '' } = await late.ask(leader, 'convene', { heldOn: '2026-12-13', tellerCodes: ['CB11-02', 'CB11-03'] });
      await late.attend(leader, meetingId, ['CB11-06']);
      await expect(late.ask(leader, 'openMeeting', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.SUBJECT_ABSENT', facts: { reviewId: review!.id } });
    });
  });
});
