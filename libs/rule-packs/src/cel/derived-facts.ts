import { type DerivedFact, type RatingPack, type SubjectKind } from '@binhxet/domain';
import { checkExpression, ExpressionRefused, type Vocabulary } from './check-expression.js';

/** Derived facts of one subject in an order in which each rests only on earlier ones, or the circle that prevents it. */
export type Derivation = { readonly order: readonly string[] } | { readonly circle: readonly string[] };

/** Names that expressions about a subject may read, with their types: declared and derived facts, values. */
export function vocabularyOf(pack: RatingPack, subject: SubjectKind): Vocabulary {
  const facts = Object.entries(pack.facts?.[subject] ?? {});
  const derived = Object.entries(derivedOf(pack, subject));
  return {
    fact: new Map([
      ...facts.map(([name, { type }]): [string, 'bool' | 'int'] => [name, type === 'bool' ? 'bool' : 'int']),
      ...derived.map(([name, { type }]): [string, 'bool' | 'int'] => [name, type]),
    ]),
    value: new Set(Object.keys(pack.values ?? {})),
  };
}

export function derivedOf(pack: RatingPack, subject: SubjectKind): Readonly<Record<string, DerivedFact>> {
  return pack.derived?.[subject] ?? {};
}

/** @throws ExpressionRefused when an expression of the subject cannot be read; callers check them first */
export function derivation(pack: RatingPack, subject: SubjectKind): Derivation {
  const derived = derivedOf(pack, subject);
  const order: string[] = [];
  const trail: string[] = [];
  const visit = (name: string): readonly string[] | null => {
    if (order.includes(name)) return null;
    const begun = trail.indexOf(name);
    if (begun >= 0) return [...trail.slice(begun), name];
    trail.push(name);
    for (const next of readsOf(pack, subject, name)) {
      const circle = next in derived ? visit(next) : null;
      if (circle) return circle;
    }
    trail.pop();
    order.push(name);
    return null;
  };
  for (const name of Object.keys(derived)) {
    const circle = visit(name);
    if (circle) return { circle };
  }
  return { order };
}

/** Declared facts that these names rest on, sorted. */
export function baseFacts(pack: RatingPack, subject: SubjectKind, names: readonly string[]): string[] {
  const derived = derivedOf(pack, subject);
  const base = new Set<string>();
  const seen = new Set<string>();
  const add = (name: string): void => {
    if (seen.has(name)) return;
    seen.add(name);
    if (name in derived) readsOf(pack, subject, name).forEach(add);
    else base.add(name);
  };
  names.forEach(add);
  return [...base].sort();
}

function readsOf(pack: RatingPack, subject: SubjectKind, name: string): readonly string[] {
  const { type, expression } = derivedOf(pack, subject)[name]!;
  return expression.value === null
    ? []
    : checkExpression(expression.value, vocabularyOf(pack, subject), type).factNames;
}

export interface DerivedProblem {
  readonly name: string;
  readonly kind: 'EXPRESSION' | 'CIRCLE' | 'DECLARED_TWICE';
  readonly reason: string;
}

/** What is wrong with a pack's derived facts of one subject; a circle is named once, by the facts it goes through. */
export function derivedProblems(pack: RatingPack, subject: SubjectKind): DerivedProblem[] {
  const problems: DerivedProblem[] = [];
  for (const name of Object.keys(derivedOf(pack, subject))) {
    if (name in (pack.facts?.[subject] ?? {}))
      problems.push({ name, kind: 'DECLARED_TWICE', reason: `${name} is a declared fact already` });
    try {
      readsOf(pack, subject, name);
    } catch (error) {
      if (!(error instanceof ExpressionRefused)) throw error;
      problems.push({ name, kind: 'EXPRESSION', reason: `${name}: ${error.message}` });
    }
  }
  if (problems.length > 0) return problems;
  const found = derivation(pack, subject);
  if ('order' in found) return [];
  return [{ name: found.circle[0]!, kind: 'CIRCLE', reason: `rests on itself: ${found.circle.join(' → ')}` }];
}
