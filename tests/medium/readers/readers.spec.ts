import { PgCommendationReader, PgCycleReader, PgDecisionReader, PgLogReader, PgMeetingReader, PgNotificationReader, PgOrganisationReader, PgReportReader, PgReviewReader, PgSubtreeReader, PgUnitReader } from '@binhxet/persistence';
import { newId } from '@binhxet/platform';
import { addMeeting, CYCLE, NOW, openWorld, type World } from './reader-world.js';

const FIRST = { after: null, limit: 100 };

const day = (validOn: string) => ({ validOn, knownBefore: null });

describe('read models', () => {
  let world: World;
  let meeting: { meetingId: string; ballotId: string };

  beforeAll(async () => {
    world = await openWorld('readers');
    meeting = await addMeeting(world);
  });
  afterAll(() => world.close());

  it('reads the tree of a day, its posts and people', async () => {
    const reader = new PgOrganisationReader(world.sql);
    expect(await reader.byCode('G1', day('2023-12-11'))).toMatchObject({
      role: 'GRASSROOTS_COMMITTEE_ORG',
      childCount: 2,
      memberCount: 5,
      path: [{ code: 'SUP' }],
      posts: [{ body: 'PARTY_COMMITTEE', post: 'SECRETARY', isHead: true, person: { code: 'DV-1' } }],
    });
    expect(await reader.byCode('G1', day('2019-12-31'))).toBeNull();
    const [one, two] = [await reader.children(world.orgs.G1, day('2023-12-11'), { after: null, limit: 1 }), await reader.children(world.orgs.G1, day('2023-12-11'), { after: ['C1'], limit: 1 })];
    expect([...one.items, ...two.items].map((row) => row.code)).toEqual(['C1', 'C2']);
    expect([one.next, two.next]).toEqual([['C1'], null]);
    const people = await reader.members(world.orgs.C1, day('2023-12-11'), { after: null, limit: 3 });
    expect(people.items.map((row) => row.code)).toEqual(['DV-0', 'DV-1', 'DV-2']);
    expect((await reader.members(world.orgs.C1, day('2023-12-11'), { after: people.next, limit: 3 })).items.map((row) => row.code)).toEqual(['DV-3']);
    expect(await reader.member('DV-0', day('2023-12-11'))).toMatchObject({ organisation: { code: 'C1' }, posts: [{ organisation: { code: 'C1' }, post: 'SECRETARY' }], years: [] });
    expect(await reader.idOf('NOBODY')).toBeNull();
    const tree = new PgSubtreeReader(world.sql);
    expect([await tree.isWithin(world.orgs.C1, [world.orgs.SUP]), await tree.isWithin(world.orgs.SUP, [world.orgs.C1]), await tree.isWithin(world.orgs.C1, [])]).toEqual([true, false, false]);
  });

  it('reads cycles and their progress, the most late first', async () => {
    const reader = new PgCycleReader(world.sql);
    const all = await reader.list(null, FIRST, NOW);
    expect(all.items).toMatchObject([{ id: CYCLE, superior: { code: 'SUP' }, today: '2023-12-11', simulated: true }]);
    expect((await reader.list({ organisationIds: [world.orgs.C2], rootIds: [] }, FIRST, NOW)).items).toHaveLength(1);
    expect((await reader.list({ organisationIds: [newId()], rootIds: [] }, FIRST, NOW)).items).toHaveLength(0);
    expect(await reader.byId(CYCLE, NOW)).toMatchObject({ units: 4, members: 5, phases: { SELF_REVIEW: 2, UNITS: 2 }, reviews: { MEMBER: { NOT_STARTED: 1, SELF_REVIEW_SUBMITTED: 4 }, ORGANISATION: { NOT_STARTED: 3 } } });
    const pages = [await reader.progress(CYCLE, null, {}, { after: null, limit: 1 }, NOW)];
    while (pages.at(-1)!.next) pages.push(await reader.progress(CYCLE, null, {}, { after: pages.at(-1)!.next, limit: 1 }, NOW));
    const rows = pages.flatMap((page) => page.items);
    expect(rows.map((row) => row.code)).toEqual(['C1', 'SUP', 'G1', 'C2']);
    expect(rows[1]).toMatchObject({ code: 'SUP', members: { total: 5, submitted: 1, decided: 0 } });
    expect(rows[0]).toMatchObject({ lateSince: '2023-12-08T17:00:00.000Z', members: { total: 4, submitted: 1, decided: 0 }, steps: expect.arrayContaining([expect.objectContaining({ kind: 'SELF_REVIEW', outstanding: 1, total: 4, overdue: true })]) });
    expect((await reader.progress(CYCLE, [world.orgs.C2], {}, FIRST, NOW)).items.map((row) => row.code)).toEqual(['C2']);
    expect((await reader.progress(CYCLE, null, { lateOnly: true }, FIRST, NOW)).items.map((row) => row.code)).toEqual(['C1']);
    expect(await reader.stepTotals(CYCLE, [world.orgs.C1], NOW)).toEqual([
      { kind: 'MEETING', done: 0, total: 1, open: 1, late: 0 },
      { kind: 'SELF_REVIEW', done: 3, total: 4, open: 1, late: 1 },
    ]);
    expect([await reader.takesPart(CYCLE, world.orgs.C2), await reader.takesPart(CYCLE, newId())]).toEqual([true, false]);
  });

  it('reads where every body stands, in official order, only what is open', async () => {
    const reader = new PgCycleReader(world.sql);
    const stands = await reader.stands(CYCLE, null);
    expect(stands.map((row) => [row.code, row.phase])).toEqual(expect.arrayContaining([['C1', 'SELF_REVIEW'], ['G1', 'UNITS']]));
    expect(stands).toHaveLength(4);
    expect(stands.find((row) => row.code === 'C1')!.open.map((step) => [step.kind, step.outstanding]).sort()).toEqual([
      ['MEETING', 1],
      ['SELF_REVIEW', 1],
    ]);
    expect((await reader.stands(CYCLE, [world.orgs.C2])).map((row) => row.code)).toEqual(['C2']);
  });

  it('shows the open step of a kind though a later one, of a late review, is over', async () => {
    await world.write(
      `insert into app.step (id, cycle_id, superior_id, organisation_id, kind, ref_id, round, state, outstanding, total, workflow_id, opened_at) values ($1, $2, $3, $4, 'MEETING', $5, 2, 'CLOSED', 0, 1, 'w', $6)`,
      [newId(), CYCLE, world.orgs.SUP, world.orgs.C1, newId(), NOW],
    );
    const { items } = await new PgCycleReader(world.sql).progress(CYCLE, [world.orgs.C1], {}, FIRST, NOW);
    expect(items[0]!.steps.filter((step) => step.kind === 'MEETING')).toMatchObject([{ state: 'OPEN', outstanding: 1 }]);
  });

  it('shows what a unit waits for and who is ready', async () => {
    const reader = new PgUnitReader(world.sql);
    const head = (await reader.head(CYCLE, 'C1', NOW))!;
    expect(head).toMatchObject({ code: 'C1', path: [{ code: 'SUP' }, { code: 'G1' }], today: '2023-12-11' });
    const overview = await reader.overview(head, NOW);
    expect(overview).toMatchObject({ memberStates: { NOT_STARTED: 1, SELF_REVIEW_SUBMITTED: 3 }, meetings: [{ state: 'TALLYING' }], submission: null, organisationReview: { id: world.orgReviews.C1, state: 'NOT_STARTED' }, collectiveReview: null });
    expect(overview.blockers).toEqual([{ code: 'MEETING', count: 1 }, { code: 'SELF_REVIEW', count: 1 }]);
    const page = await reader.members(CYCLE, world.orgs.C1, {}, { after: null, limit: 2 });
    expect(page.items).toMatchObject([
      { person: { code: 'DV-0' }, paper: { state: 'NONE' } },
      { person: { code: 'DV-1' }, paper: { state: 'SUBMITTED', late: false }, levels: { self: 2 }, opinions: { requested: 0, given: 0 }, lastYear: null },
    ]);
    expect((await reader.members(CYCLE, world.orgs.C1, {}, { after: page.next, limit: 2 })).items.map((row) => row.person.code)).toEqual(['DV-2', 'DV-3']);
    expect((await reader.members(CYCLE, world.orgs.C1, { q: 'dang vien 3' }, FIRST)).items.map((row) => row.person.code)).toEqual(['DV-3']);
    expect((await reader.children(CYCLE, world.orgs.G1, FIRST, NOW)).items).toMatchObject([
      { code: 'C1', members: { total: 4 }, lateSince: '2023-12-08T17:00:00.000Z' },
      { code: 'C2', members: { total: 1 }, lateSince: null },
    ]);
    expect(await reader.workflowOfStep(CYCLE, world.orgs.C1, { openKind: 'MEETING' })).toBe('w');
    expect(await reader.workflowOfStep(CYCLE, world.orgs.C2, { stepId: world.steps.selfReview })).toBeNull();
    expect(await reader.head(CYCLE, 'NOBODY', NOW)).toBeNull();
    expect([...(await reader.codes(CYCLE, [world.orgs.G1]))]).toEqual([[world.orgs.G1, 'G1']]);
    expect(await reader.steps(CYCLE, world.orgs.G1, NOW)).toMatchObject([{ kind: 'UNITS', overdue: false }]);
  });

  it('hides what tellers wrote from everybody but themselves, and says which rows differ', async () => {
    const reader = new PgMeetingReader(world.sql);
    const room = (await reader.room(meeting.meetingId, world.members[2]!, NOW))!;
    expect(room).toMatchObject({ chair: { code: 'DV-0' }, tellers: [{ code: 'DV-2' }, { code: 'DV-3' }], body: null, minutes: null });
    const [ballot] = room.ballots;
    expect(ballot).toMatchObject({ attempt: 2, entered: 0, totals: null, tally: [], subjects: [{ code: 'DV-1' }, { code: 'DV-2' }] });
    expect(ballot!.recount).toEqual([`/subjects/${world.reviews[1]}/counts/1`, `/subjects/${world.reviews[1]}/counts/2`]);
    expect(ballot!.myEntries).toMatchObject([{ attempt: 1, entry: { subjects: [{ counts: { 1: 1 } }, {}] } }]);
    const seenByChair = JSON.stringify(await reader.room(meeting.meetingId, world.members[0]!, NOW));
    expect(JSON.parse(seenByChair).ballots[0].myEntries).toEqual([]);
    expect(seenByChair).not.toContain('"counts":{');
    expect((await reader.attendance(meeting.meetingId, { after: null, limit: 3 })).items.map((row) => [row.person.code, row.status])).toEqual([['DV-0', 'PRESENT'], ['DV-1', 'PRESENT'], ['DV-2', 'PRESENT']]);
    expect(await reader.roll(meeting.meetingId)).toHaveLength(4);
    expect((await reader.own(world.members[3]!)).map((row) => row.id)).toEqual([meeting.meetingId]);
    expect([(await reader.place(meeting.meetingId, world.members[3]!))!.takesPart, (await reader.place(meeting.meetingId, world.members[4]!))!.takesPart, (await reader.place(meeting.meetingId, null))!.takesPart]).toEqual([true, false, false]);
  });

  it('names only people of the meeting in its minutes', async () => {
    const content = { chair: world.members[0], stranger: world.members[4], ballots: [{ rows: [{ review: world.reviews[1] }] }] };
    await world.write('insert into app.minutes (meeting_id, version, content, content_hash, drafted_at) values ($1, 1, $2, $3, $4)', [meeting.meetingId, JSON.stringify(content), 'ff', NOW]);
    const room = await new PgMeetingReader(world.sql).room(meeting.meetingId, null, NOW);
    expect(Object.values(room!.minutes!.names).map(({ kind, code }) => [kind, code]).sort()).toEqual([['MEMBER', 'DV-0'], ['REVIEW', 'DV-1']]);
  });

  it('reads a review with votes, decisions and earlier years', async () => {
    const review = world.reviews[1]!;
    await world.write(`insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, label, source) values ($1, 'MEMBER', $2, 2022, 'P2019', 1, 'HTXS', 'IMPORTED')`, [newId(), world.members[1]]);
    await world.write(`insert into ballot.tally (ballot_id, review_id, votes, blank, invalid, verdict, proof) values ($1, $2, '{1,2,0,0}', 0, 0, 2, '{}')`, [meeting.ballotId, review]);
    const reader = new PgReviewReader(world.sql);
    expect(await reader.page(review, NOW)).toMatchObject({ votes: [], years: [{ year: 2022, level: 1 }], subject: { code: 'DV-1' }, organisation: { code: 'C1' }, decider: { code: 'G1' }, steps: [{ kind: 'SELF_REVIEW' }] });
    await world.write(`update ballot.ballot set state = 'TALLIED' where id = $1`, [meeting.ballotId]);
    const decision = newId();
    await world.write(`insert into app.decision (id, cycle_id, superior_id, organisation_id, kind, number, decided_on, content_hash, issued_at, quota) values ($1, $2, $3, $4, 'MEMBERS_AND_UNITS', '12-QĐ/ĐU', '2023-12-20', 'ff', $5, '[{"breach":"CERTAIN"}]')`, [decision, CYCLE, world.orgs.SUP, world.orgs.G1, NOW]);
    await world.write('insert into app.decision_line (decision_id, ordinal, review_id, level, verdict) values ($1, 1, $2, 2, 2)', [decision, review]);
    expect(await reader.page(review, NOW)).toMatchObject({ votes: [{ votes: [1, 2, 0, 0], verdict: 2, organisation: { code: 'C1' }, heldOn: '2023-12-11' }], decisions: [{ number: '12-QĐ/ĐU', decidedOn: '2023-12-20', level: 2 }] });
    expect(await reader.paper(review)).toMatchObject({ version: 1, sections: { I: 'Ưu điểm' }, submittedAt: NOW.toISOString() });
    expect([await reader.paperOfYearBefore(review), await reader.opinions(review)]).toEqual([null, []]);
    expect((await reader.own(world.members[1]!)).map((row) => row.id)).toEqual([review]);

    const board = new PgDecisionReader(world.sql);
    const pages = [await board.board(CYCLE, world.orgs.G1, {}, { after: null, limit: 3 })];
    while (pages.at(-1)!.next) pages.push(await board.board(CYCLE, world.orgs.G1, {}, { after: pages.at(-1)!.next, limit: 3 }));
    const rows = pages.flatMap((page) => page.items);
    expect(rows.map((row) => row.subject.code)).toEqual(['C1', 'C2', 'DV-0', 'DV-1', 'DV-2', 'DV-3', 'DV-4']);
    expect(rows[3]).toMatchObject({ lastYear: { level: 1 }, decision: { number: '12-QĐ/ĐU' } });
    expect(await board.counts(CYCLE, world.orgs.G1)).toEqual([{ subjectKind: 'MEMBER', column: 'OPEN', count: 5 }, { subjectKind: 'ORGANISATION', column: 'OPEN', count: 2 }]);
    expect(await board.decision(decision)).toMatchObject({ lines: 1, organisation: { code: 'G1' } });
    expect((await board.lines(decision, FIRST)).items).toMatchObject([{ ordinal: 1, subject: { kind: 'MEMBER', code: 'DV-1' }, organisation: { code: 'C1' }, level: 2 }]);
  });

  it('counts a year as k of n and lists the commended', async () => {
    await world.write(`update app.review set decided_level = 2 where id = any($1)`, [[world.reviews[1], world.reviews[2]]]);
    await world.write(`update app.review set decided_level = 1 where id = $1`, [world.reviews[3]]);
    await world.write(`update app.review set non_level = 'EXEMPT' where id = $1`, [world.reviews[4]]);
    const cases = [newId(), newId()];
    for (const [n, id] of cases.entries()) {
      await world.write(`insert into app.commendation_case (id, cycle_id, superior_id, award_id, form, subject_kind, subject_id, organisation_id, unit_id, state, chain, certificate_number) values ($1, $2, $3, $4, 'CERTIFICATE_OF_MERIT', 'MEMBER', $5, $6, $7, 'AWARDED', '[]', $8)`, [id, CYCLE, world.orgs.SUP, n === 0 ? 'yearly' : 'five-years', world.members[3], world.orgs.C1, world.orgs.G1, String(n)]);
    }
    const reader = new PgReportReader(world.sql);
    const report = await reader.report(CYCLE, null);
    expect(report.figures.find((row) => row.subjectKind === 'MEMBER')).toEqual({ subjectKind: 'MEMBER', total: 5, rated: 3, levels: { 1: 1, 2: 2, 3: 0, 4: 0 }, nonLevels: { NOT_RATED: 0, EXEMPT: 1, NOT_YET_RATED: 0 }, undecided: 1 });
    expect(report.grassroots).toMatchObject([{ subjectKind: 'ORGANISATION', total: 1 }]);
    expect(report).toMatchObject({ admitted: { k: 1, n: 5 }, quota: [{ decisionNumber: '12-QĐ/ĐU', organisation: { code: 'G1' } }], commendation: { yearly: { AWARDED: 1 } }, ledger: null });
    expect((await reader.report(CYCLE, [world.orgs.C2])).figures).toMatchObject([{ subjectKind: 'MEMBER', total: 1 }, { subjectKind: 'ORGANISATION', total: 1 }]);
    const page = await reader.commended(CYCLE, { awardIds: null, states: ['AWARDED'], rootIds: null }, { after: null, limit: 1 });
    const rest = await reader.commended(CYCLE, { awardIds: null, states: ['AWARDED'], rootIds: null }, { after: page.next, limit: 1 });
    expect([...page.items, ...rest.items].map((row) => [row.awardId, row.subject.code, row.certificateNumber])).toEqual([['five-years', 'DV-3', '1'], ['yearly', 'DV-3', '0']]);
    expect((await reader.commended(CYCLE, { awardIds: ['yearly'], states: ['AWARDED'], rootIds: [world.orgs.C2] }, FIRST)).items).toEqual([]);
    const commendations = new PgCommendationReader(world.sql);
    expect((await commendations.cases(CYCLE, { rootIds: [world.orgs.G1], awardId: 'yearly' }, FIRST)).items).toMatchObject([{ subject: { code: 'DV-3' }, decision: null }]);
    expect(await commendations.counts(CYCLE, null)).toHaveLength(2);
  });

  it('lists the log of a subtree and opens one entry', async () => {
    const reader = new PgLogReader(world.sql);
    expect(await reader.head()).toBeNull();
    const ids = [newId(), newId()];
    for (const [n, id] of ids.entries()) {
      const org = n === 0 ? 'C1' : 'C2';
      const data = JSON.stringify({ v: 1, id, at: NOW.toISOString(), type: 'attendance.recorded', cycle: CYCLE, org, commitment: 'aa' });
      await world.write(`insert into ledger.ledger_entry (id, recorded_at, type, cycle, org, data) values ($1, $2, 'attendance.recorded', $3, $4, $5)`, [id, NOW, CYCLE, org, data]);
      await world.write(`insert into ledger.ledger_payload values ($1, $2, '{"by":{}}')`, [id, Buffer.alloc(32)]);
      await world.write('insert into ledger.ledger_leaf values ($1, $2, $3)', [n, id, Buffer.alloc(32, n)]);
    }
    const page = await reader.list({}, null, { after: null, limit: 1 });
    expect([page.items[0]!.index, page.next]).toEqual([1, [1]]);
    expect((await reader.list({ type: 'attendance.recorded', cycleId: CYCLE, from: NOW.toISOString() }, null, { after: page.next, limit: 1 })).items[0]).toMatchObject({ index: 0, entry: { org: 'C1' } });
    expect((await reader.list({}, [world.orgs.C2], FIRST)).items.map((row) => row.entry.org)).toEqual(['C2']);
    expect(await reader.byIndex(0)).toMatchObject({ organisationId: world.orgs.C1, opening: { payload: '{"by":{}}', salt: '0'.repeat(64) } });
    expect(await reader.byIndex(99)).toBeNull();
  });

  it('pages through notifications of one millisecond', async () => {
    const reader = new PgNotificationReader(world.sql);
    for (let n = 0; n < 3; n++) await world.write(`insert into app.notification (id, member_id, kind, created_at, read_at) values ($1, $2, 'k', '2023-12-11T00:00:00.000${n}Z', $3)`, [newId(), world.members[0], n === 0 ? NOW : null]);
    const first = await reader.list(world.members[0]!, false, { after: null, limit: 2 });
    const second = await reader.list(world.members[0]!, false, { after: first.next, limit: 2 });
    expect(new Set([...first.items, ...second.items].map((row) => row.id)).size).toBe(3);
    expect(second.next).toBeNull();
    expect(await reader.unread(world.members[0]!)).toBe(2);
    expect((await reader.list(world.members[0]!, true, FIRST)).items).toHaveLength(2);
  });
});
