// What every command needs before the workspace is usable: dependencies that match the lock file. Plain Node, no dependency of its own.
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
export const cacheDir = process.env.BX_CACHE_DIR ?? path.join(root, '.cache');

/** Environment shared by every child: no Nx daemon (it outlives the command), source instead of `dist`, one time zone. */
export const childEnv = {
  ...process.env,
  NX_DAEMON: 'false',
  NX_TUI: 'false',
  NX_NO_CLOUD: 'true',
  TZ: 'UTC',
};

/**
 * Runs a program to its end.
 * @param {string} command program or, for npm packages, a path below node_modules/.bin
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions & { onOutput?: (chunk: Buffer) => void }} options
 * @returns {Promise<number>} exit code; 128 + n when ended by a signal
 */
export function run(command, args, options = {}) {
  const { onOutput, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env: childEnv,
      stdio: onOutput ? ['ignore', 'pipe', 'pipe'] : 'inherit',
      ...spawnOptions,
    });
    if (onOutput) {
      child.stdout.on('data', onOutput);
      child.stderr.on('data', onOutput);
    }
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? 15 : 0)));
  });
}

export const bin = (name) => path.join(root, 'node_modules', '.bin', name);

/** Refuses a Node that the dependencies do not run on, before anything is installed. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > 20 || (major === 20 && minor >= 19)) return;
  console.error(`Bình Xét needs Node 20.19 or newer; this is ${process.versions.node}.`);
  process.exit(3);
}

/** Installs dependencies when the lock file differs from the one last installed. */
export async function ensureDependencies() {
  requireNode();
  const lock = createHash('sha256').update(readFileSync(path.join(root, 'package-lock.json'))).digest('hex');
  const stamp = path.join(root, 'node_modules', '.binhxet-lock');
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === lock) return;
  console.log('Installing dependencies (once; one to three minutes) …');
  const code = await run('npm', ['ci', '--no-fund', '--no-audit', '--loglevel=error'], { shell: process.platform === 'win32' });
  if (code !== 0) {
    console.error('npm ci failed; see its messages above. Is the package registry reachable and the disk not full?');
    process.exit(3);
  }
  writeFileSync(stamp, lock);
}

/** Builds what the given projects need; Nx skips what has not changed. */
export async function build(projects = []) {
  mkdirSync(cacheDir, { recursive: true });
  const filter = projects.length > 0 ? ['-p', projects.join(',')] : [];
  const chunks = [];
  const code = await run(bin('nx'), ['run-many', '-t', 'build', 'bundle', ...filter, '--outputStyle=static'], {
    onOutput: (chunk) => chunks.push(chunk),
  });
  if (code === 0) return;
  process.stderr.write(Buffer.concat(chunks));
  console.error('The build failed; see the messages above.');
  process.exit(3);
}
