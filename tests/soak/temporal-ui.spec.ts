import { mkdirSync, mkdtempSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { type Browser, type Page } from 'playwright-core';
import { openBrowser } from '../e2e/support/browser.js';
import { requireBrowserLibraries } from '../e2e/support/browser-libraries.js';
import { runScenarioOn } from '../e2e/support/scenario-run.js';
import { rows } from '../e2e/support/store.js';

const NAMESPACE_PAGE = '/namespaces/binhxet';

describe('the Temporal UI after a year', () => {
  let stack: TestStack;
  let browser: Browser | undefined;
  let page: Page;
  let pictures: string;
  let names: string[];
  let unit: string;
  let cell: string;

  beforeAll(async () => {
    requireBrowserLibraries();
    const wanted = process.env['BX_SCREENSHOTS'];
    if (wanted) mkdirSync(wanted, { recursive: true });
    pictures = wanted ?? mkdtempSync(path.join(os.tmpdir(), 'binhxet-temporal-ui-'));
    stack = await startTestStack();
    const finished = await runScenarioOn(stack, 'mini');
    if (finished.code !== 0) throw new Error(finished.output);
    names = (await rows<{ full_name: string }>(stack, 'select full_name from app.member')).map(({ full_name }) => full_name);
    const [first] = await rows<{ unit: string; cell: string }>(stack, `select u.code as unit, c.code as cell from app.cycle_unit c join app.cycle_unit u on u.cycle_id = c.cycle_id and u.organisation_id = c.parent_id where c.role = 'SUBORDINATE_CELL' order by c.ordinal limit 1`);
    ({ unit, cell } = first!);
    browser = await openBrowser();
    page = await (await browser.newContext({ viewport: { width: 1600, height: 1000 } })).newPage();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await stack.stop();
  });

  /** Opens a page, waits for what has to be on it, keeps a picture. @returns the text of the page */
  async function look(address: string, awaited: string, picture: string): Promise<string> {
    await page.goto(`${stack.urls.temporalUi}${NAMESPACE_PAGE}${address}`, { waitUntil: 'domcontentloaded' });
    await page.getByText(awaited).first().waitFor({ timeout: 60_000 });
    await page.waitForTimeout(1_000);
    await page.screenshot({ path: path.join(pictures, `${picture}.png`) });
    return page.innerText('body');
  }
  const search = (query: string, awaited: string, picture: string) => look(`/workflows?query=${encodeURIComponent(query)}`, awaited, picture);
  /** Words of people have no place in the engine. */
  const expectNoName = (text: string) => expect(names.filter((name) => text.includes(name))).toEqual([]);

  it('finds workflows by year', async () => {
    const text = await search('BxYear = 2023', `cell`, 'by-year');
    for (const code of [unit, cell]) expect(text).toContain(code);
    expectNoName(text);
    expect(await search('BxYear = 1999', 'No Workflows', 'by-other-year')).not.toContain(cell);
  });

  it('finds one body of one year', async () => {
    const text = await search(`BxYear = 2023 AND BxBody = "${cell}"`, cell, 'by-body');
    const elsewhere = await rows<{ code: string }>(stack, `select code from app.cycle_unit where role = 'SUBORDINATE_CELL' and code <> $1`, [cell]);
    expect(elsewhere.length).toBeGreaterThan(0);
    for (const { code } of elsewhere) expect(text).not.toContain(code);
    expectNoName(text);
  });

  it('finds bodies by phase', async () => {
    const phases = await rows<{ phase: string }>(stack, 'select distinct phase from app.cycle_unit where code = $1', [cell]);
    const text = await search(`BxPhase = "${phases[0]?.phase}" AND BxBody = "${cell}"`, cell, 'by-phase');
    expect(text).toContain(cell);
    expect(await search(`BxPhase = "OPENING" AND BxBody = "${cell}"`, 'No Workflows', 'by-other-phase')).not.toContain('Completed');
  });

  it.each([
    ['cell', () => cell],
    ['unit', () => unit],
  ])('shows a readable history of a %s, without names', async (what, code) => {
    const [body] = await rows<{ workflow_id: string }>(stack, 'select workflow_id from app.cycle_unit where code = $1', [code()]);
    await search(`WorkflowId = "${body?.workflow_id}"`, body?.workflow_id ?? '', `find-${what}`);
    const href = await page.locator(`a[href*="${encodeURIComponent(body?.workflow_id ?? '')}"]`).first().getAttribute('href');
    expect(href).toBeTruthy();
    const address = (href ?? '').replace(/^.*?\/namespaces\/[^/]+/, '').replace(/(\/(history|timeline).*)?$/, '/history');
    const text = await look(address, 'openStep', `history-${what}`);
    for (const act of ['openStep', 'recordPhase', 'DONE']) expect(text).toContain(act);
    expect(text).toContain(body?.workflow_id);
    expectNoName(text);
  });
});
