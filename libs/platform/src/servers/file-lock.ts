import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { processIdentity } from './process-table.js';

/** A lock held by this process; it is void when the process dies, because its holder is named in it. */
export interface FileLock {
  release(): void;
}

interface Holder {
  readonly pid: number;
  readonly identity: string;
}

function read(file: string): { readonly text: string; readonly holder?: Holder } | undefined {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
  try {
    return { text, holder: JSON.parse(text) as Holder };
  } catch {
    return { text };
  }
}

/**
 * Takes a lock, or says who has it.
 * @param file path of the lock file; its folder is made
 * @returns the lock, or the id of the living process that holds it
 */
export function tryLock(file: string): FileLock | { readonly heldBy: number } {
  mkdirSync(path.dirname(file), { recursive: true });
  const own = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) });
  const draft = `${file}.${process.pid}.${Math.trunc(performance.now() * 1000)}`;
  writeFileSync(draft, own, { mode: 0o600 });
  try {
    for (;;) {
      try {
        linkSync(draft, file); // atomic, and the file never stands there without its content
        return { release: () => void (read(file)?.text === own && rmSync(file, { force: true })) };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
      }
      const seen = read(file);
      if (seen === undefined) continue;
      if (seen.holder && processIdentity(seen.holder.pid) === seen.holder.identity) return { heldBy: seen.holder.pid };
      discard(file, seen.text);
    }
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes a dead holder's file, and only that: another process may have replaced it in between. */
function discard(file: string, expected: string): void {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  if (read(aside)?.text !== expected) {
    try {
      linkSync(aside, file);
    } catch {
      // A third process has the lock by now; it sees ours as taken and waits.
    }
  }
  rmSync(aside, { force: true });
}

/**
 * Waits for a lock.
 * @param ms longest wait, milliseconds
 * @throws Error naming the process that holds it
 */
export async function lock(file: string, ms = 120_000): Promise<FileLock> {
  const end = Date.now() + ms;
  for (;;) {
    const got = tryLock(file);
    if ('release' in got) return got;
    if (Date.now() > end) throw new Error(`Process ${got.heldBy} has held ${file} for ${Math.round(ms / 1000)} s.`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
