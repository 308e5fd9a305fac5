import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { type FastifyReply, type FastifyRequest } from 'fastify';
import { pagePolicy } from '../platform/http/security-headers.js';
import { StaticFiles } from '../platform/http/static-files.js';

/** Where a page that allows inline styles only by nonce wants the nonce; Vite writes it with `html.cspNonce`. */
const NONCE_PLACEHOLDER = '__CSP_NONCE__';
/** Paths below which nothing is a page. */
const NOT_PAGES = /^\/(api|ledger|health|metrics|admin|assets)(\/|$)/;
/** Vite puts a hash of the content into these names. */
const HASHED = /^assets\//;

/** The built browser application, if there is one beside this process. */
export class WebApp {
  private readonly html: string | undefined;
  private readonly files: StaticFiles;

  /** @param folder built files, with index.html; when it is absent pages are not served */
  constructor(folder: string) {
    const index = path.join(folder, 'index.html');
    this.html = existsSync(index) ? readFileSync(index, 'utf8') : undefined;
    this.files = new StaticFiles(folder, (file) => file !== 'index.html');
  }

  /** Folder of the workspace's built page; the same from source and from dist. */
  static builtFolder(): string {
    return path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../../web/dist');
  }

  /**
   * Answers an address that is no route: with a file of the page, or with the page itself, whose own router knows it.
   * @returns false when it is not for the page: programs' addresses, or a client that does not want HTML
   */
  answer(request: FastifyRequest, reply: FastifyReply): boolean {
    if (this.html === undefined || !['GET', 'HEAD'].includes(request.method)) return false;
    const pathName = request.url.split('?', 1)[0]!;
    const file = pathName.slice(1);
    if (this.files.send(file, HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache', request, reply)) return true;
    if (NOT_PAGES.test(pathName) || !/\btext\/html\b|^\*\/\*/.test(request.headers.accept ?? '*/*')) return false;
    const nonce = this.html.includes(NONCE_PLACEHOLDER) ? randomBytes(16).toString('base64') : undefined;
    const body = nonce === undefined ? this.html : this.html.replaceAll(NONCE_PLACEHOLDER, nonce);
    void reply.status(200).headers({ 'Content-Type': 'text/html; charset=utf-8', 'Cache-Control': 'no-cache', 'Content-Security-Policy': pagePolicy(nonce) }).send(body);
    return true;
  }
}
