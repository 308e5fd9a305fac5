import { type Actor } from '@binhxet/application';
import { type BodyActs, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, openTestCycle } from '../../setup/test-cycle.js';

/** A meeting that pauses, and minutes that are sent back before the meeting is closed. */
describe('a meeting that does not go straight through', () => {
  let plane: DataPlane;
  let cell: BodyActs;
  let chair: Actor;
  let tellers: Actor[];
  let meetingId: string;

  const meeting = async () => (await plane.sql.query<{ state: string; reason: string | null }>('select state, reason from app.meeting where id = $1', [meetingId]))[0];
  const minutes = () => plane.sql.query<{ version: number; hash: string }>('select version, content_hash as hash from app.minutes where meeting_id = $1 order by version', [meetingId]);
  const latest = async () => (await minutes()).at(-1)?.hash ?? '';
  const recorded = async (type: string) => (await plane.sql.query<{ payload: object }>(`select p.payload::jsonb as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = $1 order by e.id`, [type])).map((row) => row.payload);
  const signTasks = () => plane.sql.query<{ state: string; n: number }>(`select state, count(*)::int as n from app.task where ref_id = $1 and kind = 'SIGN_MINUTES' group by state order by state`, [meetingId]);

  beforeAll(async () => {
    plane = await startDataPlane('pauses', { cells: 1, membersPerCell: 5 });
    await openTestCycle(plane);
    cell = await cellReadyToMeet(plane, 'CB11');
    chair = await plane.as('CB11-01');
    tellers = [await plane.as('CB11-02'), await plane.as('CB11-03')];
    ({ meetingId = '' } = await cell.ask(chair, 'convene', { heldOn: '2026-12-12', tellerCodes: ['CB11-02', 'CB11-03'] }));
  }, 120_000);
  afterAll(() => plane?.stop());

  it('is not paused before it is opened', async () => {
    await expect(cell.ask(chair, 'adjournMeeting', { reason: 'Mất điện' }, { meetingId })).rejects.toMatchObject({ code: 'MEETING.ILLEGAL_MOVE', facts: { from: 'CONVENED', to: 'ADJOURNED' } });
    await expect(cell.ask(chair, 'resumeMeeting', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.NOT_ADJOURNED', facts: { state: 'CONVENED' } });
  });

  it('pauses with a reason, takes no ballot meanwhile, and goes on', async () => {
    await cell.attend(chair, meetingId);
    await cell.ask(chair, 'openMeeting', {}, { meetingId });
    await expect(cell.ask(chair, 'adjournMeeting', { reason: ' ' }, { meetingId })).rejects.toMatchObject({ code: 'MEETING.REASON_MISSING', errors: [{ pointer: '/reason' }] });
    await cell.ask(chair, 'adjournMeeting', { reason: 'Mất điện' }, { meetingId });
    expect(await meeting()).toEqual({ state: 'ADJOURNED', reason: 'Mất điện' });
    const [ballot] = await cell.ballots(meetingId);
    await expect(cell.ask(chair, 'openBallot', {}, { ballotId: ballot?.id ?? '' })).rejects.toMatchObject({ kind: 'conflict' });
    await expect(cell.ask(chair, 'draftMinutes', {}, { meetingId })).rejects.toMatchObject({ kind: 'conflict' });
    await cell.ask(chair, 'resumeMeeting', {}, { meetingId });
    expect((await meeting())?.state).toBe('REVIEWING');
    expect(await recorded('meeting.adjourned')).toMatchObject([{ meeting: meetingId, reason: 'Mất điện' }]);
    expect(await recorded('meeting.resumed')).toMatchObject([{ meeting: meetingId }]);
  });

  it('is not paused while papers are out', async () => {
    const [first, ...others] = (await cell.ballots(meetingId)).filter((ballot) => ballot.state === 'DRAFT');
    await cell.ask(chair, 'openBallot', {}, { ballotId: first?.id ?? '' });
    await expect(cell.ask(chair, 'adjournMeeting', { reason: 'Mất điện' }, { meetingId })).rejects.toMatchObject({ code: 'MEETING.ILLEGAL_MOVE', facts: { from: 'BALLOTING' } });
    await cell.ask(chair, 'closeBallot', {}, { ballotId: first?.id ?? '' });
    const marks = unanimous(() => 2);
    for (const teller of tellers) await plane.counts.enter(teller, meetingId, first?.id ?? '', cell.count(5, first?.subjects ?? [], marks(5)));
    await plane.engine.tallyBallot(first?.id ?? '');
    for (const ballot of others) await cell.hold(chair, tellers, meetingId, ballot.id, marks);
  });

  it('returns minutes that are partly signed: nobody signs that version any more', async () => {
    await expect(cell.ask(chair, 'returnMinutes', { reason: 'Sai số' }, { meetingId })).rejects.toMatchObject({ code: 'MINUTES.NOT_DRAFTED' });
    const { opened } = await cell.ask(chair, 'draftMinutes', {}, { meetingId });
    await plane.signatures.sign(chair, meetingId, await latest());
    const { closed } = await cell.ask(chair, 'returnMinutes', { reason: 'Ghi sai địa điểm' }, { meetingId });
    expect(closed).toEqual([opened?.[0]?.stepId]);
    expect(await meeting()).toEqual({ state: 'MINUTES_DRAFT', reason: 'Ghi sai địa điểm' });
    expect(await signTasks()).toEqual([{ state: 'CANCELLED', n: 1 }, { state: 'DONE', n: 1 }]);
    await expect(plane.signatures.sign(tellers[0]!, meetingId, await latest())).rejects.toMatchObject({ code: 'MINUTES.NOT_DRAFTED' });
    await expect(cell.ask(chair, 'returnMinutes', { reason: 'x' }, { meetingId })).rejects.toMatchObject({ code: 'MINUTES.NOT_DRAFTED' });
    await expect(plane.engine.closeMeeting(meetingId)).rejects.toMatchObject({ code: 'MINUTES.UNSIGNED' });
  });

  it('a second draft takes the place of the first', async () => {
    const { opened: second } = await cell.ask(chair, 'draftMinutes', {}, { meetingId });
    const { closed } = await cell.ask(chair, 'draftMinutes', {}, { meetingId });
    expect(closed).toEqual([second?.[0]?.stepId]);
    const [open] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from app.step where kind = 'SIGN_MINUTES' and state = 'OPEN'`);
    expect(open?.n).toBe(1);
  });

  it('returns minutes that everybody has signed, until the meeting is closed', async () => {
    for (const signatory of [chair, tellers[0]!]) await plane.signatures.sign(signatory, meetingId, await latest());
    expect((await meeting())?.state).toBe('MINUTES_SIGNED');
    await expect(cell.ask(chair, 'draftMinutes', {}, { meetingId })).rejects.toMatchObject({ code: 'MINUTES.SIGNED_ALREADY' });
    await cell.ask(chair, 'returnMinutes', { reason: 'Thiếu ý kiến' }, { meetingId });
    expect(await meeting()).toEqual({ state: 'MINUTES_DRAFT', reason: 'Thiếu ý kiến' });
    expect(await recorded('minutes.returned')).toMatchObject([{ version: 1, before: 'MINUTES_DRAFT' }, { version: 3, before: 'MINUTES_SIGNED', reason: 'Thiếu ý kiến' }]);

    await cell.ask(chair, 'draftMinutes', {}, { meetingId });
    for (const signatory of [chair, tellers[0]!]) await plane.signatures.sign(signatory, meetingId, await latest());
    await plane.engine.closeMeeting(meetingId);
    expect((await meeting())?.state).toBe('CLOSED');
    expect((await minutes()).map((one) => one.version)).toEqual([1, 2, 3, 4]);
    await expect(cell.ask(chair, 'returnMinutes', { reason: 'x' }, { meetingId })).rejects.toMatchObject({ code: 'MINUTES.NOT_DRAFTED', facts: { state: 'CLOSED' } });
    await expect(cell.ask(chair, 'resumeMeeting', {}, { meetingId })).rejects.toMatchObject({ code: 'MEETING.NOT_ADJOURNED' });
  });
});
