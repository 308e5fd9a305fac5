/** Lets a bounded number of calls about one thing go at a time, the rest wait in the order they came. */
export class Lanes {
  private readonly busy = new Map<string, { running: number; readonly waiting: (() => void)[] }>();

  /** @param width calls at a time for one key */
  constructor(private readonly width: number) {}

  /**
   * @param waitMs longest wait for a turn
   * @param late what to throw after it; `work` has not been called then
   */
  async run<T>(key: string, waitMs: number, late: () => Error, work: (waitedMs: number) => Promise<T>): Promise<T> {
    const began = performance.now();
    await this.turn(key, waitMs, late);
    try {
      return await work(performance.now() - began);
    } finally {
      this.leave(key);
    }
  }

  private async turn(key: string, waitMs: number, late: () => Error): Promise<void> {
    const lane = this.busy.get(key) ?? { running: 0, waiting: [] };
    this.busy.set(key, lane);
    if (lane.running < this.width) {
      lane.running += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const mine = (): void => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        lane.waiting.splice(lane.waiting.indexOf(mine), 1);
        reject(late());
      }, waitMs);
      lane.waiting.push(mine);
    });
  }

  /** The place passes to whoever waits longest. */
  private leave(key: string): void {
    const lane = this.busy.get(key)!;
    const next = lane.waiting.shift();
    if (next) next();
    else if (--lane.running === 0) this.busy.delete(key);
  }
}
