import { spawn, type ChildProcess } from 'node:child_process';
import { closeSync, existsSync, openSync, readSync, statSync } from 'node:fs';
import { openBoundedLog, stopProcess } from '@binhxet/platform/servers';
import { type ReadyMessage } from '@binhxet/platform';
import { LaunchError } from '../launch-error.js';

export interface ChildSpec {
  /** api, worker, jobs */
  readonly name: string;
  /** JavaScript file to run with this Node */
  readonly program: string;
  readonly args?: readonly string[];
  readonly env: Readonly<Record<string, string>>;
  readonly logFile: string;
  /** address that answers 200 once the process serves; without it the process says so itself */
  readonly healthUrl?: string;
  /** longest wait for readiness, milliseconds (default one minute) */
  readonly readyMs?: number;
}

/** How a process ended. */
export interface ChildEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/**
 * One Node process of ours under supervision. Its output goes straight into a log file, so it survives our death; the message channel
 * tells it of that death. It has a process group of its own: Ctrl-C reaches only the launcher, which stops things in order.
 */
export class SupervisedChild {
  readonly ended: Promise<ChildEnd>;
  private readonly child: ChildProcess;
  private saidReady = false;
  private end: ChildEnd | undefined;
  private readonly logStart: number;

  constructor(readonly spec: ChildSpec) {
    if (!existsSync(spec.program)) throw new LaunchError('programMissing', { process: spec.name });
    const log = openBoundedLog(spec.logFile);
    this.logStart = statSync(spec.logFile).size;
    this.child = spawn(process.execPath, ['--enable-source-maps', spec.program, ...(spec.args ?? [])], {
      env: spec.env,
      stdio: ['ignore', log.fd, log.fd, 'ipc'],
      detached: true,
    });
    this.child.on('message', (message) => {
      if ((message as Partial<ReadyMessage> | null)?.ready === true) this.saidReady = true;
    });
    this.ended = new Promise((resolve) => {
      const finish = (end: ChildEnd) => {
        this.end ??= end;
        log.close();
        resolve(this.end);
      };
      this.child.once('error', () => finish({ code: null, signal: null }));
      this.child.once('exit', (code, signal) => finish({ code, signal }));
    });
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }
  get running(): boolean {
    return this.end === undefined;
  }

  /**
   * Waits until the process serves.
   * @throws LaunchError childDied or childNotReady, naming the log
   */
  async ready(): Promise<void> {
    const ms = this.spec.readyMs ?? 60_000;
    const until = performance.now() + ms;
    while (performance.now() < until) {
      if (this.end) throw this.died(this.end);
      if (await this.isReady()) return;
      await Promise.race([this.ended, new Promise((resolve) => setTimeout(resolve, 60))]);
    }
    throw new LaunchError('childNotReady', {
      process: this.spec.name,
      seconds: Math.round(ms / 1000),
      log: this.spec.logFile,
    });
  }

  /** @returns the failure that an unexpected end is, for the person at the terminal */
  died(end: ChildEnd): LaunchError {
    const reason = end.signal ?? (end.code === null ? 'spawn' : `exit ${end.code}`);
    return new LaunchError('childDied', { process: this.spec.name, reason, log: this.spec.logFile });
  }

  kill(signal: NodeJS.Signals): void {
    this.child.kill(signal);
  }

  /** Orderly stop: SIGTERM, and SIGKILL when it has not ended after `graceMs`. */
  async stop(graceMs = 15_000): Promise<void> {
    if (this.running) await stopProcess(this.pid, 'SIGTERM', graceMs);
    await this.ended;
    if (this.child.connected) this.child.disconnect();
  }

  private async isReady(): Promise<boolean> {
    if (this.spec.healthUrl === undefined) return this.saidReady || this.loggedReady();
    try {
      const response = await fetch(this.spec.healthUrl, { signal: AbortSignal.timeout(2_000) });
      await response.arrayBuffer();
      return response.ok;
    } catch {
      return false;
    }
  }

  /** A process may also say it with a log line whose message is `ready`. Only what this run has written counts. */
  private loggedReady(): boolean {
    const size = statSync(this.spec.logFile).size;
    const from = size < this.logStart ? 0 : this.logStart;
    const bytes = Buffer.alloc(Math.min(size - from, 1024 * 1024));
    const fd = openSync(this.spec.logFile, 'r');
    try {
      readSync(fd, bytes, 0, bytes.length, from);
    } finally {
      closeSync(fd);
    }
    return bytes.includes('"msg":"ready"');
  }
}
