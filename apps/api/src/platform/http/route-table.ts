import { type FastifyInstance } from 'fastify';

/** Remembers which methods an address has, to tell a wrong method from a wrong address. */
export class RouteTable {
  private readonly routes: { readonly method: string; readonly segments: readonly string[] }[] = [];

  install(fastify: FastifyInstance): void {
    fastify.addHook('onRoute', ({ method, url }) => {
      if (url === '/*' || url === '*') return; // files of the page: they match anything
      for (const one of Array.isArray(method) ? method : [method]) this.routes.push({ method: one, segments: url.split('/') });
    });
  }

  /** @returns methods of the routes that this address fits, sorted; empty when none does */
  methodsOf(path: string): string[] {
    const segments = path.split('?', 1)[0]!.split('/');
    const fitting = this.routes.filter((route) => fits(route.segments, segments)).map((route) => route.method);
    return [...new Set(fitting)].sort();
  }
}

function fits(route: readonly string[], path: readonly string[]): boolean {
  if (route.at(-1) === '*' ? path.length < route.length : path.length !== route.length) return false;
  return route.every((segment, index) => segment === '*' || segment.startsWith(':') || segment === path[index]);
}
