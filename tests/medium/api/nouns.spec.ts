import { newId } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { addMeeting, build, CYCLE, NOW } from '../readers/reader-world.js';
import { startApi, type ApiUnderTest, type SignedInClient } from './api-under-test.js';

const PINNED = ['rating-pack', 'voting-rules', 'commendation-rules', 'money-rules', 'level-equivalence', 'document-format', 'calendar'];

describe('nouns over HTTP', () => {
  let api: ApiUnderTest;
  let world: Awaited<ReturnType<typeof build>>;
  let meeting: { meetingId: string; ballotId: string };
  let who: Record<'secretary' | 'committee' | 'member' | 'other' | 'auditor' | 'administrator' | 'stranger', SignedInClient>;
  const write = async (text: string, params: unknown[] = []): Promise<void> => void (await api.db.query(text, params));

  beforeAll(async () => {
    api = await startApi();
    world = await build(write);
    meeting = await addMeeting({ write, ...world });
    const packs = loadRulePacks();
    const pins = [packs.forYear(2023).pin, ...packs.files.filter(({ content }) => PINNED.includes(content.kind) && content.kind !== 'rating-pack' && (content.kind !== 'calendar' || [2023, 2024].includes(content.year))).map(({ pin }) => pin)];
    await write('update app.cycle set pins = $1, settings = $2', [JSON.stringify(pins), JSON.stringify(packs.getOf('settings', 'DEFAULT').content)]);
    who = {
      secretary: await api.signedIn({ memberId: world.members[0]! }),
      committee: await api.signedIn({ memberId: world.members[1]! }),
      member: await api.signedIn({ memberId: world.members[2]! }),
      other: await api.signedIn({ memberId: world.members[4]! }),
      auditor: await api.signedIn({ grant: 'AUDITOR', organisationId: world.orgs.SUP }),
      administrator: await api.signedIn({ grant: 'ADMINISTRATOR' }),
      stranger: await api.signedIn(),
    };
  });
  afterAll(() => api.stop());

  it.each([
    ['/organisations/C1', { secretary: 200, committee: 200, member: 403, other: 403, auditor: 200, administrator: 200, stranger: 403 }],
    ['/organisations/G1/children', { secretary: 404, committee: 200, member: 403, auditor: 200 }],
    ['/organisations/C2/members', { secretary: 404, committee: 200, auditor: 200 }],
    ['/members/DV-2', { secretary: 200, committee: 200, member: 200, other: 404, auditor: 200, stranger: 403 }],
    ['/cycles', { secretary: 200, member: 200, auditor: 200, stranger: 403 }],
    [`/cycles/${CYCLE}`, { secretary: 200, member: 200, other: 200, auditor: 200, administrator: 200, stranger: 403 }],
    [`/cycles/${CYCLE}/rules`, { member: 200, auditor: 200 }],
    [`/cycles/${CYCLE}/progress`, { secretary: 200, committee: 200, member: 403, auditor: 200 }],
    [`/cycles/${CYCLE}/bodies`, { secretary: 200, committee: 200, member: 403, auditor: 200 }],
    ['/cycles/XX.2023/bodies', { committee: 404, auditor: 404 }],
    [`/cycles/${CYCLE}/report`, { secretary: 200, auditor: 200, member: 403 }],
    [`/cycles/${CYCLE}/report/commended`, { secretary: 200, auditor: 200 }],
    [`/cycles/${CYCLE}/quota`, { secretary: 404, committee: 404, auditor: 200 }],
    [`/cycles/${CYCLE}/quota?organisation=G1`, { secretary: 404, committee: 200, auditor: 200 }],
    [`/cycles/${CYCLE}/units/C1/quota`, { secretary: 200, committee: 200, member: 403, other: 403, auditor: 200 }],
    [`/cycles/${CYCLE}/simulation?pack=P2025`, { secretary: 403, committee: 403, auditor: 403, administrator: 409 }],
    [`/cycles/${CYCLE}/commendations`, { secretary: 200, committee: 200, member: 403 }],
    [`/cycles/${CYCLE}/units/C1`, { secretary: 200, committee: 200, member: 403, other: 403, auditor: 200 }],
    [`/cycles/${CYCLE}/units/C2`, { secretary: 404, committee: 200, auditor: 200 }],
    [`/cycles/${CYCLE}/units/G1/children`, { secretary: 404, committee: 200 }],
    [`/cycles/${CYCLE}/units/C1/members?q=dang%20vien%201`, { secretary: 200 }],
    [`/cycles/${CYCLE}/units/G1/decisions`, { secretary: 404, committee: 200, auditor: 200, member: 403 }],
    [`/cycles/${CYCLE}/units/NOBODY`, { committee: 404, auditor: 404, administrator: 404 }],
    ['/cycles/XX.2023', { committee: 404, administrator: 404 }],
  ] as const)('GET %s answers each role what it may see', async (url, expected) => {
    for (const [role, status] of Object.entries(expected)) {
      const answer = await who[role as keyof typeof who].get(`/api/v1${url}`);
      expect([role, answer.statusCode, answer.statusCode >= 500 ? answer.body : '']).toEqual([role, status, '']);
    }
  });

  it('tells where bodies stand, and nothing again while nothing has changed', async () => {
    const url = `/api/v1/cycles/${CYCLE}/bodies`;
    const first = await who.committee.get(url);
    const [c1] = (first.json() as { items: { code: string; phase: string; open: { kind: string; outstanding: number }[] }[] }).items.filter((row) => row.code === 'C1');
    expect(c1).toMatchObject({ phase: 'SELF_REVIEW', open: expect.arrayContaining([expect.objectContaining({ kind: 'SELF_REVIEW', outstanding: 1 })]) });
    const again = await who.committee.send('GET', url, undefined, { 'if-none-match': String(first.headers.etag) });
    expect([again.statusCode, again.body, again.headers.etag]).toEqual([304, '', first.headers.etag]);
    expect((await who.secretary.send('GET', url, undefined, { 'if-none-match': String(first.headers.etag) })).statusCode).toBe(200);
  });

  it('tells a result step by step in both languages, with the words of its rules', async () => {
    const gate = { rule: 'M1.ABOVE_TARGET', clause: 'QĐ 124-QĐ/TW, Điều 12', mark: 'V', inputs: { tasksAboveTarget: 4, tasksTotal: 10 }, values: { aboveTargetPercent: 50 }, outcome: 'FAILS' };
    const proof = { rule: 'classification', clause: null, mark: null, inputs: { subject: 'MEMBER', pack: 'P2023', version: 1 }, outcome: 'LEVEL_2', children: [{ rule: 'gates', clause: null, mark: null, inputs: {}, outcome: 'CEILING_2', children: [gate] }] };
    await write('update app.review set proof = $2 where id = $1', [world.reviews[3], JSON.stringify(proof)]);
    const { explanation, ...review } = (await who.committee.get(`/api/v1/reviews/${world.reviews[3]}`)).json() as { proof: object; explanation: { depth: number; text: { vi: string } }[] };
    expect(review.proof).toEqual(proof);
    expect(explanation.map(({ depth, text }) => [depth, text.vi])).toEqual([
      [0, 'Kết quả của đảng viên theo Quy định 124-QĐ/TW và Hướng dẫn 25-HD/BTCTW: “Hoàn thành tốt nhiệm vụ”.'],
      [1, 'Theo các điều kiện, mức cao nhất có thể xếp là “Hoàn thành tốt nhiệm vụ”.'],
      [2, 'Không đạt điều kiện của “Hoàn thành xuất sắc nhiệm vụ”: Đủ tỷ trọng nhiệm vụ vượt mức (Số nhiệm vụ được giao: 10; Số nhiệm vụ hoàn thành vượt mức: 4; mốc 50 %).'],
    ]);
    await write('update app.review set proof = null where id = $1', [world.reviews[3]]);
    expect((await who.committee.get(`/api/v1/reviews/${world.reviews[3]}`)).json()).toMatchObject({ explanation: [] });
  });

  it('answers what another base, rounding, grouping or rate would mean, and shows a cell what is left without names', async () => {
    const url = `/api/v1/cycles/${CYCLE}/units/G1/quota/what-if`;
    const asked = { subject: 'MEMBER', bases: ['LOWER_ONLY', 'LOWER_PLUS_TOP'], rates: [{ num: 1, den: 5 }, { num: 1, den: 4 }], drawn: [{ name: 'Nhóm một', organisations: ['C1', 'C2'] }] };
    const answer = await who.committee.send('POST', url, asked);
    expect([answer.statusCode, answer.json()]).toMatchObject([200, { organisation: { code: 'G1' }, quotas: [{ inUse: { id: 'Q.MEMBER', rate: { num: 1, den: 5 } }, outcomes: expect.arrayContaining([expect.objectContaining({ groupBy: 'DRAWN', inUse: false, groups: [expect.objectContaining({ groupName: 'Nhóm một' })] }), expect.objectContaining({ base: 'LOWER_ONLY', inUse: true, rate: { num: 1, den: 5 } })]) }] }]);
    expect((answer.json() as { quotas: { outcomes: object[] }[] }).quotas[0]?.outcomes).toHaveLength(8);
    expect((await who.committee.send('POST', url, { subject: 'MEMBER', rates: [{ num: 3, den: 2 }] })).json()).toMatchObject({ status: 400, code: 'QUOTA.RATE_OUT_OF_RANGE' });
    const live = await who.secretary.get(`/api/v1/cycles/${CYCLE}/units/C1/quota`);
    expect(live.json()).toMatchObject({ groups: expect.arrayContaining([expect.objectContaining({ subject: 'MEMBER', own: 4, groupName: 'G1', decided: expect.objectContaining({ headroom: { lower: 0, upper: 1 } }) })]) });
    expect(live.body).not.toContain('Đảng viên');
  });

  it('shows a review to its subject and to those above, the paper not to everybody', async () => {
    const url = `/api/v1/reviews/${world.reviews[1]}`;
    expect((await who.committee.get(url)).json()).toMatchObject({ paperVisible: true, paper: { version: 1 }, subject: { code: 'DV-1' } });
    expect((await who.secretary.get(url)).json()).toMatchObject({ paperVisible: true, allowedActions: [{ id: 'returnPaper', allowed: true, needs: ['REASON'] }, { id: 'giveOpinion' }] });
    expect((await who.auditor.get(url)).json()).toMatchObject({ paperVisible: false, paper: null, opinions: [] });
    expect((await who.auditor.get(`${url}/paper`)).statusCode).toBe(403);
    expect((await who.member.get(url)).statusCode).toBe(403);
    expect((await who.other.get(url)).statusCode).toBe(404);
    const paper = await who.committee.get(`${url}/paper`);
    expect([paper.statusCode, paper.headers['etag']]).toEqual([200, '"v1"']);
    expect((await who.committee.get('/api/v1/reviews')).json()).toMatchObject({ items: [{ id: world.reviews[1] }] });
    expect((await who.secretary.get(`/api/v1/reviews/${world.reviews[0]}`)).json()).toMatchObject({ allowedActions: [{ id: 'submitPaper', allowed: false, reasonCode: 'PAPER.MISSING' }, { id: 'savePaper', allowed: true, method: 'PUT' }, {}, {}] });
  });

  it('saves and submits a paper with its version, once', async () => {
    const form = ((await who.secretary.get(`/api/v1/cycles/${CYCLE}/rules`)).json().forms as { id: string; subject: string; sections: { id: string }[] }[]).find((one) => one.subject === 'MEMBER')!;
    const url = `/api/v1/reviews/${world.reviews[0]}/paper`;
    const draft = { form: form.id, sections: { [form.sections[0]!.id]: 'Ưu điểm trong năm' }, selfLevel: 2 };
    expect((await who.secretary.send('PUT', url, draft)).statusCode).toBe(428);
    const saved = await who.secretary.send('PUT', url, draft, { 'if-none-match': '*' });
    expect([saved.statusCode, saved.body, saved.headers['etag']]).toEqual([200, expect.any(String), '"v1"']);
    expect((await who.secretary.send('PUT', url, draft, { 'if-none-match': '*' })).statusCode).toBe(412);
    expect((await who.member.send('PUT', url, draft, { 'if-match': '"v1"' })).statusCode).toBe(404);
    const key = newId();
    const first = await who.secretary.send('POST', `${url}/submit`, undefined, { 'if-match': '"v1"', 'idempotency-key': key });
    const again = await who.secretary.send('POST', `${url}/submit`, undefined, { 'if-match': '"v1"', 'idempotency-key': key });
    expect([first.statusCode, first.json()]).toEqual([200, again.json()]);
    expect(again.headers['idempotency-replayed']).toBe('true');
    expect(first.json()).toMatchObject({ state: 'SELF_REVIEW_SUBMITTED', outstanding: 1, late: true });
  });

  it('opens the room to who takes part and to posts above, with the acts of each', async () => {
    const url = `/api/v1/meetings/${meeting.meetingId}`;
    const chair = (await who.secretary.get(url)).json();
    expect(chair).toMatchObject({ organisation: { code: 'C1' }, attendance: { items: expect.any(Array), next: null }, unrecorded: 0 });
    expect(chair.ballots[0].allowedActions.map((one: { id: string; allowed: boolean }) => [one.id, one.allowed])).toEqual([['openBallot', false], ['closeBallot', false], ['rerunBallot', false], ['voidBallot', false]]);
    const teller = (await who.member.get(url)).json();
    expect(teller.ballots[0].allowedActions).toMatchObject([{ id: 'enterCount', allowed: true, method: 'PUT' }]);
    expect(teller.ballots[0].myEntries).toHaveLength(1);
    expect((await who.auditor.get(url)).json().ballots[0]).toMatchObject({ myEntries: [], tally: [], totals: null });
    expect([(await who.other.get(url)).statusCode, (await who.other.get(`${url}/attendance`)).statusCode, (await who.stranger.get(url)).statusCode]).toEqual([404, 404, 403]);
    expect((await who.member.get('/api/v1/meetings')).json()).toMatchObject({ items: [{ id: meeting.meetingId }] });
  });

  it('answers 503 for an act of a body while the engine is away, and keeps nothing', async () => {
    const answer = await who.secretary.send('POST', `/api/v1/cycles/${CYCLE}/units/C1/submission`, {});
    expect([answer.statusCode, answer.json().code]).toEqual([503, 'ENGINE.UNAVAILABLE']);
    expect((await api.db.query('select from app.command')).rowCount).toBe(0);
    expect((await who.member.send('POST', `/api/v1/cycles/${CYCLE}/units/C1/submission`, {})).statusCode).toBe(403);
    expect((await who.secretary.send('POST', `/api/v1/cycles/${CYCLE}/units/C2/submission`, {})).statusCode).toBe(404);
  });

  it('gives the inbox with headings and lets a post take a task and give it back', async () => {
    const id = newId();
    await write(`insert into app.task (id, kind, cycle_id, superior_id, organisation_id, post_kinds, state, due_at, opened_at) values ($1, 'CONVENE_MEETING', $2, $3, $4, '{SECRETARY}', 'OPEN', '2023-12-08T17:00:00Z', $5)`, [id, CYCLE, world.orgs.SUP, world.orgs.C1, NOW]);
    const inbox = (await who.secretary.get('/api/v1/tasks')).json();
    expect(inbox).toMatchObject({ items: [{ id, heading: 'OVERDUE', workingDaysLeft: -1, href: `/api/v1/cycles/${CYCLE}/units/C1`, allowedActions: [{ id: 'claim', allowed: true }] }], counts: { mine: 1, overdue: 1 }, next: null });
    expect((await who.committee.get(`/api/v1/tasks/${id}`)).statusCode).toBe(404);
    expect((await who.committee.send('POST', `/api/v1/tasks/${id}/claim`)).statusCode).toBe(404);
    expect((await who.secretary.send('POST', `/api/v1/tasks/${id}/claim`)).json()).toMatchObject({ state: 'CLAIMED', claimedBy: { code: 'DV-0' }, allowedActions: [{ id: 'release' }] });
    expect((await who.secretary.send('POST', `/api/v1/tasks/${id}/claim`)).json()).toMatchObject({ status: 409, code: 'TASK.CLAIMED' });
    expect((await who.secretary.send('POST', `/api/v1/tasks/${id}/release`)).json()).toMatchObject({ state: 'OPEN', claimedBy: null });
    expect((await api.db.query(`select type from ledger.ledger_entry where type like 'task.%' order by recorded_at, id`)).rows).toEqual([{ type: 'task.claimed' }, { type: 'task.released' }]);
    expect((await who.secretary.get('/api/v1/tasks?tab=upcoming')).json()).toMatchObject({ items: [], upcoming: expect.arrayContaining([expect.objectContaining({ kind: 'CONVENE_MEETING', expectedOn: '2023-12-12' })]) });
    expect((await who.secretary.get('/api/v1/tasks?tab=done')).statusCode).toBe(200);
    const page = (await who.secretary.get('/api/v1/tasks?tab=body&limit=1')).json();
    expect((await who.committee.get(`/api/v1/tasks?tab=mine&limit=1&cursor=${page.next ?? 'x'}`)).statusCode).toBe(400);
  });

  it('marks one\'s own notification read, nobody else\'s', async () => {
    const id = newId();
    await write(`insert into app.notification (id, member_id, kind) values ($1, $2, 'k')`, [id, world.members[2]]);
    expect((await who.member.get('/api/v1/notifications')).json()).toMatchObject({ items: [{ id, readAt: null }], counts: { unread: 1 } });
    expect((await who.other.send('POST', `/api/v1/notifications/${id}/read`)).statusCode).toBe(404);
    expect((await who.member.send('POST', `/api/v1/notifications/${id}/read`)).statusCode).toBe(204);
    expect((await who.member.get('/api/v1/notifications?unread=true')).json()).toMatchObject({ items: [], counts: { unread: 0 } });
  });

  it('opens log payloads to those who may read them', async () => {
    const [entry] = (await api.db.query<{ id: string }>(`select id from ledger.ledger_entry where type = 'self-review.submitted'`)).rows;
    await write('insert into ledger.ledger_leaf values (0, $1, $2)', [entry!.id, Buffer.alloc(32)]);
    expect((await who.member.get('/api/v1/log')).json()).toMatchObject({ items: [{ index: 0, entry: { type: 'self-review.submitted', org: 'C1' } }], head: null });
    expect((await who.other.get('/api/v1/log')).json().items).toEqual([]);
    const seen = async (client: SignedInClient) => {
      const answer = await client.get('/api/v1/log/0');
      return answer.statusCode === 200 ? answer.json().payloadState : answer.statusCode;
    };
    expect([await seen(who.secretary), await seen(who.committee), await seen(who.member), await seen(who.auditor), await seen(who.administrator), await seen(who.other)]).toEqual(['SHOWN', 'SHOWN', 'NOT_FOR_YOU', 'NOT_FOR_YOU', 'NOT_FOR_YOU', 404]);
    expect((await who.secretary.get('/api/v1/log/7')).statusCode).toBe(404);
  });

  it('shows the classification with quota on both bases', async () => {
    const board = (await who.auditor.get(`/api/v1/cycles/${CYCLE}/units/SUP/decisions`)).json();
    expect(board.items.map((row: { subject: { code: string } }) => row.subject.code)).toEqual(['G1']);
    expect(board.quota.decided[0]).toMatchObject({ subject: 'ORGANISATION', used: 0, byBase: { LOWER_ONLY: {}, LOWER_PLUS_TOP: {} } });
    expect(board.allowedActions).toEqual([]);
  });
});
