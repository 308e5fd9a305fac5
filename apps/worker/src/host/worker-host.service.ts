import { createRequire } from 'node:module';
import { type Activities } from '@binhxet/contracts';
import { type Logger } from '@binhxet/platform';
import { type BeforeApplicationShutdown, Injectable } from '@nestjs/common';
import { NativeConnection, Worker } from '@temporalio/worker';
import { type WorkerConfig } from './worker-config.js';

const CONNECT_FOR_MS = 60_000;
const CONNECT_PAUSE_MS = 500;

/** Runs the Temporal worker of this process: polls, executes, and ends in order when the process is asked to. */
@Injectable()
export class WorkerHost implements BeforeApplicationShutdown {
  private connection: NativeConnection | undefined;
  private worker: Worker | undefined;
  private running: Promise<void> | undefined;

  constructor(
    private readonly config: WorkerConfig,
    private readonly activities: Activities,
    private readonly logger: Logger,
  ) {}

  /** Connects, loads the bundle and begins to poll. @throws when the engine does not answer within a minute, or the bundle is missing */
  async start(): Promise<void> {
    const { temporal, worker } = this.config;
    this.connection = await this.connect();
    const atOnce = Math.min(worker.activities, this.config.database.poolSize);
    this.worker = await Worker.create({
      connection: this.connection,
      namespace: temporal.namespace,
      taskQueue: temporal.taskQueue,
      workflowBundle: { codePath: worker.bundle ?? createRequire(import.meta.url).resolve('@binhxet/definitions/bundle') },
      activities: this.activities,
      // Each activity holds one connection: more of them would only wait for one and time out.
      maxConcurrentActivityTaskExecutions: atOnce,
      maxConcurrentLocalActivityExecutions: atOnce,
      maxConcurrentWorkflowTaskExecutions: 40,
      maxCachedWorkflows: worker.cachedWorkflows,
      workflowTaskPollerBehavior: { type: 'autoscaling', initial: 4, minimum: 2, maximum: 20 },
      activityTaskPollerBehavior: { type: 'autoscaling', initial: 4, minimum: 1, maximum: 20 },
      shutdownGraceTime: worker.graceMs,
    });
    this.running = this.worker.run();
  }

  /** Settles when polling has ended: resolves after a shutdown, rejects when the worker broke. */
  get finished(): Promise<void> {
    return this.running ?? Promise.resolve();
  }

  get polling(): boolean {
    return this.worker?.getState() === 'RUNNING';
  }

  /** First of the order: no more work is taken, running activities end; the database closes after that. */
  async beforeApplicationShutdown(): Promise<void> {
    if (this.polling) this.worker?.shutdown();
    await this.running?.catch(() => undefined); // main reports it
    await this.connection?.close();
  }

  private async connect(): Promise<NativeConnection> {
    const until = Date.now() + CONNECT_FOR_MS;
    for (;;) {
      try {
        return await NativeConnection.connect({ address: this.config.temporal.address });
      } catch (error) {
        if (Date.now() > until) throw error;
        this.logger.warn('waiting for the workflow engine');
        await new Promise((resolve) => setTimeout(resolve, CONNECT_PAUSE_MS));
      }
    }
  }
}
