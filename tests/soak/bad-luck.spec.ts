import { startTestStack, type TestStack } from '@binhxet/testing';
import { figuresOf, runScenarioOn, type Finished, type RunResult } from '../e2e/support/scenario-run.js';
import { entriesByType, inconsistencies, numberOf, until } from '../e2e/support/store.js';

/** `BX_E2E_FULL=1` takes the big scenario: 72 organisations, many minutes for each run. */
const FULL = process.env['BX_E2E_FULL'] === '1';
const SCENARIO = process.env['BX_E2E_SCENARIO'] ?? (FULL ? 'binh-dinh-2023' : 'demo');
const RUN_MS = FULL ? 3_600_000 : 600_000;

interface Tale {
  readonly run: Finished & { readonly result: RunResult | undefined };
  readonly entries: Record<string, number>;
  readonly inconsistencies: Record<string, number>;
}

/** A year on servers of its own, with something happening on the way. */
async function live(disturb: (stack: TestStack) => Promise<void>): Promise<Tale> {
  const stack = await startTestStack();
  try {
    const running = runScenarioOn(stack, SCENARIO, RUN_MS);
    const [run] = await Promise.all([running, Promise.race([disturb(stack), running.then(() => undefined)])]);
    if (run.code === 0) await until(async () => (await numberOf(stack, `select count(*) from app.outbox where kind <> 'JOB'`)) === 0, 'signals are delivered');
    return { run, entries: await entriesByType(stack), inconsistencies: await inconsistencies(stack) };
  } finally {
    await stack.stop();
  }
}

const entriesOf = (stack: TestStack) => numberOf(stack, 'select count(*) from ledger.ledger_entry');
/**
 * What people and bodies do exactly once, however fast the engine is. Reminders, and how many sittings a body needed for the results that
 * came back to it, follow the pace of the day: they are held against themselves below.
 */
const ONCE = /^(account|self-review|collective-review|result|dossier|late-review|classification|decision|quota|commendation|cycle|snapshot|import|role)[.](?!clock-moved)/;
const onceOnly = (entries: Record<string, number>) => Object.fromEntries(Object.entries(entries).filter(([type]) => ONCE.test(type)));
/** Every sitting that was convened came to its end, every ballot opened was counted: pairs of numbers that have to be equal. */
const unfinished = (entries: Record<string, number>) =>
  Object.entries({ 'meeting.opened': 'meeting.convened', 'meeting.closed': 'meeting.convened', 'minutes.drafted': 'meeting.convened', 'ballot.closed': 'ballot.opened', 'ballot.tallied': 'ballot.opened' }).filter(
    ([one, other]) => entries[one] !== entries[other],
  );
const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe(`bad luck in the middle of ${SCENARIO}`, () => {
  let undisturbed: Tale;
  let half: number;

  beforeAll(async () => {
    undisturbed = await live(async () => undefined);
    half = Math.floor(Object.values(undisturbed.entries).reduce((sum, n) => sum + n, 0) / 2);
  }, RUN_MS);

  it('without it, the year ends as its folder expects and nothing is inconsistent', () => {
    expect([undisturbed.run.code, undisturbed.run.code === 0 ? '' : undisturbed.run.output]).toEqual([0, '']);
    expect(Object.entries(undisturbed.inconsistencies).filter(([, n]) => n !== 0)).toEqual([]);
    expect(half).toBeGreaterThan(100);
  });

  it.each<[string, (stack: TestStack) => Promise<void>]>([
    [
      'the worker is killed twice',
      async (stack) => {
        for (const share of [1, 1.5]) {
          await until(async () => (await entriesOf(stack)) >= half * share, 'the year is on its way', RUN_MS);
          await stack.kill('worker', 'SIGKILL');
          await pause(3_000);
          await stack.restart('worker');
        }
      },
    ],
    [
      'the Temporal server is killed and comes back',
      async (stack) => {
        await until(async () => (await entriesOf(stack)) >= half, 'the year is on its way', RUN_MS);
        await stack.kill('temporal', 'SIGKILL');
        await pause(5_000);
        await stack.restart('temporal');
      },
    ],
    [
      'PostgreSQL is restarted in order, then dies',
      async (stack) => {
        await until(async () => (await entriesOf(stack)) >= half, 'the year is on its way', RUN_MS);
        await stack.restart('postgres');
        await until(async () => (await entriesOf(stack)) >= half * 1.5, 'the year goes on', RUN_MS);
        await stack.kill('postgres', 'SIGQUIT');
        await pause(2_000);
        await stack.restart('postgres');
      },
    ],
  ])('%s: same figures, nothing lost, nothing twice', async (_, disturb) => {
    let disturbed = false;
    const tale = await live(async (stack) => {
      await disturb(stack);
      disturbed = true;
    });
    expect([tale.run.code, tale.run.code === 0 ? '' : tale.run.output]).toEqual([0, '']);
    expect(disturbed).toBe(true);
    expect(figuresOf(tale.run.result!)).toEqual(figuresOf(undisturbed.run.result!));
    expect(Object.entries(tale.inconsistencies).filter(([, n]) => n !== 0)).toEqual([]);
    expect(onceOnly(tale.entries)).toEqual(onceOnly(undisturbed.entries));
    expect(unfinished(tale.entries)).toEqual([]);
  }, RUN_MS);
});
