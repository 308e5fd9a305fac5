import { smallOrganisation } from '../../setup/small-organisation.js';
import { type ApiUnderTest, type SignedInClient, startApi } from './api-under-test.js';

const GROUNDS = { decision: '21-QĐ/ĐU', reason: 'Điều động' };
type Body = Record<string, unknown>;

/** Transfers, posts, dated states, leaving, corrections: through the API, each in the record. */
describe('changes of people', () => {
  let api: ApiUnderTest;
  let admin: SignedInClient;
  const send = (code: string, act: string, on: string, body: Body) => admin.send('POST', `/api/v1/members/${code}/${act}`, { ...GROUNDS, effectiveOn: on, ...body });
  const get = async (path: string) => (await admin.get(`/api/v1${path}`)).json();
  const events = async (type: string, member: string) =>
    (
      await api.db.query(
        `select e.org, p.payload::json as payload from ledger.ledger_entry e join ledger.ledger_payload p on p.entry_id = e.id
         where e.type = $1 and p.payload::json->>'member' = (select id::text from app.member where code = $2) order by e.id`,
        [type, member],
      )
    ).rows as { org: string; payload: Body }[];
  const cellOn = async (code: string, day: string) => ((await get(`/members/${code}?validOn=${day}`)) as { organisation: { code: string } | null }).organisation?.code ?? null;

  beforeAll(async () => {
    api = await startApi();
    admin = await api.signedIn({ grant: 'ADMINISTRATOR' });
    expect((await admin.send('POST', '/api/v1/imports', { files: smallOrganisation({ cells: 3, membersPerCell: 9 }) })).statusCode).toBe(200);
  });
  afterAll(() => api?.stop());

  it('moves a member twice in a year: out and in, each with its decision', async () => {
    expect((await send('CB11-01', 'transfers', '2026-03-01', { to: 'CB12' })).json()).toMatchObject({ postsEnded: 1, cycles: [] });
    expect((await send('CB11-01', 'transfers', '2026-09-01', { to: 'CB13', decision: '22-QĐ/ĐU' })).statusCode).toBe(200);
    expect(await Promise.all(['2026-02-28', '2026-03-01', '2026-08-31', '2026-09-01'].map((day) => cellOn('CB11-01', day)))).toEqual(['CB11', 'CB12', 'CB12', 'CB13']);
    const moves = await events('member.transferred', 'CB11-01');
    expect(moves.map(({ org, payload }) => [org, payload['from'], payload['to'], payload['decision']])).toEqual([
      ['CB11', 'CB11', 'CB12', '21-QĐ/ĐU'],
      ['CB12', 'CB11', 'CB12', '21-QĐ/ĐU'],
      ['CB12', 'CB12', 'CB13', '22-QĐ/ĐU'],
      ['CB13', 'CB12', 'CB13', '22-QĐ/ĐU'],
    ]);
    const timeline = (await get('/members/CB11-01/timeline')) as { memberships: { from: string; to: string | null; organisation: { code: string }; supersededAt: string | null; decision: string | null }[] };
    expect(timeline.memberships.filter((row) => row.supersededAt === null).map((row) => [row.from, row.to, row.organisation.code])).toEqual([
      ['2026-09-01', null, 'CB13'],
      ['2026-03-01', '2026-08-31', 'CB12'],
      ['2015-01-01', '2026-02-28', 'CB11'],
    ]);
    expect(timeline.memberships.filter((row) => row.supersededAt !== null)).toHaveLength(2);
  });

  it('records posts, exemption, leave, suspension and activity elsewhere', async () => {
    expect((await send('CB11-07', 'posts', '2026-03-02', { organisation: 'CB11', body: 'MEMBERS_MEETING', post: 'SECRETARY', isHead: true })).statusCode).toBe(200);
    expect((await send('CB11-08', 'posts', '2026-03-02', { organisation: 'CB11', body: 'MEMBERS_MEETING', post: 'SECRETARY', isHead: true })).json().code).toBe('MEMBER.HEAD_DUPLICATE');
    expect((await send('CB11-07', 'posts/end', '2026-04-01', { organisation: 'CB11', body: 'MEMBERS_MEETING', post: 'SECRETARY' })).statusCode).toBe(200);
    expect((await send('CB11-08', 'posts', '2026-04-01', { organisation: 'CB11', body: 'MEMBERS_MEETING', post: 'SECRETARY', isHead: true })).statusCode).toBe(200);
    expect(((await get('/organisations/CB11?validOn=2026-03-20')) as { posts: { person: { code: string } }[] }).posts.map((post) => post.person.code)).toEqual(['CB11-07']);

    expect((await send('CB12-02', 'periods', '2026-02-01', { kind: 'SICK_LEAVE', to: '2026-05-31', decision: undefined })).statusCode).toBe(200);
    expect((await send('CB12-02', 'periods', '2026-05-01', { kind: 'SICK_LEAVE' })).json()).toMatchObject({ code: 'MEMBER.PERIODS_OVERLAP', facts: { from: '2026-02-01', to: '2026-05-31' } });
    expect((await send('CB12-03', 'periods', '2026-02-01', { kind: 'EXEMPTED' })).statusCode).toBe(200);
    expect((await send('CB12-03', 'periods/end', '2026-06-01', { kind: 'EXEMPTED' })).statusCode).toBe(200);
    expect((await send('CB12-04', 'periods', '2026-02-01', { kind: 'TEMPORARY_ELSEWHERE', organisation: 'CB13' })).statusCode).toBe(200);
    expect((await send('CB12-04', 'periods', '2026-02-01', { kind: 'SUSPENDED' })).statusCode).toBe(200);
    const timeline = (await get('/members/CB12-03/timeline')) as { periods: { kind: string; from: string; to: string | null; supersededAt: string | null }[] };
    expect(timeline.periods.filter((row) => row.supersededAt === null)).toMatchObject([{ kind: 'EXEMPTED', from: '2026-02-01', to: '2026-05-31' }]);
    expect((await events('member.period-changed', 'CB12-03')).map(({ payload }) => payload['effect'])).toEqual(['BEGAN', 'ENDED']);
  });

  it('lets the inspection commission suspend, and nothing else', async () => {
    const { rows } = await api.db.query<{ id: string }>(`select id from app.member where code = 'CB13-02'`);
    await send('CB13-02', 'posts', '2026-01-01', { organisation: 'KHOI', body: 'INSPECTION_COMMISSION', post: 'COMMISSION_CHAIR', isHead: true });
    const inspector = await api.signedIn({ memberId: rows[0]!.id });
    const as = (kind: string) => inspector.send('POST', '/api/v1/members/CB13-03/periods', { ...GROUNDS, effectiveOn: '2026-03-01', kind });
    expect((await as('SUSPENDED')).statusCode).toBe(200);
    expect((await as('EXEMPTED')).json().code).toBe('ACCESS.DENIED');
  });

  it('ends membership and posts with a death', async () => {
    expect((await send('CB11-08', 'leaving', '2026-07-01', { cause: 'DEATH', decision: undefined, reason: 'Từ trần' })).json()).toMatchObject({ postsEnded: 1 });
    expect(await cellOn('CB11-08', '2026-07-01')).toBeNull();
    expect(await cellOn('CB11-08', '2026-06-30')).toBe('CB11');
    expect((await events('member.left', 'CB11-08')).map(({ org, payload }) => [org, payload['cause'], payload['decision']])).toEqual([['CB11', 'DEATH', null]]);
    expect((await send('CB11-08', 'transfers', '2026-08-01', { to: 'CB12' })).json().code).toBe('MEMBER.NOT_A_MEMBER_THEN');
  });

  it('mends a wrong day; what it said stays readable', async () => {
    const timeline = (await get('/members/CB11-01/timeline')) as { memberships: { id: string; from: string; supersededAt: string | null }[] };
    const wrong = timeline.memberships.find((row) => row.from === '2026-09-01' && row.supersededAt === null)!;
    const correct = (correction: Body) => admin.send('POST', '/api/v1/members/CB11-01/corrections', { entry: 'MEMBERSHIP', entryId: wrong.id, correction, reason: 'Ghi nhầm ngày' });
    expect((await correct({ withdrawn: false, from: '2026-08-15', to: null })).json().code).toBe('MEMBER.PERIODS_OVERLAP');
    expect((await correct({ withdrawn: false, from: '2026-09-15', to: null })).statusCode).toBe(200);
    const after = (await get('/members/CB11-01/timeline')) as typeof timeline;
    expect(after.memberships.filter((row) => row.id === wrong.id).map((row) => [row.from, row.supersededAt === null])).toEqual([
      ['2026-09-15', true],
      ['2026-09-01', false],
    ]);
    expect((await events('member.corrected', 'CB11-01'))[0]!.payload).toMatchObject({ before: { from: '2026-09-01', to: null }, after: { from: '2026-09-15', to: null } });
  });

  it.each<[string, string, string, string, Body, string]>([
    ['the cell they are in', 'CB12-01', 'transfers', '2026-05-01', { to: 'CB12' }, 'MEMBER.UNCHANGED'],
    ['a committee', 'CB12-01', 'transfers', '2026-05-01', { to: 'DB1' }, 'ORGANISATION.NOT_A_CELL'],
    ['an unknown cell', 'CB12-01', 'transfers', '2026-05-01', { to: 'CB99' }, 'ORGANISATION.NOT_IN_FORCE'],
    ['a day before a later move', 'CB11-01', 'transfers', '2026-02-01', { to: 'CB13' }, 'MEMBER.CHANGED_LATER'],
    ['a day ahead', 'CB12-01', 'transfers', '2999-01-01', { to: 'CB13' }, 'MEMBER.DATE_AHEAD'],
    ['a body a cell does not have', 'CB12-01', 'posts', '2026-05-01', { organisation: 'CB12', body: 'PARTY_COMMITTEE', post: 'SECRETARY', isHead: false }, 'MEMBER.BODY_NOT_ALLOWED'],
    ['a post not held', 'CB12-02', 'posts/end', '2026-05-01', { organisation: 'CB12', body: 'MEMBERS_MEETING', post: 'SECRETARY' }, 'MEMBER.POST_NOT_HELD'],
    ['an end before the beginning', 'CB12-01', 'periods', '2026-05-01', { kind: 'MATERNITY_LEAVE', to: '2026-04-01' }, 'MEMBER.DATES_REVERSED'],
    ['an end of what never began', 'CB12-01', 'periods/end', '2026-05-01', { kind: 'EXEMPTED' }, 'MEMBER.PERIOD_NOT_OPEN'],
    ['activity elsewhere without a place', 'CB12-01', 'periods', '2026-05-01', { kind: 'TEMPORARY_ELSEWHERE' }, 'MEMBER.UNCHANGED'],
    ['nobody', 'CB12-99', 'transfers', '2026-05-01', { to: 'CB13' }, 'ACCESS.NOT_FOUND'],
  ])('refuses %s', async (_name, member, act, on, body, code) => {
    expect((await send(member, act, on, body)).json().code).toBe(code);
  });
});
