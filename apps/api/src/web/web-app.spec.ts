import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { WebApp } from './web-app.js';

describe('WebApp', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-web-'));
    mkdirSync(path.join(folder, 'assets'));
    writeFileSync(path.join(folder, 'index.html'), '<meta nonce="__CSP_NONCE__">');
    writeFileSync(path.join(folder, 'assets', 'main-1a2b.js'), `export const x = 1;${' '.repeat(2000)}`);
    writeFileSync(path.join(folder, 'assets', 'main-1a2b.js.map'), '{}');
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  async function ask(url: string, accept = 'text/html', method = 'GET', web = new WebApp(folder)) {
    const headers: Record<string, unknown> = {};
    const answer: { status?: number; body?: unknown } = {};
    let sent: (() => void) | undefined;
    const done = new Promise<void>((resolve) => (sent = resolve));
    const reply = {
      status: (status: number) => ((answer.status = status), reply),
      headers: (more: object) => (Object.assign(headers, more), reply),
      header: (name: string, value: unknown) => ((headers[name] = value), reply),
      send: (body: unknown) => ((answer.body = body), sent?.()),
    };
    const answered = web.answer({ url, method, headers: { accept } } as unknown as FastifyRequest, reply as unknown as FastifyReply);
    if (answered) await done;
    return { answered, headers, ...answer };
  }

  it.each(['/', '/cycles/BD.2023/units/C-1', '/log', '/tasks?tab=mine'])('answers the page for %s, with a nonce of its own', async (url) => {
    const [first, second] = [await ask(url), await ask(url)];
    expect(first).toMatchObject({ answered: true, status: 200, headers: { 'Cache-Control': 'no-cache' } });
    const nonce = /nonce="(.+)"/.exec(String(first.body))?.[1];
    expect(String(first.headers['Content-Security-Policy'])).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(String(first.headers['Content-Security-Policy'])).toContain("script-src 'self';");
    expect(second.body).not.toBe(first.body);
  });

  it.each([
    ['/api/v1/none', 'text/html', 'GET'],
    ['/ledger/none', 'text/html', 'GET'],
    ['/health/none', 'text/html', 'GET'],
    ['/assets/none.js', '*/*', 'GET'],
    ['/assets/main-1a2b.js.map', '*/*', 'GET'],
    ['/none', 'application/json', 'GET'],
    ['/none', 'text/html', 'POST'],
  ])('does not answer %s %s', async (url, accept, method) => {
    expect((await ask(url, accept, method)).answered).toBe(false);
  });

  it('answers a built file, never to be asked for again', async () => {
    expect(await ask('/assets/main-1a2b.js', '*/*')).toMatchObject({ status: 200, headers: { 'Content-Type': 'text/javascript; charset=utf-8', 'Cache-Control': 'public, max-age=31536000, immutable' } });
    expect((await ask('/assets/../index.html', '*/*')).answered).toBe(false);
  });

  it('answers nothing where no page was built', async () => {
    expect((await ask('/', 'text/html', 'GET', new WebApp(path.join(folder, 'none')))).answered).toBe(false);
  });
});
