import { type Actor, knownFacts, type RuleBook } from '@binhxet/application';
import { cellWorkflowId, cycleWorkflowId, organisationWorkflowId, type StepRef } from '@binhxet/contracts';
import { classify } from '@binhxet/domain';
import { loadRulePacks } from '@binhxet/rule-packs';
import { BodyActs, unanimous } from '../../setup/body-acts.js';
import { type DataPlane, startDataPlane } from '../../setup/data-plane.js';

const CYCLE = 'KHOI.2026-Q2';
const HELD_ON = '2026-06-12';
const FORM = loadRulePacks().forPeriod({ year: 2026, quarter: 2 }).content.forms!.find((form) => form.subject === 'MEMBER')!.id;

/** Leaders alone are rated, by their cells and their committee: no organisation votes on itself, nothing is verified, no head waits. */
describe('a quarter of one organisation', () => {
  let plane: DataPlane;
  let leader: Actor;
  let committee: BodyActs;
  let superior: BodyActs;
  const reviewId: Record<string, string> = {};
  const codeOf = (id: string): string => Object.entries(reviewId).find(([, value]) => value === id)?.[0] ?? id;
  const level = (id: string): number => (codeOf(id) === 'CB11-02' ? 1 : 2);
  const states = async () => Object.fromEntries((await plane.sql.query<{ id: string; state: string }>('select id, state from app.review')).map((row) => [codeOf(row.id), row.state]));
  const at = async (code: string, workflowId: string) => new BodyActs(plane, { cycleId: CYCLE, orgId: await plane.organisationId(code), workflowId });
  const cellOf = (code: string) => at(code, cellWorkflowId(CYCLE, code));
  const outstanding = async (step: StepRef | null) => (await plane.sql.query<{ outstanding: number }>('select outstanding from app.step where id = $1', [step?.stepId]))[0]?.outstanding;

  const sit = async (body: BodyActs, chair: Actor, tellerCodes: string[]): Promise<string> => {
    const tellers = [await plane.as(tellerCodes[0]!), await plane.as(tellerCodes[1]!)];
    const { meetingId = '' } = await body.ask(chair, 'convene', { heldOn: HELD_ON, tellerCodes });
    await body.attend(chair, meetingId);
    await body.ask(chair, 'openMeeting', {}, { meetingId });
    for (const ballot of await body.ballots(meetingId)) await body.hold(chair, tellers, meetingId, ballot.id, unanimous(level));
    await body.finish(chair, [chair, tellers[0]!], meetingId);
    return meetingId;
  };

  beforeAll(async () => {
    plane = await startDataPlane('quarter', { cells: 3, membersPerCell: 6 });
    // Nobody leads the third cell any more.
    await plane.sql.query(`update app.post set to_on = '2026-05-31' where member_id = (select id from app.member where code = 'CB13-01')`);
    // Later than any entry above, whenever this runs: the tree is taken as it is known at the opening.
    plane.time.now = new Date(Math.max(Date.now(), plane.time.now.getTime()) + 86_400_000);
    leader = await plane.as('CB11-01');
    await plane.openCycles.open(leader, { superiorCode: 'KHOI', period: '2026-Q2', clock: 'DRIVEN', clockOn: '2026-06-10', rules: {}, settings: plane.settings, plan: {}, simulated: true });
    await plane.engine.freezeCycle(CYCLE);
    for (const row of await plane.sql.query<{ id: string; code: string }>('select r.id, m.code from app.review r join app.member m on m.id = r.subject_id')) reviewId[row.code] = row.id;
    committee = await at('DB1', organisationWorkflowId(CYCLE, 'DB1'));
    superior = await at('KHOI', cycleWorkflowId(CYCLE));
  }, 120_000);
  afterAll(() => plane?.stop());

  it('has reviews of leaders and of those the pack exempts, of no organisation and no collective', async () => {
    const rows = await plane.sql.query<{ kind: string; state: string; n: number }>('select subject_kind as kind, state, count(*)::int as n from app.review group by 1, 2 order by 1, 2');
    expect(rows).toEqual([
      { kind: 'MEMBER', state: 'EXEMPT', n: 12 },
      { kind: 'MEMBER', state: 'NOT_STARTED', n: 6 },
    ]);
    expect(await states()).toMatchObject({ 'CB11-05': 'NOT_STARTED', 'CB11-06': 'EXEMPT', 'CB12-01': 'NOT_STARTED', 'CB12-02': 'EXEMPT', 'CB13-01': 'EXEMPT' });
  });

  it('waits for the organisations and verifies none', async () => {
    expect((await superior.open('UNITS'))?.outstanding).toBe(1);
    expect(await superior.open('VERIFICATION')).toBeNull();
    expect((await committee.open('UNITS'))?.outstanding).toBe(3);
    expect(await committee.open('COLLECTIVE_REPORT')).toBeNull();
  });

  it('asks nothing of a cell in which nobody is rated, and does not wait for it', async () => {
    const cell = await cellOf('CB13');
    for (const kind of ['SELF_REVIEW', 'OPINIONS', 'MEETING', 'SUBMISSION'] as const) expect(await cell.open(kind)).toBeNull();
    expect(await outstanding(await committee.open('UNITS'))).toBe(2);
  });

  it('has the cells vote on their leaders and hand in', async () => {
    for (const [code, n] of [['CB11', 5], ['CB12', 1]] as const) {
      const cell = await cellOf(code);
      const papers = (await cell.open('SELF_REVIEW')) as StepRef;
      expect(papers.outstanding).toBe(n);
      for (const member of Array.from({ length: n }, (_, i) => `${code}-0${i + 1}`)) {
        const author = await plane.as(member);
        const { version } = await plane.papers.save(author, reviewId[member]!, { form: FORM, sections: {}, grades: {}, selfLevel: 2 }, 0);
        await plane.papers.submit(author, reviewId[member]!, version);
      }
      await plane.engine.closeStep(papers.stepId, 'ALL_IN');
      await cell.open('MEETING');
      const chair = await plane.as(`${code}-01`);
      const meetingId = await sit(cell, chair, [`${code}-02`, `${code}-03`]);
      expect((await cell.ballots(meetingId)).map((ballot) => [ballot.kind, ballot.subjects.length, ballot.counted_body])).toEqual([['CELL_MEMBER_LEVEL', n, 6]]);
      await cell.open('SUBMISSION');
      await cell.ask(chair, 'submitResult');
    }
    expect(await states()).toMatchObject({ 'CB11-01': 'PROPOSED', 'CB12-01': 'PROPOSED' });
    expect(await outstanding(await committee.open('UNITS'))).toBe(0);
  }, 120_000);

  it('has the committee vote on all of them at once, its own head too, by secret ballot', async () => {
    await committee.open('MEETING');
    const meetingId = await sit(committee, leader, ['CB11-02', 'CB11-03']);
    expect((await committee.ballots(meetingId)).map((ballot) => [ballot.kind, ballot.method, ballot.subjects.map(codeOf).sort()])).toEqual([
      ['COMMITTEE_DECISION', 'SECRET_BALLOT', ['CB11-01', 'CB11-02', 'CB11-03', 'CB11-04', 'CB11-05', 'CB12-01']],
    ]);
  }, 60_000);

  it('decides inside the gates of the quarter and proves it', async () => {
    await plane.sql.query(`insert into app.fact (id, subject_kind, subject_id, year, key, value) select gen_random_uuid(), 'MEMBER', id, 2026, 'points', '7500' from app.member where code = 'CB11-02'`);
    await committee.open('DECISION');
    const input = { kind: 'MEMBERS_AND_UNITS', number: '02-QD/TEST', decidedOn: '2026-06-15' };
    await expect(committee.ask(leader, 'issueDecision', input)).rejects.toMatchObject({ code: 'DECISION.ABOVE_CEILING', facts: { subjects: [{ reviewId: reviewId['CB11-02'], level: 1, ceiling: 2, failing: expect.arrayContaining(['M1.POINTS']) }] } });
    await committee.ask(leader, 'issueDecision', { ...input, adjustments: [{ reviewId: reviewId['CB11-02']!, level: 2, reason: 'Chưa đủ điểm' }] });
    const [row] = await plane.sql.query<{ state: string; level: number; ceiling: number; proof: { outcome: string; inputs: { pack: string } } }>('select state, decided_level as level, ceiling, proof from app.review where id = $1', [reviewId['CB11-02']]);
    expect(row).toMatchObject({ state: 'NOTIFIED', level: 2, ceiling: 2, proof: { outcome: 'LEVEL_2', inputs: { pack: loadRulePacks().forPeriod({ year: 2026, quarter: 2 }).content.id } } });
    expect(await states()).toMatchObject({ 'CB11-01': 'NOTIFIED', 'CB12-01': 'NOTIFIED', 'CB12-02': 'EXEMPT' });
  });

  it('hands up by itself; nothing is left to the superior', async () => {
    expect(await committee.open('SUBMISSION')).toBeNull();
    expect(await outstanding(await superior.open('UNITS'))).toBe(0);
    for (const kind of ['MEETING', 'DECISION', 'HEADS'] as const) expect(await superior.open(kind)).toBeNull();
    const signals = await plane.sql.query<{ target: string }>(`select distinct target from app.outbox where name = 'resultDecided' order by target`);
    expect(signals.map((row) => row.target)).toContain(organisationWorkflowId(CYCLE, 'DB1'));
    // Woken by that, the organisation finds nobody who was reviewed late.
    expect(await committee.open('MEETING')).toBeNull();
    expect(await committee.open('DECISION')).toBeNull();
  });

  it('is no year: no history, no candidates, and the log makes the same results again', async () => {
    for (const phase of ['REVIEW', 'CLASSIFICATION', 'COMMENDATION'] as const) await plane.engine.recordPhase(superior.body, 'annualCycle', phase);
    await superior.open('COMMENDATION');
    expect(await plane.engine.deriveCandidates(CYCLE)).toEqual({ candidates: 0 });
    await plane.engine.closeCycle(CYCLE);
    expect(await plane.sql.query('select * from app.rating_history')).toEqual([]);
    expect(await plane.sql.query(`select count(*)::int as n from app.review where state = 'CLOSED'`)).toEqual([{ n: 18 }]);
    expect(await plane.recompute.run(CYCLE)).toMatchObject({ levels: 6, differences: 0 });
  });

  it('is read by the year where its pack asks: a lowest quarter bars the top once the superior has chosen so', async () => {
    await plane.sql.query(`update app.review set decided_level = 4 where id = $1`, [reviewId['CB11-03']]);
    const chosen = { ...plane.settings, id: 'TEST', values: { ...plane.settings.values, 'quarter.lowestBarsTop': { value: 1, source: 'thử', mark: 'I' as const } } };
    await plane.openCycles.open(leader, { superiorCode: 'KHOI', period: '2026', clock: 'DRIVEN', clockOn: '2026-12-01', rules: {}, settings: chosen, plan: {}, simulated: true });
    await plane.engine.freezeCycle('KHOI.2026');
    const packs = loadRulePacks();
    const ceilings = (settings: typeof chosen) =>
      plane.uow.run(async (tx) => {
        const cycle = await tx.cycles.get('KHOI.2026');
        const book = { ...packs.compile(packs.forYear(2026).content, settings), rating: packs.forYear(2026).content } as unknown as RuleBook;
        const reviews = (await tx.reviews.atOrganisation(cycle.id, await plane.organisationId('CB11'), 'MEMBER')).filter((review) => review.state === 'NOT_STARTED');
        const { facts } = await knownFacts(tx, cycle, book, reviews, new Map());
        const codes = new Map((await plane.sql.query<{ id: string; code: string }>('select id, code from app.member')).map((row) => [row.id, row.code]));
        return Object.fromEntries(reviews.map((review) => [codes.get(review.subjectId), [facts.get(review.id)?.['quartersLowest'] ?? null, classify({ subject: 'MEMBER', facts: { quartersLowest: facts.get(review.id)?.['quartersLowest'] ?? null } }, { pack: book.rating, gates: book.gates }).ceiling]]));
      });
    expect(await ceilings(chosen)).toMatchObject({ 'CB11-02': [0, 1], 'CB11-03': [1, 2], 'CB11-06': [null, 1] });
    expect(await ceilings(plane.settings as typeof chosen)).toMatchObject({ 'CB11-03': [1, 1] });
  });
});
