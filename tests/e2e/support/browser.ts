import { mkdirSync } from 'node:fs';
import path from 'node:path';
import chromium from '@sparticuz/chromium';
import { type Browser, type BrowserContext, chromium as playwright, type Page } from 'playwright-core';

const PHONE = { width: 360, height: 740 };
const DESK = { width: 1280, height: 900 };
const PATIENCE_MS = 30_000;

/** A headless Chromium of the test's own; `BX_SCREENSHOTS` names a folder for what it saw. */
export async function openBrowser(): Promise<Browser> {
  return playwright.launch({ executablePath: await chromium.executablePath(), args: ['--no-sandbox'], headless: true });
}

/** One person at one device: storage and cookies of their own. */
export class Visitor {
  private constructor(
    private readonly context: BrowserContext,
    readonly base: string,
    /** what the page reported: errors of scripts and of the content security policy */
    readonly complaints: string[],
    public page: Page,
  ) {}

  static async arrive(browser: Browser, base: string, device: 'phone' | 'desk' = 'desk'): Promise<Visitor> {
    const context = await browser.newContext({ viewport: device === 'phone' ? PHONE : DESK, locale: 'vi-VN', timezoneId: 'Asia/Ho_Chi_Minh' });
    const visitor = new Visitor(context, base, [], await context.newPage());
    visitor.listen();
    return visitor;
  }

  /** First visit with a one-time code; the password is set. */
  async activate(code: string, password: string): Promise<void> {
    await this.go('/sign-in');
    await this.press('Đăng nhập lần đầu bằng mã kích hoạt');
    await this.page.getByLabel('Mã kích hoạt').fill(code);
    await this.press('Kích hoạt tài khoản');
    await this.page.getByLabel('Mật khẩu mới').fill(password);
    await this.press('Đặt mật khẩu');
    await this.heading('Việc của tôi');
  }

  async signIn(login: string, password: string): Promise<void> {
    await this.go('/sign-in');
    await this.page.getByLabel('Tên đăng nhập').fill(login);
    await this.page.getByLabel('Mật khẩu', { exact: true }).fill(password);
    await this.press('Đăng nhập');
    await this.heading('Việc của tôi');
  }

  async go(to: string): Promise<void> {
    await this.page.goto(this.base + to, { waitUntil: 'domcontentloaded' });
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name, ...(typeof name === 'string' && { exact: true }) }).first().click();
  }

  async heading(name: string | RegExp): Promise<void> {
    await this.page.getByRole('heading', { name }).first().waitFor({ timeout: PATIENCE_MS });
  }

  async sees(text: string | RegExp): Promise<void> {
    await this.page.getByText(text).first().waitFor({ timeout: PATIENCE_MS });
  }

  /** The page is gone without a word, the device stays. */
  async killPage(): Promise<void> {
    await this.page.close({ runBeforeUnload: false });
    this.page = await this.context.newPage();
    this.listen();
  }

  /** @returns pixels that the page is wider than the screen */
  overflow(): Promise<number> {
    return this.page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
  }

  async picture(name: string): Promise<void> {
    const folder = process.env['BX_SCREENSHOTS'];
    if (!folder) return;
    mkdirSync(folder, { recursive: true });
    await this.page.screenshot({ path: path.join(folder, `${name}.png`), fullPage: true });
  }

  leave(): Promise<void> {
    return this.context.close();
  }

  private listen(): void {
    this.page.setDefaultTimeout(PATIENCE_MS);
    this.page.on('pageerror', (error) => this.complaints.push(String(error)));
    this.page.on('console', (message) => {
      if (message.type() === 'error' && !/Failed to load resource/.test(message.text())) this.complaints.push(message.text());
    });
  }
}
