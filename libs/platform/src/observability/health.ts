import { withDeadline } from './deadline.js';
import { isAppError } from '@binhxet/domain';

export interface HealthCheckResult {
  readonly status: 'up' | 'down';
  /** whole milliseconds the check took */
  readonly ms: number;
  /** stable code of the failure, never its message */
  readonly code?: string;
}

export interface HealthReport {
  /** `down` when a required part is down, `degraded` when only optional ones are */
  readonly status: 'up' | 'degraded' | 'down';
  readonly checks: Readonly<Record<string, HealthCheckResult>>;
}

interface Registered {
  readonly check: () => Promise<unknown>;
  readonly required: boolean;
}

/** Parts of a process that can be asked whether they work. */
export class HealthRegistry {
  private readonly parts = new Map<string, Registered>();

  /**
   * @param name shown in the report
   * @param check resolves when the part works, rejects when not
   * @param options `required: false` for parts without which the process still serves (default true)
   */
  register(name: string, check: () => Promise<unknown>, options: { readonly required?: boolean } = {}): void {
    this.parts.set(name, { check, required: options.required ?? true });
  }

  /**
   * Asks every part at once.
   * @param deadlineMs after which a silent part counts as down, milliseconds
   */
  async report(deadlineMs = 2_000): Promise<HealthReport> {
    const entries = await Promise.all(
      [...this.parts].map(async ([name, part]) => [name, part.required, await probe(part.check, deadlineMs)] as const),
    );
    const down = entries.filter(([, , result]) => result.status === 'down');
    const status = down.length === 0 ? 'up' : down.some(([, required]) => required) ? 'down' : 'degraded';
    return { status, checks: Object.fromEntries(entries.map(([name, , result]) => [name, result])) };
  }
}

async function probe(check: () => Promise<unknown>, deadlineMs: number): Promise<HealthCheckResult> {
  const started = performance.now();
  const elapsed = () => Math.round(performance.now() - started);
  try {
    await withDeadline(check, deadlineMs);
    return { status: 'up', ms: elapsed() };
  } catch (error) {
    const code = isAppError(error) ? error.code : (error as { code?: unknown }).code;
    return { status: 'down', ms: elapsed(), ...(typeof code === 'string' ? { code } : {}) };
  }
}
