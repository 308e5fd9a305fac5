import { smallOrganisation } from '../../setup/small-organisation.js';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';

const GROUNDS = { decision: '15-QĐ/ĐU', document: 'Quyết định sắp xếp tổ chức', reason: 'Sắp xếp tổ chức' };
type Body = Record<string, unknown>;

/** Decisions about the tree through the API: what they make of it, what stays readable, what is refused. */
describe('changes of the tree', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  let before: string;
  const change = (on: string, what: Body, more: Body = {}) => admin.send('POST', '/api/v1/organisation-changes', { ...GROUNDS, effectiveOn: on, change: what, ...more });
  const get = async (path: string) => (await admin.get(`/api/v1${path}`)).json();
  const events = async (type: string) =>
    (await api.db.query(`select e.org, p.payload::json as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = $1 order by e.id`, [type])).rows as { org: string; payload: Body }[];
  const children = async (code: string, query = '') => ((await get(`/organisations/${code}/children${query}`)) as { items: { code: string; memberCount: number }[] }).items.map((row) => [row.code, row.memberCount]);
  const cell = (code: string, parent = 'DB1') => ({ code, name: `Chi bộ mới ${code}`, role: 'SUBORDINATE_CELL', parent });

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    expect((await admin.send('POST', '/api/v1/imports', { files: smallOrganisation({ cells: 5, membersPerCell: 6 }) })).statusCode).toBe(200);
    // What the import knew was known long ago: a day before what follows.
    for (const table of ['organisation_version', 'membership', 'post']) {
      await api.db.query(`alter table app.${table} disable trigger user`);
      await api.db.query(`update app.${table} set recorded_at = now() - interval '30 days'`);
      await api.db.query(`alter table app.${table} enable trigger user`);
    }
    before = new Date(Date.now() - 5 * 86_400_000).toISOString().slice(0, 10);
  });
  afterAll(() => api?.stop());

  it('tells what a merger would do before it is done, and writes nothing', async () => {
    const answer = await change('2026-03-01', { kind: 'MERGE', predecessors: ['CB11', 'CB12'], node: cell('CB-M') }, { dryRun: true });
    expect(answer.json()).toMatchObject({ began: ['CB-M'], ended: ['CB11', 'CB12'], membersMoved: 12, postsEnded: 2, cycles: [] });
    expect((await admin.get('/api/v1/organisations/CB-M')).statusCode).toBe(404);
    expect(await events('organisation.changed')).toEqual([]);
  });

  it('merges two cells: people go on, both are recorded with the number, the past stays', async () => {
    expect((await change('2026-03-01', { kind: 'MERGE', predecessors: ['CB11', 'CB12'], node: cell('CB-M') })).json()).toMatchObject({ membersMoved: 12, postsEnded: 2 });
    expect(await children('DB1')).toEqual([['CB-M', 12], ['CB13', 6], ['CB14', 6], ['CB15', 6]]);
    expect(await children('DB1', '?validOn=2026-02-28')).toEqual([['CB11', 6], ['CB12', 6], ['CB13', 6], ['CB14', 6], ['CB15', 6]]);
    // As known before the decision was entered, nothing had happened on that day either.
    expect(await children('DB1', `?validOn=2026-03-01&recordedOn=${before}`)).toEqual([['CB11', 6], ['CB12', 6], ['CB13', 6], ['CB14', 6], ['CB15', 6]]);
    expect(((await get(`/organisations/CB11/members?validOn=2026-03-02&recordedOn=${before}`)) as { items: unknown[] }).items).toHaveLength(6);
    expect(((await get('/organisations/CB-M/members')) as { items: unknown[] }).items).toHaveLength(12);
    expect(((await get(`/organisations/CB11?validOn=2026-03-02&recordedOn=${before}`)) as { posts: unknown[] }).posts).toHaveLength(1);

    const recorded = await events('organisation.changed');
    expect(recorded.map(({ org, payload }) => [org, payload['effect'], payload['decision']])).toEqual([
      ['CB11', 'ENDED', '15-QĐ/ĐU'],
      ['CB12', 'ENDED', '15-QĐ/ĐU'],
      ['CB-M', 'BEGAN', '15-QĐ/ĐU'],
    ]);
    expect(recorded[2]!.payload['predecessors']).toEqual(['CB11', 'CB12']);
    expect((await events('member.transferred')).length).toBe(12);
    const versions = (await get('/organisations/CB11/versions')) as { from: string; to: string | null; supersededAt: string | null }[];
    expect(versions.map(({ from, to, supersededAt }) => [from, to, supersededAt === null])).toEqual([
      ['2015-01-01', null, false],
      ['2015-01-01', '2026-02-28', true],
    ]);
  });

  it('shows the results of predecessors with their names, through several changes', async () => {
    await api.db.query(
      `insert into app.rating_history (id, subject_kind, subject_id, year, pack_id, level, source) select gen_random_uuid(), 'ORGANISATION', id, 2024, 'P2023', case code when 'CB11' then 1 else 2 end, 'IMPORTED' from app.organisation where code in ('CB11', 'CB12')`,
    );
    await change('2026-04-01', { kind: 'ABSORB', predecessors: ['CB-M'], successor: 'CB13' });
    const lineage = (await get('/organisations/CB13/lineage')) as { predecessors: { code: string; depth: number; kind: string; decision: string }[]; years: { organisation: { code: string }; year: number; level: number }[] };
    expect(lineage.predecessors.map(({ code, depth, kind, decision }) => [code, depth, kind, decision])).toEqual([
      ['CB-M', 1, 'ABSORB', '15-QĐ/ĐU'],
      ['CB11', 2, 'MERGE', '15-QĐ/ĐU'],
      ['CB12', 2, 'MERGE', '15-QĐ/ĐU'],
    ]);
    expect(lineage.years.map((row) => [row.organisation.code, row.year, row.level])).toEqual([
      ['CB11', 2024, 1],
      ['CB12', 2024, 2],
    ]);
    expect(((await get('/organisations/CB11/lineage')) as { successors: { code: string }[] }).successors.map((step) => step.code)).toEqual(['CB-M', 'CB13']);
  });

  it('splits, renames, moves, changes the role, establishes and dissolves', async () => {
    expect((await change('2026-05-01', { kind: 'SPLIT', code: 'CB13', continues: true, parts: [{ node: cell('CB16'), children: [], members: ['CB11-01', 'CB11-02'] }] })).json()).toMatchObject({ began: ['CB16'], ended: [], membersMoved: 2 });
    expect((await change('2026-05-02', { kind: 'RENAME', code: 'CB13', name: 'Chi bộ đổi tên' })).statusCode).toBe(200);
    expect((await change('2026-05-03', { kind: 'ESTABLISH', node: { code: 'DB2', name: 'Đảng bộ mới', role: 'GRASSROOTS_COMMITTEE_ORG', parent: 'KHOI' } })).statusCode).toBe(200);
    expect((await change('2026-05-04', { kind: 'MOVE', code: 'CB14', parent: 'DB2' })).statusCode).toBe(200);
    expect((await change('2026-05-05', { kind: 'CHANGE_ROLE', code: 'CB15', role: 'GRASSROOTS_CELL', parent: 'KHOI' })).statusCode).toBe(200);
    expect((await change('2026-05-06', { kind: 'ESTABLISH', node: cell('CB17') })).statusCode).toBe(200);
    expect((await change('2026-05-07', { kind: 'DISSOLVE', code: 'CB17' })).statusCode).toBe(200);
    expect(await children('KHOI')).toEqual([['CB15', 6], ['DB1', 18], ['DB2', 6]]);
    expect(await children('DB1')).toEqual([['CB13', 16], ['CB16', 2]]);
    expect(await get('/organisations/CB14')).toMatchObject({ path: [{ code: 'KHOI' }, { code: 'DB2' }] });
    expect(await get('/organisations/CB14?validOn=2026-05-03')).toMatchObject({ path: [{ code: 'KHOI' }, { code: 'DB1' }] });
    expect(((await get('/organisations/CB13?validOn=2026-05-01')) as { name: string }).name).toBe('Chi bộ thử nghiệm CB13');
    const listed = (await get('/organisation-changes?organisation=DB1')) as { items: { kind: string }[] };
    expect(listed.items.map((row) => row.kind)).toEqual(expect.arrayContaining(['MERGE', 'ABSORB', 'SPLIT', 'RENAME', 'ESTABLISH', 'DISSOLVE']));
  });

  it('keeps subtrees of today right in the same transaction', async () => {
    const { rows } = await api.db.query(
      `select d.code from app.organisation_closure c join app.organisation a on a.id = c.ancestor_id join app.organisation d on d.id = c.descendant_id where a.code = 'DB2' and c.depth > 0`,
    );
    expect(rows).toEqual([{ code: 'CB14' }]);
  });

  it.each<[string, string, Body, number, string]>([
    ['a day that lies ahead', '2999-01-01', { kind: 'RENAME', code: 'CB13', name: 'x' }, 409, 'ORGANISATION.DATE_AHEAD'],
    ['a day before it existed', '2014-12-31', { kind: 'RENAME', code: 'CB13', name: 'x' }, 409, 'ORGANISATION.NOT_IN_FORCE'],
    ['a day before a recorded change', '2026-04-15', { kind: 'RENAME', code: 'CB13', name: 'x' }, 409, 'ORGANISATION.CHANGED_LATER'],
    ['a circle', '2026-06-01', { kind: 'MOVE', code: 'DB1', parent: 'CB13' }, 409, 'ORGANISATION.TREE_CYCLE'],
    ['a role that may not stand there', '2026-06-01', { kind: 'MOVE', code: 'CB13', parent: 'KHOI' }, 409, 'ORGANISATION.PARENT_NOT_ALLOWED'],
    ['members left behind', '2026-06-01', { kind: 'DISSOLVE', code: 'CB13' }, 409, 'ORGANISATION.MEMBERS_REMAIN'],
    ['a code that was used', '2026-06-01', { kind: 'ESTABLISH', node: cell('CB12') }, 409, 'ORGANISATION.CODE_TAKEN'],
    ['a merger of one', '2026-06-01', { kind: 'MERGE', predecessors: ['CB13'], node: cell('CB99') }, 400, 'ORGANISATION.CHANGE_INVALID'],
    ['no reason', '2026-06-01', { kind: 'RENAME', code: 'CB13', name: 'x' }, 400, 'REQUEST.INVALID'],
  ])('refuses %s', async (name, on, what, status, code) => {
    const answer = await change(on, what, name === 'no reason' ? { reason: '' } : {});
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  it('lets nobody rewrite what was known', async () => {
    for (const table of ['membership_superseded', 'post_superseded', 'member_period_superseded', 'member_superseded']) {
      for (const right of ['insert', 'update', 'delete']) {
        const { rows } = await api.db.query<{ may: boolean }>(`select has_table_privilege('bx_api', 'app.${table}', '${right}') as may`);
        expect([table, right, rows[0]!.may]).toEqual([table, right, false]);
      }
    }
  });
});
