import path from 'node:path';
import { Access, type PaperDraft, PinnedRules, WritePaperService } from '@binhxet/application';
import { openDataSource, onPool, PgSubtreeReader, PgUnitOfWork } from '@binhxet/persistence';
import { newId, newSecretId, SystemClock } from '@binhxet/platform';
import { loadRulePacks } from '@binhxet/rule-packs';
import { bundleWorkflowCode, DefaultLogger, NativeConnection, Runtime, Worker } from '@temporalio/worker';
import { type BenchActivities, type BenchWorkerStart } from './bench-worker-contract.js';

const CONNECTIONS = 16;
const ACTIVITIES = 16;

/** A second worker, in a process of its own like ours and with the same settings, for the workflows that ours are compared with. */
async function run({ temporal, taskQueue, databaseUrl, paper }: BenchWorkerStart): Promise<void> {
  Runtime.install({ shutdownSignals: [], logger: new DefaultLogger('ERROR'), telemetryOptions: { logging: { filter: { core: 'ERROR', other: 'ERROR' }, forward: {} } } });
  const source = await openDataSource({ url: databaseUrl, poolSize: CONNECTIONS, applicationName: 'bench-worker', onPoolError: () => undefined });
  const { code } = await bundleWorkflowCode({ workflowsPath: path.join(import.meta.dirname, 'workflows', 'index.js'), logger: new DefaultLogger('ERROR') });
  const connection = await NativeConnection.connect({ address: temporal.address });
  const worker = await Worker.create({
    connection,
    namespace: temporal.namespace,
    taskQueue,
    workflowBundle: { code },
    activities: activities(),
    maxConcurrentActivityTaskExecutions: ACTIVITIES,
    maxConcurrentWorkflowTaskExecutions: 40,
    maxCachedWorkflows: 2_000,
    workflowTaskPollerBehavior: { type: 'autoscaling', initial: 4, minimum: 2, maximum: 20 },
    activityTaskPollerBehavior: { type: 'autoscaling', initial: 4, minimum: 1, maximum: 20 },
  });
  process.once('disconnect', () => worker.shutdown());
  process.send?.('ready');
  await worker.run();
  await connection.close();
  await source.destroy();

  function activities(): BenchActivities & Record<string, (...args: never[]) => Promise<void>> {
    const clock = new SystemClock();
    const sql = onPool(source);
    const papers = new WritePaperService(new PgUnitOfWork(source, clock, { next: newId, secret: newSecretId }), new PinnedRules(loadRulePacks()), new Access(new PgSubtreeReader(sql)), clock);
    return {
      nothing: async () => undefined,
      async memberAct({ accountId, memberId, reviewId }, act) {
        const actor = { accountId, memberId, capacities: [] };
        if (act === 'save') await papers.save(actor, reviewId, paper as PaperDraft, 0);
        else if (act === 'submit') await papers.submit(actor, reviewId, 1);
        else if (act === 'attend') await sql.query(`update app.attendance set recorded_at = now() where member_id = $1 and status = 'PRESENT'`, [memberId]);
        else await sql.query('update app.review set version = version + 1 where id = $1', [reviewId]);
      },
    };
  }
}

process.once('message', (start) => {
  run(start as BenchWorkerStart).then(
    () => process.exit(0),
    (error: unknown) => {
      console.error(error);
      process.exit(1);
    },
  );
});
