import { startTestStack, type TestStack } from '@binhxet/testing';
import { SHIPPED_RULES } from '@binhxet/rule-packs';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type Browser } from 'playwright-core';
import { smallOrganisation } from '../setup/small-organisation.js';
import { openBrowser, Visitor } from './support/browser.js';
import { convene, openMeeting, runBallot, runElection, signMinutes } from './support/meeting-room.js';
import { Tab } from './support/people.js';
import { administratorCode } from './support/scenario-run.js';
import { LivingYear, must } from './support/year.js';

/** The pack in force, with a ground on which a committee may decide above what the rules allow: no shipped pack has one. */
async function publishGround(stack: TestStack): Promise<void> {
  const keeper = await Tab.open(stack, await administratorCode(stack));
  const ground = { id: 'MERIT', label: GROUND, subjects: ['MEMBER'] };
  const text = readFileSync(path.join(SHIPPED_RULES, 'rating/P2025.yaml'), 'utf8').replace('version: 1', 'version: 2');
  const draft = must(await keeper.post<{ id: string; version: number; sha256: string }>('/rule-files/drafts', { text: `${text}\ndecision: ${JSON.stringify({ aboveCeiling: { value: [ground], source: 'Điều thử nghiệm', mark: 'S' } })}\n` }));
  must(await keeper.post(`/rule-files/${draft.id}/publication`, { version: draft.version, sha256: draft.sha256, reason: 'Thử nghiệm', document: '01-QĐ/TN' }));
}

/** Of the points that a good member reaches; 6,500 hundredths are fewer. */
const POINTS = 'Chưa đạt điều kiện: Đạt mức điểm của loại tốt.';
const GROUND = 'Thành tích đột xuất được cấp trên ghi nhận';
const PASSWORD = 'mật-khẩu-thử-nghiệm-9241';

describe('the web application', () => {
  let stack: TestStack;
  let year: LivingYear;
  let browser: Browser;
  const people = new Map<string, Visitor>();
  const logins = new Map<string, string>();
  const codeOf = async (member: string): Promise<string> => {
    const { code, login } = must(await year.administrator.post<{ code: string; login: string }[]>('/accounts/activation-codes', { memberCodes: [member] }))[0]!;
    logins.set(member, login);
    return code;
  };
  const visitor = async (member: string, device: 'phone' | 'desk' = 'desk'): Promise<Visitor> => {
    const known = people.get(member);
    if (known) return known;
    const arrived = await Visitor.arrive(browser, stack.urls.web, device);
    people.set(member, arrived);
    await arrived.activate(await codeOf(member), PASSWORD);
    return arrived;
  };
  const unit = (code: string) => `/cycles/${year.cycleId}/units/${code}`;

  beforeAll(async () => {
    stack = await startTestStack();
    await publishGround(stack);
    year = await LivingYear.begin(stack, smallOrganisation(), 'CB11-01', '2026-12-01');
    browser = await openBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await stack?.stop();
  });

  it('refuses a wrong password and an unknown login alike', async () => {
    const stranger = await Visitor.arrive(browser, stack.urls.web);
    await stranger.go('/sign-in');
    await stranger.picture('sign-in');
    await stranger.page.getByLabel('Tên đăng nhập').fill('khong-co');
    await stranger.page.getByLabel('Mật khẩu', { exact: true }).fill('khong-dung-1234');
    await stranger.press('Đăng nhập');
    await stranger.sees('Tên đăng nhập hoặc mật khẩu không đúng.');
    await stranger.leave();
  });

  it('a member writes at 360 px, the page is killed, nothing is lost, the paper is handed in once', async () => {
    const member = await visitor('CB12-02', 'phone');
    await member.picture('inbox-phone');
    expect(await member.overflow()).toBe(0);
    await member.page.getByRole('link', { name: /Mở việc: Viết bản kiểm điểm/ }).click();
    await member.heading(/Bản kiểm điểm năm/);
    const field = member.page.locator('textarea').first();
    await field.fill('Đã lưu trước đó.');
    await member.page.locator('[data-save=saved]').waitFor();
    await field.press('End');
    await field.pressSequentially(' Viết dở câu này thì máy tắt');
    const address = member.page.url();
    await member.page.waitForTimeout(500);
    await member.killPage();
    await member.page.goto(address);
    await member.heading(/Bản kiểm điểm năm/);
    expect(await member.page.locator('textarea').first().inputValue()).toBe('Đã lưu trước đó. Viết dở câu này thì máy tắt');
    await member.picture('self-review-phone');
    expect(await member.overflow()).toBe(0);
    await member.page.getByRole('link', { name: 'Kiểm tra trước khi nộp' }).first().click();
    await member.page.getByRole('radio', { name: /Hoàn thành tốt nhiệm vụ/ }).check();
    await member.page.locator('[data-save=saved]').waitFor();
    await member.picture('self-review-check-phone');
    await member.page.getByRole('button', { name: 'Nộp bản kiểm điểm' }).dblclick();
    await member.sees(/Đã nộp lúc/);
    await member.picture('self-review-submitted-phone');
    await member.go('/inbox');
    await member.heading('Việc của tôi');
    expect(await member.page.getByText('Viết bản kiểm điểm').count()).toBe(0);
  }, 120_000);

  it('the second of two devices sees both texts and loses neither', async () => {
    const member = await visitor('CB12-03');
    await member.page.getByRole('link', { name: /Mở việc: Viết bản kiểm điểm/ }).click();
    await member.heading(/Bản kiểm điểm năm/);
    const field = member.page.locator('textarea').first();
    await field.fill('Từ máy tính');
    await member.page.locator('[data-save=saved]').waitFor();
    const phone = await Visitor.arrive(browser, stack.urls.web, 'phone');
    await phone.signIn(logins.get('CB12-03')!, PASSWORD);
    await phone.page.goto(member.page.url());
    await phone.heading(/Bản kiểm điểm năm/);
    expect(await phone.page.locator('textarea').first().inputValue()).toBe('Từ máy tính');
    await phone.page.locator('textarea').first().fill('Từ điện thoại');
    await phone.page.locator('[data-save=saved]').waitFor();
    await field.fill('Từ máy tính, sửa tiếp');
    await member.sees('Có bản mới hơn trên thiết bị khác');
    await member.picture('self-review-conflict');
    await member.press('Giữ cả hai');
    await member.page.locator('[data-save=saved]').waitFor();
    await phone.page.reload();
    await phone.heading(/Bản kiểm điểm năm/);
    expect(await phone.page.locator('textarea').first().inputValue()).toBe('Từ điện thoại\n\nTừ máy tính, sửa tiếp');
    await phone.page.getByRole('link', { name: 'Kiểm tra trước khi nộp' }).first().click();
    await phone.page.getByRole('radio', { name: /Hoàn thành tốt nhiệm vụ/ }).check();
    await phone.page.locator('[data-save=saved]').waitFor();
    await phone.press('Nộp bản kiểm điểm');
    await phone.sees(/Đã nộp lúc/);
    await phone.leave();
  }, 120_000);

  it('a secretary convenes the cell, two tellers count, the minutes are signed, the result goes up', async () => {
    for (const code of ['CB12-01', 'CB12-04', 'CB12-05']) {
      const tab = await year.tab(code);
      const path = `/reviews/${await year.askedFor(tab)}/paper`;
      const saved = await tab.put(path, year.paper(code === 'CB12-01'), { 'if-none-match': '*' });
      must(await tab.post(`${path}/submit`, {}, { 'if-match': saved.etag }));
    }
    const secretary = await visitor('CB12-01');
    const tellers = [await visitor('CB12-02', 'phone'), await visitor('CB12-03')];
    await secretary.go(unit('CB12'));
    await secretary.page.locator('button:not([aria-disabled]):has-text("Triệu tập hội nghị")').waitFor();
    await secretary.picture('unit-overview');
    await convene(secretary, ['CB12-02', 'CB12-03']);
    await secretary.picture('meeting-attendance');
    await openMeeting(secretary);
    const ballots = await secretary.page.locator('li[id^=ballot-]').count();
    for (let nth = 0; nth < ballots; nth++) await runBallot(secretary, tellers, nth, 2);
    await secretary.picture('meeting-tally');
    await tellers[0]!.picture('meeting-teller-phone');
    expect(await tellers[0]!.overflow()).toBe(0);
    expect(await secretary.page.getByText(/Có mặt 5, số được tính 5: .* đủ/).count()).toBe(1);
    await signMinutes(secretary, [tellers[0]!]);
    await secretary.picture('meeting-closed');
    await secretary.go(unit('CB12'));
    await secretary.page.locator('button:not([aria-disabled]):has-text("Gửi kết quả lên cấp trên")').click();
    await secretary.page.locator('form').getByRole('button', { name: 'Gửi kết quả lên cấp trên' }).click();
    await secretary.sees(/Lần 1, Đã gửi/);
  }, 240_000);

  it('facts that come later hold one member below the vote', async () => {
    const values = { subjectKind: 'MEMBER', subject: 'CB12-04', year: '2026', key: 'points', value: '6500' };
    must(await year.administrator.post('/imports', { files: [{ name: 'facts.csv', kind: 'facts', columns: Object.keys(values), rows: [{ row: 2, values }] }] }));
  });

  it('the committee goes on without a cell, sits, and issues its decision; the member sees the level', async () => {
    const chair = await visitor('CB11-01');
    const tellers = [await visitor('CB11-02'), await visitor('CB11-03')];
    await chair.go(unit('DB1'));
    await chair.press('Tiếp tục không chờ: Chi bộ thử nghiệm CB11');
    await chair.page.getByLabel('Lý do').fill('Chi bộ chưa họp được');
    await chair.page.locator('form').getByRole('button', { name: /Tiếp tục không chờ/ }).click();
    await chair.page.locator('form').waitFor({ state: 'detached' });
    await chair.page.getByRole('listitem').filter({ hasText: 'Tập thể' }).getByRole('link', { name: 'Mở hồ sơ' }).click();
    await chair.heading(/Báo cáo kiểm điểm tập thể/);
    await chair.page.locator('textarea').first().fill('Báo cáo thử nghiệm');
    await chair.page.getByRole('link', { name: 'Kiểm tra trước khi nộp' }).first().click();
    await chair.page.getByRole('radio', { name: /Hoàn thành tốt nhiệm vụ/ }).check();
    await chair.page.locator('[data-save=saved]').waitFor();
    await chair.press('Trình báo cáo');
    await chair.sees(/Đã nộp lúc/);
    await chair.go(unit('DB1'));
    await chair.page.locator('button:not([aria-disabled]):has-text("Triệu tập hội nghị")').waitFor();
    await chair.picture('unit-committee');
    await convene(chair, ['CB11-02', 'CB11-03']);
    await openMeeting(chair);
    const ballots = await chair.page.locator('li[id^=ballot-]').count();
    for (let nth = 0; nth < ballots; nth++) await runBallot(chair, tellers, nth, 2);
    await runElection(chair, tellers, ['CB12-02', 'CB12-03']);
    await chair.picture('meeting-election');
    expect(await chair.overflow()).toBe(0);
    await signMinutes(chair, [tellers[0]!]);
    await chair.sees(/Bầu bổ sung ủy viên · /);
    await chair.go(`${unit('DB1')}/decision`);
    await chair.page.locator('button:not([aria-disabled]):has-text("Ban hành quyết định")').click();
    await chair.page.getByLabel('Số quyết định').fill('01-QĐ/ĐU');
    await chair.picture('decision-board');
    const issue = chair.page.locator('form').getByRole('button', { name: 'Ban hành quyết định' });
    await issue.click();
    await chair.sees('Có mức cao hơn mức cao nhất được phép.');
    await chair.sees('Đảng viên CB12 4: quyết định Hoàn thành tốt nhiệm vụ, cao nhất được phép Hoàn thành nhiệm vụ.');
    await chair.sees(POINTS);
    expect(await chair.page.getByText(/POINTS|:FAILS|:HOLDS/).count()).toBe(0);
    await chair.picture('decision-above-ceiling');
    await chair.page.getByLabel('Chuyển mức: Đảng viên CB12 4').selectOption({ label: 'Hoàn thành tốt nhiệm vụ' });
    await chair.page.getByLabel('Lý do thay đổi: Đảng viên CB12 4').fill('Giữ kết quả bỏ phiếu');
    await chair.sees('1 mức cao hơn mức được phép chưa có căn cứ.');
    expect(await issue.isDisabled()).toBe(true);
    await chair.page.getByLabel('Căn cứ xếp cao hơn mức được phép: Đảng viên CB12 4').selectOption({ label: GROUND });
    await chair.picture('decision-ground');
    expect(await chair.overflow()).toBe(0);
    await issue.click();
    await chair.sees(/Số 01-QĐ\/ĐU/);
    await chair.picture('decision-issued');
    const member = people.get('CB12-02')!;
    await member.go('/me/results');
    await member.sees(/Kết quả năm 2026: Hoàn thành tốt nhiệm vụ/);
    await member.picture('results-phone');
    expect(await member.overflow()).toBe(0);
  }, 300_000);

  it('a member files a case about the result, adds evidence and takes it back', async () => {
    const member = people.get('CB12-02')!;
    await member.go('/me/results');
    await member.page.getByText('Khiếu nại, tố cáo, kiến nghị về kết quả này').click();
    await member.page.getByLabel('Loại đơn').selectOption({ label: 'Kiến nghị' });
    await member.page.getByLabel('Nội dung và căn cứ').fill('Hai nhiệm vụ hoàn thành sớm chưa được tính');
    await member.press('Gửi đơn');
    await member.heading(/Kiến nghị về kết quả năm 2026: Đảng viên CB12 2/);
    await member.sees('Hai nhiệm vụ hoàn thành sớm chưa được tính');
    await member.sees('Cấp giải quyết: Đảng bộ cấp trên thử nghiệm');
    await member.picture('appeal-phone');
    expect(await member.overflow()).toBe(0);
    await member.page.getByLabel('Việc cần làm').selectOption({ label: 'Thêm tài liệu, chứng cứ' });
    await member.page.locator('#case-body').fill('Báo cáo nghiệm thu ngày 20/11');
    await member.page.locator('form').getByRole('button', { name: 'Thêm tài liệu, chứng cứ' }).click();
    await member.page.getByText('Báo cáo nghiệm thu ngày 20/11').last().waitFor();
    await member.go('/appeals');
    await member.page.getByRole('link', { name: /Kiến nghị về kết quả năm 2026/ }).click();
    await member.page.getByLabel('Việc cần làm').selectOption({ label: 'Rút đơn' });
    await member.page.locator('form').getByRole('button', { name: 'Rút đơn' }).click();
    await member.page.getByRole('row', { name: /Rút đơn/ }).waitFor();
    await member.page.getByLabel('Việc cần làm').waitFor({ state: 'detached' });
    await member.picture('appeal-withdrawn-phone');
  }, 120_000);

  it('every page of the cycle opens for those it is for, and the log is checked in the browser', async () => {
    const chair = await visitor('CB11-01');
    for (const [path, name, heading] of [
      [`/cycles/${year.cycleId}`, 'cycle', /Đợt đánh giá năm/],
      [`/cycles/${year.cycleId}/progress`, 'progress', 'Tiến độ theo tổ chức'],
      [`/cycles/${year.cycleId}/verification`, 'verification', 'Thẩm định hồ sơ'],
      [`/cycles/${year.cycleId}/commendations`, 'commendations', 'Khen thưởng'],
      [unit('KHOI'), 'unit-superior', /Đảng bộ cấp trên/],
      [`${unit('KHOI')}/decision`, 'classification', 'Bảng xếp loại tổ chức'],
      ['/log', 'log', 'Nhật ký'],
      ['/notifications', 'notifications', 'Thông báo'],
      ['/more', 'more', 'Thêm'],
      ['/cycles', 'cycles', 'Đợt đánh giá'],
      ['/meetings', 'meetings', 'Cuộc họp của tôi'],
    ] as const) {
      await chair.go(path);
      await chair.heading(heading);
      await chair.picture(name);
      expect([path, await chair.overflow()]).toEqual([path, 0]);
    }
    await chair.go(`/cycles/${year.cycleId}/progress`);
    await chair.page.getByText('Xem biểu đồ').click();
    await chair.page.locator('.bx-chart svg').waitFor();
    await chair.picture('progress-chart');
    await chair.go('/log');
    await chair.page.locator('tbody th a').first().click();
    await chair.heading(/Mục số/);
    await chair.press('Tải bằng chứng và kiểm tra');
    await chair.sees('Chữ ký của mốc kiểm hợp lệ');
    expect(await chair.page.getByText('Không khớp').count()).toBe(0);
    await chair.picture('log-entry');
  }, 120_000);

  it('a foreign organisation is not found, and signing in again keeps the page', async () => {
    const member = people.get('CB12-02')!;
    await member.go(unit('CB11'));
    await member.sees(/không thuộc phạm vi của đồng chí/);
    expect([...people.values()].flatMap(({ complaints }) => complaints)).toEqual([]);
  });
});
