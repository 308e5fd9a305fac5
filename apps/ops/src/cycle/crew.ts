import { Gate } from './gate.js';

/** People and bodies at work beside each other, so many at a time; whoever started them looks after them. */
export class Crew {
  private readonly gate: Gate;
  private readonly busy = new Set<string>();
  private failure: { readonly error: unknown } | undefined;
  private over = 0;

  constructor(atOnce: number) {
    this.gate = new Gate(atOnce);
  }

  /** How many are at work or wait for a place. */
  get size(): number {
    return this.busy.size;
  }

  /** How many have come to an end. */
  get finished(): number {
    return this.over;
  }

  isBusy(name: string): boolean {
    return this.busy.has(name);
  }

  /** Starts work under a name that nobody is busy with. */
  start(name: string, work: () => Promise<void>): void {
    this.busy.add(name);
    void this.gate
      .run(async () => {
        if (this.failure) return;
        // Kept before the place goes to the next in line.
        await work().catch((error: unknown) => (this.failure ??= { error }));
      })
      .finally(() => {
        this.busy.delete(name);
        this.over += 1;
      });
  }

  /** @throws whatever the first of them failed with, once nobody is at work any more */
  assertWell(): void {
    if (this.failure && this.size === 0) throw this.failure.error;
  }
}
