import { type ArgumentMetadata } from '@nestjs/common';
import { z } from 'zod';
import { SchemaPipe } from './schema.pipe.js';

const schema = z.strictObject({
  name: z.string().min(2).max(5),
  level: z.enum(['A', 'B']).optional(),
  items: z.array(z.strictObject({ n: z.int().min(1) })).max(3).default([]),
  'a/b': z.string().optional(),
});
const metadata = (type: 'body' | 'query' | 'param', data?: string) => ({ type, schema, data }) as unknown as ArgumentMetadata;
const refusal = (value: unknown, meta = metadata('body')) => {
  try {
    return { passed: new SchemaPipe().transform(value, meta) };
  } catch (error) {
    return error as { code: string; kind: string; errors: unknown[] };
  }
};

describe('SchemaPipe', () => {
  it('gives text in composed form and fills in defaults', () => {
    expect(new SchemaPipe().transform({ name: 'đô'.normalize('NFD') }, metadata('body'))).toEqual({ name: 'đô'.normalize('NFC'), items: [] });
  });

  it('reports every fault with pointer, code and what would be accepted', () => {
    expect(refusal({ name: 'a' })).toMatchObject({ code: 'REQUEST.INVALID', kind: 'invalid', errors: [{ pointer: '/name', code: 'FIELD.TOO_SMALL', facts: { in: 'body', of: 'string', minimum: 2 } }] });
    expect(refusal({ name: 'ab', level: 'C' })).toMatchObject({ errors: [{ pointer: '/level', facts: { allowed: ['A', 'B'] } }] });
    const found = (refusal({ name: 'a', level: 'C', items: [{ n: 0 }, { n: 'x' }, {}], extra: 1, 'a/b': 7 }) as { errors: { pointer: string; code: string }[] }).errors;
    expect(found.map(({ pointer, code }) => `${pointer} ${code}`).sort()).toEqual([
      '/a~1b FIELD.WRONG_TYPE', '/extra FIELD.UNKNOWN', '/items/0/n FIELD.TOO_SMALL', '/items/1/n FIELD.WRONG_TYPE', '/items/2/n FIELD.MISSING', '/level FIELD.NOT_ALLOWED', '/name FIELD.TOO_SMALL',
    ]);
  });

  it.each([['a\u0000b'], ['a\ud800b'], ['ab\udc00']])('refuses text that no database stores: %j', (name) => {
    expect(refusal({ name })).toMatchObject({ code: 'REQUEST.INVALID', errors: [{ pointer: '/name', code: 'FIELD.MALFORMED' }] });
  });

  it('lets a whole surrogate pair pass', () => {
    expect(refusal({ name: 'a😀' })).toMatchObject({ passed: { name: 'a😀' } });
  });

  it('names the parameter a single value came from', () => {
    expect(refusal(7, { type: 'param', data: 'id', schema: z.uuid() } as unknown as ArgumentMetadata)).toMatchObject({ errors: [{ pointer: '/id', facts: { in: 'path' } }] });
  });
});

describe('SchemaPipe and variants', () => {
  const variants = z.union([z.strictObject({ codes: z.array(z.string().min(2)) }), z.strictObject({ all: z.literal(true) })]);
  const pointers = (value: unknown) => {
    try {
      return new SchemaPipe().transform(value, { type: 'body', schema: variants } as unknown as ArgumentMetadata);
    } catch (error) {
      return (error as { errors: { pointer: string; code: string }[] }).errors.map(({ pointer, code }) => `${pointer} ${code}`);
    }
  };

  it('describes the variant that was meant', () => {
    expect(pointers({ codes: ['ab', 'c'] })).toEqual(['/codes/1 FIELD.TOO_SMALL']);
    expect(pointers({ all: false })).toEqual(['/all FIELD.NOT_ALLOWED']);
  });

  it('says so where none was', () => {
    expect(pointers('all')).toEqual([' FIELD.NO_VARIANT']);
  });
});
