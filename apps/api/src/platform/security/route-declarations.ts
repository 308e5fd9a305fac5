import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { RouteParamtypes } from '@nestjs/common/enums/route-paramtypes.enum.js';
import { MetadataScanner, ModulesContainer } from '@nestjs/core';
import { AppError } from '@binhxet/domain';
import { z } from 'zod';
import { ROUTE_ACCESS, type RouteAccess } from './route-access.js';

interface Context {
  get(token: typeof ModulesContainer, options?: { strict: boolean }): ModulesContainer;
}

/** A route as declared on its controller. */
export interface DeclaredRoute {
  /** Controller.method */
  readonly handler: string;
  readonly method: string;
  readonly access: RouteAccess | undefined;
}

/**
 * Looks at every route of the application before it serves.
 * @returns the routes, by handler
 * @throws AppError ROUTE.UNDECLARED (bug) naming every route without access declaration, every parameter without schema, and every
 *   schema that would let unknown keys pass
 */
export function checkRouteDeclarations(app: Context): DeclaredRoute[] {
  const routes: DeclaredRoute[] = [];
  const faults: string[] = [];
  for (const module of app.get(ModulesContainer, { strict: false }).values()) {
    for (const { metatype } of module.controllers.values()) {
      if (!metatype || !metatype.prototype) continue;
      for (const name of new MetadataScanner().getAllMethodNames(metatype.prototype as object)) {
        const method = (metatype.prototype as Record<string, object>)[name]!;
        if (Reflect.getMetadata(PATH_METADATA, method) === undefined) continue;
        const handler = `${metatype.name}.${name}`;
        const access = (Reflect.getMetadata(ROUTE_ACCESS, method) ?? Reflect.getMetadata(ROUTE_ACCESS, metatype)) as RouteAccess | undefined;
        if (!access) faults.push(`${handler}: declares no access`);
        faults.push(...parameterFaults(metatype as Type, name).map((fault) => `${handler}: ${fault}`));
        routes.push({ handler, method: RequestMethod[Number(Reflect.getMetadata(METHOD_METADATA, method))]!, access });
      }
    }
  }
  if (faults.length > 0) throw new AppError('ROUTE.UNDECLARED', 'bug', `Routes are not fit to serve: ${faults.sort().join('; ')}`);
  return routes.sort((left, right) => (left.handler < right.handler ? -1 : 1));
}

const FROM_CLIENT: Readonly<Record<number, string>> = { [RouteParamtypes.BODY]: 'body', [RouteParamtypes.QUERY]: 'query', [RouteParamtypes.PARAM]: 'path' };

function parameterFaults(controller: Type, method: string): string[] {
  const parameters = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, method) ?? {}) as Record<string, { schema?: z.ZodType }>;
  return Object.entries(parameters).flatMap(([key, { schema }]) => {
    const where = FROM_CLIENT[Number(key.split(':')[0])];
    if (where === undefined) return [];
    if (!schema) return [`the ${where} has no schema`];
    return looseObjects(schema).map((pointer) => `the ${where} lets unknown keys pass at "${pointer}" (use z.strictObject)`);
  });
}

/** Pointers of objects in a schema that do not say what happens to keys they do not know. */
function looseObjects(schema: z.ZodType): string[] {
  const found: string[] = [];
  const visit = (node: unknown, pointer: string): void => {
    if (typeof node !== 'object' || node === null) return;
    const { type, properties, additionalProperties } = node as { type?: unknown; properties?: object; additionalProperties?: unknown };
    if (type === 'object' && properties !== undefined && additionalProperties === undefined) found.push(pointer);
    for (const [key, child] of Object.entries(node)) visit(child, `${pointer}/${key}`);
  };
  visit(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' }), '');
  return found;
}
