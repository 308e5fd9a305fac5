import { type Abstract, type FactoryProvider, type Type } from '@nestjs/common';

type Token<T> = Type<T> | Abstract<T>;
type Tokens<A extends readonly unknown[]> = { readonly [K in keyof A]: Token<A[K]> };

/** Registers a plain class – application services know no framework – with its constructor's dependencies in order, checked by the compiler. */
export function provide<A extends unknown[], T>(service: new (...args: A) => T, ...dependencies: Tokens<A>): FactoryProvider<T> {
  return { provide: service, inject: [...dependencies], useFactory: (...args: unknown[]) => new service(...(args as A)) };
}

/** Registers an implementation under the class or abstract class others ask for. */
export function provideAs<T, A extends unknown[]>(token: Token<T>, make: (...args: A) => T | Promise<T>, ...dependencies: Tokens<A>): FactoryProvider<T> {
  return { provide: token, inject: [...dependencies], useFactory: (...args: unknown[]) => make(...(args as A)) };
}
