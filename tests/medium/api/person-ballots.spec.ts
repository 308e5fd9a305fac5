import { CYCLE, startTwoTrees } from './two-trees.js';

type World = Awaited<ReturnType<typeof startTwoTrees>>;
type Client = Awaited<ReturnType<World['as']>>;

/** CB11's meeting, made that of a committee: five people, one secretary, tellers -03 and -04. */
describe('ballots about persons, through the API', () => {
  let world: World;
  let chair: Client;
  let tellers: Client[];
  let base: string;
  const ids: Record<string, string> = {};

  beforeAll(async () => {
    world = await startTwoTrees();
    const { db } = world.api;
    const { meetingId } = world.ids;
    base = `/api/v1/meetings/${meetingId}`;
    await db.query(`update app.meeting set body_id = (select id from app.body b where b.organisation_id = app.meeting.organisation_id limit 1), kind = 'COMMITTEE_SITTING' where id = $1`, [meetingId]);
    await db.query(`update app.attendance set flags = '{"status":"OFFICIAL"}' where meeting_id = $1`, [meetingId]);
    await db.query(`update ballot.ballot set state = 'TALLIED', rule = jsonb_set(rule, '{counted,rule}', '"MEMBERS_IN_OFFICE"') where id = $1`, [world.ids.ballotId]);
    await db.query(`delete from ballot.person_ballot where id = $1`, [world.ids.personBallotId]);
    for (const row of (await db.query<{ id: string; code: string }>('select id, code from app.member')).rows) ids[row.code] = row.id;
    chair = await world.as('CB11-01');
    tellers = [await world.as('CB11-03'), await world.as('CB11-04')];
  }, 120_000);
  afterAll(() => world?.stop());

  const election = { kind: 'ELECTION', title: 'Bầu bổ sung ủy viên', persons: ['CB11-02', 'CB12-05', 'CB11-05'], seats: 1, document: '12-TTr (mô phỏng)' };
  const plan = (body: object, who = chair) => who.send('POST', `${base}/person-ballots`, body);
  const act = (ballotId: string, name: string, body: object = {}, who = chair) => who.send('POST', `${base}/person-ballots/${ballotId}/${name}`, body);
  const room = async (who = chair) => {
    const answer = await who.get(base);
    expect([answer.statusCode, answer.statusCode === 200 ? '' : answer.body]).toEqual([200, '']);
    return answer.json();
  };
  const ballotOf = async (ballotId: string, who = chair) => (await room(who)).personBallots.find((one: { id: string }) => one.id === ballotId);
  const papers = (votes: Record<string, number[]>, change: object = {}) => ({
    distributed: 5,
    returned: 5,
    valid: 5,
    invalid: 0,
    rows: Object.entries(votes).map(([code, own]) => ({ memberId: ids[code], votes: own, blank: 5 - own.reduce((sum, one) => sum + one, 0), invalid: 0 })),
    ...change,
  });
  const count = (ballotId: string, teller: number, body: object) => tellers[teller]!.send('PUT', `${base}/person-ballots/${ballotId}/count`, body);

  it.each<[string, object, string, string]>([
    ['somebody unknown', { ...election, persons: ['CB11-02', 'X-1'] }, '/persons/1', 'BALLOT.PERSON_UNKNOWN'],
    ['somebody of another tree', { ...election, persons: ['CB91-05'] }, '/persons/0', 'BALLOT.PERSON_UNKNOWN'],
    ['a name twice', { ...election, persons: ['CB11-02', 'CB11-02'] }, '/persons/1', 'BALLOT.PERSON_TWICE'],
    ['an election without seats', { ...election, seats: undefined }, '/seats', 'BALLOT.SEATS_INVALID'],
    ['confidence in somebody without a post', { kind: 'CONFIDENCE', title: 'x', persons: ['CB11-02'] }, '/persons/0', 'BALLOT.PERSON_NOT_ELIGIBLE'],
    ['confidence with seats', { kind: 'CONFIDENCE', title: 'x', persons: ['CB11-01'], seats: 1 }, '/seats', 'BALLOT.SEATS_INVALID'],
  ])('are not put on the agenda with %s', async (_, body, pointer, code) => {
    const answer = await plan(body);
    expect(answer.statusCode).toBe(400);
    expect(answer.json()).toMatchObject({ code: 'BALLOT.PERSONS_INVALID', errors: [{ pointer, code }] });
  });

  it('take no verdict and no percentage', async () => {
    expect((await plan({ ...election, elected: ['CB11-02'] })).statusCode).toBe(400);
  });

  it('an election: planned, opened, closed, counted by both tellers, counted again where they differ', async () => {
    const { ballotId } = (await plan(election)).json();
    const other = (await plan({ kind: 'CONFIDENCE', title: 'Lấy phiếu tín nhiệm', persons: ['CB11-01'] })).json().ballotId;
    expect((await act(ballotId, 'close')).json().code).toBe('BALLOT.ILLEGAL_MOVE');
    expect((await act(ballotId, 'open')).statusCode).toBe(200);
    expect((await act(other, 'open')).json().code).toBe('BALLOT.OPEN_ALREADY');
    expect((await chair.send('POST', `${base}/minutes`, {})).json().code).toBe('MEETING.BALLOTS_OPEN');
    expect(await ballotOf(ballotId)).toMatchObject({ state: 'OPEN', method: 'SECRET_BALLOT', countedBody: 5, entitled: 5, totals: null, result: null });
    expect((await count(ballotId, 0, papers({}))).json().code).toBe('BALLOT.NOT_COUNTING');
    await act(ballotId, 'close');
    expect((await tellers[0]!.get('/api/v1/tasks?tab=mine')).json().items).toContainEqual(expect.objectContaining({ kind: 'COUNT_PERSON_BALLOT', href: base }));
    const wrong = await count(ballotId, 0, papers({ 'CB11-02': [3], 'CB12-05': [2], 'CB11-05': [1] })); // six names on five papers for one seat
    expect(wrong.json()).toMatchObject({ code: 'BALLOT.TALLY_INVALID', errors: [{ pointer: '/rows', code: 'TALLY.CHOICES_OVER_LIMIT' }] });
    expect((await chair.send('PUT', `${base}/person-ballots/${ballotId}/count`, papers({}))).json().code).toBe('BALLOT.NOT_TELLER');
    expect((await count(ballotId, 0, papers({ 'CB11-02': [3], 'CB12-05': [1], 'CB11-05': [0] }))).json()).toEqual({ attempt: 1, agreed: null });
    expect((await act(ballotId, 'void', { reason: 'x' })).json().code).toBe('BALLOT.COUNT_ENTERED');
    expect(await ballotOf(ballotId)).toMatchObject({ entered: 1, myEntries: [], result: null });
    expect((await count(ballotId, 1, papers({ 'CB11-02': [3], 'CB12-05': [1], 'CB11-05': [1] }))).json()).toEqual({ attempt: 1, agreed: false });
    expect((await ballotOf(ballotId, tellers[0])).recount).toEqual([`/subjects/${ids['CB11-05']}/blank`, `/subjects/${ids['CB11-05']}/counts/CHOSEN`]);
    for (const teller of [0, 1]) await count(ballotId, teller, papers({ 'CB11-02': [3], 'CB12-05': [1], 'CB11-05': [1] }));
    const done = await ballotOf(ballotId);
    expect(done).toMatchObject({ state: 'TALLIED', attempt: 2, totals: { valid: 5 }, result: { countedBody: 5, seats: { of: 1, filled: 1 } } });
    expect(done.result.persons.map((one: { outcome: string }) => one.outcome)).toEqual(['ELECTED', 'NOT_ELECTED', 'NOT_ELECTED']);
    expect(done.result.persons[0].shares[0].formula).toMatchObject({ votes: 3, of: 5, comparator: '>', left: 6, right: 5, holds: true });
  });

  it('confidence: shares of those counted, and no verdict where the rules confirm no majority', async () => {
    const { id } = (await room()).personBallots.find((one: { kind: string }) => one.kind === 'CONFIDENCE');
    await act(id, 'open');
    await act(id, 'close');
    for (const teller of [0, 1]) await count(id, teller, papers({ 'CB11-01': [4, 1, 0] }));
    expect(await ballotOf(id)).toMatchObject({
      state: 'TALLIED',
      levels: ['Tín nhiệm cao', 'Tín nhiệm', 'Tín nhiệm thấp'],
      result: { seats: null, persons: [{ outcome: 'UNCONFIRMED', level: null, shares: [{ votes: 4, sharePerMille: 800, formula: null }, { votes: 1 }, { votes: 0 }] }] },
    });
  });

  it('one that nobody counted is withdrawn with a reason', async () => {
    const { ballotId } = (await plan(election)).json();
    expect((await act(ballotId, 'void', { reason: 'Rút khỏi chương trình' })).statusCode).toBe(200);
    expect(await ballotOf(ballotId)).toMatchObject({ state: 'VOID', reason: 'Rút khỏi chương trình' });
  });

  it('stand in the minutes with their counts and proof, and in the log', async () => {
    expect((await chair.send('POST', `${base}/minutes`, {})).statusCode).toBe(200);
    const { minutes } = await room();
    expect(minutes.content.personBallots).toMatchObject([
      { kind: 'ELECTION', state: 'TALLIED', title: election.title, document: election.document, seats: 1, countedBody: 5, rows: [{ person: ids['CB11-02'], votes: [3], blank: 2, outcome: 'ELECTED' }, { outcome: 'NOT_ELECTED' }, { outcome: 'NOT_ELECTED' }] },
      { kind: 'CONFIDENCE', levels: expect.any(Array), majority: null, rows: [{ votes: [4, 1, 0], outcome: 'UNCONFIRMED' }] },
      { kind: 'ELECTION', state: 'VOID', rows: [] },
    ]);
    expect(minutes.names[ids['CB12-05']!]).toMatchObject({ kind: 'MEMBER', code: 'CB12-05' }); // a candidate who is not on the roll
    expect((await plan(election)).json().code).toBe('MEETING.ILLEGAL_MOVE');
    const types = (await world.api.db.query<{ type: string }>(`select type from ledger.ledger_entry where cycle = $1 and type like 'person-ballot.%' order by id`, [CYCLE])).rows.map((row) => row.type);
    expect([...new Set(types)].sort()).toEqual(['person-ballot.closed', 'person-ballot.counted', 'person-ballot.opened', 'person-ballot.planned', 'person-ballot.tallied', 'person-ballot.voided']);
  });

  it("belong to a committee: a members' meeting has none", async () => {
    await world.api.db.query('update app.meeting set body_id = null where id = $1', [world.ids.meetingId]);
    expect((await plan(election)).json().code).toBe('BALLOT.NO_COMMITTEE');
  });
});
