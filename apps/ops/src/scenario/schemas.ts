import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ErrorObject } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';

export type SchemaName = 'scenario' | 'expected' | 'targets' | 'cycle-result';

/** @returns faults of a document: RFC 6901 pointer and what the schema wants, never what was written; empty: it fits */
export function schemaFaults(
  name: SchemaName,
  document: unknown,
): { readonly pointer: string; readonly keyword: string; readonly accepted: string }[] {
  const file = fileURLToPath(new URL(`../../schemas/${name}.schema.json`, import.meta.url));
  const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false });
  const validate = ajv.compile(JSON.parse(readFileSync(file, 'utf8')) as object);
  if (validate(document)) return [];
  return (validate.errors ?? []).map((error) => ({
    pointer: error.instancePath || '/',
    keyword: error.keyword,
    accepted: accepted(error),
  }));
}

function accepted({ keyword, params }: ErrorObject): string {
  const values = Object.values(params as Record<string, unknown>).filter(
    (value) => typeof value !== 'object' || Array.isArray(value),
  );
  return `${keyword} ${values.map((value) => (Array.isArray(value) ? value.join(' | ') : String(value))).join(' ')}`.trim();
}
