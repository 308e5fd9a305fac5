import { spawn, type ChildProcess } from 'node:child_process';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { processIdentity } from './process-table.js';

const program = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', 'bin', 'watchdog.mjs');

/**
 * A small process that outlives this one by as long as it takes to stop what it guards. Servers such as PostgreSQL do not notice that
 * their launcher was killed with SIGKILL; they would run for ever.
 */
export class Watchdog {
  private constructor(private readonly child: ChildProcess) {}

  static start(): Watchdog {
    const child = spawn(process.execPath, [program], { stdio: ['pipe', 'ignore', 'ignore'], detached: true, cwd: '/' });
    child.unref();
    (child.stdin as unknown as { unref?: () => void }).unref?.();
    child.stdin?.on('error', () => undefined); // it ended first: nothing is guarded any more, and nothing else changes
    return new Watchdog(child);
  }

  /**
   * @param pid process to stop when this one is gone; last guarded, first stopped
   * @param signal its orderly way to end
   */
  guard(pid: number, signal: NodeJS.Signals): void {
    this.child.stdin?.write(`guard ${pid} ${signal} ${processIdentity(pid) ?? ''}\n`);
  }

  /** Leaves a process alone from now on. */
  release(pid: number): void {
    this.child.stdin?.write(`release ${pid}\n`);
  }

  /** Ends the watch; what is still guarded is stopped. */
  close(): Promise<void> {
    return new Promise((resolve) => {
      if (this.child.exitCode !== null) return resolve();
      this.child.ref();
      this.child.once('exit', () => resolve());
      this.child.stdin?.end();
    });
  }
}
