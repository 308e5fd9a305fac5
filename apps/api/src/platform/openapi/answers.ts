import { applyDecorators } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

export const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.number().int(),
    code: z.string().describe('stable, NOUN.WHAT_HAPPENED'),
    detail: z.string().optional(),
    facts: z.record(z.string(), z.unknown()),
    errors: z.array(z.object({ pointer: z.string().describe('RFC 6901'), code: z.string(), facts: z.record(z.string(), z.unknown()).optional() })),
    correlationId: z.string(),
  })
  .meta({ id: 'Problem' });

/**
 * Documents what a route answers: the schema on success, a problem on anything else. Answers are not validated at run time; the types of
 * the services are.
 * @param schema null: an empty body
 */
export function Answers(schema: z.ZodType | null, options: { readonly status?: number; readonly description?: string } = {}) {
  const { status = 200, description = '' } = options;
  return applyDecorators(ApiResponse(schema ? { status, description, standardSchema: schema as never } : { status, description }));
}
