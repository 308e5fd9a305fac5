import { CancellationScope, isCancellation, sleep } from '@temporalio/workflow';

/**
 * One timer to the next deadline. It is replaced only when the deadline changes: a condition with a timeout would start and
 * cancel a timer at every message and fill the history.
 */
export class Alarm {
  private at: number | null = null;
  private scope: CancellationScope | null = null;

  /** @param ring called when the time has come, on no particular stack */
  constructor(private readonly ring: () => void) {}

  /**
   * @param at instant in milliseconds; null: no deadline
   * @param summary what is waited for, for the Temporal UI
   */
  set(at: number | null, summary: string): void {
    if (at === this.at) return;
    this.scope?.cancel();
    this.scope = null;
    this.at = at;
    if (at !== null) this.start(at, summary);
  }

  private start(at: number, summary: string): void {
    const scope = new CancellationScope();
    this.scope = scope;
    void scope
      .run(() => sleep(Math.max(1, at - Date.now()), { summary }))
      .then(() => {
        this.at = null;
        this.scope = null;
        this.ring();
      })
      .catch((error: unknown) => {
        if (!isCancellation(error)) throw error;
      });
  }
}
