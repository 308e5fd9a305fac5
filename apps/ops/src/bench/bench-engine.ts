import { fork, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { type PaperDraft } from '@binhxet/application';
import { Client, Connection } from '@temporalio/client';
import { BENCH_TASK_QUEUE, type BenchWorkerStart } from './bench-worker-contract.js';
import { type World } from './world.js';

/** The workflows that ours are compared with: on the same Temporal server, on a task queue and in a worker process of their own. */
export class BenchEngine {
  private constructor(
    readonly client: Client,
    private readonly connection: Connection,
    private readonly child: ChildProcess,
  ) {}

  static async start({ stack }: World, paper: PaperDraft): Promise<BenchEngine> {
    const child = fork(path.join(import.meta.dirname, 'bench-worker.js'), { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    const ready = new Promise<void>((resolve, reject) => {
      child.once('message', () => resolve());
      child.once('exit', (code) => reject(new Error(`the worker of the bench ended with ${code}`)));
    });
    const start: BenchWorkerStart = { temporal: stack.temporal, taskQueue: BENCH_TASK_QUEUE, databaseUrl: stack.database.urls.bx_api, paper };
    child.send(start);
    await ready;
    const connection = await Connection.connect({ address: stack.temporal.address });
    return new BenchEngine(new Client({ connection, namespace: stack.temporal.namespace }), connection, child);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  start(workflow: 'bareBody' | 'memberReview', workflowId: string, args: readonly object[] = []) {
    return this.client.workflow.start(workflow, { workflowId, taskQueue: BENCH_TASK_QUEUE, args: [...args] });
  }

  async stop(): Promise<void> {
    await this.connection.close();
    if (this.child.exitCode !== null) return;
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    this.child.disconnect();
    const killed = setTimeout(() => this.child.kill('SIGKILL'), 20_000);
    await ended;
    clearTimeout(killed);
  }
}
