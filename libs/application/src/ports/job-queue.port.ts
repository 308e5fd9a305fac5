import { type Json } from '@binhxet/domain';

/** One background job; `id` is the outbox id, so a job delivered twice exists once. */
export interface QueuedJob {
  readonly id: string;
  readonly name: string;
  readonly data: { readonly [key: string]: Json };
}

/** What can be run again blindly. Anything whose loss would change a cycle is a workflow instead. */
export abstract class JobQueue {
  abstract addBulk(queue: string, jobs: readonly QueuedJob[]): Promise<void>;
}

/** Handles every job of one name; must be safe to repeat. Data holds ids only. */
export interface JobHandler {
  readonly queue: string;
  readonly name: string;
  handle(job: QueuedJob): Promise<void>;
}

/** Queues and the job names they carry: the closed list that handlers are checked against at start. */
export const QUEUES = {
  notifications: ['notify', 'remind-step', 'escalate-step', 'paper-returned', 'result-returned'],
  upkeep: ['mail-digest', 'sweep-expired', 'recompute-cycles'],
} as const satisfies Record<string, readonly string[]>;

/** @throws Error when a job name has no handler or two: a process must not start half able */
export function handlersByName(handlers: readonly JobHandler[]): ReadonlyMap<string, JobHandler> {
  const byName = new Map<string, JobHandler>();
  for (const handler of handlers) {
    const key = `${handler.queue}/${handler.name}`;
    if (byName.has(key)) throw new Error(`job ${key} has two handlers`);
    byName.set(key, handler);
  }
  const expected = Object.entries(QUEUES).flatMap(([queue, names]) => names.map((name) => `${queue}/${name}`));
  const missing = expected.filter((key) => !byName.has(key));
  const unknown = [...byName.keys()].filter((key) => !expected.includes(key));
  if (missing.length + unknown.length > 0) throw new Error(`jobs without handler: ${missing.join(', ') || 'none'}; handlers without job: ${unknown.join(', ') || 'none'}`);
  return byName;
}
