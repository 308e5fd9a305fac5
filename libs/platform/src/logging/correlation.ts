import { AsyncLocalStorage } from 'node:async_hooks';

/** Ids that follow one request, job or activity through every log line. Never names, texts or payloads. */
export interface Correlation {
  readonly correlationId: string;
  readonly workflowId?: string;
  readonly runId?: string;
  readonly activity?: string;
  readonly jobId?: string;
}

const storage = new AsyncLocalStorage<Correlation>();

/**
 * Runs `work` with the given ids attached; nested calls add to what is already there.
 * @param fields ids to attach
 * @param work what runs, synchronously or not
 * @returns what `work` returns
 */
export function withCorrelation<T>(fields: Correlation, work: () => T): T {
  return storage.run({ ...storage.getStore(), ...fields }, work);
}

/** @returns the ids attached to the running call, or undefined outside any {@link withCorrelation} */
export function currentCorrelation(): Correlation | undefined {
  return storage.getStore();
}
