import { type Clock, type JobHandler } from '@binhxet/application';
import { type LedgerIntegrator } from '@binhxet/persistence';
import { type Logger } from '@binhxet/platform';
import { type BullQueues } from '@binhxet/queues';
import { type BeforeApplicationShutdown } from '@nestjs/common';
import { type OutboxRelay } from '../relay/outbox-relay.js';

type Closable = { close(): Promise<unknown> };

/** Starts and stops what this process does beside answering: relay, integrator, queue workers. */
export class JobsHost implements BeforeApplicationShutdown {
  private workers: Closable[] = [];

  constructor(
    private readonly parts: {
      readonly queues: BullQueues;
      readonly handlers: readonly JobHandler[];
      readonly relay: OutboxRelay;
      readonly integrator: LedgerIntegrator;
      readonly clock: Clock;
      readonly logger: Logger;
      readonly concurrency: number;
      readonly digestAt: string;
      readonly recomputeAt: string;
      /** stops long work that can begin anew */
      readonly stopping: AbortController;
    },
  ) {}

  async start(): Promise<void> {
    const { queues, handlers, relay, integrator, logger, concurrency, digestAt, recomputeAt } = this.parts;
    this.workers = queues.work(handlers, { concurrency, onError: (error, jobName) => logger.warn({ err: error, jobName }, 'a job failed or its queue is away') });
    await queues.schedule('upkeep', 'mail-digest', digestAt, 'Asia/Ho_Chi_Minh');
    await queues.schedule('upkeep', 'sweep-expired', '17 * * * *', 'Asia/Ho_Chi_Minh');
    await queues.schedule('upkeep', 'recompute-cycles', recomputeAt, 'Asia/Ho_Chi_Minh');
    integrator.start();
    relay.start();
  }

  /** First of the order: nothing new is taken, what is under way ends; connections close after that. */
  async beforeApplicationShutdown(): Promise<void> {
    const { queues, relay, integrator, stopping } = this.parts;
    stopping.abort(new Error('the process ends'));
    await relay.stop();
    await integrator.stop();
    await Promise.all(this.workers.map((worker) => worker.close()));
    await queues.close();
  }
}
