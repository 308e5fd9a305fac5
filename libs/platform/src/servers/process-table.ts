import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Tells whether a process with this id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !isZombie(pid);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** A dead child that nobody has waited for still answers to signal 0. */
function isZombie(pid: number): boolean {
  const fields = procStat(pid);
  return fields !== undefined && fields[0] === 'Z';
}

/** Fields of /proc/PID/stat after the command name, which may itself hold spaces; undefined where there is no /proc. */
function procStat(pid: number): string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  } catch {
    return undefined;
  }
}

function ps(pid: number, column: string): string | undefined {
  try {
    return execFileSync('ps', ['-o', `${column}=`, '-p', String(pid)], {
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, LC_ALL: 'C' },
    }).trim();
  } catch {
    return undefined;
  }
}

/**
 * Something that tells a process from a later one with the same id: when it started.
 * @returns undefined when there is no such process
 */
export function processIdentity(pid: number): string | undefined {
  if (!isAlive(pid)) return undefined;
  return procStat(pid)?.[19] ?? ps(pid, 'lstart') ?? 'unknown';
}

/** @returns the command line of a process, undefined when there is none or it may not be read */
export function commandLine(pid: number): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    return ps(pid, 'args');
  }
}

/**
 * Waits until a process is gone.
 * @param ms longest wait, milliseconds
 * @returns whether it is gone
 */
export async function waitForExit(pid: number, ms: number): Promise<boolean> {
  const end = Date.now() + ms;
  while (isAlive(pid)) {
    if (Date.now() >= end) return false;
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  return true;
}

/**
 * Stops a process by its id: the orderly signal first, the hard one when it does not follow in time.
 * @param graceMs time for the orderly way, milliseconds
 */
export async function stopProcess(
  pid: number,
  orderly: NodeJS.Signals,
  graceMs: number,
  hard: NodeJS.Signals = 'SIGKILL',
): Promise<void> {
  for (const [signal, ms] of [
    [orderly, graceMs],
    [hard, 5_000],
    ['SIGKILL', 5_000],
  ] as const) {
    try {
      process.kill(pid, signal);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ESRCH') return;
      throw error;
    }
    if (await waitForExit(pid, ms)) return;
  }
}
