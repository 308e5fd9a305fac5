import { readdirSync, readFileSync } from 'node:fs';
import { type World } from './world.js';

/** Linux counts in hundredths of a second, whatever the kernel's own tick. */
const TICK_MS = 10;

/** Processor time used so far by the parts of an installation and by the load generator, milliseconds. */
export type ProcessorTime = Readonly<Record<'api' | 'worker' | 'jobs' | 'postgres' | 'temporal' | 'load' | 'bench', number>>;

/**
 * A busy machine stretches seconds, not processor time: where the kernel tells it, it is noted beside the rates.
 * @param benchPid worker of the bench's own workflows, if it runs
 * @returns null where there is no `/proc`
 */
export function processorTime({ stack }: World, benchPid?: number): ProcessorTime | null {
  const used = ticksByProcess();
  if (!used) return null;
  const of = (pid: number, withChildren = false) => {
    let ticks = used.get(pid)?.ticks ?? 0;
    if (withChildren) for (const [, other] of used) if (other.parent === pid) ticks += other.ticks;
    return ticks * TICK_MS;
  };
  const own = process.cpuUsage();
  return {
    api: of(stack.api.pid),
    worker: of(stack.worker.pid),
    jobs: of(stack.jobs.pid),
    postgres: of(stack.postgresServer.pid, true),
    temporal: of(stack.temporalServer.pid),
    load: (own.user + own.system) / 1000,
    bench: benchPid === undefined ? 0 : of(benchPid),
  };
}

/** What lies between two readings, for each unit of work, milliseconds. */
export function costOf(before: ProcessorTime | null, after: ProcessorTime | null, units: number): Record<string, number> {
  if (!before || !after) return {};
  return Object.fromEntries(Object.entries(after).map(([name, ms]) => [name, Math.round(((ms - before[name as keyof ProcessorTime]) / units) * 100) / 100]));
}

/** All parts together. */
export function total(cost: Readonly<Record<string, number>>): number {
  return Object.values(cost).reduce((sum, ms) => sum + ms, 0);
}

function ticksByProcess(): Map<number, { readonly parent: number; readonly ticks: number }> | null {
  try {
    const found = new Map<number, { parent: number; ticks: number }>();
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const stat = statOf(name);
      if (!stat) continue;
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      // Fields 4, 14 and 15, and 16 and 17: waited-for children, so that ended backends count.
      found.set(Number(name), { parent: Number(fields[1]), ticks: [11, 12, 13, 14].reduce((sum, at) => sum + Number(fields[at]), 0) });
    }
    return found;
  } catch {
    return null;
  }
}

function statOf(pid: string): string | null {
  try {
    return readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null; // it has ended meanwhile
  }
}
