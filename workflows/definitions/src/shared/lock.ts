/**
 * One transition of a body at a time: a handler that awaits an activity between reading and writing state would otherwise
 * interleave with the next one. First come, first served.
 */
export class Lock {
  private tail: Promise<unknown> = Promise.resolve();

  /** Runs `work` after everything asked for before it, whatever became of that. @returns what `work` returns */
  run<T>(work: () => Promise<T>): Promise<T> {
    const mine = this.tail.then(work);
    this.tail = mine.catch(() => undefined);
    return mine;
  }
}
