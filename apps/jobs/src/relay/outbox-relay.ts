import { type Engine, type JobQueue } from '@binhxet/application';
import { type SignalName, type WorkflowName } from '@binhxet/contracts';
import { isAppError } from '@binhxet/domain';
import { type OutboxRelayStore, type OutboxRow } from '@binhxet/persistence';
import { type Logger } from '@binhxet/platform';

const BATCH = 500;
const LEASE_MS = 30_000;
const CALLS_AT_ONCE = 24;
const BUSY_MS = 5;
const IDLE_MS = 40;
const AWAY_MS = 500;
const LONGEST_DELAY_MS = 30_000;

/**
 * The only road from a transaction to the engine or a queue. Delivers at least once: the outbox id travels along and the receiver
 * remembers it or reads PostgreSQL before it acts. Several relays share the work by leases.
 */
export class OutboxRelay {
  private stopping = false;
  private running: Promise<void> | undefined;
  private wake: (() => void) | undefined;

  constructor(
    private readonly store: OutboxRelayStore,
    private readonly engine: Engine,
    private readonly queue: JobQueue,
    private readonly logger: Logger,
    private readonly onDelivered: (kind: OutboxRow['kind'], count: number) => void = () => undefined,
  ) {}

  start(): void {
    this.running ??= this.loop();
  }

  /** Finishes the batch under way. */
  async stop(): Promise<void> {
    this.stopping = true;
    this.wake?.();
    await this.running;
  }

  private async loop(): Promise<void> {
    while (!this.stopping) {
      let pause = IDLE_MS;
      try {
        const rows = await this.store.claim(BATCH, LEASE_MS);
        if (rows.length > 0) pause = (await this.deliver(rows)) ? BUSY_MS : AWAY_MS;
      } catch (error) {
        this.logger.warn({ err: error }, 'the outbox cannot be read; trying again');
        pause = AWAY_MS;
      }
      if (!this.stopping) await this.rest(pause);
    }
  }

  /** @returns whether everything arrived */
  private async deliver(rows: readonly OutboxRow[]): Promise<boolean> {
    const done: string[] = [];
    const failed: OutboxRow[] = [];
    await Promise.all([this.jobs(rows, done, failed), this.calls(rows, done, failed)]);
    await this.store.delivered(done);
    const attempts = Math.max(1, ...failed.map((row) => row.attempts));
    await this.store.postpone(
      failed.map((row) => row.id),
      Math.min(LONGEST_DELAY_MS, 250 * 2 ** Math.min(attempts - 1, 8)),
    );
    return failed.length === 0;
  }

  private async jobs(rows: readonly OutboxRow[], done: string[], failed: OutboxRow[]): Promise<void> {
    const byQueue = new Map<string, OutboxRow[]>();
    for (const row of rows) if (row.kind === 'JOB') byQueue.set(row.target, [...(byQueue.get(row.target) ?? []), row]);
    for (const [queue, ofQueue] of byQueue) {
      try {
        await this.queue.addBulk(
          queue,
          ofQueue.map((row) => ({ id: row.id, name: row.name, data: row.payload })),
        );
        done.push(...ofQueue.map((row) => row.id));
        this.onDelivered('JOB', ofQueue.length);
      } catch (error) {
        this.logger.warn({ err: error, queue, rows: ofQueue.length }, 'jobs not queued; trying again');
        failed.push(...ofQueue);
      }
    }
  }

  private async calls(rows: readonly OutboxRow[], done: string[], failed: OutboxRow[]): Promise<void> {
    const calls = rows.filter((row) => row.kind !== 'JOB');
    let next = 0;
    const runner = async (): Promise<void> => {
      for (let row = calls[next++]; row; row = calls[next++]) {
        if (await this.call(row)) {
          done.push(row.id);
          this.onDelivered(row.kind, 1);
        } else failed.push(row);
      }
    };
    await Promise.all(Array.from({ length: Math.min(CALLS_AT_ONCE, calls.length) }, runner));
  }

  private async call(row: OutboxRow): Promise<boolean> {
    try {
      if (row.kind === 'START') await this.engine.start(row.name as WorkflowName, row.payload as never);
      else await this.engine.signal(row.target, row.name as SignalName, row.payload as never);
      return true;
    } catch (error) {
      // A body whose part is over needs no more hints.
      if (isAppError(error) && error.code === 'ENGINE.NOT_FOUND' && row.kind === 'SIGNAL' && row.attempts > 5) {
        this.logger.info({ workflowId: row.target, signal: row.name, outboxId: row.id }, 'signal dropped: this body is not at work any more');
        return true;
      }
      this.logger.debug({ workflowId: row.target, signal: row.name, outboxId: row.id, code: isAppError(error) ? error.code : undefined }, 'not delivered; trying again');
      return false;
    }
  }

  private rest(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
