import { cellWorkflowId } from '@binhxet/contracts';
import { newId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { Engine } from '@binhxet/application';
import { smallOrganisation } from '../../setup/small-organisation.js';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';
import { InlineEngine } from './two-trees.js';

const CYCLE = 'KHOI.2026-Q2';
const CLAUSE = 'HD 02-HD/BTCTW (2026)';

/** The quarter opens over the API; whom it takes follows from stored posts, leave, training and inspections, by the clauses of the pack. */
describe('opening a quarter', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  let superior: SignedInClient;
  const engine = new InlineEngine();
  const idOf = async (code: string) => (await api.db.query<{ id: string }>('select id from app.member where code = $1', [code])).rows[0]!.id;
  const as = async (code: string) => api.signedIn({ memberId: await idOf(code) });
  const opening = (packs: Record<string, string> = {}) => ({ superiorCode: 'KHOI', period: '2026-Q2', clock: 'DRIVEN', clockOn: '2026-06-10', settings: loadRulePacks().ofKind('settings')[0]!.content.id, plan: {}, packs, simulated: true });
  const review = async (code: string) =>
    (await api.db.query<{ id: string; state: string; non_level: string | null; non_level_clause: string | null }>(`select r.id, r.state, r.non_level, r.non_level_clause from app.review r join app.member m on m.id = r.subject_id where m.code = $1`, [code])).rows[0]!;

  beforeAll(async () => {
    api = await startApi({}, { replacements: [{ provide: Engine, useValue: engine }] });
    engine.api = api;
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    const files = smallOrganisation({ cells: 2, membersPerCell: 9 });
    const table = (kind: string, rows: Record<string, string>[]) => ({ name: `${kind}.csv`, kind, columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows: rows.map((values, n) => ({ row: n + 2, values })) });
    const seat = (member: string, from: string, to = '') => ({ member, organisation: 'DB1', body: 'PARTY_COMMITTEE', post: 'COMMITTEE_MEMBER', head: 'no', from, to });
    const posts = files.find((file) => file.kind === 'posts')!.rows.map(({ values }) => ({ to: '', ...values }));
    const more = [seat('CB12-02', '2026-05-20'), seat('CB12-03', '2020-01-01', '2026-05-19'), seat('CB12-03', '2026-05-20'), seat('CB12-04', '2020-01-01'), seat('CB12-05', '2020-01-01'), seat('CB12-06', '2020-01-01'), seat('CB12-09', '2020-01-01', '2026-05-31')];
    const facts = table('facts', [{ subjectKind: 'MEMBER', subject: 'CB12-07', year: '2026', key: 'holdsLeadershipPost', value: 'true', source: 'Danh sách cán bộ' }]);
    const imported = await admin.send('POST', '/api/v1/imports', { files: [...files.filter((file) => file.kind !== 'posts'), table('posts', [...posts, ...more]), facts] }, { 'idempotency-key': newId() });
    expect([imported.statusCode, imported.body]).toMatchObject([200, expect.any(String)]);
    superior = await as('CB11-01');
    const record = async (who: string, where: string, payload: object) => {
      const answer = await (await as(who)).send('POST', `/api/v1/organisations/${where}/work-records`, { subjectKind: 'MEMBER', ...payload }, { 'idempotency-key': newId() });
      expect([answer.statusCode, answer.body]).toMatchObject([201, expect.any(String)]);
    };
    await record('CB12-01', 'CB12', { kind: 'LEAVE', on: '2026-04-01', detail: 'STUDY', subject: 'CB12-04' });
    await record('CB12-01', 'CB12', { kind: 'LEAVE', on: '2026-04-01', to: '2026-06-05', detail: 'SICK', subject: 'CB12-05' });
    await record('CB11-01', 'DB1', { kind: 'INSPECTION', on: '2026-05-04', detail: 'SIGNS_OF_VIOLATION', subject: 'CB12-06' });
    await record('CB11-01', 'DB1', { kind: 'INSPECTION', on: '2026-05-04', detail: 'REGULAR', subject: 'CB12-01' });
    const wrong = await (await as('CB11-01')).send('POST', '/api/v1/organisations/DB1/work-records', { kind: 'INSPECTION', on: '2026-05-04', detail: 'KIND', subjectKind: 'MEMBER', subject: 'CB12-01' }, { 'idempotency-key': newId() });
    expect(wrong.json()).toMatchObject({ code: 'WORK_RECORD.INVALID', errors: [{ pointer: '/detail', code: 'WORK.DETAIL_UNKNOWN', facts: { accepted: expect.arrayContaining(['REGULAR', 'SIGNS_OF_VIOLATION']) } }] });
  }, 120_000);
  afterAll(async () => {
    await engine.close();
    await api?.stop();
  });

  it('refuses a pack of years, and takes the one of quarters by itself', async () => {
    const year = loadRulePacks().forYear(2026).content.id;
    expect((await superior.send('POST', '/api/v1/cycles', opening({ rating: year }))).json()).toMatchObject({ code: 'PACK.PERIOD_OTHER', facts: { quarter: 2 } });
    const opened = await superior.send('POST', '/api/v1/cycles', opening());
    expect([opened.statusCode, opened.json()]).toEqual([201, { cycleId: CYCLE }]);
    const pinned = (await superior.get(`/api/v1/cycles/${CYCLE}`)).json().pins.map((pin: { id: string }) => pin.id);
    expect(pinned).toContain(loadRulePacks().forPeriod({ year: 2026, quarter: 2 }).content.id);
  });

  it('freezes the kinds of subjects that the pack names, and everybody on the roll', async () => {
    expect(await (await engine.plane(api)).freezeCycle(CYCLE)).toMatchObject({ bodies: 4, members: 18 });
    const { rows } = await api.db.query('select subject_kind as kind, count(*)::int as n from app.review where cycle_id = $1 group by 1', [CYCLE]);
    expect(rows).toEqual([{ kind: 'MEMBER', n: 18 }]);
  });

  it.each<[string, string, string, string | null]>([
    ['a secretary, inspected in the regular way', 'CB12-01', 'NOT_STARTED', null],
    ['appointed less than a month ago', 'CB12-02', 'NOT_YET_RATED', 'NEW_APPOINTMENT'],
    ['another post without a break', 'CB12-03', 'NOT_STARTED', null],
    ['away to study for two months', 'CB12-04', 'NOT_YET_RATED', 'TRAINING'],
    ['ill for two months', 'CB12-05', 'NOT_YET_RATED', 'SICK_IN_QUARTER'],
    ['inspected for signs of violation', 'CB12-06', 'NOT_YET_RATED', 'UNDER_INSPECTION'],
    ['leads outside the Party, as imported', 'CB12-07', 'NOT_STARTED', null],
    ['leads nothing', 'CB12-08', 'EXEMPT', 'NO_LEADERSHIP_POST'],
    ['led until the end of May', 'CB12-09', 'EXEMPT', 'NO_LEADERSHIP_POST'],
  ])('%s', async (_, code, state, rule) => {
    const row = await review(code);
    expect(row).toMatchObject({ state, non_level: rule === null ? null : state });
    const view = (await (await as(code)).get(`/api/v1/reviews/${row.id}`)).json() as { proof: { outcome: string; children: { outcome: string; children: { rule: string; clause: string }[] }[] } | null; explanation: { text: string; clause: string | null }[] };
    if (rule === null) return expect(view.proof ?? null).toBeNull();
    expect(row.non_level_clause).toBe(CLAUSE);
    expect(view.proof).toMatchObject({ outcome: state, children: [{ children: [{ rule, clause: CLAUSE }] }, {}] });
    expect(JSON.stringify(view.explanation)).toContain(CLAUSE);
  });

  it('asks papers of those who are rated alone', async () => {
    const { rows } = await api.db.query<{ id: string }>(`select id from app.organisation where code = 'CB12'`);
    const step = await (await engine.plane(api)).openStep({ cycleId: CYCLE, orgId: rows[0]!.id, workflowId: cellWorkflowId(CYCLE, 'CB12') }, 'SELF_REVIEW');
    expect(step?.outstanding).toBe(3);
  });
});
