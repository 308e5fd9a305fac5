import { execFileSync, type ExecFileSyncOptionsWithStringEncoding } from 'node:child_process';
import { statSync } from 'node:fs';
import path from 'node:path';

export interface UserIds {
  readonly uid: number;
  readonly gid: number;
}

const quiet: ExecFileSyncOptionsWithStringEncoding = { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] };

function lookUp(name: string): UserIds | undefined {
  try {
    const id = (flag: string) => Number.parseInt(execFileSync('id', [flag, name], quiet), 10);
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root. Where we are root, this is the account it runs as instead, made when missing.
 * @returns undefined when we are not root: PostgreSQL then runs as ourselves
 * @throws Error when we are root and no account can be made
 */
export function postgresUser(): UserIds | undefined {
  if (process.getuid?.() !== 0) return undefined;
  const known = lookUp('postgres');
  if (known) return known;
  const attempts: readonly (readonly [string, ...string[]])[] = [
    ['groupadd', '--system', 'postgres'],
    ['useradd', '--system', '--gid', 'postgres', '--no-create-home', '--shell', '/usr/sbin/nologin', 'postgres'],
    ['addgroup', '-S', 'postgres'],
    ['adduser', '-S', '-D', '-H', '-G', 'postgres', 'postgres'],
  ];
  for (const [command, ...args] of attempts) {
    try {
      execFileSync(command, args, quiet);
    } catch {
      // Another system has other tools, and a second start may have been faster: what counts is whether the account is there.
    }
    const made = lookUp('postgres');
    if (made) return made;
  }
  throw new Error(
    'PostgreSQL does not run as root, and no account named postgres can be made here. Make one, or start as another user.',
  );
}

/** Tells whether a user can pass through every existing folder above (and including) a path. */
export function isReachable(target: string, user: UserIds): boolean {
  for (let folder = path.resolve(target); ; folder = path.dirname(folder)) {
    const stat = statSync(folder, { throwIfNoEntry: false });
    if (stat) {
      const bit = stat.uid === user.uid ? 0o100 : stat.gid === user.gid ? 0o010 : 0o001;
      if (stat.isDirectory() && (stat.mode & bit) === 0) return false;
    }
    if (folder === path.dirname(folder)) return true;
  }
}
