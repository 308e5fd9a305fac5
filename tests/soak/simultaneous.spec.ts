import { newId, newSecretId } from '@binhxet/platform';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { smallOrganisation } from '../setup/small-organisation.js';
import { type Answer, type Tab } from '../e2e/support/people.js';
import { fingerprints, numberOf, rows, until } from '../e2e/support/store.js';
import { LivingYear, must } from '../e2e/support/year.js';

const MEMBERS = 300;
const CELL = 'CB11';

describe(`a cell of ${MEMBERS}`, () => {
  let stack: TestStack;
  let year: LivingYear;
  /** by member code */
  const tabs = new Map<string, Tab>();
  const reviews = new Map<string, string>();
  const codes = Array.from({ length: MEMBERS }, (_, n) => `${CELL}-${String(n + 1).padStart(2, '0')}`);
  const path = (code: string) => `/reviews/${reviews.get(code)}/paper`;
  const tabOf = (code: string) => tabs.get(code)!;

  beforeAll(async () => {
    stack = await startTestStack();
    year = await LivingYear.begin(stack, smallOrganisation({ cells: 2, membersPerCell: MEMBERS }), `${CELL}-01`, '2026-12-01');
    for (let from = 0; from < MEMBERS; from += 20)
      await Promise.all(
        codes.slice(from, from + 20).map(async (code) => {
          const tab = await year.tab(code);
          tabs.set(code, tab);
          reviews.set(code, await year.askedFor(tab));
        }),
      );
  }, 300_000);
  afterAll(() => stack.stop());

  it('two tabs: the second save of one version is refused and the first stays; the same key twice at once has one effect', async () => {
    const code = codes[7]!;
    const first = tabOf(code);
    const second = first; // the tabs of a browser share its session
    const begun = await first.put(path(code), year.paper(), { 'if-none-match': '*' });
    expect(begun.status).toBe(200);
    const answers = await Promise.all([first, second].map((tab, nth) => tab.put(path(code), { ...year.paper(), selfLevel: nth + 1 }, { 'if-match': begun.etag })));
    expect(answers.map(({ status, code: problem }) => `${status} ${problem}`).sort()).toEqual(['200 ', '412 RECORD.CHANGED']);
    const kept = answers.findIndex(({ status }) => status === 200);
    expect(must(await second.get<{ selfLevel: number }>(path(code))).selfLevel).toBe(kept + 1);

    const key = newSecretId();
    const etag = answers[kept]!.etag;
    const clicks = await Promise.all(Array.from({ length: 6 }, () => first.post(`${path(code)}/submit`, {}, { 'if-match': etag }, key)));
    const seen = new Set(clicks.map(({ status, code: problem }) => `${status} ${problem}`));
    expect([...seen].filter((one) => one !== '200 ' && one !== '409 REQUEST.IN_PROGRESS')).toEqual([]);
    expect((await first.post(`${path(code)}/submit`, {}, { 'if-match': etag }, key)).status).toBe(200);
    // The other tab does not know: its own click comes too late.
    const late = await second.post(`${path(code)}/submit`, {}, { 'if-match': etag });
    expect([late.status, late.code]).toEqual([412, 'RECORD.CHANGED']);
    expect(await entriesAbout(code)).toBe(1);
    expect(await year.stepOf(CELL, 'SELF_REVIEW')).toMatchObject({ outstanding: MEMBERS - 1, total: MEMBERS });
  });

  it('the same key for another request is refused', async () => {
    const code = codes[8]!;
    const key = newSecretId();
    must(await tabOf(code).put(path(code), year.paper(), { 'if-none-match': '*' }, key));
    const other = await tabOf(code).put(path(code), { ...year.paper(), selfLevel: 4 }, { 'if-none-match': '*' }, key);
    expect([other.status, other.code]).toEqual([422, 'REQUEST.KEY_REUSED']);
    expect(must(await tabOf(code).get<{ selfLevel: number }>(path(code))).selfLevel).toBe(2);
  });

  it('malformed, oversized and foreign requests get 4xx with a code, and nothing is written or told', async () => {
    const mine = codes[8]!;
    const tab = tabOf(mine);
    const etag = (await tab.get(path(mine))).etag;
    const paper = year.paper();
    const put = (body: string | Buffer, headers: Readonly<Record<string, string>> = {}, to = path(mine)) => tab.send('PUT', to, body, { 'if-match': etag, ...headers });
    const attempts: readonly [string, () => Promise<{ status: number; code: string; body: unknown }>, number, string][] = [
      ['cut-off JSON', () => put('{"form":'), 400, 'REQUEST.MALFORMED'],
      ['no JSON', () => put(Buffer.from([0xff, 0xfe, 0x00, 0x80])), 400, 'REQUEST.MALFORMED'],
      ['a prototype', () => put(JSON.stringify(paper).replace('{', '{"__proto__":{"CANARY":1},')), 400, 'REQUEST.MALFORMED'],
      ['an array', () => put('[]'), 400, 'REQUEST.INVALID'],
      ['a field of its own', () => put(JSON.stringify({ ...paper, CANARY: 'CANARY' })), 400, 'REQUEST.INVALID'],
      ['a level there is not', () => put(JSON.stringify({ ...paper, selfLevel: 9 })), 400, 'REQUEST.INVALID'],
      ['a form of no pack', () => put(JSON.stringify({ ...paper, form: 'CANARY' })), 400, 'PAPER.INVALID'],
      ['a section of no form', () => put(JSON.stringify({ ...paper, sections: { canary: 'CANARY' } })), 400, 'PAPER.INVALID'],
      ['two megabytes', () => put(JSON.stringify({ ...paper, sections: { one: 'CANARY'.repeat(350_000) } })), 413, 'REQUEST.TOO_LARGE'],
      ['another media type', () => put(JSON.stringify(paper), { 'content-type': 'text/plain' }), 415, 'REQUEST.MEDIA_TYPE_UNSUPPORTED'],
      ['a form of another page', () => put('form=CANARY', { 'content-type': 'application/x-www-form-urlencoded' }), 415, 'REQUEST.MEDIA_TYPE_UNSUPPORTED'],
      ['another site', () => put(JSON.stringify(paper), { 'sec-fetch-site': 'cross-site' }), 403, 'REQUEST.CROSS_SITE'],
      ['no token', () => put(JSON.stringify(paper), { 'x-csrf-token': 'CANARY' }), 403, 'SESSION.CSRF_MISMATCH'],
      ['no version', () => tab.send('PUT', path(mine), JSON.stringify(paper)), 428, 'PRECONDITION.REQUIRED'],
      ['a version that is none', () => put(JSON.stringify(paper), { 'if-match': 'CANARY' }), 400, 'PRECONDITION.MALFORMED'],
      ['a key that is none', () => put(JSON.stringify(paper), { 'idempotency-key': 'CANARY' }), 400, 'REQUEST.KEY_INVALID'],
      ['an id that is none', () => put(JSON.stringify(paper), {}, '/reviews/CANARY/paper'), 400, 'REQUEST.INVALID'],
      ['a review there is not', () => put(JSON.stringify(paper), {}, `/reviews/${newId()}/paper`), 404, 'ACCESS.NOT_FOUND'],
      ['the review of another', () => put(JSON.stringify(paper), {}, path(codes[9]!)), 404, 'ACCESS.NOT_FOUND'],
      ["another cell's step, by a member", () => tab.post(`/cycles/${year.cycleId}/units/CB12/steps/${newId()}/close`, { reason: 'CANARY' }), 403, 'ACCESS.DENIED'],
      ["another cell's step, by a secretary", () => tabOf(codes[0]!).post(`/cycles/${year.cycleId}/units/CB12/steps/${newId()}/close`, { reason: 'CANARY' }), 404, 'ACCESS.NOT_FOUND'],
      ['an import by no administrator', () => tab.post('/imports', { files: [] }), 403, 'ACCESS.DENIED'],
    ];
    const before = await fingerprints(stack);
    const seen: [string, number, string][] = [];
    for (const [what, attempt] of attempts) {
      const { status, code, body } = await attempt();
      seen.push([what, status, code]);
      expect(JSON.stringify(body)).not.toContain('CANARYCANARY');
      expect(JSON.stringify(body)).not.toMatch(/node_modules|\.js:|select |Error:/);
    }
    expect(await fingerprints(stack)).toEqual(before);
    expect(seen).toEqual(attempts.map(([what, , status, code]) => [what, status, code]));
  });

  it('all hand in at once: all are in, nothing is outstanding, the step is ready once', async () => {
    const rest = codes.filter((code) => code !== codes[7]);
    const saved = new Map<string, string>();
    await Promise.all(
      rest.map(async (code, nth) => {
        if (code === codes[8]) return void saved.set(code, (await tabOf(code).get(path(code))).etag);
        const begun = await patiently((key) => tabOf(code).put(path(code), year.paper(nth === 0), { 'if-none-match': '*' }, key));
        must(begun);
        saved.set(code, begun.etag);
      }),
    );
    const answers = await Promise.all(rest.map((code) => handIn(code, saved.get(code) ?? '')));
    expect(answers.filter(({ status }) => status !== 200)).toEqual([]);
    // Each counted down by one, so each number was seen by exactly one author.
    expect(answers.map(({ body }) => body.outstanding).sort((one, other) => one - other)).toEqual(rest.map((_, n) => n));
    expect(await numberOf(stack, `select count(*) from ledger.ledger_entry where type = 'self-review.submitted' and org = $1`, [CELL])).toBe(MEMBERS);
    await until(async () => (await year.stepOf(CELL, 'SELF_REVIEW')).state === 'CLOSED', 'the step closes');
    const [step] = await rows<{ outstanding: number; total: number; close_cause: string; done: string }>(
      stack,
      `select s.outstanding, s.total, s.close_cause, (select count(*) from app.step_expectation e where e.step_id = s.id and e.state = 'DONE') as done
       from app.step s join app.cycle_unit u using (cycle_id, organisation_id) where u.code = $1 and s.kind = 'SELF_REVIEW'`,
      [CELL],
    );
    expect(step).toEqual({ outstanding: 0, total: MEMBERS, close_cause: 'ALL_IN', done: String(MEMBERS) });
    expect(await numberOf(stack, `select count(*) from ledger.ledger_entry where type = 'step.closed' and org = $1`, [CELL])).toBe(1);
  });

  it('whoever comes after the close is refused and changes nothing', async () => {
    const secretary = await year.tab('CB12-01');
    const author = await year.tab('CB12-02');
    const reviewId = await year.askedFor(author);
    const saved = await author.put(`/reviews/${reviewId}/paper`, year.paper(), { 'if-none-match': '*' });
    const step = await year.stepOf('CB12', 'SELF_REVIEW');
    must(await secretary.post(`/cycles/${year.cycleId}/units/CB12/steps/${step.id}/close`, { reason: 'Lý do thử nghiệm' }));
    await until(async () => (await year.stepOf('CB12', 'SELF_REVIEW')).state === 'CLOSED', 'the step closes');
    await until(async () => (await numberOf(stack, `select count(*) from app.outbox where kind <> 'JOB'`)) === 0, 'signals are delivered');
    const before = await fingerprints(stack);
    const late = await author.post(`/reviews/${reviewId}/paper/submit`, {}, { 'if-match': saved.etag });
    expect([late.status, late.code]).toEqual([409, 'STEP.CLOSED']);
    const draft = await author.put(`/reviews/${reviewId}/paper`, year.paper(), { 'if-match': saved.etag });
    expect([draft.status, draft.code]).toEqual([409, 'STEP.CLOSED']);
    expect(await fingerprints(stack)).toEqual(before);
  });

  /** As every client of ours: "not now" is asked again with the same key. */
  async function patiently<T>(ask: (key: string) => Promise<Answer<T>>): Promise<Answer<T>> {
    const key = newSecretId();
    for (let pause = 100; ; pause *= 2) {
      const answer = await ask(key);
      if (answer.status !== 503 || pause > 10_000) return answer;
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  const handIn = (code: string, etag: string) => patiently((key) => tabOf(code).post<{ outstanding: number }>(`${path(code)}/submit`, {}, { 'if-match': etag }, key));
  const entriesAbout = (code: string) =>
    numberOf(stack, `select count(*) from ledger.ledger_entry e join ledger.ledger_payload l on l.entry_id = e.id where e.type = 'self-review.submitted' and l.payload::jsonb ->> 'review' = $1`, [reviews.get(code)]);
});
