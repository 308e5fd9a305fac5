import { RouteConfig } from '@nestjs/platform-fastify';
import { type FastifyInstance } from 'fastify';

const MIB = 1024 * 1024;
/** Largest body of a route that says nothing else, bytes. */
export const BODY_LIMIT = MIB;

/** The route takes bodies up to this many MiB. */
export const LargeBody = (mebibytes: number) => RouteConfig({ bodyLimit: mebibytes * MIB });

export function installBodyLimits(fastify: FastifyInstance): void {
  fastify.addHook('onRoute', (route) => {
    const limit = (route.config as { bodyLimit?: number } | undefined)?.bodyLimit;
    if (limit !== undefined) route.bodyLimit = limit;
  });
}
