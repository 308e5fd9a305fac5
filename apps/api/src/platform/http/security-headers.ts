import { type FastifyInstance } from 'fastify';

/** Policy of everything that is not a page: it loads nothing. */
const DATA_POLICY = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";
/** Pages of libraries that we serve as they are: the API documentation and the queue board. */
const LIBRARY_PAGES = /^\/(api\/docs|admin)(\/|$|\?)/;

/**
 * Policy of a page: scripts only from files of ours, never inline.
 * @param nonce for style elements that the page's components insert; without one, inline styles are allowed
 */
export function pagePolicy(nonce?: string): string {
  const styles = nonce === undefined ? "style-src 'self' 'unsafe-inline'" : `style-src 'self' 'nonce-${nonce}'; style-src-attr 'unsafe-inline'`;
  return [
    "default-src 'self'", "script-src 'self'", styles, "img-src 'self' data: blob:", "font-src 'self' data:", "connect-src 'self'", "worker-src 'self' blob:",
    "object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'", "form-action 'self'",
  ].join('; ');
}

/** @param secure the site is reached over https */
export function installSecurityHeaders(fastify: FastifyInstance, secure: boolean): void {
  fastify.addHook('onRequest', (request, reply, done) => {
    reply.headers({
      'X-Content-Type-Options': 'nosniff',
      'X-Frame-Options': 'DENY',
      'Referrer-Policy': 'same-origin',
      'Cross-Origin-Opener-Policy': 'same-origin',
      'Cross-Origin-Resource-Policy': 'same-origin',
      'Permissions-Policy': 'camera=(), microphone=(), geolocation=()',
      'Content-Security-Policy': LIBRARY_PAGES.test(request.url) ? pagePolicy() : DATA_POLICY,
      ...(secure ? { 'Strict-Transport-Security': 'max-age=31536000' } : {}),
    });
    done();
  });
  fastify.addHook('onSend', (_request, reply, payload, done) => {
    if (!reply.hasHeader('cache-control')) reply.header('Cache-Control', 'no-store');
    done(null, payload);
  });
}
