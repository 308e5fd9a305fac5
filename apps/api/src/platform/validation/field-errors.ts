import { type FieldError, type Json } from '@binhxet/domain';
import { type z } from 'zod';
import { escapePointer } from './normalise-text.js';

type Issue = z.core.$ZodIssue;

const pointerOf = (path: readonly PropertyKey[]): string => path.map((step) => `/${escapePointer(step)}`).join('');

/**
 * Turns what a schema found into field errors: pointer into what was sent, stable code, facts that say what would be accepted.
 * What was sent is never repeated.
 * @param where part of the request the pointers lead into
 */
export function fieldErrors(issues: readonly Issue[], where: 'body' | 'query' | 'path'): FieldError[] {
  return issues.flatMap((issue) => describe(issue)).map((error) => ({ ...error, facts: { in: where, ...error.facts } }));
}

/** The variant that fits down to some field below: what was meant. Where each fails at its very root, nobody can tell. */
function nearestVariant(variants: readonly (readonly Issue[])[]): readonly Issue[] | undefined {
  const fitting = variants.filter((issues) => issues.every((issue) => issue.path.length > 0 || issue.code === 'unrecognized_keys'));
  return [...fitting].sort((left, right) => left.length - right.length)[0];
}

function describe(issue: Issue): FieldError[] {
  const pointer = pointerOf(issue.path);
  switch (issue.code) {
    case 'invalid_type':
      return [issue.input === undefined ? { pointer, code: 'FIELD.MISSING', facts: { expected: issue.expected } } : { pointer, code: 'FIELD.WRONG_TYPE', facts: { expected: issue.expected } }];
    case 'too_small':
      return [{ pointer, code: 'FIELD.TOO_SMALL', facts: { of: issue.origin, minimum: Number(issue.minimum), exclusive: issue.inclusive === false } }];
    case 'too_big':
      return [{ pointer, code: 'FIELD.TOO_BIG', facts: { of: issue.origin, maximum: Number(issue.maximum), exclusive: issue.inclusive === false } }];
    case 'invalid_format':
      return [{ pointer, code: 'FIELD.MALFORMED', facts: { format: issue.format } }];
    case 'not_multiple_of':
      return [{ pointer, code: 'FIELD.MALFORMED', facts: { multipleOf: Number(issue.divisor) } }];
    case 'invalid_value':
      return [{ pointer, code: issue.input === undefined ? 'FIELD.MISSING' : 'FIELD.NOT_ALLOWED', facts: { allowed: issue.values.map((value) => (typeof value === 'bigint' || typeof value === 'symbol' ? String(value) : (value ?? null))) } }];
    case 'unrecognized_keys':
      return issue.keys.map((key) => ({ pointer: `${pointer}/${escapePointer(key)}`, code: 'FIELD.UNKNOWN' }));
    case 'invalid_key':
    case 'invalid_element':
      return [{ pointer, code: 'FIELD.MALFORMED' }];
    case 'invalid_union': {
      const meant = nearestVariant(issue.errors);
      return meant === undefined ? [{ pointer, code: 'FIELD.NO_VARIANT' }] : meant.flatMap((inner) => describe({ ...inner, path: [...issue.path, ...inner.path] }));
    }
    case 'custom': {
      const { code, ...facts } = (issue.params ?? {}) as { code?: string } & Record<string, Json>;
      return [{ pointer, code: code ?? 'FIELD.REFUSED', facts }];
    }
  }
}
