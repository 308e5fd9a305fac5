/**
 * Answers that many ask for at the same time and that may be a moment old: one computation serves everybody who asks with the same key
 * while it runs and until it is too old. The key must hold whatever the answer depends on, the asker's scope above all.
 */
export class Recent<T> {
  private readonly kept = new Map<string, { readonly until: number; readonly answer: Promise<T> }>();

  /**
   * @param forMs how old an answer may be
   * @param most answers kept; the oldest goes first
   */
  constructor(
    private readonly forMs: number,
    private readonly most = 200,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** @throws what `compute` throws; a failure is not kept */
  get(key: string, compute: () => Promise<T>): Promise<T> {
    const found = this.kept.get(key);
    if (found && found.until > this.now()) return found.answer;
    const answer = compute();
    const mine = { until: this.now() + this.forMs, answer };
    this.kept.delete(key);
    this.kept.set(key, mine);
    answer.catch(() => this.kept.get(key) === mine && this.kept.delete(key));
    for (const oldest of this.kept.keys()) {
      if (this.kept.size <= this.most) break;
      this.kept.delete(oldest);
    }
    return answer;
  }
}
