import { Injectable, type ArgumentMetadata, type PipeTransform } from '@nestjs/common';
import { AppError, type FieldError } from '@binhxet/domain';
import { type z } from 'zod';
import { fieldErrors } from './field-errors.js';
import { normaliseText } from './normalise-text.js';

const WHERE = { body: 'body', query: 'query', param: 'path', custom: 'body' } as const;
/** More would help nobody and cost a lot to write. */
const MOST_ERRORS = 200;

/**
 * Checks what a client sent against the zod schema of the parameter: `@Body({ schema })`, `@Query({ schema })`, `@Param('id', { schema })`.
 * Text is normalised first. Every fault is reported at once.
 * @throws AppError REQUEST.INVALID (invalid) with one field error for each fault
 */
@Injectable()
export class SchemaPipe implements PipeTransform {
  transform(value: unknown, metadata: ArgumentMetadata): unknown {
    const schema = metadata.schema as z.ZodType | undefined;
    if (!schema || metadata.type === 'custom') return value;
    const where = WHERE[metadata.type];
    const base = metadata.data === undefined ? '' : `/${String(metadata.data)}`;
    const { value: text, refused } = normaliseText(value);
    const result = schema.safeParse(text, { reportInput: true });
    const errors: FieldError[] = [
      ...refused.map((pointer) => ({ pointer, code: 'FIELD.MALFORMED', facts: { in: where, format: 'text' } })),
      ...(result.success ? [] : fieldErrors(result.error.issues, where)),
    ].map((error) => ({ ...error, pointer: `${base}${error.pointer}` }));
    if (result.success && errors.length === 0) return result.data;
    throw new AppError('REQUEST.INVALID', 'invalid', 'The request does not fit what this route takes', { count: errors.length }, errors.slice(0, MOST_ERRORS));
  }
}
