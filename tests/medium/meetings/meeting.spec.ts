import { type Actor } from '@binhxet/application';
import { cellWorkflowId } from '@binhxet/contracts';
import { type BodyActs, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, openTestCycle } from '../../setup/test-cycle.js';

const CYCLE = 'KHOI.2026';
const HELD_ON = '2026-12-12';

describe('the meeting of a cell', () => {
  let plane: DataPlane;
  let cell: BodyActs;
  let chair: Actor;
  let tellers: Actor[];
  let meetingId: string;
  const convene = { heldOn: HELD_ON, tellerCodes: ['CB12-02', 'CB12-03'] };

  beforeAll(async () => {
    plane = await startDataPlane('meeting', { cells: 2, membersPerCell: 7 });
    await openTestCycle(plane);
    cell = await cellReadyToMeet(plane, 'CB12', ['CB12-07']);
    chair = await plane.as('CB12-01');
    tellers = [await plane.as('CB12-02'), await plane.as('CB12-03')];
  });
  afterAll(() => plane?.stop());

  const review = async (code: string) => (await plane.sql.query<{ id: string; state: string }>(`select r.id, r.state from app.review r join app.member m on m.id = r.subject_id where m.code = $1`, [code]))[0]!;
  const meetingState = async () => (await plane.sql.query<{ state: string }>('select state from app.meeting where id = $1', [meetingId]))[0]?.state;
  const ballot = async (kind: string, round = 1) => (await cell.ballots(meetingId)).find((one) => one.kind === kind && one.round === round)!;

  it.each<[string, object, string]>([
    ['one teller', { tellerCodes: ['CB12-02'] }, 'MEETING.TELLERS_TWO'],
    ['the chair as a teller', { tellerCodes: ['CB12-01', 'CB12-02'] }, 'MEETING.CHAIR_COUNTS'],
    ['somebody of another cell', { tellerCodes: ['CB12-02', 'CB11-02'] }, 'MEETING.TELLER_UNKNOWN'],
    ['a chair from elsewhere', { ...convene, chairCode: 'CB11-01' }, 'MEETING.NOT_ON_ROLL'],
  ])('is not convened with %s', async (_, wrong, code) => {
    await expect(cell.ask(chair, 'convene', { ...convene, ...wrong })).rejects.toMatchObject({ code: 'MEETING.ROLE_INVALID', errors: expect.arrayContaining([expect.objectContaining({ code })]) });
  });

  it('is convened with an agenda that puts the cell itself before its members', async () => {
    meetingId = (await cell.ask(chair, 'convene', { ...convene, kind: 'CELL_REVIEW' })).meetingId ?? '';
    const ballots = await cell.ballots(meetingId);
    expect(ballots.map((one) => [one.kind, one.subjects.length, one.state, one.method])).toEqual([
      ['CELL_SELF_LEVEL', 1, 'DRAFT', 'SECRET_BALLOT'],
      ['CELL_MEMBER_LEVEL', 6, 'DRAFT', 'SECRET_BALLOT'], // the seventh handed in no paper
    ]);
    const tasks = await plane.sql.query<{ kind: string; state: string }>(`select kind, state from app.task where ref_id = $1 or (kind = 'CONVENE_MEETING' and organisation_id = $2) order by kind`, [meetingId, cell.body.orgId]);
    expect(tasks).toEqual([{ kind: 'CONVENE_MEETING', state: 'DONE' }, { kind: 'RUN_MEETING', state: 'OPEN' }]);
    await expect(cell.ask(chair, 'convene', convene)).rejects.toMatchObject({ code: 'MEETING.IN_PROGRESS' });
  });

  it('does not open before attendance is recorded', async () => {
    await expect(cell.ask(chair, 'openMeeting', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.ATTENDANCE_MISSING' });
  });

  it('does not open without quorum, says the numbers and stays as it was', async () => {
    await cell.attend(chair, meetingId, ['CB12-04', 'CB12-05', 'CB12-06', 'CB12-07']); // 3 of 7: 9 >= 14 does not hold
    await expect(cell.ask(chair, 'openMeeting', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.NO_QUORUM', facts: { counted: 7, present: 3, missing: 2 } });
    expect(await meetingState()).toBe('CONVENED');
  });

  it('is postponed with a reason and convened again as the same meeting', async () => {
    await expect(cell.ask(chair, 'postponeMeeting', { newDate: '2026-12-13' }, { meetingId })).rejects.toMatchObject({ code: 'MEETING.INPUT_INVALID' });
    await cell.ask(chair, 'postponeMeeting', { newDate: '2026-12-13', reason: 'Không đủ số lượng' }, { meetingId });
    expect(await meetingState()).toBe('POSTPONED');
    expect((await cell.ask(chair, 'convene', { ...convene, heldOn: '2026-12-13' })).meetingId).toBe(meetingId);
    expect((await cell.ballots(meetingId)).filter((one) => one.state === 'DRAFT')).toHaveLength(2);
  });

  it('lets nobody but chair, minute-taker and leaders record attendance, and nobody who is not on the roll', async () => {
    const [row] = await plane.sql.query<{ id: string }>(`select id from app.member where code = 'CB11-03'`);
    await expect(cell.attend(await plane.as('CB12-05'), meetingId)).rejects.toMatchObject({ code: 'ACCESS.DENIED' });
    await expect(plane.attendance.record(chair, meetingId, { rows: [{ memberId: row!.id, status: 'PRESENT' }] })).rejects.toMatchObject({ code: 'MEETING.ATTENDANCE_INVALID', errors: [{ pointer: '/rows/0/memberId', code: 'MEETING.NOT_ON_ROLL' }] });
  });

  it('opens with quorum; who is absent is reviewed later and leaves the ballot', async () => {
    await cell.attend(chair, meetingId, ['CB12-06', 'CB12-07']);
    await cell.ask(chair, 'openMeeting', {}, { meetingId });
    expect(await meetingState()).toBe('REVIEWING');
    expect((await review('CB12-06')).state).toBe('WAITING_ABSENT');
    expect((await ballot('CELL_MEMBER_LEVEL')).state).toBe('VOID');
    const drafted = (await cell.ballots(meetingId)).filter((one) => one.state === 'DRAFT');
    expect(drafted.map((one) => one.subjects.length)).toEqual([1, 5]);
    const [meeting] = await plane.sql.query<{ summoned: number; present: number; counted: number; quorum: object }>('select summoned, present, counted, quorum from app.meeting where id = $1', [meetingId]);
    expect(meeting).toMatchObject({ summoned: 7, present: 5, counted: 7, quorum: { checked: true, formula: { left: 15, right: 14, holds: true } } });
    await expect(cell.attend(chair, meetingId)).rejects.toMatchObject({ code: 'MEETING.ROLL_FIXED' });
  });

  const standing = async (kind: string) => (await cell.ballots(meetingId)).filter((one) => one.kind === kind && one.state !== 'VOID' && one.state !== 'RERUN').at(-1)!;

  it('holds its ballots in the order of the agenda', async () => {
    const members = await standing('CELL_MEMBER_LEVEL');
    await expect(cell.ask(chair, 'openBallot', {}, { ballotId: members.id })).rejects.toMatchObject({ code: 'MEETING.ORDER_BROKEN', facts: { missing: 'CELL_SELF_LEVEL' } });
    const own = await standing('CELL_SELF_LEVEL');
    await cell.ask(chair, 'openBallot', {}, { ballotId: own.id });
    expect(await standing('CELL_SELF_LEVEL')).toMatchObject({ state: 'OPEN', counted_body: 7, entitled: 5 });
    await expect(cell.ask(chair, 'openBallot', {}, { ballotId: members.id })).rejects.toMatchObject({ code: 'BALLOT.OPEN_ALREADY' });
    await expect(plane.counts.enter(tellers[0]!, meetingId, own.id, cell.count(5, own.subjects, unanimous(() => 2)(5)))).rejects.toMatchObject({ code: 'BALLOT.NOT_COUNTING' });
    await expect(cell.ask(chair, 'draftMinutes', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.BALLOTS_OPEN' });
  });

  it('withdraws an open ballot nobody has counted and puts another in its place', async () => {
    const own = await standing('CELL_SELF_LEVEL');
    const { ballotId } = await cell.ask(chair, 'voidBallot', { reason: 'Phát nhầm phiếu' }, { ballotId: own.id });
    expect((await standing('CELL_SELF_LEVEL')).id).toBe(ballotId);
    await cell.hold(chair, tellers, meetingId, ballotId!, unanimous(() => 2));
    expect((await standing('CELL_SELF_LEVEL')).state).toBe('TALLIED');
  });

  describe('counting the members', () => {
    let ballotId: string;
    let subjects: string[];
    const totals = { distributed: 5, returned: 5, valid: 5, invalid: 0 };

    beforeAll(async () => {
      const members = await standing('CELL_MEMBER_LEVEL');
      [ballotId, subjects] = [members.id, members.subjects];
      await cell.ask(chair, 'openBallot', {}, { ballotId });
      const { opened } = await cell.ask(chair, 'closeBallot', {}, { ballotId });
      expect(opened).toMatchObject([{ kind: 'PAPER_COUNT', refId: ballotId, outstanding: 2 }]);
    });

    it.each<[string, object, string, string]>([
      ['more papers than people who may vote', { ...totals, distributed: 6 }, '/distributed', 'TALLY.DISTRIBUTED_OVER_ENTITLED'],
      ['more papers back than handed out', { ...totals, returned: 6, valid: 6 }, '/returned', 'TALLY.RETURNED_OVER_DISTRIBUTED'],
      ['valid and invalid that do not add up', { ...totals, invalid: 1 }, '/valid', 'TALLY.VALID_INVALID_SUM'],
      ['levels that do not add up', { ...totals, valid: 4, invalid: 1 }, '/rows/0', 'TALLY.SUBJECT_SUM'],
    ])('refuses %s', async (_, wrong, pointer, code) => {
      const input = { ...cell.count(5, subjects, unanimous(() => 2)(5)), ...wrong };
      await expect(plane.counts.enter(tellers[0]!, meetingId, ballotId, input)).rejects.toMatchObject({ code: 'BALLOT.TALLY_INVALID', errors: expect.arrayContaining([expect.objectContaining({ pointer, code })]) });
    });

    it('takes each teller once, nobody else, and shows neither the other', async () => {
      const input = cell.count(5, subjects, (id) => ({ votes: id === subjects[0] ? [3, 2, 0, 0] : [0, 5, 0, 0] }));
      await expect(plane.counts.enter(chair, meetingId, ballotId, input)).rejects.toMatchObject({ code: 'BALLOT.NOT_TELLER', kind: 'forbidden' });
      await expect(plane.counts.enter(await plane.as('CB12-05'), meetingId, ballotId, input)).rejects.toMatchObject({ code: 'BALLOT.NOT_TELLER' });
      expect(await plane.counts.enter(tellers[0]!, meetingId, ballotId, input)).toEqual({ attempt: 1 });
      await expect(plane.counts.enter(tellers[0]!, meetingId, ballotId, input)).rejects.toMatchObject({ code: 'BALLOT.COUNT_ENTERED' });
      expect(await plane.engine.tallyBallot(ballotId)).toMatchObject({ agreed: false, reopened: { kind: 'PAPER_COUNT', outstanding: 1 } });
      await expect(cell.ask(chair, 'voidBallot', { reason: 'x' }, { ballotId })).rejects.toMatchObject({ code: 'BALLOT.COUNT_ENTERED' });
      const [seen] = await plane.sql.query<{ payload: string }>(`select p.payload from ledger.ledger_payload p join ledger.ledger_entry e on e.id = p.entry_id where e.type = 'paper-count.entered' order by e.recorded_at desc limit 1`);
      expect(JSON.stringify(seen)).not.toContain('votes');
    });

    it('asks both again for the rows they differ in', async () => {
      await plane.counts.enter(tellers[1]!, meetingId, ballotId, cell.count(5, subjects, (id) => ({ votes: id === subjects[0] ? [2, 3, 0, 0] : [0, 5, 0, 0] })));
      const { agreed, reopened } = await plane.engine.tallyBallot(ballotId);
      expect([agreed, reopened?.outstanding]).toEqual([false, 2]);
      const [task] = await plane.sql.query<{ facts: object; n: number }>(`select facts, count(*) over ()::int as n from app.task where ref_id = $1 and kind = 'ENTER_PAPER_COUNT' and state = 'OPEN'`, [ballotId]);
      expect(task).toMatchObject({ n: 2, facts: { attempt: 2, recount: { reviewIds: [subjects[0]], totals: false } } });

      const changed = { ...totals, rows: [{ reviewId: subjects[1]!, votes: [5, 0, 0, 0], blank: 0, invalid: 0 }] };
      await expect(plane.counts.enter(tellers[0]!, meetingId, ballotId, changed)).rejects.toMatchObject({ code: 'BALLOT.ROWS_NOT_ASKED' });
      const again = { ...totals, rows: [{ reviewId: subjects[0]!, votes: [3, 2, 0, 0], blank: 0, invalid: 0 }] };
      for (const teller of tellers) await plane.counts.enter(teller, meetingId, ballotId, again);
      expect(await plane.engine.tallyBallot(ballotId)).toEqual({ agreed: true });
      expect(await plane.engine.tallyBallot(ballotId)).toEqual({ agreed: true }); // tried twice
    });

    it('keeps "no majority" as it is, votes again on those subjects alone, and keeps the others', async () => {
      const rows = await plane.sql.query<{ review_id: string; verdict: number | null }>('select review_id, verdict from ballot.tally where ballot_id = $1', [ballotId]);
      // 3 of a counted body of 7 is no majority, although it is one of those present
      expect(Object.fromEntries(rows.map((row) => [row.review_id, row.verdict]))).toMatchObject({ [subjects[0]!]: null, [subjects[1]!]: 2 });
      const rerun = await cell.ask(chair, 'rerunBallot', { reason: 'Không mức nào quá bán' }, { ballotId });
      expect((await standing('CELL_MEMBER_LEVEL')).subjects).toEqual([subjects[0]]);
      await cell.hold(chair, tellers, meetingId, rerun.ballotId!, unanimous(() => 1));
      await expect(cell.ask(chair, 'rerunBallot', { reason: 'x' }, { ballotId: rerun.ballotId! })).rejects.toMatchObject({ code: 'BALLOT.NOTHING_TO_RERUN' });
    });
  });

  it('has its minutes signed by chair, minute-taker and head teller as they read them', async () => {
    const { opened } = await cell.ask(chair, 'draftMinutes', {}, { meetingId });
    expect(opened).toMatchObject([{ kind: 'SIGN_MINUTES', outstanding: 2 }]); // the head teller also takes the minutes
    const [minutes] = await plane.sql.query<{ content_hash: string; content: { ballots: object[] } }>('select content_hash, content from app.minutes where meeting_id = $1', [meetingId]);
    expect(JSON.stringify(minutes?.content)).not.toContain('Đảng viên');
    await expect(plane.signatures.sign(chair, meetingId, 'f'.repeat(64))).rejects.toMatchObject({ code: 'MINUTES.CHANGED', kind: 'stale' });
    await expect(plane.signatures.sign(tellers[1]!, meetingId, minutes!.content_hash)).rejects.toMatchObject({ code: 'MINUTES.NOT_SIGNATORY' });
    await plane.signatures.sign(chair, meetingId, minutes!.content_hash);
    await expect(plane.engine.closeMeeting(meetingId)).rejects.toMatchObject({ code: 'MINUTES.UNSIGNED' });
    await expect(plane.signatures.sign(chair, meetingId, minutes!.content_hash)).rejects.toMatchObject({ code: 'MINUTES.SIGNED_ALREADY' });
    expect(await plane.signatures.sign(tellers[0]!, meetingId, minutes!.content_hash)).toMatchObject({ roles: ['MINUTE_TAKER', 'HEAD_TELLER'] });
  });

  it('closes: ballots certified, reviewed members moved, the step of the meeting done; twice is once', async () => {
    expect(await plane.engine.closeMeeting(meetingId)).toMatchObject({ kind: 'CELL_REVIEW' });
    expect(await plane.engine.closeMeeting(meetingId)).toMatchObject({ kind: 'CELL_REVIEW' });
    expect(await meetingState()).toBe('CLOSED');
    expect((await review('CB12-04')).state).toBe('REVIEWED');
    expect((await review('CB12-06')).state).toBe('WAITING_ABSENT');
    const [own] = await plane.sql.query<{ state: string; self_level: number }>(`select state, self_level from app.review where subject_kind = 'ORGANISATION' and organisation_id = $1`, [cell.body.orgId]);
    expect(own).toEqual({ state: 'SELF_RATED', self_level: 2 });
    const [step] = await plane.sql.query<{ state: string; outstanding: number }>(`select state, outstanding from app.step where kind = 'MEETING' and organisation_id = $1`, [cell.body.orgId]);
    expect(step).toEqual({ state: 'CLOSED', outstanding: 0 });
    const [open] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from app.task where organisation_id = $1 and state = 'OPEN' and kind in ('RUN_MEETING','SIGN_MINUTES','ENTER_PAPER_COUNT','CONVENE_MEETING')`, [cell.body.orgId]);
    expect(open?.n).toBe(0);
    expect(cell.body.workflowId).toBe(cellWorkflowId(CYCLE, 'CB12'));
  });

  it('gives the proposal its latest ballot', async () => {
    await cell.open('SUBMISSION');
    const { lateReviewIds } = await cell.ask(chair, 'submitResult');
    const late = [await review('CB12-06'), await review('CB12-07')].map((one) => one.id).sort();
    expect([...(lateReviewIds ?? [])].sort()).toEqual(late);
    const levels = await plane.sql.query<{ proposed_level: number; n: number }>(`select proposed_level, count(*)::int as n from app.review where organisation_id = $1 and subject_kind = 'MEMBER' and state = 'PROPOSED' group by 1 order by 1`, [cell.body.orgId]);
    expect(levels).toEqual([{ proposed_level: 1, n: 1 }, { proposed_level: 2, n: 4 }]);
  });
});
