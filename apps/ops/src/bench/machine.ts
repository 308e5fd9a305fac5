import os from 'node:os';

/** What the numbers were measured on. */
export interface Machine {
  readonly platform: string;
  readonly node: string;
  readonly processor: string;
  readonly cores: number;
  readonly memoryGiB: number;
  /** load average of the last minute, before and after: above the number of cores somebody else was at work */
  readonly loadBefore: number;
  loadAfter: number;
}

export function describeMachine(): Machine {
  const cpus = os.cpus();
  return {
    platform: `${os.platform()}-${os.arch()}`,
    node: process.version,
    processor: cpus[0]?.model ?? '',
    cores: os.availableParallelism(),
    memoryGiB: Math.round(os.totalmem() / 2 ** 30),
    loadBefore: load(),
    loadAfter: load(),
  };
}

export function load(): number {
  return Math.round((os.loadavg()[0] ?? 0) * 100) / 100;
}
