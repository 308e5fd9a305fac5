import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { gzip as gzipCallback } from 'node:zlib';
import { type FastifyReply, type FastifyRequest } from 'fastify';

const gzip = promisify(gzipCallback);

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.webmanifest': 'application/manifest+json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.woff': 'font/woff',
  '.ttf': 'font/ttf',
  '.txt': 'text/plain; charset=utf-8',
  '.wasm': 'application/wasm',
};
const COMPRESSIBLE = /^(text|application)\/|svg/;

interface Loaded {
  readonly bytes: Buffer;
  readonly zipped: Buffer | null;
  readonly etag: string;
}

/**
 * Files of one folder, known by name when the process starts: an address outside the list reaches no file system at all.
 * A few megabytes, read once on first use and kept, compressed where that helps.
 */
export class StaticFiles {
  private readonly files = new Map<string, string>();
  private readonly loaded = new Map<string, Promise<Loaded>>();

  /** @param keep which relative paths (with `/`) are served */
  constructor(folder: string, keep: (file: string) => boolean) {
    if (!existsSync(folder)) return;
    for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
      if (!entry.isFile()) continue;
      const full = path.join(entry.parentPath, entry.name);
      const name = path.relative(folder, full).split(path.sep).join('/');
      if (keep(name) && TYPES[path.extname(name)]) this.files.set(name, full);
    }
  }

  has(name: string): boolean {
    return this.files.has(name);
  }

  /** @param cacheControl of the answer; @returns false when there is no such file */
  send(name: string, cacheControl: string, request: FastifyRequest, reply: FastifyReply): boolean {
    const full = this.files.get(name);
    if (full === undefined) return false;
    void this.answer(full, cacheControl, request, reply).catch((error: unknown) => reply.send(error));
    return true;
  }

  private async answer(full: string, cacheControl: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    const { bytes, zipped, etag } = await this.load(full);
    reply.headers({ 'Content-Type': TYPES[path.extname(full)], 'Cache-Control': cacheControl, ETag: etag, Vary: 'Accept-Encoding' });
    if (request.headers['if-none-match'] === etag) return void reply.status(304).send();
    const small = zipped !== null && /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? ''));
    if (small) reply.header('Content-Encoding', 'gzip');
    void reply.status(200).send(small ? zipped : bytes);
  }

  private load(full: string): Promise<Loaded> {
    let found = this.loaded.get(full);
    if (!found) this.loaded.set(full, (found = read(full)));
    return found;
  }
}

async function read(full: string): Promise<Loaded> {
  const bytes = readFileSync(full);
  const zipped = COMPRESSIBLE.test(TYPES[path.extname(full)] ?? '') && bytes.length > 1_024 ? await gzip(bytes) : null;
  return { bytes, zipped, etag: `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"` };
}
