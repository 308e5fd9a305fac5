import { startTestStack, type TestStack } from '@binhxet/testing';
import { type Browser } from 'playwright-core';
import { smallOrganisation } from '../setup/small-organisation.js';
import { openBrowser, Visitor } from './support/browser.js';
import { administratorCode } from './support/scenario-run.js';
import { LivingYear, must } from './support/year.js';

/** Tree in two times and imports with a preview, in a browser, beside a cycle that is open. */
describe('tree and imports in the browser', () => {
  let stack: TestStack;
  let year: LivingYear;
  let browser: Browser;
  let admin: Visitor;
  let merged: { cycles: { effect: string }[] };

  beforeAll(async () => {
    stack = await startTestStack();
    year = await LivingYear.begin(stack, smallOrganisation({ cells: 3 }), 'CB11-01', '2026-12-01');
    // A new password in the browser ends the other sessions of the account: what it decides by itself comes first.
    const grounds = { decision: '15-QĐ/ĐU', reason: 'Sắp xếp tổ chức' };
    merged = must(
      await year.administrator.post<{ cycles: { effect: string }[] }>('/organisation-changes', {
        ...grounds,
        effectiveOn: '2026-03-01',
        change: { kind: 'MERGE', predecessors: ['CB12', 'CB13'], node: { code: 'CB-M', name: 'Chi bộ hợp nhất', role: 'SUBORDINATE_CELL', parent: 'DB1' } },
      }),
    );
    browser = await openBrowser();
    admin = await Visitor.arrive(browser, stack.urls.web);
    await admin.activate(await administratorCode(stack), 'mật-khẩu-thử-nghiệm-9241');
  }, 300_000);
  afterAll(async () => {
    expect(admin?.complaints ?? []).toEqual([]);
    await browser?.close();
    await stack?.stop();
  });

  it('shows the tree of a day, and what was known of it', async () => {
    expect(merged.cycles.map((one) => one.effect)).toContain('UNIT_JOINED');
    await admin.go('/organisations');
    await admin.press('Mở Đảng bộ cơ sở thử nghiệm 1');
    await admin.page.getByRole('link', { name: 'Chi bộ hợp nhất' }).waitFor();
    await admin.sees(/Hợp nhất · hiệu lực 01\/03\/2026 · 15-QĐ\/ĐU/);
    await admin.picture('tree-now');
    await admin.page.getByLabel('Tại ngày').fill('2026-02-28');
    await admin.page.getByRole('link', { name: 'Chi bộ thử nghiệm CB13' }).waitFor();
    expect(await admin.page.getByRole('link', { name: 'Chi bộ hợp nhất' }).count()).toBe(0);
    expect(await admin.overflow()).toBe(0);
    await admin.page.getByRole('button', { name: 'Hiện nay' }).click();
    await admin.page.getByRole('link', { name: 'Chi bộ hợp nhất' }).click();
    await admin.heading('Chi bộ hợp nhất');
    await admin.sees('Nguồn gốc');
    await admin.page.getByRole('link', { name: 'Chi bộ thử nghiệm CB12' }).waitFor();
    await admin.picture('organisation-lineage');
  }, 120_000);

  it('lets the engine go on with the new cell', async () => {
    // Its workflow is started by the relay and opens the self-reviews of everybody who came.
    for (let tries = 0; tries < 100; tries++) {
      const step = await year.stepOf('CB-M', 'SELF_REVIEW').catch(() => null);
      if (step !== null) return expect(step).toMatchObject({ state: 'OPEN', outstanding: 10 });
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    throw new Error('the new cell has not opened its self-reviews');
  }, 60_000);

  it('uploads a table, shows what would change, writes what is accepted', async () => {
    const rows = [
      'code,fullName,status,admittedOn,officialOn,civilServant,organisation,joinedOn',
      'CB11-90,Đảng viên mới 90,OFFICIAL,2012-03-01,2013-03-01,no,CB11,2015-01-01',
      'CB11-91,Đảng viên mới 91,KING,2012-03-01,2013-03-01,no,CB11,2015-01-01',
      'CB11-02,Tên khác,OFFICIAL,2014-05-19,2015-05-19,no,CB11,2015-01-01',
    ];
    await admin.go('/imports');
    await admin.page.getByLabel('Tệp CSV hoặc XLSX').setInputFiles({ name: 'dang-vien.csv', mimeType: 'text/csv', buffer: Buffer.from(rows.join('\n')) });
    await admin.press('Kiểm tra');
    await admin.sees('2 dòng đúng, 1 dòng lỗi');
    await admin.press('Chấp nhận tất cả “Thêm mới”');
    await admin.press('Ghi 1 dòng');
    await admin.sees('1 dòng đã ghi');
    await admin.page.getByRole('link', { name: /Mâu thuẫn/ }).click();
    await admin.sees(/Tên khác/);
    await admin.picture('import-conflict');
    await admin.page.getByRole('link', { name: /Lỗi/ }).click();
    await admin.sees(/giá trị không được phép ở đây/);
    const chair = await year.tab('CB11-01');
    expect(must(await chair.get<{ fullName: string }>('/members/CB11-90')).fullName).toBe('Đảng viên mới 90');
    expect(must(await chair.get<{ fullName: string }>('/members/CB11-02')).fullName).not.toBe('Tên khác');
  }, 120_000);
});
