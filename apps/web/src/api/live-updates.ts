import { type QueryClient } from '@tanstack/react-query';

const STREAM = '/api/v1/events';
const CHANNEL = 'bx-changes';
const POLL_MS = 15_000;
const SETTLE_MS = 400;

/**
 * Refreshes what is on screen when the server says that something of this person changed. One stream a browser: the tab that holds the
 * lock reads it and tells the others. Without a stream, every fifteen seconds.
 * @returns stops it
 */
export function startLiveUpdates(queries: QueryClient): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  let timer: ReturnType<typeof setTimeout> | null = null;
  const refresh = () => {
    timer ??= setTimeout(() => {
      timer = null;
      void queries.invalidateQueries({ refetchType: 'active' });
    }, SETTLE_MS);
  };
  channel.onmessage = refresh;

  const over = new AbortController();
  const follow = () =>
    new Promise<void>((resolve) => {
      const stream = new EventSource(STREAM);
      let poll: ReturnType<typeof setInterval> | null = null;
      const changed = () => {
        refresh();
        channel.postMessage('changed');
      };
      stream.addEventListener('changed', changed);
      stream.onopen = () => {
        if (poll) clearInterval(poll);
        poll = null;
      };
      stream.onerror = () => {
        poll ??= setInterval(changed, POLL_MS);
      };
      over.signal.addEventListener('abort', () => {
        stream.close();
        if (poll) clearInterval(poll);
        resolve();
      });
    });
  // Locks exist only on https and on this machine itself; without them each tab has its own stream.
  if (navigator.locks) navigator.locks.request(CHANNEL, { signal: over.signal }, follow).catch(() => undefined);
  else void follow();
  return () => {
    over.abort();
    if (timer) clearTimeout(timer);
    channel.close();
  };
}
