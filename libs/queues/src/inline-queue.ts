import { handlersByName, type JobHandler, JobQueue, type QueuedJob } from '@binhxet/application';

/** Runs every job at once in the caller: for tests that are about the job and not about its queue. */
export class InlineQueue extends JobQueue {
  private readonly handlers: ReadonlyMap<string, JobHandler>;
  private readonly seen = new Set<string>();

  constructor(handlers: readonly JobHandler[]) {
    super();
    this.handlers = handlersByName(handlers);
  }

  async addBulk(queue: string, jobs: readonly QueuedJob[]): Promise<void> {
    for (const job of jobs) {
      if (this.seen.has(job.id)) continue;
      this.seen.add(job.id);
      await this.handlers.get(`${queue}/${job.name}`)?.handle(job);
    }
  }
}
