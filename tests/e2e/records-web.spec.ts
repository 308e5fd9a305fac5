import { startTestStack, type TestStack } from '@binhxet/testing';
import { type Browser } from 'playwright-core';
import { smallOrganisation } from '../setup/small-organisation.js';
import { openBrowser, Visitor } from './support/browser.js';
import { Tab } from './support/people.js';
import { administratorCode } from './support/scenario-run.js';
import { must } from './support/year.js';

const PASSWORD = 'mật-khẩu-thử-nghiệm-9241';
const CYCLE = 'KHOI.2026';
const CELL = 'Chi bộ thử nghiệm CB12';

/** What is written down through the year, in a browser: registration, resolutions, work, changes of the tree. */
describe('the year before its review in the browser', () => {
  let stack: TestStack;
  let browser: Browser;
  let chair: Visitor;
  let chairCode: string;
  let opening: Tab;
  let admin: Visitor;

  beforeAll(async () => {
    stack = await startTestStack();
    const keeper = await Tab.open(stack, await administratorCode(stack));
    must(await keeper.post('/imports', { files: smallOrganisation() }));
    const [first] = must(await keeper.post<{ code: string }[]>('/accounts/activation-codes', { memberCodes: ['CB11-01'] }));
    opening = await Tab.open(stack, first!.code);
    const [second] = must(await keeper.post<{ code: string }[]>('/accounts/activation-codes', { memberCodes: ['CB11-01'] }));
    chairCode = second!.code;
    browser = await openBrowser();
    admin = await Visitor.arrive(browser, stack.urls.web);
    await admin.activate(await administratorCode(stack), PASSWORD);
  }, 300_000);
  afterAll(async () => {
    expect([...(chair?.complaints ?? []), ...(admin?.complaints ?? [])]).toEqual([]);
    await browser?.close();
    await stack?.stop();
  });
  /** The API with the session of a browser: a new password there ended every other session of the account. */
  const ask = async <T>(visitor: Visitor, path: string): Promise<{ status: number; body: T }> => {
    const answer = await visitor.page.context().request.get(`${stack.urls.api}${path}`);
    return { status: answer.status(), body: (await answer.json()) as T };
  };
  const seen = async (visitor: Visitor, name: string): Promise<void> => {
    await visitor.picture(name);
    expect([name, await visitor.overflow()]).toEqual([name, 0]);
    await visitor.page.setViewportSize({ width: 360, height: 740 });
    await visitor.picture(`${name}-phone`);
    expect([`${name}-phone`, await visitor.overflow()]).toEqual([`${name}-phone`, 0]);
    await visitor.page.setViewportSize({ width: 1280, height: 900 });
  };

  it('previews a change of the tree, writes it only when told to, and says why not in words', async () => {
    const nameNow = async () => must(await ask<{ name: string }>(admin, '/organisations/CB12')).name;
    await admin.go('/organisations/CB12');
    await admin.page.getByRole('link', { name: /Ghi thay đổi tổ chức/ }).click();
    const choose = (kind: string) => admin.page.getByLabel('Loại thay đổi').selectOption(kind);
    await admin.page.getByLabel('Số quyết định').fill('21-QĐ/KHOI');
    await admin.page.getByLabel('Ngày có hiệu lực').fill('2026-01-03');
    await admin.page.getByLabel('Lý do').fill('Sắp xếp tổ chức');
    await choose('DISSOLVE');
    await admin.press('Xem trước');
    await admin.sees('Còn 5 đảng viên chưa có chi bộ chuyển đến.');
    await choose('MERGE');
    await admin.page.getByLabel('Chi bộ thử nghiệm CB11').check();
    await admin.page.getByLabel('Mã', { exact: true }).fill('CB-M');
    await admin.page.getByLabel('Tên', { exact: true }).fill('Chi bộ hợp nhất');
    await admin.press('Xem trước');
    await admin.heading('Nếu ghi, sẽ có những thay đổi sau');
    await admin.page.getByRole('row', { name: /CB-M – Chi bộ hợp nhất/ }).waitFor();
    await admin.page.getByRole('row', { name: new RegExp(`CB12 ${CELL}`) }).waitFor();
    expect(await admin.page.getByText('Đảng viên chuyển sinh hoạt').locator('xpath=following-sibling::dd[1]').innerText()).toBe('10');
    await admin.sees('Không đợt đánh giá đang mở nào bị tác động.');
    await seen(admin, 'tree-change-merge');
    expect((await ask(admin, '/organisations/CB-M')).status).toBe(404);
    await choose('SPLIT');
    await admin.page.getByLabel('Nơi về của Đảng viên CB12 1').waitFor();
    await seen(admin, 'tree-change-split');
    await choose('RENAME');
    await admin.page.getByLabel('Tên mới').fill('Chi bộ Đổi Mới');
    await admin.press('Xem trước');
    await admin.page.getByRole('row', { name: new RegExp(`CB12 ${CELL}.*Chi bộ Đổi Mới`) }).waitFor();
    expect(await nameNow()).toBe(CELL);
    await admin.press('Ghi thay đổi');
    await admin.sees('Đã ghi thay đổi.');
    expect(await nameNow()).toBe('Chi bộ Đổi Mới');
    await admin.page.getByRole('link', { name: /Xem / }).first().click();
    await admin.heading('Chi bộ Đổi Mới');
    await admin.page.getByRole('row', { name: /21-QĐ\/KHOI/ }).first().waitFor();
  }, 120_000);

  it('registers the level aimed at, and the superior sees who has', async () => {
    must(await opening.post('/cycles', { superiorCode: 'KHOI', period: '2026', clock: 'DRIVEN', clockOn: '2026-01-05', settings: 'DEFAULT', plan: { registration: '2026-02-10' }, simulated: true }));
    chair = await Visitor.arrive(browser, stack.urls.web);
    await chair.activate(chairCode, PASSWORD);
    await chair.go(`/cycles/${CYCLE}/registration`);
    await chair.heading('Đăng ký của Đảng bộ cơ sở thử nghiệm 1');
    await chair.sees('Chưa đăng ký: 1');
    await chair.page.getByLabel('Mức phấn đấu').selectOption('1');
    await chair.page.getByLabel('Ghi theo cách gọi của đơn vị').fill('Đơn vị kiểu mẫu');
    await chair.press('Đăng ký');
    await chair.sees('Đã ghi đăng ký.');
    await chair.sees('Chưa đăng ký: 0');
    await chair.page.getByRole('row', { name: /Đảng bộ cơ sở thử nghiệm 1.*Đơn vị kiểu mẫu.*05\/01\/2026/ }).waitFor();
    await seen(chair, 'registration');
  }, 120_000);

  it('records a resolution once its faults are mended, and its targets meet the results', async () => {
    await chair.go('/organisations/KHOI');
    await chair.page.getByRole('link', { name: 'Nghị quyết và chỉ tiêu' }).click();
    await chair.sees('Chưa ghi nghị quyết nào.');
    const form = chair.page.locator('form').filter({ hasText: 'Ghi nghị quyết' });
    await form.getByLabel('Số, ký hiệu').fill('05-NQ/KHOI');
    await form.getByLabel('Trích yếu').fill('Nhiệm vụ năm 2026');
    await form.getByLabel('Ngày ban hành').fill('2026-01-10');
    for (const at of [0, 1]) await form.getByLabel('Từ năm').nth(at).fill('2026');
    await form.getByLabel('Đến năm').nth(0).fill('2025');
    await form.getByLabel('Đến năm').nth(1).fill('2026');
    await form.getByLabel('Chỉ tiêu, đúng như văn bản').fill('Từ 97,5 % đảng viên hoàn thành tốt nhiệm vụ trở lên');
    await form.getByLabel('Giá trị', { exact: true }).fill('97.5');
    await form.getByLabel('Tên mức, đúng như văn bản').fill('hoàn thành tốt nhiệm vụ trở lên');
    await chair.press('Ghi nghị quyết');
    await form.getByText('Ghi số như 95 hoặc 97,5.', { exact: true }).waitFor();
    await form.getByLabel('Giá trị', { exact: true }).fill('97,5');
    await chair.press('Ghi nghị quyết');
    await chair.sees('Nội dung nghị quyết hoặc chỉ tiêu chưa hợp lệ.');
    await chair.page.locator('#resolution-toYear-refused').getByText('Năm cuối không được trước năm 2026.').waitFor();
    await seen(chair, 'resolution-refused');
    await form.getByLabel('Đến năm').nth(0).fill('2026');
    await chair.press('Ghi nghị quyết');
    await chair.sees('Đã ghi nghị quyết và các chỉ tiêu.');
    await chair.sees('Số 05-NQ/KHOI, ngày 10/01/2026, cho năm 2026');
    await chair.page.getByRole('cell', { name: '≥ 97,5 %' }).waitFor();
    await chair.page.getByRole('cell', { name: 'Đảng viên mức 2 trở lên (số được xếp mức) trên Đảng viên (số được xếp mức)' }).waitFor();
    await seen(chair, 'resolutions');
    await chair.go(`/cycles/${CYCLE}/targets`);
    await chair.page.getByRole('row', { name: /Từ 97,5 % đảng viên hoàn thành tốt nhiệm vụ trở lên/ }).waitFor();
    await seen(chair, 'targets');
  }, 120_000);

  it('lets an administrator say how an old label reads', async () => {
    await admin.go('/organisations/KHOI/resolutions');
    await admin.page.getByLabel('Tên mức của bộ quy định').selectOption({ index: 1 });
    const label = await admin.page.getByLabel('Tên mức của bộ quy định').locator('option:checked').innerText();
    await admin.page.getByLabel('Đọc thành mức').selectOption('2');
    await admin.page.getByLabel('Lý do').fill('Thang cũ có ba mức');
    await admin.press('Ghi quy đổi');
    await admin.sees('Đã ghi quy đổi.');
    await admin.sees(`Đảng viên: mức 1 của “${label}” đọc thành mức 2 trong mọi bộ quy định khác. Lý do: Thang cũ có ba mức`);
    expect(await admin.page.getByRole('button', { name: 'Ghi nghị quyết' }).count()).toBe(0);
    await seen(admin, 'label-mapping');
  }, 60_000);

  it('records work, says at the field what is refused, and cancels with a reason', async () => {
    await chair.go('/organisations/DB1');
    await chair.page.getByRole('link', { name: /Công việc trong năm/ }).click();
    await chair.sees('Chưa ghi việc nào.');
    const kind = chair.page.locator('#record-kind');
    expect(await kind.locator('option', { hasText: 'Kỷ luật' }).count()).toBe(0);
    await kind.selectOption('LEAVE');
    await chair.page.getByLabel('Từ ngày').fill('2026-01-04');
    await chair.page.getByLabel(/Đến hết ngày/).fill('2026-01-01');
    await chair.page.getByLabel('Mã đối tượng').fill('CB99-99');
    await chair.press('Ghi');
    await chair.page.locator('#record-to-refused').getByText('Ngày kết thúc không được trước 04/01/2026.').waitFor();
    await chair.page.locator('#record-detail-refused').getByText('Nội dung chi tiết không hợp lệ.').waitFor();
    await chair.page.locator('#record-subject-refused').getByText('Không có đối tượng này trong tổ chức đã thực hiện.').waitFor();
    await seen(chair, 'work-record-refused');
    await chair.page.getByLabel(/Đến hết ngày/).fill('2026-02-01');
    await chair.page.getByLabel('Hình thức').selectOption('SICK');
    await chair.page.getByLabel('Mã đối tượng').fill('CB12-03');
    await chair.press('Ghi');
    await chair.sees('Đã ghi.');
    const row = chair.page.getByRole('row', { name: /04\/01\/2026 – 01\/02\/2026 Nghỉ: Nghỉ ốm .*Đảng viên CB12 3/ });
    await row.waitFor();
    await seen(chair, 'work-records');
    await row.getByRole('button', { name: /Hủy bản ghi/ }).click();
    await row.getByLabel('Lý do').fill('Ghi nhầm người');
    await row.locator('form').getByRole('button', { name: 'Hủy bản ghi' }).click();
    await chair.sees('Đã hủy: Ghi nhầm người');
    await chair.page.getByLabel('Loại việc').last().selectOption('INSPECTION');
    await chair.sees('Chưa ghi việc nào.');
  }, 120_000);

  it('says in words why an open cycle cannot be tried under other rules', async () => {
    await chair.go('/packs/simulate');
    await chair.sees('Chưa có đợt đánh giá nào kết thúc để thử.');
    const [pack] = must(await ask<{ items: { id: string }[] }>(chair, '/rule-files?kind=rating-pack')).items;
    await chair.go(`/packs/simulate?cycle=${CYCLE}&pack=${pack!.id}`);
    await chair.sees('Chỉ kỳ đánh giá đã kết thúc mới thử theo quy định khác được.');
  }, 60_000);
});
