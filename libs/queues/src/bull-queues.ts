import { handlersByName, type JobHandler, JobQueue, QUEUES, type QueuedJob } from '@binhxet/application';
import { AppError } from '@binhxet/domain';
import { createPostgresBackend, createRedisBackend, type Queue, runMigrations, UnrecoverableError, type Worker, withBackend } from 'bullmq';
import pg from 'pg';

export type QueueBackend = { readonly backend: 'postgres'; readonly url: string } | { readonly backend: 'redis'; readonly url: string };
const SCHEMA = 'bullmq';
const KEEP_DONE = 1_000;
const KEEP_FAILED = 5_000;

/** Repeating a job with one of these kinds cannot help. */
const UNRECOVERABLE = new Set(['invalid', 'forbidden', 'not-found', 'conflict', 'key-reused', 'too-large', 'unauthenticated']);

type AnyQueue = Queue;
type AnyWorker = Worker;

/** Queues on BullMQ, on PostgreSQL or Redis. The queue's tables are brought up to date before anything else touches them. */
export class BullQueues extends JobQueue {
  private constructor(
    private readonly classes: ReturnType<typeof classesOf>,
    readonly queues: ReadonlyMap<string, AnyQueue>,
  ) {
    super();
  }

  /**
   * @param migrate only the process that owns the queue's schema; a worker on an unmigrated schema would spin
   * @param onError lost connections and the like; BullMQ reconnects by itself
   */
  static async open(backend: QueueBackend, options: { readonly migrate: boolean; readonly grantTo?: string; readonly onError: (error: Error) => void }): Promise<BullQueues> {
    if (backend.backend === 'postgres' && options.migrate) await migrateQueues(backend.url, options.grantTo);
    const classes = classesOf(backend);
    const queues = new Map<string, AnyQueue>();
    for (const name of Object.keys(QUEUES)) {
      const queue = new classes.Queue(name, { connection: classes.connection, defaultJobOptions: { attempts: 8, backoff: { type: 'exponential', delay: 1_000 }, removeOnComplete: KEEP_DONE, removeOnFail: KEEP_FAILED } }) as unknown as AnyQueue;
      queue.on('error', options.onError);
      queues.set(name, queue);
    }
    return new BullQueues(classes, queues);
  }

  async addBulk(queue: string, jobs: readonly QueuedJob[]): Promise<void> {
    const target = this.queues.get(queue);
    if (!target) throw new AppError('QUEUE.UNKNOWN', 'bug', 'There is no queue of this name', { queue });
    // Every job carries its own id: without one BullMQ would create a sequence, which the role may not.
    await target.addBulk(jobs.map((job) => ({ name: job.name, data: job.data, opts: { jobId: job.id } })));
  }

  /** A job at fixed times, in one copy whatever the number of processes. */
  async schedule(queue: string, name: string, pattern: string, timeZone: string): Promise<void> {
    await this.queues.get(queue)?.upsertJobScheduler(name, { pattern, tz: timeZone }, { name, data: {} });
  }

  /** One worker a queue. @throws Error when a job name has no handler or two */
  work(handlers: readonly JobHandler[], options: { readonly concurrency: number; readonly onError: (error: Error, jobName?: string) => void }): AnyWorker[] {
    const byName = handlersByName(handlers);
    return [...this.queues.keys()].map((name) => {
      const worker = new this.classes.Worker(
        name,
        async (job: { id?: string; name: string; data: QueuedJob['data'] }) => {
          try {
            await byName.get(`${name}/${job.name}`)?.handle({ id: job.id ?? '', name: job.name, data: job.data });
          } catch (error) {
            if (UNRECOVERABLE.has((error as { kind?: string }).kind ?? '')) throw new UnrecoverableError((error as { code?: string }).code ?? 'JOB.REFUSED');
            throw error;
          }
        },
        { connection: this.classes.connection, concurrency: options.concurrency },
      ) as unknown as AnyWorker;
      worker.on('error', (error) => options.onError(error));
      worker.on('failed', (job, error) => options.onError(error, job?.name));
      return worker;
    });
  }

  async close(): Promise<void> {
    await Promise.all([...this.queues.values()].map((queue) => queue.close()));
  }
}

/**
 * A job may be run again blindly, so its bookkeeping need not wait for the disk: what the relay ticks off afterwards waits, and the log is
 * written in order.
 */
const WITHOUT_WAITING = '-c synchronous_commit=off';

function classesOf(backend: QueueBackend) {
  if (backend.backend === 'postgres') {
    const { Queue, Worker } = withBackend(createPostgresBackend);
    return { Queue, Worker, connection: { connectionString: backend.url, options: WITHOUT_WAITING, schema: SCHEMA, max: 6, skipMigrations: true } as never };
  }
  const { Queue, Worker } = withBackend(createRedisBackend);
  return { Queue: Queue as never, Worker: Worker as never, connection: { url: backend.url } as never } as unknown as { Queue: typeof Queue; Worker: typeof Worker; connection: never };
}

async function migrateQueues(url: string, grantTo: string | undefined): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await runMigrations(client, SCHEMA);
    if (grantTo) {
      const role = client.escapeIdentifier(grantTo);
      await client.query(`grant usage on schema ${SCHEMA} to ${role}`);
      await client.query(`grant select, insert, update, delete on all tables in schema ${SCHEMA} to ${role}`);
      await client.query(`grant usage on all sequences in schema ${SCHEMA} to ${role}`);
      await client.query(`grant execute on all functions in schema ${SCHEMA} to ${role}`);
    }
  } finally {
    await client.end();
  }
}
