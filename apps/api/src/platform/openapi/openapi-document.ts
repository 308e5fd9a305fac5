import { type INestApplication } from '@nestjs/common';
import { DocumentBuilder, SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import { z } from 'zod';
import { CSRF_HEADER, SESSION_COOKIE } from '../security/session.guard.js';
import { problem } from './answers.js';

const DIALECT = 'https://json-schema.org/draft/2020-12/schema';
const METHODS = ['get', 'put', 'post', 'delete', 'patch'] as const;
interface Operation {
  parameters?: { in: string; name: string }[];
  responses: Record<string, unknown>;
  security?: unknown[];
  'x-access'?: { kind: string };
}

/** The API as OpenAPI 3.1, made from the routes and their zod schemas; it needs no database. */
export function openApiDocument(app: INestApplication): OpenAPIObject {
  const config = new DocumentBuilder()
    .setOpenAPIVersion('3.1.0')
    .setTitle('Bình Xét')
    .setDescription('Annual review, classification and commendation of Party organisations. Refusals are application/problem+json with a stable code.')
    .setVersion('1')
    .setLicense('Apache-2.0', 'https://www.apache.org/licenses/LICENSE-2.0')
    .addCookieAuth(SESSION_COOKIE, { type: 'apiKey', in: 'cookie', name: SESSION_COOKIE }, 'session')
    .addApiKey({ type: 'apiKey', in: 'header', name: CSRF_HEADER, description: 'csrfToken of the session, with every unsafe request' }, 'csrf')
    .build();
  const document = SwaggerModule.createDocument(app, config, {
    operationIdFactory: (controller, method) => `${controller.replace(/Controller$/, '').replace(/^./, (first) => first.toLowerCase())}_${method}`,
    standardSchemaConverter: ((schema: z.ZodType, { schemaType }: { schemaType: 'input' | 'output' }) => convert(schema, schemaType)) as never,
    autoTagControllers: false,
  });
  Object.assign(((document.components ??= {}).schemas ??= {}), convert(problem, 'output').components);
  const refusal = { description: 'refused', content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
  for (const item of Object.values(document.paths)) for (const method of METHODS) complete(item[method] as Operation | undefined, method, refusal);
  return sortKeys({ ...document, jsonSchemaDialect: DIALECT }) as OpenAPIObject;
}

function complete(operation: Operation | undefined, method: string, refusal: unknown): void {
  if (!operation) return;
  operation.responses['default'] = refusal;
  if (operation['x-access']?.kind === 'public') return;
  operation.security = [method === 'get' ? { session: [] } : { session: [], csrf: [] }];
  if (method === 'get') return;
  operation.parameters = [
    ...(operation.parameters ?? []).filter(({ name }) => name.toLowerCase() !== 'idempotency-key'),
    { name: 'idempotency-key', in: 'header', required: false, description: 'a repeated request with the same key is answered as the first one was', schema: { type: 'string', format: 'uuid' } } as never,
  ];
}

/** Named schemas (`.meta({ id })`) become components. */
function convert(schema: z.ZodType, io: 'input' | 'output'): { schema: object; components: Record<string, object> } {
  // Wrapped, because a named schema at the root would be written out in place.
  const json = z.toJSONSchema(z.object({ root: schema }), { io, target: 'draft-2020-12', unrepresentable: 'any' }) as unknown as { properties: { root: object }; $defs?: Record<string, object> };
  const components = Object.fromEntries(Object.entries(json.$defs ?? {}).map(([name, definition]) => [name, withoutId(definition)]));
  return { schema: json.properties.root, components };
}

function withoutId(definition: object): object {
  const { id: _id, ...rest } = definition as { id?: string };
  return rest;
}

/** The same document from every run and machine. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sortKeys);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).sort(([left], [right]) => (left < right ? -1 : 1)).map(([key, child]) => [key, sortKeys(child)]));
}
