import { statfs } from 'node:fs/promises';
import { isPortFree } from '@binhxet/platform/servers';
import { LaunchError } from '../launch-error.js';

const MiB = 1024 * 1024;
/** PostgreSQL, Temporal and a full demo stay below this; less would fail in the middle of a write. */
export const NEEDED_BYTES = 1024 * MiB;

/**
 * Refuses to start where the disk would fill up.
 * @param folder existing folder on the disk in question
 * @param measure bytes free for us; another in tests
 * @throws LaunchError diskFull
 */
export async function requireDiskSpace(
  folder: string,
  measure: (folder: string) => Promise<number> = freeBytes,
): Promise<void> {
  const free = await measure(folder);
  if (free < NEEDED_BYTES)
    throw new LaunchError('diskFull', { folder, free: Math.floor(free / MiB), needed: NEEDED_BYTES / MiB });
}

async function freeBytes(folder: string): Promise<number> {
  const { bavail, bsize } = await statfs(folder);
  return bavail * bsize;
}

/**
 * Refuses a port that another program listens on. `localhost` means both loopback addresses to a browser, so both must be free.
 * @throws LaunchError portBusy
 */
export async function requirePort(port: number, host: string): Promise<void> {
  const hosts = host === '127.0.0.1' ? ['127.0.0.1', ...((await isPortFree(0, '::1')) ? ['::1'] : [])] : [host];
  for (const each of hosts) if (!(await isPortFree(port, each))) throw new LaunchError('portBusy', { port });
}

/** Turns "no space left" from anywhere into words. */
export function explainFailure(error: unknown, folder: string): unknown {
  const code = (error as { code?: unknown }).code;
  // 53100: disk_full of PostgreSQL.
  return code === 'ENOSPC' || code === '53100'
    ? new LaunchError('diskFull', { folder, free: 0, needed: NEEDED_BYTES / MiB }, { cause: error })
    : error;
}
