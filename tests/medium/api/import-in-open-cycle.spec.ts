import { createControlPlane, Engine, PinnedRules } from '@binhxet/application';
import { cellWorkflowId, organisationWorkflowId } from '@binhxet/contracts';
import { openDataSource, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { smallOrganisation } from '../../setup/small-organisation.js';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';
import { InlineEngine } from './two-trees.js';

const CYCLE = 'KHOI.2026';
const COLUMNS = ['code', 'name', 'role', 'parent', 'from', 'to', 'decision'];
type Body = Record<string, unknown>;
type Row = Record<string, string>;

/** The same things happen twice while a cycle is open: decided through the API on even cells, imported and accepted on odd ones. */
describe('an import while a cycle is open', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  let worker: Awaited<ReturnType<typeof openDataSource>>;
  let unitsStep = '';
  let batch = '';

  const idOf = async (table: 'member' | 'organisation', code: string) => (await api.db.query<{ id: string }>(`select id from app.${table} where code = $1`, [code])).rows[0]!.id;
  const ok = async (answer: Promise<{ statusCode: number; body: string; json(): unknown }>) => {
    const { statusCode, body } = await answer;
    if (statusCode >= 300) throw new Error(body);
    return JSON.parse(body) as Body;
  };
  const decide = (on: string, change: Body) => ok(admin.send('POST', '/api/v1/organisation-changes', { decision: '15-QĐ/ĐU', reason: 'Sắp xếp tổ chức', effectiveOn: on, change }));
  const cell = (code: string, more: Row = {}): Row => ({ code, name: `Chi bộ thử nghiệm ${code}`, role: 'SUBORDINATE_CELL', parent: 'DB1', from: '2015-01-01', ...more });
  const file = (rows: readonly Row[]) => ({ name: 'to-chuc.csv', kind: 'organisations', content: Buffer.from([COLUMNS.join(','), ...rows.map((row) => COLUMNS.map((name) => row[name] ?? '').join(','))].join('\n')).toString('base64') });
  const stage = (rows: readonly Row[]) => ok(admin.send('POST', '/api/v1/import-batches', { files: [file(rows)] })) as Promise<{ batchId: string; counts: Record<string, number> }>;
  const accept = (id: string) => ok(admin.send('POST', `/api/v1/import-batches/${id}/decisions`, { decision: 'ACCEPTED', classes: ['ADDED', 'CHANGED', 'ENDED', 'CONFLICT'] }));
  const apply = (id: string) => ok(admin.send('POST', `/api/v1/import-batches/${id}/apply`, {}));

  /** What the log says of an organisation, but for the ids, numbers and words in which two decisions differ. */
  const logOf = async (code: string) => {
    const { rows } = await api.db.query<{ type: string; cycle: string | null; payload: Body }>(
      `select e.type, e.cycle, p.payload::json as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id
       where e.org = $1 and e.type in ('organisation.changed', 'snapshot.changed', 'step.closed') and p.payload::json ->> 'member' is null order by e.id`,
      [code],
    );
    return rows.map(({ type, cycle, payload: { change, decision, reason: _reason, ...rest } }) => JSON.parse(JSON.stringify({ type, cycle, dated: [typeof change, typeof decision], ...rest }).replaceAll(code, 'CODE')) as Body);
  };
  const unitOf = async (code: string) =>
    (
      await api.db.query<Body>(
        `select u.phase, to_char(u.ended_on, 'YYYY-MM-DD') as ended_on, d.kind as ended_by, j.kind as joined_by, r.state, r.non_level,
           (select count(*)::int from app.task t where t.cycle_id = u.cycle_id and t.organisation_id = u.organisation_id and t.state in ('OPEN', 'CLAIMED')) as tasks,
           (select count(*)::int from app.step s where s.cycle_id = u.cycle_id and s.organisation_id = u.organisation_id and s.state = 'OPEN') as steps,
           (select count(*)::int from app.post p where p.organisation_id = u.organisation_id and p.to_on is null) as posts
         from app.cycle_unit u join app.review r on r.cycle_id = u.cycle_id and r.subject_kind = 'ORGANISATION' and r.subject_id = u.organisation_id
         left join app.organisation_change d on d.id = u.ended_by left join app.organisation_change j on j.id = u.joined_by where u.cycle_id = $1 and u.code = $2`,
        [CYCLE, code],
      )
    ).rows[0];
  const outstanding = async () => (await api.db.query<{ outstanding: number }>('select outstanding from app.step where id = $1', [unitsStep])).rows[0]!.outstanding;
  const entries = async () => Number((await api.db.query('select count(*) from ledger.ledger_entry')).rows[0].count);
  const same = async (decided: string, imported: string) => {
    expect(await logOf(imported)).toEqual(await logOf(decided));
    expect(await unitOf(imported)).toEqual(await unitOf(decided));
  };

  beforeAll(async () => {
    api = await startApi({}, { replacements: [{ provide: Engine, useValue: new InlineEngine() }] });
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    await ok(admin.send('POST', '/api/v1/imports', { files: smallOrganisation({ cells: 6, membersPerCell: 5 }) }));
    const superior = await api.signedIn({ memberId: await idOf('member', 'CB11-01') });
    await ok(superior.send('POST', '/api/v1/cycles', { superiorCode: 'KHOI', period: '2026', clock: 'REAL', settings: loadRulePacks().ofKind('settings')[0]!.content.id, plan: {}, simulated: true }));
    const early = await stage([cell('CB13', { name: 'Chi bộ khác' })]);
    await accept(early.batchId);
    // Moments between opening and freezing: an import waits, as a decision does.
    expect((await admin.send('POST', `/api/v1/import-batches/${early.batchId}/apply`, {})).json().code).toBe('CYCLE.NOT_FROZEN_YET');
    await admin.send('POST', `/api/v1/import-batches/${early.batchId}/cancel`);

    worker = await openDataSource({ url: api.database.urls.bx_worker, poolSize: 4, applicationName: 'test-worker', onPoolError: () => undefined });
    const clock = { now: () => new Date() };
    const ids = { next: newId, secret: newSecretId };
    const plane = createControlPlane({ uow: new PgUnitOfWork(worker, clock, ids), rules: new PinnedRules(loadRulePacks()), clock, ids, publicUrl: 'http://127.0.0.1' });
    await plane.freezeCycle(CYCLE);
    for (const code of ['CB12', 'CB13']) await plane.openStep({ cycleId: CYCLE, orgId: await idOf('organisation', code), workflowId: cellWorkflowId(CYCLE, code) }, 'SELF_REVIEW');
    unitsStep = (await plane.openStep({ cycleId: CYCLE, orgId: await idOf('organisation', 'DB1'), workflowId: organisationWorkflowId(CYCLE, 'DB1') }, 'UNITS'))!.stepId;
    for (const code of ['CB12', 'CB13'])
      for (const n of [1, 2, 3, 4, 5]) await ok(admin.send('POST', `/api/v1/members/${code}-0${n}/transfers`, { decision: '14-QĐ/ĐU', reason: 'Điều động', effectiveOn: '2026-10-15', to: 'CB11' }));
    await decide('2026-11-01', { kind: 'DISSOLVE', code: 'CB12' });
    await decide('2026-10-01', { kind: 'RENAME', code: 'CB14', name: 'Chi bộ tên mới' });
    await decide('2026-09-01', { kind: 'ESTABLISH', node: { code: 'CB22', name: 'Chi bộ mới', role: 'SUBORDINATE_CELL', parent: 'DB1' } });
    expect(await outstanding()).toBe(6); // six cells, one less, one more
  }, 120_000);
  afterAll(async () => {
    await worker?.destroy();
    await api?.stop();
  });

  const ROWS = [
    cell('CB13', { to: '2026-10-31', decision: '20-QĐ/ĐU' }),
    cell('CB15', { name: 'Chi bộ tên mới', from: '2026-10-01', decision: '21-QĐ/ĐU' }),
    cell('CB23', { name: 'Chi bộ mới', from: '2026-09-01', decision: '22-QĐ/ĐU' }),
  ];

  it('tells the cycle what its accepted rows end, rename and begin', async () => {
    const staged = await stage(ROWS);
    batch = staged.batchId;
    expect(staged.counts).toMatchObject({ ADDED: 1, CHANGED: 1, ENDED: 1 });
    await accept(batch);
    const answer = await apply(batch);
    expect(answer).toMatchObject({ written: 3, waiting: 0, remaining: 0 });
    expect((answer['cycles'] as { organisation: string; effect: string }[]).map((one) => [one.organisation, one.effect]).sort()).toEqual([
      ['CB13', 'UNIT_ENDED'],
      ['CB15', 'FROM_NEXT_SNAPSHOT'],
      ['CB23', 'UNIT_JOINED'],
    ]);
    expect(await outstanding()).toBe(6);
  });

  it('has the same entries, reviews, steps and tasks as the decisions, each with its number', async () => {
    await same('CB12', 'CB13');
    await same('CB14', 'CB15');
    await same('CB22', 'CB23');
    expect(await unitOf('CB13')).toMatchObject({ ended_on: '2026-11-01', ended_by: 'DISSOLVE', state: 'CLOSED', non_level: 'NOT_RATED', tasks: 0, steps: 0, posts: 0 });
    const outbox = async (name: string) => (await api.db.query<{ target: string }>('select target from app.outbox where name = $1 order by target', [name])).rows.map((row) => row.target);
    expect(await outbox('bodyEnded')).toEqual([cellWorkflowId(CYCLE, 'CB12'), cellWorkflowId(CYCLE, 'CB13')]);
    expect(await outbox('cellReview')).toEqual([cellWorkflowId(CYCLE, 'CB22'), cellWorkflowId(CYCLE, 'CB23')]);
    const { rows } = await api.db.query(`select c.kind, c.decision_number, o.code from app.organisation_change c join app.organisation_change_touches t on t.change_id = c.id join app.organisation o on o.id = t.organisation_id where c.content ->> 'import' = $1 order by o.code`, [batch]);
    expect(rows).toEqual([
      { kind: 'DISSOLVE', decision_number: '20-QĐ/ĐU', code: 'CB13' },
      { kind: 'RENAME', decision_number: '21-QĐ/ĐU', code: 'CB15' },
      { kind: 'ESTABLISH', decision_number: '22-QĐ/ĐU', code: 'CB23' },
    ]);
  });

  it('changes nothing when the same file comes again', async () => {
    expect(await apply(batch)).toMatchObject({ written: 0 });
    const before = await entries();
    const again = await stage(ROWS);
    expect(again.counts).toMatchObject({ UNCHANGED: 3, ADDED: 0, CHANGED: 0, ENDED: 0, CONFLICT: 0 });
    await accept(again.batchId);
    expect(await apply(again.batchId)).toMatchObject({ written: 0, cycles: [] });
    expect(await entries()).toBe(before);
    expect(await outstanding()).toBe(6);
  });

  it('moves a cell that has not begun, and lets a row wait whose day is still to come', async () => {
    await decide('2026-09-01', { kind: 'ESTABLISH', node: { code: 'DB2', name: 'Đảng bộ mới', role: 'GRASSROOTS_COMMITTEE_ORG', parent: 'KHOI' } });
    const { batchId } = await stage([cell('CB16', { parent: 'DB2', from: '2026-09-02' }), cell('CB14', { name: 'Chi bộ năm sau', from: '2099-01-01' })]);
    await accept(batchId);
    expect(await apply(batchId)).toMatchObject({ written: 1, waiting: 1, remaining: 1, cycles: [{ organisation: 'CB16', effect: 'UNIT_MOVED' }] });
    const { rows } = await api.db.query(`select distinct o.code as unit from app.review r join app.organisation o on o.id = r.unit_id join app.organisation c on c.id = r.organisation_id where c.code = 'CB16' and r.cycle_id = $1`, [CYCLE]);
    expect(rows).toEqual([{ unit: 'DB2' }]);
    expect(await outstanding()).toBe(5);
  });

  it('does not hold up decisions and imports for a cycle that began with the year: its tree is taken when the review opens', async () => {
    const superior = await api.signedIn({ memberId: await idOf('member', 'CB11-01') });
    await ok(superior.send('POST', '/api/v1/cycles', { superiorCode: 'KHOI', period: '2027', clock: 'REAL', settings: loadRulePacks().ofKind('settings')[0]!.content.id, plan: { registration: '2099-03-31' }, simulated: true }));
    await api.db.query(`update app.cycle set state = 'REGISTRATION' where id = 'KHOI.2027'`);
    expect(await decide('2026-11-02', { kind: 'RENAME', code: 'CB15', name: 'Chi bộ tên khác' })).toMatchObject({ revised: ['CB15'] });
    const { batchId } = await stage([cell('CB14', { name: 'Chi bộ tên khác', from: '2026-11-03' })]);
    await accept(batchId);
    expect(await apply(batchId)).toMatchObject({ written: 1, cycles: [{ cycleId: CYCLE, organisation: 'CB14', effect: 'FROM_NEXT_SNAPSHOT' }] });
  });

  it('leaves organisations that no open cycle holds to the import alone', async () => {
    const { batchId } = await stage([{ code: 'KHAC', name: 'Đảng bộ khác', role: 'SUPERIOR_ORG', from: '2015-01-01' }]);
    await accept(batchId);
    expect(await apply(batchId)).toMatchObject({ written: 1, cycles: [] });
    expect((await api.db.query(`select count(*)::int as n from app.organisation_change where content ->> 'import' = $1`, [batchId])).rows).toEqual([{ n: 0 }]);
  });
});
