import { createRequire } from 'node:module';
import path from 'node:path';
import { type OpenAPIObject } from '@nestjs/swagger';
import { type FastifyInstance } from 'fastify';
import { StaticFiles } from '../http/static-files.js';

const SERVED = new Set(['swagger-ui.css', 'swagger-ui-bundle.js', 'favicon-32x32.png']);
const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Bình Xét API</title>
    <link rel="stylesheet" href="/api/docs/swagger-ui.css" />
    <link rel="icon" type="image/png" href="/api/docs/favicon-32x32.png" />
  </head>
  <body>
    <div id="api"></div>
    <script src="/api/docs/swagger-ui-bundle.js"></script>
    <script src="/api/docs/start.js"></script>
  </body>
</html>
`;
/** Requests tried from the page carry the token of the session, as those of our own page do. */
const START = `window.onload = async () => {
  const session = await fetch('/api/v1/auth/session').then((answer) => (answer.ok ? answer.json() : null));
  window.SwaggerUIBundle({
    url: '/api/openapi.json',
    dom_id: '#api',
    deepLinking: true,
    validatorUrl: null,
    requestInterceptor: (request) => {
      if (session) request.headers['X-CSRF-Token'] = session.csrfToken;
      return request;
    },
  });
};
`;

/** The API document as JSON and as a page, without a line of inline script. */
export function installApiDocs(fastify: FastifyInstance, document: () => OpenAPIObject): void {
  // The files come with the document's generator and are found from there.
  const fromSwagger = createRequire(import.meta.resolve('@nestjs/swagger'));
  const files = new StaticFiles(path.dirname(fromSwagger.resolve('swagger-ui-dist/package.json')), (file) => SERVED.has(file));
  let json: string | undefined;
  fastify.get('/api/openapi.json', (_request, reply) => {
    void reply.header('Content-Type', 'application/json; charset=utf-8').header('Cache-Control', 'no-cache').send((json ??= JSON.stringify(document())));
  });
  fastify.get('/api/docs', (_request, reply) => void reply.header('Content-Type', 'text/html; charset=utf-8').send(PAGE));
  fastify.get('/api/docs/start.js', (_request, reply) => void reply.header('Content-Type', 'text/javascript; charset=utf-8').send(START));
  for (const file of SERVED) fastify.get(`/api/docs/${file}`, (request, reply) => void files.send(file, 'public, max-age=86400', request, reply));
}
