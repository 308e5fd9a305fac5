import { type Visitor } from './browser.js';

/** Everybody is marked present and the meeting opens. */
export async function openMeeting(chair: Visitor): Promise<void> {
  await chair.heading('Điểm danh');
  await chair.press('Đánh dấu những người còn lại: có mặt');
  await chair.press('Ghi điểm danh');
  await chair.sees('Đã ghi điểm danh.');
  await chair.press('Khai mạc hội nghị');
  await chair.page.getByRole('button', { name: 'Mở bỏ phiếu', exact: true }).first().waitFor();
}

/**
 * One ballot: opened and closed by the chair, counted by both tellers at their own devices.
 * @param nth position on the agenda, from 0
 * @param level rank that gets every vote
 */
export async function runBallot(chair: Visitor, tellers: readonly Visitor[], nth: number, level: 1 | 2 | 3 | 4): Promise<void> {
  const card = (visitor: Visitor) => visitor.page.locator('li[id^=ballot-]').nth(nth);
  await card(chair).getByRole('button', { name: 'Mở bỏ phiếu', exact: true }).click();
  await card(chair).getByRole('button', { name: 'Đóng bỏ phiếu', exact: true }).click();
  await card(chair).getByRole('alertdialog').getByRole('button', { name: 'Đóng bỏ phiếu', exact: true }).click();
  await card(chair).getByText(/Đang kiểm phiếu: 0\/2/).waitFor();
  const papers = /Được bỏ phiếu (\d+)/.exec(await card(chair).innerText())?.[1] ?? '';
  for (const teller of tellers) await count(teller, chair.page.url(), nth, papers, level);
  await card(chair).getByText('Kết quả kiểm phiếu').waitFor();
}

async function count(teller: Visitor, room: string, nth: number, papers: string, level: number): Promise<void> {
  await teller.page.goto(room);
  const card = teller.page.locator('li[id^=ballot-]').nth(nth);
  for (const total of ['Phiếu phát ra', 'Phiếu thu về', 'Phiếu hợp lệ']) await card.getByRole('textbox', { name: total, exact: true }).fill(papers);
  await card.getByRole('textbox', { name: 'Phiếu không hợp lệ', exact: true }).fill('0');
  for (const row of await card.locator('tbody tr').all()) await row.locator('input').nth(level - 1).fill(papers);
  await card.getByRole('button', { name: 'Khóa kết quả của tôi' }).click();
  await card.getByText(/Đồng chí đã nhập lúc|Kết quả kiểm phiếu/).first().waitFor();
}

/** A by-election for one seat beside the rating: put on the agenda, held, counted by both tellers; the first candidate gets every vote. */
export async function runElection(chair: Visitor, tellers: readonly Visitor[], codes: readonly [string, string]): Promise<void> {
  await chair.press('Thêm cuộc bỏ phiếu về nhân sự');
  await chair.page.getByLabel('Loại', { exact: true }).selectOption('ELECTION');
  await chair.page.getByLabel('Nội dung', { exact: true }).fill('Bầu bổ sung ủy viên');
  await chair.page.getByLabel(/^Mã đảng viên/).fill(codes.join('\n'));
  await chair.press('Đưa vào chương trình');
  const card = (visitor: Visitor) => visitor.page.locator('li[id^=person-ballot-]');
  await card(chair).getByRole('button', { name: 'Mở bỏ phiếu', exact: true }).click();
  await card(chair).getByRole('button', { name: 'Đóng bỏ phiếu', exact: true }).click();
  await card(chair).getByRole('alertdialog').getByRole('button', { name: 'Đóng bỏ phiếu', exact: true }).click();
  await card(chair).getByText(/Đang kiểm phiếu: 0\/2/).waitFor();
  const papers = /Được bỏ phiếu (\d+)/.exec(await card(chair).innerText())?.[1] ?? '';
  for (const teller of tellers) {
    await teller.page.goto(chair.page.url());
    for (const total of ['Phiếu phát ra', 'Phiếu thu về', 'Phiếu hợp lệ']) await card(teller).getByRole('textbox', { name: total, exact: true }).fill(papers);
    await card(teller).getByRole('textbox', { name: 'Phiếu không hợp lệ', exact: true }).fill('0');
    const [first, second] = await card(teller).locator('tbody tr').all();
    await first!.locator('input').first().fill(papers);
    await second!.locator('input').nth(1).fill(papers); // the line is blank
    await card(teller).getByRole('button', { name: 'Khóa kết quả của tôi' }).click();
    await card(teller).getByText(/Đồng chí đã nhập lúc|Kết quả kiểm phiếu/).first().waitFor();
  }
  await card(chair).getByText('Trúng cử 1/1').waitFor();
}

/** The minutes are drafted; each signatory reads and signs at their own device. */
export async function signMinutes(chair: Visitor, others: readonly Visitor[]): Promise<void> {
  await chair.press('Lập dự thảo biên bản');
  await chair.sees('Mã băm của nội dung này khớp với mã sẽ ký.');
  for (const signatory of [chair, ...others]) {
    if (signatory !== chair) await signatory.page.goto(chair.page.url());
    await signatory.page.getByLabel(/Tôi đã đọc nội dung/).check();
    await signatory.press('Ký biên bản');
    await signatory.sees(/Đồng chí đã ký biên bản|Hội nghị đã kết thúc/);
  }
  await chair.sees('Hội nghị đã kết thúc.');
}

/** Summons for the date of the cycle; chair and minute-taker as the server chooses. @param tellers codes of two members */
export async function convene(chair: Visitor, tellers: readonly [string, string]): Promise<void> {
  await chair.press('Triệu tập hội nghị');
  await chair.page.getByLabel('Người kiểm phiếu thứ nhất (trưởng ban)').selectOption(tellers[0]);
  await chair.page.getByLabel('Người kiểm phiếu thứ hai').selectOption(tellers[1]);
  await chair.page.locator('form').getByRole('button', { name: 'Triệu tập hội nghị' }).click();
  await chair.page.waitForURL(/\/meetings\//);
}
