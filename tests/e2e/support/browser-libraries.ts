import { spawnSync } from 'node:child_process';

/** Libraries Chromium loads, and the Debian packages that hold them. */
const LIBRARIES = { 'libnss3.so': 'libnss3', 'libnspr4.so': 'libnspr4', 'libexpat.so.1': 'libexpat1' } as const;

/**
 * Makes sure that the shared libraries of Chromium are there: as root they are installed, otherwise the message says which are missing.
 * @throws Error with the command to type
 */
export function requireBrowserLibraries(): void {
  const missing = missingPackages();
  if (missing.length === 0) return;
  if (process.getuid?.() === 0) {
    const options = { encoding: 'utf8', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' }, timeout: 180_000 } as const;
    spawnSync('apt-get', ['update', '-q'], options);
    const installed = spawnSync('apt-get', ['install', '-y', '-q', '--no-install-recommends', ...missing], options);
    if (missingPackages().length === 0) return;
    throw new Error(`apt-get could not install ${missing.join(' ')}, which Chromium needs:\n${installed.stdout ?? ''}${installed.stderr ?? ''}`);
  }
  throw new Error(`Chromium needs libraries that are not here. As root: apt-get install -y ${missing.join(' ')}`);
}

/** The loader's own list: what it does not know, Chromium does not find. Elsewhere than on Linux there is nothing to check. */
function missingPackages(): string[] {
  if (process.platform !== 'linux') return [];
  const listed = ['ldconfig', '/sbin/ldconfig'].map((program) => spawnSync(program, ['-p'], { encoding: 'utf8' })).find(({ status }) => status === 0);
  if (!listed) return [];
  return Object.entries(LIBRARIES).flatMap(([library, name]) => (listed.stdout.includes(`\t${library} `) ? [] : [name]));
}
