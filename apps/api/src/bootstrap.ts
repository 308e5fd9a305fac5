import { type IncomingMessage } from 'node:http';
import cookie from '@fastify/cookie';
import { type Provider } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { assertRoleIsWeak } from '@binhxet/persistence';
import { createLogger, Metrics, type Logger } from '@binhxet/platform';
import { type FastifyInstance } from 'fastify';
import { AppModule } from './app.module.js';
import { type ApiConfig } from './api-config.js';
import { FrameworkLogger } from './platform/app-logger.js';
import { BODY_LIMIT, installBodyLimits } from './platform/http/body-limit.js';
import { correlationIdOf, installCorrelation } from './platform/http/correlation.js';
import { installRequestMetrics } from './platform/http/request-metrics.js';
import { RouteTable } from './platform/http/route-table.js';
import { installSecurityHeaders } from './platform/http/security-headers.js';
import { installApiDocs } from './platform/openapi/api-docs.js';
import { openApiDocument } from './platform/openapi/openapi-document.js';
import { ReadSql } from './platform/read-sql.js';
import { checkRouteDeclarations } from './platform/security/route-declarations.js';
import { WebApp } from './web/web-app.js';

export interface ApiOptions {
  /** default: JSON lines on standard output */
  readonly logger?: Logger;
  /** folder of the built page; default: the workspace's */
  readonly webFolder?: string;
  /** providers that take the place of those with the same token, for tests */
  readonly replacements?: readonly Provider[];
  /** wires routes only, nothing is connected: for the OpenAPI document */
  readonly preview?: boolean;
}

/** Addresses outside /api/v1. */
const AT_THE_ROOT = ['health/*path', 'metrics', 'ledger/*path'];

/**
 * Builds the application; `listen` or `inject` on the result serves it.
 * @throws AppError ROUTE.UNDECLARED (bug), DATABASE.ROLE_TOO_STRONG (forbidden)
 */
export async function createApi(config: ApiConfig, options: ApiOptions = {}): Promise<NestFastifyApplication> {
  const logger = options.logger ?? createLogger({ app: 'api', level: config.logging.level });
  const web = new WebApp(options.webFolder ?? WebApp.builtFolder());
  const routes = new RouteTable();
  const adapter = new FastifyAdapter({
    logger: false,
    genReqId: (request: IncomingMessage) => correlationIdOf(request.headers),
    bodyLimit: BODY_LIMIT,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 300 },
    requestTimeout: 60_000,
    trustProxy: config.access.trustedProxies ?? false,
  });
  const fastify = adapter.getInstance() as unknown as FastifyInstance;
  installCorrelation(fastify);
  installSecurityHeaders(fastify, config.http.publicUrl.startsWith('https:'));
  installBodyLimits(fastify);
  routes.install(fastify);
  fastify.removeContentTypeParser('text/plain');
  const app = await NestFactory.create<NestFastifyApplication>(AppModule.register(config, logger, web, routes, options.replacements), adapter, {
    logger: new FrameworkLogger(logger),
    // Fastify's own JSON parser; forms are refused, they need no permission to come from another site.
    bodyParser: false,
    abortOnError: false,
    preview: options.preview ?? false,
  });
  app.setGlobalPrefix('api/v1', { exclude: AT_THE_ROOT });
  checkRouteDeclarations(app);
  if (options.preview) return app;
  const sql = app.get(ReadSql);
  await assertRoleIsWeak((text, values) => sql.query(text, values) as never);
  installRequestMetrics(fastify, app.get(Metrics), logger);
  await fastify.register(cookie);
  installApiDocs(fastify, () => openApiDocument(app));
  return app;
}
