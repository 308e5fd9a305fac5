import { AppError } from '@binhxet/domain';

/**
 * Waits for `work`, but no longer than `ms`.
 * @param work given a signal that aborts when the time is up; what it still does afterwards is its own affair
 * @param ms milliseconds, > 0
 * @returns what `work` resolves to
 * @throws AppError DEADLINE.EXCEEDED (unavailable) when the time is up; otherwise whatever `work` throws
 */
export async function withDeadline<T>(work: (signal: AbortSignal) => Promise<T>, ms: number): Promise<T> {
  const controller = new AbortController();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      controller.abort();
      reject(new AppError('DEADLINE.EXCEEDED', 'unavailable', 'The work took longer than it may.', { ms }));
    }, ms);
  });
  try {
    return await Promise.race([work(controller.signal), late]);
  } finally {
    clearTimeout(timer);
  }
}
