import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { removeCluster } from '@binhxet/platform/servers';
import { startTestStack, type TestStack } from '@binhxet/testing';

interface Login {
  readonly post: string;
  readonly login: string;
  readonly password: string;
}

/** Longest wait for the demo on a machine that others use too. */
const PATIENCE_MS = 600_000;

/** What is open in the inbox of each login, in the order they are listed. Reading roles have no tasks. */
const WAITING = [
  'WRITE_SELF_REVIEW',
  'CONVENE_MEETING',
  'SUBMIT_RESULT',
  'RUN_MEETING',
  'ENTER_PAPER_COUNT',
  'RUN_MEETING',
  'WRITE_COLLECTIVE_REVIEW',
  'VERIFY_DOSSIER',
  'CONVENE_MEETING',
  null,
  null,
] as const;

describe('npm start with an empty database', () => {
  let dataDir: string;
  let stack: TestStack | undefined;
  beforeAll(() => {
    dataDir = mkdtempSync(path.join(tmpdir(), 'binhxet-demo-'));
  });
  afterAll(async () => {
    await stack?.stop();
    removeCluster(path.join(dataDir, 'pg'));
    rmSync(dataDir, { recursive: true, force: true });
  });

  const stateOf = () => {
    try {
      return (JSON.parse(readFileSync(path.join(dataDir, 'demo-state.json'), 'utf8')) as { state: string }).state;
    } catch {
      return null;
    }
  };
  const logins = () =>
    (JSON.parse(readFileSync(path.join(dataDir, 'demo-logins.json'), 'utf8')) as { logins: Login[] }).logins;
  const until = async (state: string | null) => {
    for (const end = Date.now() + PATIENCE_MS; stateOf() !== state;) {
      if (Date.now() > end) throw new Error(`The demo stays ${String(stateOf())}`);
      await new Promise((resolve) => setTimeout(resolve, 250));
    }
  };
  const signIn = async (running: TestStack, { login, password }: Login) => {
    const response = await fetch(`${running.urls.api}/auth/login`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ login, password }),
    });
    expect(response.status).toBe(200);
    return response.headers.getSetCookie()[0]!.split(';', 1)[0]!;
  };
  const get = async <T>(running: TestStack, cookie: string, place: string): Promise<T> =>
    (await (await fetch(`${running.urls.api}${place}`, { headers: { cookie } })).json()) as T;

  it('goes on with a demo that was interrupted, and leaves something to do in every role', async () => {
    stack = await startTestStack({ dataDir, demo: true });
    await until('BUILDING');
    expect(await stack.stop()).toBe(0);
    expect(stateOf()).toBe('BUILDING');

    stack = await startTestStack({ dataDir, demo: true });
    await until('DONE');
    const all = logins();
    expect(all).toHaveLength(WAITING.length);
    expect(new Set(all.map((each) => each.password)).size).toBe(all.length);
    expect(statSync(path.join(dataDir, 'demo-logins.json')).mode & 0o077).toBe(0);
    for (const [nth, login] of all.entries()) {
      const cookie = await signIn(stack, login);
      const { items } = await get<{ items: { kind: string }[] }>(stack, cookie, '/tasks?tab=mine');
      const kind = WAITING[nth];
      if (kind)
        expect({ post: login.post, tasks: items.map((task) => task.kind) }).toMatchObject({
          tasks: expect.arrayContaining([kind]) as unknown,
        });
    }
  });

  it('runs on the real clock, with the organisations at different stages', async () => {
    const cookie = await signIn(stack!, logins().at(-1)!); // the administrator sees every cycle
    const { items: cycles } = await get<{
      items: { id: string; state: string; clock: string; simulated: boolean; ratingYear: number }[];
    }>(stack!, cookie, '/cycles');
    expect(
      cycles
        .map(({ state, clock, simulated }) => ({ state, clock, simulated }))
        .sort((one, other) => (one.state < other.state ? -1 : 1)),
    ).toEqual([
      { state: 'CLASSIFICATION', clock: 'REAL', simulated: true },
      { state: 'REVIEW', clock: 'REAL', simulated: true },
    ]);
    const main = cycles.find((cycle) => cycle.state === 'REVIEW')!;
    const { items } = await get<{ items: { code: string; phase: string }[] }>(
      stack!,
      cookie,
      `/cycles/${main.id}/progress?limit=100`,
    );
    const phases = Object.fromEntries(items.map(({ code, phase }) => [code, phase]));
    expect(phases).toMatchObject({
      'DB01-1': 'SELF_REVIEW',
      'DB02-1': 'MEETING',
      'DB02-2': 'MEETING',
      'DB02-4': 'SUBMITTED',
      DB03: 'SITTING',
      DB04: 'SUBMITTED',
      CB05: 'SUBMITTED',
      CB06: 'MEETING',
    });
  });

  it('builds nothing at the next start, shows the logins again, and writes no password into a log', async () => {
    const before = logins();
    await stack!.stop();
    stack = await startTestStack({ dataDir, demo: true });
    await stack.stop();
    const { output } = await stack.ended;
    for (const { login, password } of before) expect(output).toContain(`${login}  ${password}`);
    expect(output).not.toContain('Demo:');
    expect(logins()).toEqual(before);
    const folder = path.join(dataDir, 'logs');
    const text = readdirSync(folder)
      .map((name) => readFileSync(path.join(folder, name), 'utf8'))
      .join('');
    expect(text.length).toBeGreaterThan(0);
    for (const { password } of before) expect(text).not.toContain(password);
    stack = undefined;
  });
});
