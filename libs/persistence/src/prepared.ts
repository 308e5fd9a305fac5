import { createHash } from 'node:crypto';

/** Longer texts are lists of rows of every length: preparing each of them would fill the server's memory. */
const LONGEST = 4_000;
/** Distinct texts of one process; the code has some two hundred. */
const MOST = 500;

/**
 * Names under which statements are prepared: PostgreSQL parses and plans a text once for each connection. A third of the cost of a
 * contribution was parsing the same dozen texts again.
 */
export class PreparedNames {
  private readonly names = new Map<string, string>();
  private generation = 0;

  /**
   * @param longest texts beyond are sent unprepared
   * @returns undefined for a text that is sent without preparing it
   */
  of(text: string, longest = LONGEST): string | undefined {
    const known = this.names.get(text);
    if (known !== undefined) return known;
    if (text.length > longest || this.names.size >= MOST) return undefined;
    const name = `${createHash('sha256').update(text).digest('hex').slice(0, 24)}.${this.generation}`;
    this.names.set(text, name);
    return name;
  }

  /** A migration changed what a prepared statement returns: under new names everything is prepared afresh. */
  renew(): void {
    this.generation += 1;
    this.names.clear();
  }
}

/** "cached plan must not change result type": feature_not_supported, told only by a statement that was prepared before a migration. */
export function isStalePlan(error: unknown): boolean {
  const { code, message } = (error ?? {}) as { readonly code?: unknown; readonly message?: unknown };
  return code === '0A000' && typeof message === 'string' && message.includes('cached plan');
}
