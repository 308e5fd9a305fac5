import { createControlPlane, Engine, PinnedRules } from '@binhxet/application';
import { type BodyRef, cellWorkflowId, lateReviewWorkflowId, organisationWorkflowId, type StepRef } from '@binhxet/contracts';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { smallOrganisation } from '../../setup/small-organisation.js';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';

const CYCLE = 'KHOI.2026';
const GROUNDS = { decision: '15-QĐ/ĐU', reason: 'Sắp xếp tổ chức' };
type Body = Record<string, unknown>;

/** Takes what the relay would hand over and does nothing: the test is the engine. */
class StillEngine extends Engine {
  async update(): Promise<never> {
    throw new Error('no body acts in this test');
  }
  async start(): Promise<void> {}
  async signal(): Promise<void> {}
  async describe(): Promise<null> {
    return null;
  }
  async ping(): Promise<void> {}
}

/** Mergers, transfers and leaving while a cycle is open: through the API, each in the record of the cycle. */
describe('changes while a cycle is open', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  let worker: Awaited<ReturnType<typeof openDataSource>>;
  let plane: ReturnType<typeof createControlPlane>;
  const steps = new Map<string, StepRef>();

  const idOf = async (table: 'member' | 'organisation', code: string) => (await api.db.query<{ id: string }>(`select id from app.${table} where code = $1`, [code])).rows[0]!.id;
  const cell = async (code: string): Promise<BodyRef> => ({ cycleId: CYCLE, orgId: await idOf('organisation', code), workflowId: cellWorkflowId(CYCLE, code) });
  const change = (on: string, what: Body) => admin.send('POST', '/api/v1/organisation-changes', { ...GROUNDS, effectiveOn: on, change: what });
  const transfer = (code: string, to: string, on: string, decision = '31-QĐ/ĐU') => admin.send('POST', `/api/v1/members/${code}/transfers`, { decision, reason: 'Điều động', effectiveOn: on, to });
  const step = async (id: string) => (await api.db.query<{ outstanding: number; total: number; state: string }>('select outstanding, total, state from app.step where id = $1', [id])).rows[0]!;
  const reviews = async (code: string) =>
    (
      await api.db.query<{ id: string; cell: string; state: string }>(
        `select r.id, o.code as cell, r.state from app.review r join app.organisation o on o.id = r.organisation_id join app.member m on m.id = r.subject_id where r.subject_kind = 'MEMBER' and m.code = $1 order by r.id`,
        [code],
      )
    ).rows;
  const unitReview = async (code: string) =>
    (await api.db.query(`select r.state, r.non_level, r.non_level_clause from app.review r join app.organisation o on o.id = r.subject_id where r.subject_kind = 'ORGANISATION' and o.code = $1`, [code])).rows[0] as Body;
  const outbox = async (name: string) => (await api.db.query<{ target: string }>('select target from app.outbox where name = $1 order by target', [name])).rows.map((row) => row.target);
  const effects = async (organisation?: string) =>
    (
      await api.db.query<{ org: string; payload: Body }>(
        `select e.org, p.payload::json as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'snapshot.changed' and e.cycle = $1 order by e.id`,
        [CYCLE],
      )
    ).rows
      .filter((row) => organisation === undefined || row.org === organisation)
      .map(({ org, payload }) => [org, payload['effect'], payload['decision']]);

  beforeAll(async () => {
    api = await startApi({}, { replacements: [{ provide: Engine, useValue: new StillEngine() }] });
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    expect((await admin.send('POST', '/api/v1/imports', { files: smallOrganisation({ cells: 8, membersPerCell: 6 }) })).statusCode).toBe(200);
    const superior = await api.signedIn({ memberId: await idOf('member', 'CB11-01') });
    const settings = loadRulePacks().ofKind('settings')[0]!.content.id;
    const opened = await superior.send('POST', '/api/v1/cycles', { superiorCode: 'KHOI', period: '2026', clock: 'REAL', settings, plan: {}, simulated: true });
    expect(opened.json()).toMatchObject({ cycleId: CYCLE });
    // Moments between opening and freezing: a decision waits.
    expect((await transfer('CB12-06', 'CB13', '2026-03-01')).json().code).toBe('CYCLE.NOT_FROZEN_YET');
    worker = await openDataSource({ url: api.database.urls.bx_worker, poolSize: 4, applicationName: 'test-worker', onPoolError: () => undefined });
    const clock = { now: () => new Date() };
    const ids = { next: newId, secret: newSecretId };
    plane = createControlPlane({ uow: new PgUnitOfWork(worker, clock, ids), rules: new PinnedRules(loadRulePacks()), clock, ids, publicUrl: 'http://127.0.0.1' });
    await plane.freezeCycle(CYCLE);
    for (const code of ['CB12', 'CB13', 'CB14', 'CB15', 'CB16', 'CB17']) steps.set(code, (await plane.openStep(await cell(code), 'SELF_REVIEW'))!);
    steps.set('DB1', (await plane.openStep({ cycleId: CYCLE, orgId: await idOf('organisation', 'DB1'), workflowId: organisationWorkflowId(CYCLE, 'DB1') }, 'UNITS'))!);
  });
  afterAll(async () => {
    await worker?.destroy();
    await api?.stop();
  });

  it('merges two cells in mid-cycle: reviews go on at the new one, the old ones end, the level above waits for the new one', async () => {
    const author = await api.signedIn({ memberId: await idOf('member', 'CB12-02') });
    const [paper] = await reviews('CB12-02');
    const form = loadRulePacks().forYear(2026).content.forms?.find((one) => one.subject === 'MEMBER');
    expect((await author.send('PUT', `/api/v1/reviews/${paper!.id}/paper`, { form: form!.id, sections: { [form!.sections[0]!.id]: 'Kết quả trong năm' }, selfLevel: 2 }, { 'if-none-match': '*' })).statusCode).toBeLessThan(300);

    const answer = await change('2026-10-01', { kind: 'MERGE', predecessors: ['CB12', 'CB13'], node: { code: 'CB-M', name: 'Chi bộ hợp nhất', role: 'SUBORDINATE_CELL', parent: 'DB1' } });
    expect(answer.statusCode).toBe(200);
    const found = (answer.json() as { cycles: { effect: string }[] }).cycles.map((one) => one.effect);
    expect(found.filter((one) => one === 'MEMBER_LEFT_CELL')).toHaveLength(12);
    expect(found.filter((one) => one === 'MEMBER_CAME_TO_CELL')).toHaveLength(12);
    expect(found.filter((one) => one.startsWith('UNIT'))).toEqual(['UNIT_JOINED', 'UNIT_ENDED', 'UNIT_ENDED']);

    expect((await reviews('CB12-02')).map((row) => [row.cell, row.state])).toEqual([
      ['CB12', 'TRANSFERRED_OUT'],
      ['CB-M', 'NOT_STARTED'],
    ]);
    const { rows: copied } = await api.db.query('select sections from app.review_paper where review_id = $1', [(await reviews('CB12-02'))[1]!.id]);
    expect(Object.values(copied[0].sections as Record<string, string>)).toEqual(['Kết quả trong năm']);
    expect(await step(steps.get('CB12')!.stepId)).toEqual({ outstanding: 0, total: 6, state: 'CLOSED' });
    expect(await step(steps.get('DB1')!.stepId)).toMatchObject({ outstanding: 7, state: 'OPEN' }); // eight cells, two less, one more
    const { rows: tasks } = await api.db.query(`select count(*)::int as n from app.task where step_id = $1 and state = 'OPEN'`, [steps.get('CB12')!.stepId]);
    expect(tasks[0].n).toBe(0);
    expect(await unitReview('CB12')).toEqual({ state: 'CLOSED', non_level: 'NOT_RATED', non_level_clause: '15-QĐ/ĐU' });
    expect(await unitReview('CB-M')).toMatchObject({ state: 'NOT_STARTED' });
    expect(await outbox('bodyEnded')).toEqual([cellWorkflowId(CYCLE, 'CB12'), cellWorkflowId(CYCLE, 'CB13')]);
    expect(await outbox('cellReview')).toEqual([cellWorkflowId(CYCLE, 'CB-M')]);
    // The number of the decision stands on all three.
    for (const [code, effect] of [['CB12', 'UNIT_ENDED'], ['CB13', 'UNIT_ENDED'], ['CB-M', 'UNIT_JOINED']] as const) expect(await effects(code)).toContainEqual([code, effect, '15-QĐ/ĐU']);
    // What the new cell's own workflow does next: twelve papers are expected.
    expect((await plane.openStep(await cell('CB-M'), 'SELF_REVIEW'))?.outstanding).toBe(12);
  });

  it('follows a member who moves twice in a year', async () => {
    expect((await transfer('CB14-02', 'CB15', '2026-04-01')).json()).toMatchObject({ cycles: [{ effect: 'MEMBER_LEFT_CELL', organisation: 'CB14' }, { effect: 'MEMBER_CAME_TO_CELL', organisation: 'CB15' }] });
    expect(await step(steps.get('CB14')!.stepId)).toMatchObject({ outstanding: 5, total: 6 });
    expect(await step(steps.get('CB15')!.stepId)).toMatchObject({ outstanding: 7, total: 7 });
    const { rows: tasks } = await api.db.query(`select count(*)::int as n from app.task t join app.member m on m.id = t.member_id where m.code = 'CB14-02' and t.kind = 'WRITE_SELF_REVIEW' and t.state = 'OPEN'`);
    expect(tasks[0].n).toBe(1);

    expect((await transfer('CB14-02', 'CB14', '2026-08-01', '32-QĐ/ĐU')).statusCode).toBe(200);
    expect((await reviews('CB14-02')).map((row) => [row.cell, row.state])).toEqual([
      ['CB14', 'TRANSFERRED_OUT'],
      ['CB15', 'TRANSFERRED_OUT'],
      ['CB14', 'NOT_STARTED'],
    ]);
    expect(await step(steps.get('CB14')!.stepId)).toMatchObject({ outstanding: 6, total: 7 });
    expect(await step(steps.get('CB15')!.stepId)).toMatchObject({ outstanding: 6, total: 7 });
    const mine = (await effects()).filter(([, effect, decision]) => String(effect).startsWith('MEMBER') && ['31-QĐ/ĐU', '32-QĐ/ĐU'].includes(String(decision)));
    expect(mine).toEqual([
      ['CB14', 'MEMBER_LEFT_CELL', '31-QĐ/ĐU'],
      ['CB15', 'MEMBER_CAME_TO_CELL', '31-QĐ/ĐU'],
      ['CB15', 'MEMBER_LEFT_CELL', '32-QĐ/ĐU'],
      ['CB14', 'MEMBER_CAME_TO_CELL', '32-QĐ/ĐU'],
    ]);
    const { rows: roll } = await api.db.query(`select o.code from app.cycle_roll r join app.organisation o on o.id = r.organisation_id join app.member m on m.id = r.member_id where m.code = 'CB14-02'`);
    expect(roll).toEqual([{ code: 'CB14' }]);
  });

  it('lets a meeting go on with its frozen roll, and says so', async () => {
    const place = await cell('CB16');
    const people = await Promise.all([1, 2, 3].map((n) => idOf('member', `CB16-0${n}`)));
    await api.db.query(
      `insert into app.meeting (id, cycle_id, superior_id, organisation_id, kind, state, step_id, workflow_id, held_on, chair_id, minute_taker_id, teller_ids, summoned, created_at)
       values ($1, $2, $3, $4, 'CELL_REVIEW', 'BALLOTING', $5, $6, '2026-11-22', $7, $7, $8, 6, now())`,
      [newId(), CYCLE, await idOf('organisation', 'KHOI'), place.orgId, steps.get('CB16')!.stepId, place.workflowId, people[0], people.slice(1)],
    );
    expect((await transfer('CB16-04', 'CB17', '2026-11-01', '33-QĐ/ĐU')).json()).toMatchObject({ cycles: [{ effect: 'MEMBER_STAYS_ON_FROZEN_ROLL', organisation: 'CB16' }] });
    expect((await reviews('CB16-04')).map((row) => [row.cell, row.state])).toEqual([['CB16', 'NOT_STARTED']]);
    expect(await step(steps.get('CB17')!.stepId)).toMatchObject({ outstanding: 6, total: 6 });
    const merged = await change('2026-11-02', { kind: 'ABSORB', predecessors: ['CB16'], successor: 'CB17' });
    const found = (merged.json() as { cycles: { effect: string; organisation: string }[] }).cycles;
    expect(found.filter((one) => one.effect === 'MEMBER_STAYS_ON_FROZEN_ROLL')).toHaveLength(5);
    expect(found.at(-1)).toEqual({ cycleId: CYCLE, organisation: 'CB16', effect: 'UNIT_GOES_ON_FROZEN' });
    expect(await effects('CB16')).toContainEqual(['CB16', 'UNIT_GOES_ON_FROZEN', '15-QĐ/ĐU']);
    expect(await unitReview('CB16')).toMatchObject({ state: 'NOT_STARTED' });
    // The organisation itself has ended all the same.
    expect((await admin.get('/api/v1/organisations/CB16')).statusCode).toBe(404);
  });

  it('ends the late review of a member who moves away before it was held', async () => {
    const [review] = await reviews('CB15-05');
    await api.db.query(`update app.review set state = 'WAITING_ABSENT' where id = $1`, [review!.id]);
    const late = lateReviewWorkflowId(CYCLE, review!.id);
    const opened = await plane.openStep({ ...(await cell('CB15')), workflowId: late }, 'LATE_SELF_REVIEW', review!.id);
    expect((await transfer('CB15-05', 'CB14', '2026-10-05', '34-QĐ/ĐU')).json()).toMatchObject({ cycles: [{ effect: 'MEMBER_LEFT_CELL' }, { effect: 'MEMBER_CAME_TO_CELL' }] });
    expect(await step(opened!.stepId)).toMatchObject({ state: 'CLOSED' });
    expect(await outbox('bodyEnded')).toContain(late);
  });

  it('releases what waited for a member who died, and exempts one in the middle of the cycle', async () => {
    const before = (await step(steps.get('CB15')!.stepId)).outstanding;
    const act = (code: string, path: string, body: Body) => admin.send('POST', `/api/v1/members/${code}/${path}`, { reason: 'Lý do', effectiveOn: '2026-09-01', ...body });
    expect((await act('CB15-03', 'leaving', { cause: 'DEATH' })).json()).toMatchObject({ cycles: [{ effect: 'MEMBER_LEFT_PARTY' }] });
    expect((await act('CB15-04', 'periods', { kind: 'EXEMPTED', decision: '40-QĐ' })).json()).toMatchObject({ cycles: [{ effect: 'MEMBER_EXEMPT' }] });
    expect((await step(steps.get('CB15')!.stepId)).outstanding).toBe(before - 2);
    expect((await reviews('CB15-03'))[0]!.state).toBe('LEFT_PARTY');
    expect((await reviews('CB15-04'))[0]!.state).toBe('EXEMPT');
    const { rows } = await api.db.query(`select r.non_level, r.non_level_clause from app.review r join app.member m on m.id = r.subject_id where m.code = 'CB15-04' and r.subject_kind = 'MEMBER'`);
    expect(rows[0]).toMatchObject({ non_level: 'EXEMPT', non_level_clause: expect.any(String) });
  });

  it('moves a cell to another organisation with all that is counted with it', async () => {
    await change('2026-10-02', { kind: 'ESTABLISH', node: { code: 'DB2', name: 'Đảng bộ mới', role: 'GRASSROOTS_COMMITTEE_ORG', parent: 'KHOI' } });
    expect((await change('2026-10-03', { kind: 'MOVE', code: 'CB18', parent: 'DB2' })).json()).toMatchObject({ cycles: [{ effect: 'UNIT_MOVED', organisation: 'CB18' }] });
    const { rows } = await api.db.query(
      `select distinct o.code as unit, d.code as decider from app.review r join app.organisation o on o.id = r.unit_id join app.organisation d on d.id = r.decider_id join app.organisation c on c.id = r.organisation_id where c.code = 'CB18'`,
    );
    expect(rows).toEqual([{ unit: 'DB2', decider: 'DB2' }]);
    expect(await outbox('organisationReview')).toEqual([organisationWorkflowId(CYCLE, 'DB2')]);
  });
});
