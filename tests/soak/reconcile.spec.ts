import { rmSync } from 'node:fs';
import path from 'node:path';
import { Connection, Client } from '@temporalio/client';
import { startTestStack, type TestStack } from '@binhxet/testing';
import { figuresOf, ops, runScenarioOn, type Finished, type RunResult } from '../e2e/support/scenario-run.js';
import { inconsistencies, numberOf, until } from '../e2e/support/store.js';

const SCENARIO = 'mini';
const RUN_MS = 600_000;

type Run = Finished & { readonly result: RunResult | undefined };
interface Tale {
  readonly run: Run;
  readonly entries: number;
  readonly inconsistencies: Record<string, number>;
}

const reconcile = (stack: TestStack, ...args: string[]) =>
  ops(['reconcile', ...args], { BX_DATABASE_URL: stack.database.urls.bx_read, BX_TEMPORAL_ADDRESS: stack.temporal.address, BX_TEMPORAL_NAMESPACE: stack.temporal.namespace, BX_PUBLIC_URL: stack.urls.web });

/** A year on servers of its own, with something happening on the way. */
async function live(disturb: (stack: TestStack) => Promise<void>): Promise<Tale> {
  const stack = await startTestStack();
  try {
    const running = runScenarioOn(stack, SCENARIO, RUN_MS);
    const failed = running.then((run) => Promise.reject(new Error(`the year was over before anything happened\n${run.output}`)));
    failed.catch(() => undefined);
    await Promise.race([disturb(stack), failed]);
    const run = await running;
    if (run.code === 0) {
      await until(async () => (await numberOf(stack, `select count(*) from app.outbox where kind <> 'JOB'`)) === 0, 'signals are delivered');
      await until(async () => (await reconcile(stack)).code === 0, 'nothing differs at the end', 60_000);
    }
    return { run, entries: await numberOf(stack, 'select count(*) from ledger.ledger_entry'), inconsistencies: await inconsistencies(stack) };
  } finally {
    await stack.stop();
  }
}

/** People are held back while the engine's memory is lost, as the runbook says: api and jobs are stopped first, then started again. */
async function held(stack: TestStack, work: () => Promise<void>): Promise<void> {
  for (const part of ['api', 'jobs'] as const) await stack.kill(part, 'SIGTERM');
  await work();
  for (const part of ['jobs', 'api'] as const) await stack.restart(part);
}

const reached = (stack: TestStack, entries: number) => until(async () => (await numberOf(stack, 'select count(*) from ledger.ledger_entry')) >= entries, `${entries} entries`, RUN_MS);

async function terminateRunning(stack: TestStack, query: string): Promise<string[]> {
  const connection = await Connection.connect({ address: stack.temporal.address });
  try {
    const client = new Client({ connection, namespace: stack.temporal.namespace });
    const ended: string[] = [];
    for await (const { workflowId, runId } of client.workflow.list({ query: `${query} and ExecutionStatus = 'Running'` })) {
      await client.workflow.getHandle(workflowId, runId).terminate('lost');
      ended.push(workflowId);
    }
    return ended.sort();
  } finally {
    await connection.close();
  }
}

describe('workflows that were lost in the middle of a year', () => {
  let undisturbed: Tale;
  beforeAll(async () => {
    undisturbed = await live(async () => undefined);
  }, RUN_MS);

  const expectSame = (tale: Tale): void => {
    expect([tale.run.code, tale.run.code === 0 ? '' : tale.run.output]).toEqual([0, '']);
    expect(figuresOf(tale.run.result!)).toEqual(figuresOf(undisturbed.run.result!));
    expect(Object.entries(tale.inconsistencies).filter(([, n]) => n !== 0)).toEqual([]);
  };

  it('is compared with a year in which nothing was', () => {
    expect([undisturbed.run.code, undisturbed.run.code === 0 ? '' : undisturbed.run.output]).toEqual([0, '']);
  });

  it('are started again from PostgreSQL, and the year ends with the same figures', async () => {
    const tale = await live(async (stack) => {
      await reached(stack, undisturbed.entries * 0.4);
      await held(stack, async () => {
        await expect(reconcile(stack)).resolves.toMatchObject({ code: 0 });
        const ended = await terminateRunning(stack, `WorkflowType in ('cellReview', 'organisationReview')`);
        expect(ended.length).toBeGreaterThan(1);
        const looked = await reconcile(stack, '--dry-run');
        expect(looked.code).toBe(1);
        for (const workflowId of ended) expect(looked.output).toMatch(new RegExp(`MISSING +${workflowId} `));
        expect((await reconcile(stack)).output).toBe(looked.output); // nothing was changed
        await expect(reconcile(stack, '--apply')).resolves.toMatchObject({ code: 0 });
        await expect(reconcile(stack, '--apply')).resolves.toMatchObject({ code: 0 }); // and nothing twice
      });
    });
    expectSame(tale);
  }, RUN_MS);

  it('even all of them, with the whole database of the engine, four times in a year', async () => {
    const tale = await live(async (stack) => {
      for (const share of [0.2, 0.45, 0.7, 0.85]) {
        await reached(stack, undisturbed.entries * share);
        await held(stack, async () => {
          await stack.kill('temporal', 'SIGKILL');
          rmSync(path.join(stack.dataDir, 'temporal'), { recursive: true, force: true });
          await stack.restart('temporal');
          await stack.restart('worker');
          await expect(reconcile(stack, '--apply')).resolves.toMatchObject({ code: 0 });
        });
      }
    });
    expectSame(tale);
  }, RUN_MS);

  it('or stand elsewhere: they are replaced only when that is asked for', async () => {
    const tale = await live(async (stack) => {
      await reached(stack, undisturbed.entries * 0.4);
      await held(stack, async () => {
        const [lost = ''] = await terminateRunning(stack, `WorkflowType = 'organisationReview'`);
        const connection = await Connection.connect({ address: stack.temporal.address });
        const client = new Client({ connection, namespace: stack.temporal.namespace });
        // A workflow of the same id that waits for steps of another time: what a restored engine has.
        const stale = { phase: 'SUBMITTED', entered: true, steps: [], ready: [], handled: [], seen: [], facts: [], marks: [], late: [], clockUntil: null, counters: {} };
        await client.workflow.start('organisationReview', { workflowId: lost, taskQueue: 'binhxet', args: [{ cycleId: 'X.2023', orgId: 'x', orgCode: 'X', year: 2023, packId: 'X', clock: 'DRIVEN', pageUrl: '', carried: stale }] });
        await connection.close();
        expect((await reconcile(stack)).output).toMatch(new RegExp(`STALE +${lost} `));
        await expect(reconcile(stack, '--apply')).resolves.toMatchObject({ code: 1 });
        await expect(reconcile(stack, '--apply', '--replace')).resolves.toMatchObject({ code: 0 });
      });
    });
    expectSame(tale);
  }, RUN_MS);
});

describe('reconcile refuses', () => {
  let stack: TestStack;
  beforeAll(async () => {
    stack = await startTestStack();
  }, RUN_MS);
  afterAll(() => stack.stop());

  it('options that contradict one another, and a cycle that does not exist', async () => {
    await expect(reconcile(stack, '--dry-run', '--apply')).resolves.toMatchObject({ code: 2, output: expect.stringContaining('RECONCILE.OPTIONS') });
    await expect(reconcile(stack, '--replace')).resolves.toMatchObject({ code: 2, output: expect.stringContaining('RECONCILE.OPTIONS') });
    await expect(reconcile(stack, '--cycle', 'NONE.2023')).resolves.toMatchObject({ code: 2, output: expect.stringContaining('CYCLE.NOT_FOUND') });
    await expect(reconcile(stack)).resolves.toMatchObject({ code: 0 });
  });
});
