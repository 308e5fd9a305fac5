import { newSecretId } from '@binhxet/platform';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { smallOrganisation } from '../setup/small-organisation.js';
import { fingerprints, numberOf, until } from './support/store.js';
import { LivingYear, must } from './support/year.js';

describe('while the Temporal server is down', () => {
  let stack: TestStack;
  let year: LivingYear;
  beforeAll(async () => {
    stack = await startTestStack();
    year = await LivingYear.begin(stack, smallOrganisation(), 'CB11-01', '2026-12-01');
  }, 180_000);
  afterAll(() => stack.stop());

  it('contributions go on, a transition answers ENGINE.UNAVAILABLE and stores nothing; later the same key has one effect', async () => {
    const author = await year.tab('CB11-02');
    const secretary = await year.tab('CB12-01');
    const reviewId = await year.askedFor(author);
    const cell = await year.stepOf('CB12', 'SELF_REVIEW');
    const closing = `/cycles/${year.cycleId}/units/CB12/steps/${cell.id}/close`;
    const reason = { reason: 'Lý do thử nghiệm' };
    const key = newSecretId();
    await stack.kill('temporal');

    const saved = await author.put(`/reviews/${reviewId}/paper`, year.paper(), { 'if-none-match': '*' });
    expect(saved.status).toBe(200);
    const submitted = await author.post<{ outstanding: number }>(`/reviews/${reviewId}/paper/submit`, {}, { 'if-match': saved.etag });
    expect(submitted.status).toBe(200);
    expect(submitted.body.outstanding).toBe(4);

    const before = await fingerprints(stack);
    const refused = await secretary.post<{ title: string }>(closing, reason, {}, key);
    expect([refused.status, refused.code]).toEqual([503, 'ENGINE.UNAVAILABLE']);
    expect(await fingerprints(stack)).toEqual(before);
    expect(await numberOf(stack, 'select count(*) from app.command where id = $1', [key])).toBe(0);
    expect(await numberOf(stack, `select count(*) from app.idempotency_key where key = $1`, [key])).toBe(0);
    expect((await fetch(`${stack.urls.web}/health/ready`)).status).toBe(200);

    await stack.restart('temporal');
    await until(async () => (await secretary.post(closing, reason, {}, key)).status === 200, 'the transition goes through', 60_000, 500);
    const again = await Promise.all([1, 2, 3].map(() => secretary.post(closing, reason, {}, key)));
    expect(again.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(await numberOf(stack, `select count(*) from ledger.ledger_entry where type = 'step.closed' and step = $1`, [cell.id])).toBe(1);
    expect(await numberOf(stack, 'select count(*) from app.command where id = $1 and done_at is not null', [key])).toBe(1);
    expect(await numberOf(stack, `select count(*) from app.step where id = $1 and state = 'CLOSED' and close_cause = 'EARLY'`, [cell.id])).toBe(1);
  }, 180_000);

  it('a step that gets complete meanwhile closes when the server is back', async () => {
    const members = ['CB11-01', 'CB11-03', 'CB11-04', 'CB11-05'];
    const tabs = await Promise.all(members.map((code) => year.tab(code)));
    await stack.kill('temporal');
    for (const [nth, tab] of tabs.entries()) {
      const path = `/reviews/${await year.askedFor(tab)}/paper`;
      const saved = await tab.put(path, year.paper(nth === 0), { 'if-none-match': '*' });
      must(await tab.post(`${path}/submit`, {}, { 'if-match': saved.etag }));
    }
    expect(await year.stepOf('CB11', 'SELF_REVIEW')).toMatchObject({ outstanding: 0, total: 5, state: 'OPEN' });
    await stack.restart('temporal');
    await until(async () => (await numberOf(stack, `select count(*) from app.step s join app.cycle_unit u using (cycle_id, organisation_id) where u.code = 'CB11' and s.kind = 'SELF_REVIEW' and s.state = 'CLOSED' and s.close_cause = 'ALL_IN'`)) === 1, 'the step closes');
    expect(await numberOf(stack, `select count(*) from ledger.ledger_entry where type = 'step.closed' and org = 'CB11'`)).toBe(1);
  }, 180_000);
});
