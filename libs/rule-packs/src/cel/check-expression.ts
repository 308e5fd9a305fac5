import { parse } from '@bufbuild/cel';

type Expr = ReturnType<typeof parse>['expr'];
type CelType = 'bool' | 'int' | 'intList';

/** Names an expression may use, with their types. */
export interface Vocabulary {
  readonly fact: ReadonlyMap<string, 'bool' | 'int'>;
  readonly value: ReadonlySet<string>;
}

export interface CheckedExpression {
  readonly expr: Expr;
  readonly factNames: readonly string[];
  readonly valueNames: readonly string[];
}

export class ExpressionRefused extends Error {}

interface Signature {
  readonly takes: readonly CelType[];
  readonly gives: CelType;
}

/** Division and modulo stay out: an exact comparison multiplies, and nothing can divide by zero. */
const SIGNATURES: Readonly<Record<string, Signature>> = {
  '_&&_': { takes: ['bool', 'bool'], gives: 'bool' },
  '_||_': { takes: ['bool', 'bool'], gives: 'bool' },
  '!_': { takes: ['bool'], gives: 'bool' },
  '_<_': { takes: ['int', 'int'], gives: 'bool' },
  '_<=_': { takes: ['int', 'int'], gives: 'bool' },
  '_>_': { takes: ['int', 'int'], gives: 'bool' },
  '_>=_': { takes: ['int', 'int'], gives: 'bool' },
  '_+_': { takes: ['int', 'int'], gives: 'int' },
  '_-_': { takes: ['int', 'int'], gives: 'int' },
  '_*_': { takes: ['int', 'int'], gives: 'int' },
  '-_': { takes: ['int'], gives: 'int' },
  '@in': { takes: ['int', 'intList'], gives: 'bool' },
};

/**
 * Types a CEL expression by walking its syntax tree: the library evaluates without a static check, and short-circuit evaluation
 * would hide a misspelt name until the day it matters.
 * @param wanted what the expression must give: bool for a gate
 * @returns the parsed expression and every name it reads
 * @throws ExpressionRefused with a reason: no CEL, an undeclared name, a wrong type, anything outside the small vocabulary
 */
export function checkExpression(
  text: string,
  vocabulary: Vocabulary,
  wanted: 'bool' | 'int' = 'bool',
): CheckedExpression {
  const expr = parsed(text);
  const facts = new Set<string>();
  const values = new Set<string>();
  const type = typeOf(expr, vocabulary, facts, values);
  if (type !== wanted) throw new ExpressionRefused(`gives ${type}, needs ${wanted}`);
  return { expr, factNames: [...facts].sort(), valueNames: [...values].sort() };
}

function parsed(text: string): Expr {
  try {
    return parse(text).expr;
  } catch (error) {
    throw new ExpressionRefused(`no CEL expression: ${(error as Error).message}`);
  }
}

function typeOf(expr: Expr, vocabulary: Vocabulary, facts: Set<string>, values: Set<string>): CelType {
  const walk = (part: Expr): CelType => typeOf(part, vocabulary, facts, values);
  const { exprKind } = expr;
  switch (exprKind.case) {
    case 'constExpr': {
      const constant = exprKind.value.constantKind.case;
      if (constant === 'int64Value') return 'int';
      if (constant === 'boolValue') return 'bool';
      throw new ExpressionRefused(`a literal of type ${constant ?? 'none'} is not allowed`);
    }
    case 'selectExpr': {
      const { operand, field, testOnly } = exprKind.value;
      if (testOnly) throw new ExpressionRefused('has() is not needed: an unknown fact leaves a gate open');
      const base = operand?.exprKind.case === 'identExpr' ? operand.exprKind.value.name : '?';
      return nameType(base, field, vocabulary, facts, values);
    }
    case 'listExpr':
      exprKind.value.elements.forEach((element) => expectType(walk(element), 'int', 'a list element'));
      return 'intList';
    case 'callExpr':
      return callType(
        exprKind.value.function,
        exprKind.value.target ? [exprKind.value.target, ...exprKind.value.args] : exprKind.value.args,
        walk,
      );
    case 'identExpr':
      throw new ExpressionRefused(`unknown name ${exprKind.value.name}; write fact.… or value.…`);
    default:
      throw new ExpressionRefused(`${exprKind.case ?? 'an empty expression'} is not allowed`);
  }
}

function nameType(
  base: string,
  field: string,
  vocabulary: Vocabulary,
  facts: Set<string>,
  values: Set<string>,
): CelType {
  if (base === 'fact') {
    const type = vocabulary.fact.get(field);
    if (!type) throw new ExpressionRefused(`unknown fact ${field}`);
    facts.add(field);
    return type;
  }
  if (base === 'value') {
    if (!vocabulary.value.has(field)) throw new ExpressionRefused(`unknown value ${field}`);
    values.add(field);
    return 'int';
  }
  throw new ExpressionRefused(`unknown name ${base}.${field}; write fact.… or value.…`);
}

function callType(name: string, args: readonly Expr[], walk: (part: Expr) => CelType): CelType {
  const types = args.map(walk);
  if (name === '_==_' || name === '_!=_') {
    if (types[0] !== types[1])
      throw new ExpressionRefused(`${name} compares ${types[0]} with ${types[1]}, which is never equal`);
    return 'bool';
  }
  if (name === '_?_:_') {
    expectType(types[0]!, 'bool', 'a condition');
    expectType(types[2]!, types[1]!, 'the other branch');
    return types[1]!;
  }
  const signature = SIGNATURES[name];
  if (!signature) throw new ExpressionRefused(`${name} is not allowed`);
  signature.takes.forEach((type, index) => expectType(types[index], type, `argument ${index + 1} of ${name}`));
  return signature.gives;
}

function expectType(actual: CelType | undefined, wanted: CelType, what: string): void {
  if (actual !== wanted) throw new ExpressionRefused(`${what} is ${actual ?? 'missing'}, not ${wanted}`);
}
