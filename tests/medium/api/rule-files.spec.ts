import { createControlPlane, PinnedRules, RuleFileShelf, withFreshRules } from '@binhxet/application';
import { onPool, openDataSource, PgRuleFileReader, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId } from '@binhxet/platform';
import { loadRulePacks, SHIPPED_RULES } from '@binhxet/rule-packs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Answer, type SignedInClient } from './api-under-test.js';
import { CYCLE, startTwoTrees } from './two-trees.js';

const shipped = readFileSync(path.join(SHIPPED_RULES, 'rating/P2025.yaml'), 'utf8');
/** The pack in force, ended in 2026, and its follower. */
const ending = shipped.replace('version: 1', 'version: 2').replace('from: 2025, to: null', 'from: 2025, to: 2026');
const following = shipped.replace('id: P2025', 'id: P2027X').replace('from: 2025, to: null', 'from: 2027, to: null').replace('value: 9000', 'value: 9500');

describe('rule files over HTTP', () => {
  let world: Awaited<ReturnType<typeof startTwoTrees>>;
  let superior: SignedInClient;
  const admin = (method: string, url: string, payload?: unknown): Promise<Answer> => world.administrator.send(method, `/api/v1/rule-files${url}`, payload);
  const stored = async (): Promise<string[]> => (await world.api.db.query<{ name: string }>(`select id || '@' || version || ' ' || state as name from app.rule_file order by 1`)).rows.map(({ name }) => name);
  const grounds = { reason: 'Thay đổi theo văn bản mới', document: '45-QĐ/ĐUK' };

  beforeAll(async () => {
    world = await startTwoTrees();
    superior = await world.as('CB12-03');
  });
  afterAll(() => world.stop());

  it('lists what is shipped and explains it', async () => {
    const { items } = (await superior.get('/api/v1/rule-files?kind=rating-pack')).json();
    expect(items).toContainEqual(expect.objectContaining({ id: 'P2025', version: 1, state: 'SHIPPED', newest: true, ratingYears: { from: 2025, to: null }, period: 'YEAR' }));
    const explained = (await superior.get('/api/v1/rule-files/P2014/explanation')).json();
    expect(JSON.stringify(explained)).toContain('chưa xác nhận');
    const changes = (await superior.get('/api/v1/rule-files/P2025/changes?from=P2023')).json();
    expect(changes).toMatchObject({ from: { id: 'P2023', version: 1 }, to: { id: 'P2025', version: 1 } });
    expect(changes.items).toContainEqual(expect.objectContaining({ path: '/values/aboveTargetPercent', old: { value: 50, source: 'QĐ 124-QĐ/TW, Điều 12', mark: 'V' } }));
  });

  it.each([
    ['a misspelt fact', ending.replace('fact.points >= value.pointsExcellent', 'fact.point >= value.pointsExcellent'), 'PACK.EXPRESSION', 'draft#/gates/0/expression/value', /unknown fact point/],
    ['no clause', ending.replace("source: 'QĐ 366-QĐ/TW, Điều 11', mark: V }", 'mark: V }'), 'PACK.SCHEMA', 'draft#/values/pointsExcellent', /source/],
    ['a year that another pack rules', following, 'PACK.INCONSISTENT', 'draft#/ratingYears', /shares a rating year with P2025/],
    ['no YAML', 'kind: [', 'PACK.UNREADABLE', 'draft#', /./],
  ])('refuses %s with its place, and keeps nothing', async (_, text, code, pointer, reason) => {
    const answer = await admin('POST', '/drafts', { text });
    expect([answer.statusCode, answer.json().code]).toEqual([400, 'PACK.INVALID']);
    expect(answer.json().errors).toContainEqual(expect.objectContaining({ pointer, code, facts: expect.objectContaining({ reason: expect.stringMatching(reason) }) }));
    expect(await stored()).toEqual([]);
  });

  it('refuses a version that is in force, naming the next', async () => {
    const answer = await admin('POST', '/drafts', { text: shipped.replace('value: 9000', 'value: 9500') });
    expect([answer.statusCode, answer.json()]).toEqual([409, expect.objectContaining({ code: 'PACK.VERSION_EXISTS', facts: { id: 'P2025', latest: 1, accepted: 2 } })]);
  });

  it('keeps a draft that only administrators see, and that nobody uses', async () => {
    const answer = await admin('POST', '/drafts', { text: ending.replace('to: 2026', 'to: 2030') });
    expect([answer.statusCode, answer.json().state]).toEqual([201, 'DRAFT']);
    expect((await admin('POST', '/drafts', { text: ending })).statusCode).toBe(201);
    expect(await stored()).toEqual(['P2025@2 DRAFT']);
    expect((await admin('GET', '?kind=rating-pack')).json().items).toContainEqual(expect.objectContaining({ id: 'P2025', version: 2, state: 'DRAFT', newest: false }));
    expect((await superior.get('/api/v1/rule-files')).json().items.some(({ state }: { state: string }) => state === 'DRAFT')).toBe(false);
    expect((await superior.get('/api/v1/rule-files/P2025?version=2')).json().code).toBe('PACK.NOT_FOUND');
    expect((await superior.get('/api/v1/rule-files/P2025')).json()).toMatchObject({ version: 1 });
    expect((await admin('GET', '/P2025/changes?version=2')).json().items.map((change: { path: string }) => change.path)).toEqual(['/version', '/ratingYears/to']);
  });

  it('tries a draft on the stored facts of a cycle and writes nothing', async () => {
    const facts = (['9400', '9200', '8000'] as const).map((value, at) => ({ row: at + 2, values: { subjectKind: 'MEMBER', subject: `CB11-0${at + 2}`, year: '2026', key: 'points', value } }));
    expect((await world.administrator.send('POST', '/api/v1/imports', { files: [{ name: 'facts.csv', kind: 'facts', columns: ['subjectKind', 'subject', 'year', 'key', 'value'], rows: facts }] })).statusCode).toBe(200);
    expect((await admin('POST', '/drafts', { text: ending.replace('value: 9000', 'value: 9300') })).statusCode).toBe(201);
    const before = await world.api.db.query('select count(*) from ledger.ledger_entry');
    const first = (await admin('POST', '/P2025/trial', { version: 2, cycleId: CYCLE, limit: 1 })).json();
    expect(first.counts.MEMBER).toEqual({ before: { 1: 9, 2: 1 }, after: { 1: 8, 2: 2 } });
    expect(first).toMatchObject({ changedTotal: 1, aboveCeiling: 0, changed: { items: [{ subjectKind: 'MEMBER', before: 1, after: 2, decided: null }], next: null } });
    expect((await world.api.db.query('select count(*) from ledger.ledger_entry')).rows).toEqual(before.rows);
    expect((await admin('POST', '/P2025/trial', { version: 2, cycleId: 'NGOAI.2026' })).statusCode).toBe(404);
    expect((await admin('POST', '/VR2021/trial', { version: 1, cycleId: CYCLE })).json().code).toBe('PACK.TRIAL_OF_RATING_ONLY');
  });

  it('publishes what was read, with reason and document in the ledger, once and for good', async () => {
    const { sha256 } = (await admin('POST', '/drafts', { text: ending })).json();
    const stale = await admin('POST', '/P2025/publication', { version: 2, sha256: 'ab'.repeat(32), ...grounds });
    expect([stale.statusCode, stale.json().code]).toEqual([412, 'PACK.DRAFT_CHANGED']);
    expect((await admin('POST', '/P2025/publication', { version: 2, sha256, reason: 'x' })).statusCode).toBe(400);
    expect((await admin('POST', '/P2025/publication', { version: 2, sha256, ...grounds })).json()).toEqual({ id: 'P2025', version: 2, sha256 });
    expect((await admin('POST', '/P2025/publication', { version: 2, sha256, ...grounds })).json().code).toBe('PACK.VERSION_EXISTS');
    const [entry] = (await world.api.db.query<{ payload: string }>(`select p.payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id where e.type = 'rule-pack.published'`)).rows;
    expect(JSON.parse(entry!.payload)).toMatchObject({ id: 'P2025', version: 2, kind: 'rating-pack', sha256, ...grounds });
    await expect(world.api.db.query(`update app.rule_file set title = 'khác'`)).rejects.toThrow(/final/);
    await expect(world.api.db.query(`delete from app.rule_file`)).rejects.toThrow(/final/);
    expect((await superior.get('/api/v1/rule-files/P2025')).json()).toMatchObject({ version: 2, state: 'PUBLISHED', newest: true, ...grounds });
  });

  it('opens the next cycle under published rules, at once and in a process that started before', async () => {
    const { sha256 } = (await admin('POST', '/drafts', { text: following })).json();
    expect((await admin('POST', '/P2027X/publication', { version: 1, sha256, ...grounds })).statusCode).toBe(201);
    const packs = loadRulePacks();
    const source = await openDataSource({ url: world.api.database.urls.bx_worker, poolSize: 2, applicationName: 'test-worker', onPoolError: () => undefined });
    try {
      const rules = new PinnedRules(packs, new RuleFileShelf(packs, new PgRuleFileReader(onPool(source))));
      const clock = { now: () => new Date() };
      const ids = { next: newId, secret: newSecretId };
      const plane = withFreshRules(createControlPlane({ uow: new PgUnitOfWork(source, clock, ids), rules, clock, ids, publicUrl: 'http://127.0.0.1' }), rules);
      const opened = await superior.send('POST', '/api/v1/cycles', { ...world.openCycle, period: '2027' });
      expect([opened.statusCode, opened.body]).toEqual([201, JSON.stringify({ cycleId: 'KHOI.2027' })]);
      expect((await superior.get('/api/v1/cycles/KHOI.2027/rules')).json()).toMatchObject({ packId: 'P2027X' });
      await plane.freezeCycle('KHOI.2027');
      expect(packs.get('P2027X').pin.sha256).toBe(sha256);
    } finally {
      await source.destroy();
    }
  });

  it('lives a year of five levels: papers, ballots and their columns follow the pack', async () => {
    const example = path.resolve(import.meta.dirname, '../../../docs/examples/rules-2027/2-P2027-EXAMPLE.yaml');
    const five = readFileSync(example, 'utf8').replace('from: 2027, to: null', 'from: 2028, to: null');
    const until2027 = following.replace('version: 1', 'version: 2').replace('from: 2027, to: null', 'from: 2027, to: 2027');
    for (const text of [until2027, five]) {
      const { id, version, sha256 } = (await admin('POST', '/drafts', { text })).json();
      expect((await admin('POST', `/${id}/publication`, { version, sha256, ...grounds })).statusCode).toBe(201);
    }
    const calendar = readFileSync(path.join(SHIPPED_RULES, 'calendars/CAL2028.yaml'), 'utf8').replaceAll('2028-', '2029-').replaceAll('2028', '2029');
    const { id, version, sha256 } = (await admin('POST', '/drafts', { text: calendar })).json();
    expect((await admin('POST', `/${id}/publication`, { version, sha256, ...grounds })).statusCode).toBe(201);
    expect((await superior.send('POST', '/api/v1/cycles', { ...world.openCycle, period: '2028' })).statusCode).toBe(201);
    const labels = (await superior.get('/api/v1/cycles/KHOI.2028/rules')).json().labels.filter((one: { subjectKind: string; short: string | null }) => one.subjectKind === 'MEMBER' && one.short !== null);
    expect(labels.map((one: { key: string; short: string }) => `${one.key} ${one.short}`)).toEqual(['1 HTXS', '2 HTT', '3 HTK', '4 HT', '5 KHT']);
    // The database holds ranks of any ladder, and none beyond.
    const level = (rank: number) => world.api.db.query(`update app.review set self_level = $1 where id = $2`, [rank, world.ids.reviewId]);
    await level(5);
    await expect(level(7)).rejects.toThrow(/check constraint/);
    // A ladder of four still refuses the fifth.
    const author = await world.as('CB11-02');
    const paper = await author.send('PUT', `/api/v1/reviews/${world.ids.reviewId}/paper`, { form: 'F.2A', sections: {}, selfLevel: 5 }, { 'if-match': '"v1"' });
    expect(paper.json().errors).toEqual([{ pointer: '/selfLevel', code: 'REQUEST.NOT_ACCEPTED', facts: { accepted: [1, 2, 3, 4] } }]);
  });

  it('leaves a cycle with what it is pinned to', async () => {
    const pins = (await world.api.db.query<{ pin: { id: string; version: number } }>(`select jsonb_array_elements(pins) as pin from app.cycle where id = $1`, [CYCLE])).rows.map(({ pin }) => `${pin.id}@${pin.version}`);
    expect(pins).toContain('P2025@1');
    expect((await superior.get(`/api/v1/cycles/${CYCLE}/rules`)).json()).toMatchObject({ packId: 'P2025' });
  });
});
