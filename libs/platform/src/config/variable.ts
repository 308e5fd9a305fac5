import { type z } from 'zod';

/** One environment variable: where it stands, what it must be, whether its value must stay unsaid. */
export interface Variable<S extends z.ZodType = z.ZodType> {
  /** accepted names, the first one is the one messages use */
  readonly names: readonly [string, ...string[]];
  readonly schema: S;
  /** the value, or a part of it (a password in a URL), is a secret: placeholders are refused */
  readonly secret: boolean;
}

/**
 * Declares a variable.
 * @param names environment name, or several of which the first that is set counts
 * @param schema what the text must parse to; an optional or defaulted schema makes the variable optional
 */
export function variable<S extends z.ZodType>(
  names: string | readonly [string, ...string[]],
  schema: S,
  options: { readonly secret?: boolean } = {},
): Variable<S> {
  return { names: typeof names === 'string' ? [names] : names, schema, secret: options.secret ?? false };
}

export type Section = Readonly<Record<string, Variable>>;
export type SectionValues<S extends Section> = { readonly [K in keyof S]: z.output<S[K]['schema']> };
export type ConfigOf<T extends Readonly<Record<string, Section>>> = { readonly [K in keyof T]: SectionValues<T[K]> };
