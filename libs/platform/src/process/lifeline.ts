/** What a supervised process tells its launcher once it serves. */
export interface ReadyMessage {
  readonly ready: true;
  /** addresses it listens on and the like; ids and numbers only */
  readonly facts?: Readonly<Record<string, string | number>>;
}

/**
 * Ends this process in its orderly way when the launcher that started it is gone. Call it first thing in `main`.
 * A launcher killed with SIGKILL cannot stop its children; the closed channel tells them. Without a launcher this does nothing.
 */
export function installLifeline(): void {
  if (process.send === undefined) return;
  process.once('disconnect', () => process.kill(process.pid, 'SIGTERM'));
  // The channel alone must not keep a process alive that has nothing left to do.
  process.channel?.unref();
}

/**
 * Says that this process serves now. Without a launcher this does nothing.
 * @param facts shown to the launcher, e.g. the port it listens on
 */
export function announceReady(facts?: ReadyMessage['facts']): void {
  const message: ReadyMessage = { ready: true, ...(facts ? { facts } : {}) };
  process.send?.(message);
}
