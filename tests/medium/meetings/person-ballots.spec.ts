import { Access, type Actor, CountPersonBallotService, PinnedRules, PlanPersonBallotService, RunPersonBallotService, type StoredDifference } from '@binhxet/application';
import { organisationWorkflowId } from '@binhxet/contracts';
import { PgSubtreeReader } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { BodyActs, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, openTestCycle, TEST_CYCLE } from '../../setup/test-cycle.js';

/** CC1 and CC2 are the same but for their codes and vote the same; the committee of CC1 also votes on persons. */
describe('ballots about persons beside the rating', () => {
  let plane: DataPlane;
  let planning: PlanPersonBallotService;
  let running: RunPersonBallotService;
  let counting: CountPersonBallotService;
  const ids: Record<string, string> = {};
  const level = (cell: string) => (reviewId: string) => (ids[reviewId] === `${cell}-02` ? 1 : 2);

  beforeAll(async () => {
    plane = await startDataPlane('persons', { cells: 1, membersPerCell: 6, grassrootsCells: ['COMMITTEE', 'COMMITTEE'] });
    await openTestCycle(plane);
    const access = new Access(new PgSubtreeReader(plane.sql));
    const clock = { now: () => plane.time.now };
    const rules = new PinnedRules(loadRulePacks());
    planning = new PlanPersonBallotService(plane.uow, rules, access, clock, { next: newId, secret: newSecretId });
    running = new RunPersonBallotService(plane.uow, rules, access, clock);
    counting = new CountPersonBallotService(plane.uow, access, clock);
    for (const row of await plane.sql.query<{ id: string; code: string; review: string }>(`select m.id, m.code, r.id as review from app.member m join app.review r on r.subject_id = m.id`)) {
      ids[row.code] = row.id;
      ids[row.review] = row.code;
    }
  }, 120_000);
  afterAll(() => plane?.stop());

  const holdPersonBallot = async (chair: Actor, tellers: readonly Actor[], meetingId: string, wish: Parameters<PlanPersonBallotService['plan']>[2], votes: readonly (readonly number[])[], voters: number) => {
    const { ballotId } = await planning.plan(chair, meetingId, wish);
    await running.open(chair, meetingId, ballotId);
    await running.close(chair, meetingId, ballotId);
    const rows = wish.persons.map((code, at) => ({ memberId: ids[code]!, votes: votes[at]!, blank: voters - votes[at]!.reduce((sum, own) => sum + own, 0), invalid: 0 }));
    for (const teller of tellers) await counting.count(teller, meetingId, ballotId, { distributed: voters, returned: voters, valid: voters, invalid: 0, rows });
    return ballotId;
  };

  /** The cell and its committee, to the decision. */
  const year = async (cell: string, persons: boolean) => {
    const orgId = await plane.organisationId(cell);
    const organisation = new BodyActs(plane, { cycleId: TEST_CYCLE, orgId, workflowId: organisationWorkflowId(TEST_CYCLE, cell) });
    const [chair, tellers] = [await plane.as(`${cell}-01`), [await plane.as(`${cell}-02`), await plane.as(`${cell}-03`)]];
    const sit = async (body: BodyActs, also?: (meetingId: string) => Promise<void>) => {
      const { meetingId = '' } = await body.ask(chair, 'convene', { heldOn: '2026-12-12', tellerCodes: [`${cell}-02`, `${cell}-03`] });
      await body.attend(chair, meetingId);
      await body.ask(chair, 'openMeeting', {}, { meetingId });
      const agenda = (await body.ballots(meetingId)).filter((one) => one.state === 'DRAFT');
      await also?.(meetingId);
      for (const ballot of agenda) await body.hold(chair, tellers, meetingId, ballot.id, unanimous(level(cell)));
      await body.finish(chair, [chair, tellers[0]!], meetingId);
    };
    await organisation.open('UNITS');
    const cellBody = await cellReadyToMeet(plane, cell, [], `${cell}-01`);
    await sit(cellBody);
    await cellBody.open('SUBMISSION');
    await organisation.open('MEETING');
    await sit(
      organisation,
      persons
        ? async (meetingId) => {
            await holdPersonBallot(chair, tellers, meetingId, { kind: 'CONFIDENCE', title: 'Lấy phiếu tín nhiệm', persons: [`${cell}-01`, `${cell}-02`] }, [[0, 0, 3], [2, 1, 0]], 3);
            await holdPersonBallot(chair, tellers, meetingId, { kind: 'ELECTION', title: 'Bầu bổ sung', persons: [`${cell}-04`, `${cell}-05`], seats: 1 }, [[1], [2]], 3);
          }
        : undefined,
    );
    await organisation.open('DECISION');
    await organisation.ask(chair, 'issueDecision', { kind: 'MEMBERS_AND_UNITS', number: '01', decidedOn: '2026-12-15', reason: 'x', document: 'y' });
    return orgId;
  };

  /** Everything the rating of an organisation came to, codes and ids left out. */
  const outcome = async (orgId: string) => {
    const reviews = await plane.sql.query(
      `select coalesce(right(m.code, 3), r.subject_kind) as subject, r.state, r.self_level, r.proposed_level, r.verified_level, r.decided_level, r.ceiling, r.non_level
       from app.review r left join app.member m on m.id = r.subject_id where r.organisation_id = $1 order by 1`,
      [orgId],
    );
    const ballots = await plane.sql.query(
      `select b.kind, b.ordinal, b.round, b.state, b.counted_body, t.votes, t.verdict, t.proof from ballot.ballot b join ballot.tally t on t.ballot_id = b.id where b.organisation_id = $1 order by 1, 2, 3, t.votes`,
      [orgId],
    );
    const lines = await plane.sql.query(`select l.level, l.non_level, l.verdict from app.decision_line l join app.decision d on d.id = l.decision_id where d.organisation_id = $1 order by 1, 2, 3`, [orgId]);
    const quota = await plane.sql.query(`select g.value->>'subject' as subject, g.value->>'used' as used, g.value->>'breach' as breach from app.decision d, jsonb_array_elements(d.quota) g where d.organisation_id = $1 order by 1`, [orgId]);
    const minutes = await plane.sql.query<{ content: { ballots: object[] } }>(`select n.content from app.minutes n join app.meeting g on g.id = n.meeting_id where g.organisation_id = $1 and g.kind = 'COMMITTEE_SITTING'`, [orgId]);
    return { reviews, ballots, lines, quota, ratingBallotsInMinutes: minutes.map(({ content }) => content.ballots.length) };
  };

  it('leave every review, tally, quota and decision as they are without them', async () => {
    const [withThem, without] = [await year('CC1', true), await year('CC2', false)];
    const [one, other] = [await outcome(withThem), await outcome(without)];
    expect(one).toEqual(other);
    expect(one.reviews).toContainEqual(expect.objectContaining({ subject: '-02', decided_level: 1 }));
    const held = await plane.sql.query<{ organisation_id: string; kind: string; state: string; method: string }>('select organisation_id, kind, state, method from ballot.person_ballot order by ordinal');
    expect(held).toEqual([
      { organisation_id: withThem, kind: 'CONFIDENCE', state: 'CERTIFIED', method: 'SECRET_BALLOT' },
      { organisation_id: withThem, kind: 'ELECTION', state: 'CERTIFIED', method: 'SECRET_BALLOT' },
    ]);
    const [contents] = await plane.sql.query<{ persons: object[] }>(`select content->'personBallots' as persons from app.minutes n join app.meeting g on g.id = n.meeting_id where g.organisation_id = $1 and g.kind = 'COMMITTEE_SITTING'`, [withThem]);
    expect(contents?.persons).toMatchObject([{ rows: [{ outcome: 'UNCONFIRMED' }, {}] }, { rows: [{ outcome: 'NOT_ELECTED' }, { outcome: 'ELECTED' }] }]);
  }, 180_000);

  it('are made again from the log, and a changed one is named', async () => {
    const recomputed = async () => {
      const differences: StoredDifference[] = [];
      const report = await plane.recompute.run(TEST_CYCLE, { onDifference: (one) => differences.push(one) });
      return { report, differences };
    };
    const { report, differences } = await recomputed();
    expect(differences).toEqual([]);
    expect(report).toMatchObject({ personBallots: 2, differences: 0 });
    await plane.sql.query(`update ballot.person_ballot set result = jsonb_set(result, '{persons,0,outcome}', '"ELECTED"') where kind = 'ELECTION'`);
    expect((await recomputed()).differences).toEqual([expect.objectContaining({ table: 'ballot.person_ballot', path: '/result/persons/0/outcome', stored: 'ELECTED', recomputed: 'NOT_ELECTED' })]);
    await plane.sql.query(`update ballot.person_ballot set result = jsonb_set(result, '{persons,0,outcome}', '"NOT_ELECTED"') where kind = 'ELECTION'`);
  });
});
