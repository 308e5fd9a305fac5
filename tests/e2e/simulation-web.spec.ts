import { startTestStack, type TestStack } from '@binhxet/testing';
import { type Browser } from 'playwright-core';
import { openBrowser, Visitor } from './support/browser.js';
import { Tab } from './support/people.js';
import { administratorCode, runScenarioOn } from './support/scenario-run.js';
import { must } from './support/year.js';

interface Shift {
  readonly before: number[];
  readonly after: number[];
  readonly changed: number;
}
interface Simulation {
  readonly kinds: { readonly subjectKind: string; readonly shift: Shift }[];
  readonly units: { readonly name: string; readonly members: Shift }[];
  readonly rows: { readonly subject: { readonly name: string }; readonly organisation: { readonly name: string }; readonly because: { readonly label: string; readonly clause: string }[] }[];
}
const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const PASSWORD = 'mật-khẩu-thử-nghiệm-9241';

/** A closed year under other rules, read by the superior's people and by the administrator. */
describe('trying other rules on a past year in the browser', () => {
  let stack: TestStack;
  let browser: Browser;
  let admin: Tab;
  let cycleId: string;
  let packs: { id: string; title: string; version: number; newest: boolean; historyOnly: boolean }[];
  let tried: { id: string; title: string; answer: Simulation };
  let leader: Visitor;
  /** What this reader's own session is told. */
  const told = async (who: Visitor): Promise<Simulation & { detail: string }> => (await (await who.page.context().request.get(`${stack.urls.web}/api/v1/cycles/${cycleId}/simulation?pack=${tried.id}`)).json()) as Simulation & { detail: string };

  beforeAll(async () => {
    stack = await startTestStack();
    const run = await runScenarioOn(stack, 'mini');
    expect([run.code, run.code === 0 ? '' : run.output]).toEqual([0, '']);
    cycleId = run.result!.cycles[0]!.id;
    admin = await Tab.open(stack, await administratorCode(stack));
    const superior = must(await admin.get<{ posts: { body: string; post: string; person: { code: string } }[] }>(`/organisations/${cycleId.slice(0, cycleId.lastIndexOf('.'))}`));
    const { person } = superior.posts.find((one) => one.body === 'STANDING_COMMITTEE' && one.post === 'SECRETARY')!;
    const [issued] = must(await admin.post<{ code: string }[]>('/accounts/activation-codes', { memberCodes: [person.code] }));
    packs = must(await admin.get<{ items: typeof packs }>('/rule-files?kind=rating-pack')).items.filter((one) => one.newest);
    const own = must(await admin.get<{ packId: string }>(`/cycles/${cycleId}/rules`)).packId;
    browser = await openBrowser();
    leader = await Visitor.arrive(browser, stack.urls.web);
    await leader.activate(issued!.code, PASSWORD);
    // The newest pack of all is the one that differs most from the year's own.
    for (const pack of packs.filter((one) => !one.historyOnly && one.id !== own).reverse()) {
      const answer = must(await admin.get<Simulation>(`/cycles/${cycleId}/simulation?pack=${pack.id}`));
      tried = { id: pack.id, title: pack.title, answer };
      if (answer.kinds.some(({ shift }) => shift.changed > 0)) break;
    }
  }, 400_000);
  afterAll(async () => {
    expect(leader?.complaints ?? []).toEqual([]);
    await browser?.close();
    await stack?.stop();
  });

  it('offers closed cycles and packs that can rate, and shows who would have another level and why', async () => {
    await leader.go(`/cycles/${cycleId}`);
    await leader.page.getByRole('link', { name: 'Thử theo bộ quy định khác' }).click();
    await leader.heading('Thử trên năm cũ');
    await leader.sees('MÔ PHỎNG – không làm thay đổi kết quả');
    const offered = await leader.page.getByLabel('Bộ quy định để thử').locator('option').evaluateAll((options) => options.map((option) => (option as unknown as { value: string }).value));
    expect(offered.filter(Boolean).sort()).toEqual(packs.filter((one) => !one.historyOnly).map((one) => one.id).sort());
    await leader.page.getByLabel('Bộ quy định để thử').selectOption(tried.id);
    await leader.press('Chạy thử');
    const members = tried.answer.kinds.find((one) => one.subjectKind === 'MEMBER')!.shift;
    const all = members.before.reduce((sum, n) => sum + n, 0);
    await leader.sees(`Đảng viên: ${members.changed} trên ${all} trường hợp có mức khác`);
    await leader.sees(`Thử theo: ${tried.title}.`);
    for (const unit of tried.answer.units) expect(await leader.page.getByRole('rowheader', { name: unit.name }).count()).toBeGreaterThan(0);
    const { rows } = await told(leader);
    expect(rows.length).toBeGreaterThan(0);
    for (const one of rows) await leader.page.getByRole('rowheader', { name: one.subject.name }).first().waitFor();
    const reason = rows.find(({ because }) => because.length > 0)!.because[0]!;
    await leader.sees(new RegExp(`${escaped(reason.label)}\\. Căn cứ: ${escaped(reason.clause)}`));
    await leader.picture('simulation');
    expect(await leader.overflow()).toBe(0);
    await leader.page.getByText('Xem biểu đồ').first().click();
    await leader.page.locator('.bx-chart svg').first().waitFor();
    await leader.sees('Theo quy định được thử');
    await leader.picture('simulation-chart');
    await leader.page.setViewportSize({ width: 360, height: 740 });
    await leader.picture('simulation-phone');
    expect(await leader.overflow()).toBe(0);
    await leader.page.setViewportSize({ width: 1280, height: 900 });
    await leader.page.getByRole('link', { name: 'Chứng minh của năm đó' }).first().click();
    await leader.sees('Vì sao: từng bước');
  }, 120_000);

  it('shows counts alone to whoever keeps the installation', async () => {
    const keeper = await Visitor.arrive(browser, stack.urls.web);
    await keeper.activate(await administratorCode(stack), PASSWORD);
    await keeper.go(`/packs/simulate?cycle=${cycleId}&pack=${tried.id}`);
    await keeper.sees('Chỉ ban thường vụ cấp trên xem được từng tổ chức và từng người; đồng chí xem được số lượng.');
    await keeper.sees(`Thử theo: ${tried.title}.`);
    const { rows } = await told(leader);
    expect(await told(keeper)).toMatchObject({ detail: 'COUNTS', rows: [] });
    expect(await keeper.page.getByText(rows[0]!.subject.name).count()).toBe(0);
    expect(keeper.complaints).toEqual([]);
    await keeper.leave();
  }, 60_000);
});
