import { type Actor, type StoredDifference, knownFacts, type RuleBook } from '@binhxet/application';
import { cellWorkflowId, commendationWorkflowId, cycleWorkflowId, organisationWorkflowId, type StepRef } from '@binhxet/contracts';
import { classify, type Level, type RatingPack } from '@binhxet/domain';
import { loadRulePacks } from '@binhxet/rule-packs';
import { BodyActs, type Marks, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';
import { cellReadyToMeet, handIn, openTestCycle, TEST_CYCLE } from '../../setup/test-cycle.js';

const HELD_ON = '2026-12-12';
const DECISION = { number: '01-QD/TEST', decidedOn: '2026-12-20' };

/** From two cells to the superior's commendations: five people of CB11 are committee, standing committee and tellers at once. */
describe('a year of one organisation', () => {
  let plane: DataPlane;
  let leader: Actor;
  let tellers: Actor[];
  let committee: BodyActs;
  let superior: BodyActs;
  const reviewId: Record<string, string> = {};
  const codeOf = (id: string): string => Object.entries(reviewId).find(([, value]) => value === id)?.[0] ?? id;
  /** Level by subject; everybody else gets the second. */
  const LEVELS: Readonly<Record<string, number>> = { 'CB11-02': 1, 'CB11-03': 1, 'CB12-02': 1, 'CB12-05': 3, ORGANISATION_DB1: 1 };
  const level = (id: string): number => LEVELS[codeOf(id)] ?? 2;

  const states = async () => Object.fromEntries((await plane.sql.query<{ id: string; state: string }>('select id, state from app.review')).map((row) => [codeOf(row.id), row.state]));
  const decidedLevels = async () => Object.fromEntries((await plane.sql.query<{ id: string; level: number | null }>('select id, decided_level as level from app.review')).map((row) => [codeOf(row.id), row.level]));
  const signals = async (name: string) => (await plane.sql.query<{ target: string }>('select target from app.outbox where name = $1 order by created_at, target', [name])).map((row) => row.target);

  /** A whole sitting: convene, everybody there, every ballot of the agenda, minutes, close. */
  const sit = async (body: BodyActs, chair: Actor, counting: Actor[], tellerCodes: string[], marks: (voters: number) => Marks, absent: string[] = []) => {
    const { meetingId = '' } = await body.ask(chair, 'convene', { heldOn: HELD_ON, tellerCodes });
    await body.attend(chair, meetingId, absent);
    await body.ask(chair, 'openMeeting', {}, { meetingId });
    for (const ballot of await body.ballots(meetingId)) if (ballot.state === 'DRAFT') await body.hold(chair, counting, meetingId, ballot.id, marks);
    await body.finish(chair, [chair, counting[0]!], meetingId);
    return meetingId;
  };

  beforeAll(async () => {
    plane = await startDataPlane('year', { cells: 2, membersPerCell: 6 });
    const settings = { ...plane.settings, id: 'TEST', values: { ...plane.settings.values, 'quota.ORGANISATION.enforcement': { value: 'WARN_WITH_REASON' as const, source: 'test', mark: 'I' as const } } };
    await openTestCycle(plane, settings);
    const rows = await plane.sql.query<{ id: string; kind: string; code: string }>(
      `select r.id, r.subject_kind as kind, coalesce(m.code, o.code) as code from app.review r left join app.member m on m.id = r.subject_id left join app.organisation o on o.id = r.subject_id`,
    );
    for (const row of rows) reviewId[row.kind === 'MEMBER' ? row.code : `${row.kind}_${row.code}`] = row.id;
    leader = await plane.as('CB11-01');
    tellers = [await plane.as('CB11-02'), await plane.as('CB11-03')];
    const at = async (code: string, workflowId: string) => new BodyActs(plane, { cycleId: TEST_CYCLE, orgId: await plane.organisationId(code), workflowId });
    committee = await at('DB1', organisationWorkflowId(TEST_CYCLE, 'DB1'));
    superior = await at('KHOI', cycleWorkflowId(TEST_CYCLE));
    await superior.open('UNITS');
    await superior.open('VERIFICATION');
    await committee.open('UNITS');
    const report = (await committee.open('COLLECTIVE_REPORT')) as StepRef;
    await handIn(plane, 'CB11-01', reviewId['COLLECTIVE_DB1']!, 'COLLECTIVE');
    await plane.engine.closeStep(report.stepId, 'ALL_IN');
    // Earlier years: one member qualifies for five years, another had 2024 cancelled, a third has a gap.
    for (const [code, years] of [['CB11-02', [2022, 2023, 2024, 2025]], ['CB11-03', [2022, 2023, 2024, 2025]], ['CB12-02', [2023, 2024, 2025]]] as const) {
      for (const year of years) {
        const cancelled = code === 'CB11-03' && year === 2024;
        await plane.sql.query(
          `insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, source, state) select gen_random_uuid(), 'MEMBER', id, $2, $3, 1, 'IMPORTED', $4 from app.member where code = $1`,
          [code, year, year < 2023 ? 'P2019' : year < 2025 ? 'P2023' : 'P2025', cancelled ? 'CANCELLED' : 'VALID'],
        );
      }
    }
  }, 120_000);
  afterAll(() => plane?.stop());

  it('shows a cell before it votes what is left in the group its members count in: bounds, then less', async () => {
    const cell = await plane.organisationId('CB11');
    const live = await plane.quotas.liveFor(TEST_CYCLE, cell);
    const members = live.decided.find((group) => group.subject === 'MEMBER');
    expect(members?.check).toMatchObject({ count: { top: 0, second: 0, undecided: 12 }, ceiling: { lower: 0, upper: 2 }, headroom: { lower: 0, upper: 2 }, breach: 'NONE' });
    expect(members?.countedIds.filter((id) => live.ownReviewIds.has(id))).toHaveLength(6);
    expect(live.decided.map((group) => group.subject).sort()).toEqual(['MEMBER', 'ORGANISATION']);
  });

  it('lets the cells meet, vote and hand in', async () => {
    for (const code of ['CB11', 'CB12']) {
      const cell = await cellReadyToMeet(plane, code);
      const chair = await plane.as(`${code}-01`);
      await sit(cell, chair, [await plane.as(`${code}-02`), await plane.as(`${code}-03`)], [`${code}-02`, `${code}-03`], unanimous(level), code === 'CB12' ? ['CB12-06'] : []);
      await cell.open('SUBMISSION');
      await cell.ask(chair, 'submitResult');
    }
    const { proposed } = await plane.quotas.liveFor(TEST_CYCLE, await plane.organisationId('CB12'));
    expect(proposed.find((group) => group.subject === 'MEMBER')?.check).toMatchObject({ count: { top: 3, second: 7, outside: 1, undecided: 1 }, breach: 'CERTAIN' });
    expect(await states()).toMatchObject({ 'CB11-01': 'PROPOSED', 'CB12-06': 'WAITING_ABSENT', ORGANISATION_CB11: 'SUBMITTED', COLLECTIVE_DB1: 'READY' });
  }, 120_000);

  it('has the committee vote on its own collective, the cells, the members without its head, and itself, in this order', async () => {
    await committee.open('MEETING');
    const { meetingId = '' } = await committee.ask(leader, 'convene', { heldOn: HELD_ON, tellerCodes: ['CB11-02', 'CB11-03'] });
    const ballots = await committee.ballots(meetingId);
    expect(ballots.map((one) => [one.kind, one.subjects.map(codeOf).sort()])).toEqual([
      ['COLLECTIVE_PROPOSAL', ['COLLECTIVE_DB1']],
      ['COMMITTEE_DECISION', ['ORGANISATION_CB11', 'ORGANISATION_CB12']],
      ['COMMITTEE_DECISION', ['CB11-02', 'CB11-03', 'CB11-04', 'CB11-05', 'CB11-06', 'CB12-01', 'CB12-02', 'CB12-03', 'CB12-04', 'CB12-05']],
      ['COLLECTIVE_PROPOSAL', ['ORGANISATION_DB1']],
    ]);
    await committee.attend(leader, meetingId);
    await committee.ask(leader, 'openMeeting', {}, { meetingId });
    // Members in office are counted: five. CB12-04 gets no majority.
    const split = (voters: number): Marks => (id) => (codeOf(id) === 'CB12-04' ? { votes: [0, 2, 2, 0], blank: 1 } : unanimous(level)(voters)(id));
    for (const ballot of ballots) await committee.hold(leader, tellers, meetingId, ballot.id, split);
    expect((await committee.ballots(meetingId)).every((one) => one.counted_body === 5 && one.entitled === 5)).toBe(true);
    await committee.finish(leader, [leader, tellers[0]!], meetingId);
    expect(await states()).toMatchObject({ COLLECTIVE_DB1: 'SELF_RATED', ORGANISATION_CB11: 'BALLOTED', 'CB11-02': 'VERIFIED', 'CB11-01': 'PROPOSED', ORGANISATION_DB1: 'WAITING_SUBORDINATES' });
  }, 60_000);

  describe('the decision on members and units', () => {
    const input = { kind: 'MEMBERS_AND_UNITS', ...DECISION };
    const adjust = (code: string, to: number, reason: string | undefined = 'Còn một việc chậm') => ({ reviewId: reviewId[code]!, level: to, reason });
    const named = () => [adjust('CB12-04', 2, 'Đảng ủy thống nhất theo đề xuất của chi bộ')];

    beforeAll(async () => void (await committee.open('DECISION')));

    it('is refused without a level where no level had its majority, upwards, twice, out of scope and without reason', async () => {
      await expect(committee.ask(leader, 'issueDecision', input)).rejects.toMatchObject({ code: 'DECISION.LEVEL_MISSING', facts: { reviewIds: [reviewId['CB12-04']] } });
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: [...named(), adjust('CB12-05', 1)] })).rejects.toMatchObject({ code: 'DECISION.ADJUSTMENT_INVALID', errors: [{ code: 'DECISION.ADJUSTED_UPWARDS' }] });
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: [...named(), adjust('CB11-01', 3)] })).rejects.toMatchObject({ errors: [{ code: 'DECISION.NOT_IN_SCOPE' }] });
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: [...named(), adjust('CB11-02', 2, '')] })).rejects.toMatchObject({ code: 'DECISION.INPUT_INVALID', errors: [{ pointer: '/adjustments/1/reason' }] });
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: [...named(), { ...adjust('CB11-02', 1), ground: 'X' }] })).rejects.toMatchObject({ errors: [{ pointer: '/adjustments/1/ground', code: 'DECISION.GROUND_UNKNOWN', facts: { accepted: [] } }] });
      await expect(committee.ask(leader, 'issueDecision', { ...input, kind: 'HEADS', adjustments: named() })).rejects.toMatchObject({ code: 'DECISION.KIND_NOT_NOW', facts: { due: 'MEMBERS_AND_UNITS' } });
      await expect(committee.ask(leader, 'issueDecision', { kind: input.kind, number: ' ', decidedOn: 'x' })).rejects.toMatchObject({ errors: [{ pointer: '/number' }, { pointer: '/decidedOn' }] });
    });

    it('is refused over the quota, with every number, whatever the open subjects may still become', async () => {
      const { projected } = await plane.quotas.forUnit(TEST_CYCLE, committee.body.orgId);
      const members = projected.find((group) => group.subject === 'MEMBER');
      expect(members?.check).toMatchObject({ used: 3, count: { top: 3, second: 5, outside: 1, undecided: 3 }, ceiling: { lower: 1, upper: 2 }, breach: 'CERTAIN', excess: 2 });
      expect(Object.keys(members?.byBase ?? {})).toEqual(['LOWER_ONLY', 'LOWER_PLUS_TOP']);
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: named(), reason: 'x', document: 'y' })).rejects.toMatchObject({ code: 'QUOTA.EXCEEDED', kind: 'conflict', facts: { groups: [{ subject: 'MEMBER', used: 3, ceiling: { lower: 1, upper: 2 }, base: 'LOWER_ONLY' }] } });
      expect((await states())['CB11-02']).toBe('VERIFIED');
    });

    it('is offered one smallest set of changes and its alternatives, and applies none', async () => {
      await plane.sql.query(`insert into app.fact (id, subject_kind, subject_id, year, key, value) select gen_random_uuid(), 'MEMBER', id, 2026, 'points', '9100' from app.member where code = 'CB11-03'`);
      const { proposals } = await plane.quotas.forUnit(TEST_CYCLE, committee.body.orgId);
      // One more than the ceiling can become, two more than it is sure to be; three who could be lowered.
      expect(proposals.toPass).toMatchObject({ changes: [{ subjectId: reviewId['CB11-03'], points: 9_100, votes: { top: 5, of: 5 }, lastYear: 1 }], alternatives: '3', shortages: [], smallest: true });
      expect(proposals.toHold).toMatchObject({ alternatives: '3', pools: [{ lower: 2 }] });
      expect(proposals.toHold?.pools[0]?.candidates.map((one) => codeOf(one.subjectId)).sort()).toEqual(['CB11-02', 'CB11-03', 'CB12-02']);
      expect((await states())['CB11-03']).toBe('VERIFIED');
    });

    it('can be tried under another base, rounding, grouping and rate; what is stored stays', async () => {
      const before = await plane.sql.query('select * from app.review order by id');
      const [answer] = await plane.whatIf.ask(TEST_CYCLE, committee.body.orgId, { subject: 'MEMBER', on: 'PROJECTED', bases: ['LOWER_ONLY', 'LOWER_PLUS_TOP'], roundings: ['FLOOR', 'HALF_UP', 'CEIL'], drawn: [{ name: 'Một', organisations: ['CB11'] }, { name: 'Hai', organisations: ['CB12'] }] });
      expect(answer?.outcomes).toHaveLength(12);
      const of = (base: string, rounding: string, groupBy: string) => answer?.outcomes.find(({ variant }) => variant.base === base && variant.rounding === rounding && variant.groupBy === groupBy);
      expect(of('LOWER_ONLY', 'HALF_UP', answer?.quota.groupBy ?? '')).toMatchObject({ breach: 'CERTAIN', total: { used: 3, ceiling: { lower: 1, upper: 2 } } });
      expect(of('LOWER_PLUS_TOP', 'CEIL', 'DRAWN')).toMatchObject({ breach: 'POSSIBLE', groups: [{ group: 'group:Một', used: 2, ceiling: { lower: 1, upper: 2 }, breach: 'POSSIBLE' }, { group: 'group:Hai', used: 1, breach: 'NONE' }] });
      await expect(plane.whatIf.ask(TEST_CYCLE, committee.body.orgId, { subject: 'MEMBER', on: 'DECIDED', drawn: [{ name: 'A', organisations: ['CB11', 'XX'] }, { name: 'B', organisations: ['CB11'] }] })).rejects.toMatchObject({
        code: 'QUOTA.DRAWN_GROUPS_INVALID',
        errors: [{ pointer: '/drawn/0/organisations/1', code: 'QUOTA.ORGANISATION_UNKNOWN' }, { pointer: '/drawn/1/organisations/0', code: 'QUOTA.IN_TWO_GROUPS' }],
      });
      const rates = Array.from({ length: 10 }, (_, n) => ({ num: n + 1, den: 20 }));
      await expect(plane.whatIf.ask(TEST_CYCLE, committee.body.orgId, { subject: 'MEMBER', on: 'DECIDED', bases: ['LOWER_ONLY', 'LOWER_PLUS_TOP'], roundings: ['FLOOR', 'HALF_UP', 'CEIL'], groupings: ['WHOLE', 'SIMILAR_GROUP', 'GRASSROOTS_ORG'], rates })).rejects.toMatchObject({ code: 'QUOTA.TOO_MANY_COMBINATIONS', facts: { asked: 180 } });
      const whole = await plane.whatIf.ask(TEST_CYCLE, superior.body.orgId, { subject: 'MEMBER', on: 'PROJECTED', groupings: ['GRASSROOTS_ORG'] });
      expect(whole[0]?.outcomes[0]?.groups).toMatchObject([{ group: `org:${committee.body.orgId}` }]);
      expect(await plane.sql.query('select * from app.review order by id')).toEqual(before);
    });

    it('is refused above the ceiling of the gates, which names them', async () => {
      await plane.sql.query(`insert into app.fact (id, subject_kind, subject_id, year, key, value) select gen_random_uuid(), 'MEMBER', id, 2026, 'points', '7500' from app.member where code = 'CB12-02'`);
      await expect(committee.ask(leader, 'issueDecision', { ...input, adjustments: named() })).rejects.toMatchObject({ code: 'DECISION.ABOVE_CEILING', facts: { subjects: [{ reviewId: reviewId['CB12-02'], level: 1, ceiling: 2, failing: expect.arrayContaining([expect.stringMatching(/^M\d\.[A-Z_]+$/)]) }] } });
    });

    it('decides, notifies and tells the cells once the levels fit; late members stand as not yet rated', async () => {
      const { decisionId, closed } = await committee.ask(leader, 'issueDecision', { ...input, adjustments: [...named(), adjust('CB12-02', 2)] });
      expect(closed).toHaveLength(1);
      expect(await decidedLevels()).toMatchObject({ 'CB11-02': 1, 'CB11-03': 1, 'CB12-02': 2, 'CB12-04': 2, 'CB12-05': 3, 'CB11-01': null, 'CB12-06': null, ORGANISATION_CB11: 2, ORGANISATION_DB1: null });
      expect(await states()).toMatchObject({ 'CB11-02': 'NOTIFIED', 'CB12-06': 'WAITING_ABSENT', ORGANISATION_CB12: 'NOTIFIED', ORGANISATION_DB1: 'SELF_RATED' });
      const lines = await plane.sql.query<{ review_id: string; level: number | null; non_level: string | null; verdict: number | null; reason: string | null }>('select review_id, level, non_level, verdict, reason from app.decision_line where decision_id = $1', [decisionId]);
      expect(lines).toHaveLength(13);
      expect(lines.find((line) => line.review_id === reviewId['CB12-02'])).toMatchObject({ level: 2, verdict: 1, reason: 'Còn một việc chậm' });
      expect(lines.find((line) => line.review_id === reviewId['CB12-06'])).toMatchObject({ level: null, non_level: 'NOT_YET_RATED' });
      expect(await signals('resultDecided')).toEqual([cellWorkflowId(TEST_CYCLE, 'CB11'), cellWorkflowId(TEST_CYCLE, 'CB12')]);
      const [proof] = await plane.sql.query<{ ceiling: number; proof: { outcome: string } }>('select ceiling, proof from app.review where id = $1', [reviewId['CB12-02']]);
      expect(proof).toMatchObject({ ceiling: 2, proof: { outcome: 'LEVEL_2' } });
      const jobs = await plane.sql.query<{ payload: object }>(`select payload from app.outbox where name = 'notify' and payload->>'kind' = 'RESULT_DECIDED'`);
      expect(JSON.stringify(jobs)).not.toContain('Đảng viên');
    });

    it('leaves facts for the organisation: what its collective, its cells and all its members came to', async () => {
      const packs = loadRulePacks();
      const rating = structuredClone(packs.forYear(2026).content) as unknown as { facts: Record<string, object>; gates: object[] };
      const int = { type: 'int', label: 'x' };
      rating.facts['ORGANISATION'] = { isCell: { type: 'bool', label: 'x' }, subordinatesTotal: int, subordinatesLowest: int, membersRated: int, membersLowest: int, membersGoodOrBetter: int, membersLevel3: int };
      const gate = (id: string, value: string) => ({ id, subject: 'ORGANISATION', effect: { kind: 'CAP', level: 4 }, label: id, expression: { value, source: 'HD 27, II', mark: 'V' } });
      rating.gates = [gate('G5', '!fact.isCell && fact.subordinatesLowest * 3 > fact.subordinatesTotal'), gate('G6', 'fact.isCell && fact.membersLowest * 2 > fact.membersRated')];
      const compiled = packs.compile(rating as unknown as RatingPack, plane.settings);
      const classified = async (code: string, levels = new Map<string, Level>()) =>
        plane.uow.run(async (tx) => {
          const cycle = await tx.cycles.get(TEST_CYCLE);
          const review = await tx.reviews.get(reviewId[code]!);
          const { facts } = await knownFacts(tx, cycle, { rating: compiled.pack } as RuleBook, [review], levels);
          return { facts: facts.get(review.id)!, ceiling: classify({ subject: 'ORGANISATION', facts: facts.get(review.id)! }, compiled).ceiling };
        });
      // CB11-01 is a head, decided later; CB12-06 stands as not yet rated: neither keeps the counts open.
      expect(await classified('ORGANISATION_DB1')).toEqual({ facts: { isCell: false, subordinatesTotal: 2, subordinatesLowest: 0, membersRated: 10, membersLowest: 0, membersGoodOrBetter: 9, membersLevel3: 1 }, ceiling: 1 });
      expect(await classified('ORGANISATION_CB12')).toMatchObject({ facts: { isCell: true, subordinatesTotal: 0, membersRated: 5, membersLevel3: 1 }, ceiling: 1 });
      const lowest = async (where: string) => plane.sql.query(`update app.review set decided_level = 4 where ${where} and decided_level is not null returning id`);
      const before = await plane.sql.query<{ id: string; level: number }>('select id, decided_level as level from app.review where decided_level is not null');
      await lowest(`subject_kind = 'ORGANISATION' and id = '${reviewId['ORGANISATION_CB11']}'`);
      expect((await classified('ORGANISATION_DB1')).ceiling).toBe(4); // one of two is more than a third
      await lowest(`id in ('${reviewId['CB12-02']}', '${reviewId['CB12-03']}')`);
      expect((await classified('ORGANISATION_CB12')).ceiling).toBe(1); // two of five is not more than half
      await lowest(`id = '${reviewId['CB12-04']}'`);
      expect((await classified('ORGANISATION_CB12')).ceiling).toBe(4);
      for (const { id, level: was } of before) await plane.sql.query('update app.review set decided_level = $2 where id = $1', [id, was]);
    });

    it('keeps its number to itself', async () => {
      await committee.open('DECISION');
      await expect(committee.ask(leader, 'issueDecision', input)).rejects.toMatchObject({ code: 'DECISION.NUMBER_TAKEN', facts: { number: DECISION.number } }); // nothing is left to decide
    });
  });

  it('goes to the superior, whose standing committee votes on what was verified', async () => {
    await committee.open('SUBMISSION');
    await committee.ask(leader, 'submitResult');
    await plane.verify.verify(await plane.as('CB11-05'), reviewId['ORGANISATION_DB1']!, 1, null);
    await superior.open('MEETING');
    const meetingId = await sit(superior, leader, tellers, ['CB11-02', 'CB11-03'], unanimous(level));
    expect((await superior.ballots(meetingId)).map((one) => [one.kind, one.subjects.map(codeOf).sort(), one.state])).toEqual([['STANDING_DECISION', ['COLLECTIVE_DB1', 'ORGANISATION_DB1'], 'CERTIFIED']]);
    expect(await states()).toMatchObject({ ORGANISATION_DB1: 'BALLOTED', COLLECTIVE_DB1: 'VERIFIED' });
  }, 60_000);

  it('takes a special rate only where the pack knows one, for a group there is, with grounds and document', async () => {
    const input = { kind: 'ORGANISATIONS', number: '02-QD/TEST', decidedOn: '2026-12-28' };
    await superior.open('DECISION');
    const claim = { quota: 'Q.ORGANISATION', group: null, grounds: 'Thành tích nổi trội', document: '14-TTr/TEST' };
    const ask = (specialRates: Record<string, string | null>[]) => superior.ask(leader, 'issueDecision', { ...input, specialRates });
    await expect(ask([{ quota: 'Q.ORGANISATION', group: null, grounds: ' ' }])).rejects.toMatchObject({ code: 'DECISION.INPUT_INVALID', errors: [{ pointer: '/specialRates/0/grounds' }, { pointer: '/specialRates/0/document' }] });
    await expect(ask([claim, claim])).rejects.toMatchObject({ errors: [{ pointer: '/specialRates/1', code: 'QUOTA.CLAIMED_TWICE' }] });
    await expect(ask([{ ...claim, quota: 'Q.X' }, { ...claim, group: 'group:X' }])).rejects.toMatchObject({
      code: 'QUOTA.SPECIAL_RATE_REFUSED',
      errors: [{ pointer: '/specialRates/0/quota', code: 'QUOTA.UNKNOWN', facts: { accepted: ['Q.ORGANISATION', 'Q.COLLECTIVE'] } }, { pointer: '/specialRates/1/group', code: 'QUOTA.GROUP_UNKNOWN', facts: { accepted: [null] } }],
    });
    // A quarter of one organisation is still none: the claim alone does not let it through.
    await expect(ask([claim])).rejects.toMatchObject({ code: 'QUOTA.REASON_MISSING', facts: { groups: [{ quota: 'Q.ORGANISATION', rate: { num: 1, den: 4 }, special: { grounds: 'Thành tích nổi trội' } }] } });
  });

  it('passes a quota that only warns with reason and document, and shows the breach', async () => {
    const input = { kind: 'ORGANISATIONS', number: '02-QD/TEST', decidedOn: '2026-12-28', specialRates: [{ quota: 'Q.ORGANISATION', group: null, grounds: 'Thành tích nổi trội', document: '14-TTr/TEST' }] };
    await expect(superior.ask(leader, 'issueDecision', { ...input, reason: 'Thành tích dẫn đầu' })).rejects.toMatchObject({ code: 'QUOTA.REASON_MISSING', facts: { needs: ['document'] } });
    const { decisionId } = await superior.ask(leader, 'issueDecision', { ...input, reason: 'Thành tích dẫn đầu', document: '15-CV/TEST' });
    const [decision] = await plane.sql.query<{ quota: object[]; reason: string }>('select quota, reason from app.decision where id = $1', [decisionId]);
    const special = { grounds: 'Thành tích nổi trội', document: '14-TTr/TEST' };
    expect(decision?.quota).toMatchObject([{ rate: { num: 1, den: 4 }, special }, { rate: { num: 1, den: 5 }, special: null }]);
    const [entry] = await plane.sql.query<{ payload: { groups: object[] } }>(`select p.payload::jsonb as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'quota.breach-accepted'`);
    expect(entry?.payload.groups).toMatchObject([{ quota: 'Q.ORGANISATION', special }, { special: null }]);
    const [review] = await plane.sql.query<{ proof: { children: { rule: string }[] } }>('select proof from app.review where id = $1', [reviewId['ORGANISATION_DB1']]);
    expect(review?.proof.children.find((node) => node.rule === 'quota')).toMatchObject({ outcome: 'BREACH', mark: 'S', inputs: { quotaId: 'Q.ORGANISATION', special: true, rateNum: 1, rateDen: 4, used: 1, ceilingUpper: 0 } });
    expect((await plane.quotas.forCycle(TEST_CYCLE)).decided[0]).toMatchObject({ quota: { special: true }, special });
    expect(decision?.quota).toMatchObject([{ subject: 'ORGANISATION', used: 1, ceiling: { lower: 0, upper: 0 }, breach: 'CERTAIN' }, { subject: 'COLLECTIVE', breach: 'NONE' }]);
    expect(await states()).toMatchObject({ ORGANISATION_DB1: 'NOTIFIED', COLLECTIVE_DB1: 'NOTIFIED' });
    expect((await signals('resultDecided')).at(-1)).toBe(organisationWorkflowId(TEST_CYCLE, 'DB1'));
    const [entries] = await plane.sql.query<{ n: number }>(`select count(*)::int as n from ledger.ledger_entry where type = 'quota.breach-accepted'`);
    expect(entries?.n).toBe(1);
  });

  it('is not tried under other rules before it is closed', async () => {
    await expect(plane.simulations.run(TEST_CYCLE, 'P2023')).rejects.toMatchObject({ code: 'CYCLE.NOT_CLOSED', facts: { state: expect.any(String) } });
  });

  it('decides the head after the unit, in a second sitting, and settles what the superior waits for', async () => {
    const heads = (await superior.open('HEADS')) as StepRef;
    await committee.open('MEETING');
    const meetingId = await sit(committee, leader, tellers, ['CB11-02', 'CB11-03'], unanimous(level));
    expect((await committee.ballots(meetingId)).map((one) => one.subjects.map(codeOf))).toEqual([['CB11-01']]);
    await committee.open('DECISION');
    await committee.ask(leader, 'issueDecision', { kind: 'HEADS', number: '03-QD/TEST', decidedOn: '2026-12-29' });
    expect(await decidedLevels()).toMatchObject({ 'CB11-01': 2 });
    expect((await states())['CB12-06']).toBe('NOT_YET_RATED'); // nobody sits on the late member any more
    const [step] = await plane.sql.query<{ outstanding: number }>('select outstanding from app.step where id = $1', [heads.stepId]);
    expect(step?.outstanding).toBe(0);
    expect((await signals('stepReady')).filter((target) => target === superior.body.workflowId)).not.toHaveLength(0);
  }, 60_000);

  describe('commendation', () => {
    let office: BodyActs;
    let cases: { id: string; award_id: string; subject_kind: string; state: string; certificate_number: string | null; money: { amount: string | null } }[];
    const load = async () => {
      cases = await plane.sql.query('select id, award_id, subject_kind, state, certificate_number, money from app.commendation_case order by award_id');
    };

    it('derives the candidates from levels and years in a row, across packs; a cancelled or missing year breaks the chain', async () => {
      office = new BodyActs(plane, { ...superior.body, workflowId: commendationWorkflowId(TEST_CYCLE) });
      await superior.open('COMMENDATION');
      expect(await plane.engine.deriveCandidates(TEST_CYCLE)).toEqual({ candidates: 2 });
      expect(await plane.engine.deriveCandidates(TEST_CYCLE)).toEqual({ candidates: 2 });
      await load();
      expect(cases.map((one) => [one.award_id, one.subject_kind])).toEqual([['MEMBER_FIVE_YEARS', 'MEMBER'], ['ORG_YEAR', 'ORGANISATION']]);
      const [chain] = await plane.sql.query<{ chain: { year: number; pack: string; status: string }[] }>(`select chain from app.commendation_case where subject_kind = 'MEMBER'`);
      expect(chain?.chain.map((link) => [link.year, link.pack])).toEqual([[2026, 'P2025'], [2025, 'P2025'], [2024, 'P2023'], [2023, 'P2023'], [2022, 'P2019']]);
    });

    it('refuses an act out of turn, an unknown act, a decision without number, and moves nothing', async () => {
      const caseIds = cases.map((one) => one.id);
      await expect(office.ask(leader, 'advanceCases', { act: 'APPROVE', caseIds })).rejects.toMatchObject({ code: 'COMMENDATION_CASE.ILLEGAL_MOVE' });
      await expect(office.ask(leader, 'advanceCases', { act: 'PRAISE', caseIds: [] })).rejects.toMatchObject({ code: 'COMMENDATION.INPUT_INVALID', errors: [{ pointer: '/act' }, { pointer: '/caseIds' }] });
      await expect(office.ask(leader, 'advanceCases', { act: 'ISSUE', caseIds })).rejects.toMatchObject({ errors: [{ pointer: '/number' }, { pointer: '/decidedOn' }] });
      await load();
      expect(cases.map((one) => one.state)).toEqual(['CANDIDATE', 'CANDIDATE']);
    });

    it('goes from nomination to award; numbers are reserved with the decision, money stays blank where it is not confirmed', async () => {
      const caseIds = cases.map((one) => one.id);
      for (const act of ['NOMINATE', 'OPEN_DOSSIER', 'SUBMIT', 'VERIFY', 'APPROVE']) expect((await office.ask(leader, 'advanceCases', { act, caseIds })).openCases).toBe(2);
      const issued = await office.ask(leader, 'advanceCases', { act: 'ISSUE', caseIds, number: '04-QD/TEST', decidedOn: '2027-01-05' });
      expect(issued.decisionId).toBeDefined();
      await load();
      expect(cases.map((one) => one.certificate_number)).toEqual(['1/04-QD/TEST', '2/04-QD/TEST']);
      expect(cases.find((one) => one.subject_kind === 'ORGANISATION')?.money.amount).toBeNull();
      expect((await office.ask(leader, 'advanceCases', { act: 'AWARD', caseIds })).openCases).toBe(0);
      const [step] = await plane.sql.query<{ outstanding: number }>(`select outstanding from app.step where kind = 'COMMENDATION'`);
      expect(step?.outstanding).toBe(0);
    });
  });

  it('writes the year to everybody’s history under the labels of its pack', async () => {
    await plane.engine.recordPhase(superior.body, 'annualCycle', 'REVIEW');
    await plane.engine.recordPhase(superior.body, 'annualCycle', 'CLASSIFICATION');
    await plane.engine.recordPhase(superior.body, 'annualCycle', 'COMMENDATION');
    await plane.engine.closeCycle(TEST_CYCLE);
    const rows = await plane.sql.query<{ level: number | null; non_level: string | null; label: string; n: number }>(`select level, non_level, label, count(*)::int as n from app.rating_history where year = 2026 and subject_kind = 'MEMBER' group by 1, 2, 3 order by 1`);
    expect(rows).toEqual([
      { level: 1, non_level: null, label: 'Hoàn thành xuất sắc nhiệm vụ', n: 2 },
      { level: 2, non_level: null, label: 'Hoàn thành tốt nhiệm vụ', n: 8 },
      { level: 3, non_level: null, label: 'Hoàn thành nhiệm vụ', n: 1 },
      { level: null, non_level: 'NOT_YET_RATED', label: expect.any(String), n: 1 },
    ]);
    const [org] = await plane.sql.query<{ number: string }>(`select decision_number as number from app.rating_history where year = 2026 and subject_kind = 'ORGANISATION' and level = 1`);
    expect(org?.number).toBe('02-QD/TEST');
  });

  describe('under other rules', () => {
    it('says who would have another level and by which clause, and stores nothing', async () => {
      await plane.sql.query(`insert into app.fact (id, subject_kind, subject_id, year, key, value) select gen_random_uuid(), 'MEMBER', id, 2026, 'worstCriterionGrade', '4' from app.member where code = 'CB11-02'`);
      const before = await plane.sql.query('select id, decided_level, proof from app.review order by id');
      const { rows, kinds, units, ...head } = await plane.simulations.run(TEST_CYCLE, 'P2023');
      expect(head).toEqual({ cycleId: TEST_CYCLE, ratingYear: 2026, pack: 'P2025', tried: 'P2023' });
      // One falls by a criterion that only the other rules look at; one rises, because points alone held it down.
      expect(rows.map((row) => [codeOf(row.reviewId), row.organisation.code, row.level, row.simulated])).toEqual([['CB11-02', 'CB11', 1, 4], ['CB12-02', 'CB12', 2, 1]]);
      expect(rows[0]?.because).toContainEqual({ gate: 'M4.ANY_POOR', label: 'Có tiêu chí mức Kém', clause: 'QĐ 124-QĐ/TW, Điều 12.4', requires: false });
      expect(rows[1]?.because).toEqual([]);
      expect(rows[1]?.unknown).toBeGreaterThan(0);
      expect(kinds.find((kind) => kind.subjectKind === 'MEMBER')?.shift).toEqual({ before: [2, 8, 1, 0], after: [2, 7, 1, 1], moves: [[1, 0, 0, 1], [1, 7, 0, 0], [0, 0, 1, 0], [0, 0, 0, 0]], changed: 2 });
      expect(units).toMatchObject([{ code: 'DB1', members: { changed: 2 }, organisation: { level: 1, simulated: 1 } }]);
      expect(await plane.sql.query('select id, decided_level, proof from app.review order by id')).toEqual(before);
    });

    it('changes nothing under the rules of the year itself', async () => {
      expect((await plane.simulations.run(TEST_CYCLE, 'P2025')).rows).toEqual([]);
    });

    it('refuses rules that are not there', async () => {
      await expect(plane.simulations.run(TEST_CYCLE, 'P1900')).rejects.toMatchObject({ code: 'PACK.NOT_FOUND' });
    });
  });

  describe('made again from the log', () => {
    const recomputed = async () => {
      const differences: StoredDifference[] = [];
      const report = await plane.recompute.run(TEST_CYCLE, { onDifference: (one) => differences.push(one) });
      return { report, differences };
    };

    it('is what is stored: tallies, quotas, levels, candidates', async () => {
      const progress: number[] = [];
      const { report, differences } = await recomputed();
      expect(differences).toEqual([]);
      // Two cells, the committee twice, the superior: every ballot that was held; twelve members (one without a level), two cells, the organisation, its collective.
      expect(report).toMatchObject({ cycleId: TEST_CYCLE, erased: 0, levels: 15, subjects: { MEMBER: 12, COLLECTIVE: 1, ORGANISATION: 3 }, candidates: true, differences: 0 });
      expect(report.tallies).toBeGreaterThan(6);
      await plane.recompute.run(TEST_CYCLE, { onProgress: ({ done, of }) => progress.push(done / of) });
      expect(progress.at(-1)).toBe(1);
    });

    it('can be stopped', async () => {
      await expect(plane.recompute.run(TEST_CYCLE, { signal: AbortSignal.abort(new Error('stopped')) })).rejects.toThrow('stopped');
    });

    it.each<[string, string, string, (difference: StoredDifference[]) => unknown]>([
      ['a level', `update app.review set decided_level = 1 where id = $1`, `update app.review set decided_level = 2 where id = $1`, () => [expect.objectContaining({ table: 'app.review', row: reviewId['CB12-02'], path: '/decided_level', stored: 1, recomputed: 2 })]],
      ['a proof', `update app.review set proof = jsonb_set(proof, '{children,0,outcome}', '"CEILING_1"') where id = $1`, `update app.review set proof = jsonb_set(proof, '{children,0,outcome}', '"CEILING_2"') where id = $1`, () => [expect.objectContaining({ table: 'app.review', path: '/proof/children/0/outcome', stored: 'CEILING_1', recomputed: 'CEILING_2' })]],
      ['a history row', `update app.rating_history set level = 1 where review_id = $1`, `update app.rating_history set level = 2 where review_id = $1`, () => [expect.objectContaining({ table: 'app.rating_history', path: '/level', stored: 1, recomputed: 2 })]],
      ['a decision', `update app.decision set quota = jsonb_set(quota, '{0,used}', '9') where id = (select decision_id from app.decision_line where review_id = $1)`, `update app.decision set quota = jsonb_set(quota, '{0,used}', quota #> '{0,count,top}') where id = (select decision_id from app.decision_line where review_id = $1)`, () => [expect.objectContaining({ table: 'app.decision', path: '/quota/0/used', stored: 9 })]],
      ['a decided line', `update app.decision_line set verdict = 3 where review_id = $1`, `update app.decision_line set verdict = 1 where review_id = $1`, () => [expect.objectContaining({ table: 'app.decision_line', path: '/verdict', stored: 3, recomputed: 1 })]],
      ['a tally', `update ballot.tally t set votes[1] = 4, votes[2] = 1 from ballot.ballot b where b.id = t.ballot_id and b.kind = 'COMMITTEE_DECISION' and t.review_id = $1`, `update ballot.tally t set votes[1] = 5, votes[2] = 0 from ballot.ballot b where b.id = t.ballot_id and b.kind = 'COMMITTEE_DECISION' and t.review_id = $1`, () => [expect.objectContaining({ table: 'ballot.tally', row: expect.stringContaining(reviewId['CB12-02']!), path: '/votes/0', stored: 4, recomputed: 5 }), expect.objectContaining({ path: '/votes/1', stored: 1, recomputed: 0 })]],
      ['a candidate', `update app.commendation_case set chain = jsonb_set(chain, '{1,level}', '2') where subject_kind = 'MEMBER' and $1::uuid is not null`, `update app.commendation_case set chain = jsonb_set(chain, '{1,level}', '1') where subject_kind = 'MEMBER' and $1::uuid is not null`, () => [expect.objectContaining({ table: 'app.commendation_case', path: '/chain/1/level', stored: 2, recomputed: 1 })]],
      ['an award on another', `update app.commendation_case set award_id = 'OTHER' where subject_kind = 'MEMBER' and $1::uuid is not null`, `update app.commendation_case set award_id = 'MEMBER_FIVE_YEARS' where subject_kind = 'MEMBER' and $1::uuid is not null`, () => [expect.objectContaining({ table: 'app.commendation_case', stored: null, recomputed: expect.stringContaining('MEMBER_FIVE_YEARS') }), expect.objectContaining({ table: 'app.commendation_case', stored: expect.stringContaining('OTHER'), recomputed: null })]],
    ])('names %s that was changed, and nothing else', async (_, change, undo, expected) => {
      await plane.sql.query(change, [reviewId['CB12-02']]);
      const { report, differences } = await recomputed();
      await plane.sql.query(undo, [reviewId['CB12-02']]);
      expect(differences).toEqual(expected(differences));
      expect(report.differences).toBe(differences.length);
      expect((await recomputed()).differences).toEqual([]);
    });
  });
});
