import { type RatingPack, type SubjectFacts, type SubjectKind } from '@binhxet/domain';
import { type CheckedExpression } from './check-expression.js';

type Expr = CheckedExpression['expr'];
/** Everything is a double: whole numbers as they are, true 1, false 0, unknown NaN, which arithmetic and comparisons carry on. */
type Closure = () => number;

/** Facts of one subject at a time, by slot. */
interface Slots {
  readonly of: ReadonlyMap<string, number>;
  readonly values: Float64Array;
  /** Set when a result left the exact whole numbers: the interpreter has the last word then. */
  inexact: boolean;
}

/** What makes closures for the gates of one kind of subject; all of them share the facts that were bound last. */
export interface ClosureMaker {
  /**
   * @param expression checked: every operand has its type
   * @returns true, false or null for unknown; `undefined` where only the interpreter can tell. Null instead of a function: it reads
   * something that has no slot.
   */
  compile(expression: CheckedExpression): ((facts: SubjectFacts) => boolean | null | undefined) | null;
}

/**
 * Gates as closures over doubles: the same answers as the CEL interpreter, at a tenth of its time. A property test compares the two.
 * @param constants values of the pack in use, by name; one that is not confirmed is absent
 */
export function closureMaker(pack: RatingPack, subject: SubjectKind, constants: ReadonlyMap<string, number>): ClosureMaker {
  const declared = Object.entries(pack.facts?.[subject] ?? {});
  const slots: Slots = { of: new Map(declared.map(([name], slot) => [name, slot])), values: new Float64Array(declared.length), inexact: false };
  const names = declared.map(([name]) => name);
  const isBool = declared.map(([, { type }]) => type === 'bool');
  let last: SubjectFacts | null = null;
  const bind = (facts: SubjectFacts): void => {
    if (facts === last) return;
    for (let slot = 0; slot < names.length; slot += 1) {
      const fact = facts[names[slot]!];
      slots.values[slot] = typeof fact === 'number' ? (isBool[slot] ? Number.NaN : fact) : typeof fact === 'boolean' && isBool[slot] ? (fact ? 1 : 0) : Number.NaN;
    }
    last = facts;
  };
  return {
    compile({ expr }) {
      const run = closureOf(expr, slots, constants);
      if (!run) return null;
      return (facts) => {
        bind(facts);
        slots.inexact = false;
        const result = run();
        return slots.inexact ? undefined : result === 1 ? true : result === 0 ? false : null;
      };
    },
  };
}

function closureOf(expr: Expr, slots: Slots, constants: ReadonlyMap<string, number>): Closure | null {
  const { exprKind } = expr;
  switch (exprKind.case) {
    case 'constExpr': {
      const { constantKind } = exprKind.value;
      if (constantKind.case === 'boolValue') return constant(constantKind.value ? 1 : 0);
      return constantKind.case === 'int64Value' && Number.isSafeInteger(Number(constantKind.value)) ? constant(Number(constantKind.value)) : null;
    }
    case 'selectExpr': {
      const { operand, field } = exprKind.value;
      const base = operand?.exprKind.case === 'identExpr' ? operand.exprKind.value.name : '';
      if (base === 'value') return constant(constants.get(field) ?? Number.NaN);
      const slot = slots.of.get(field);
      if (slot === undefined) return null;
      const { values } = slots;
      return () => values[slot]!;
    }
    case 'callExpr': {
      const { function: name, target, args } = exprKind.value;
      return callOf(name, target ? [target, ...args] : args, slots, constants);
    }
    default:
      return null;
  }
}

const constant =
  (value: number): Closure =>
  () =>
    value;

function callOf(name: string, args: readonly Expr[], slots: Slots, constants: ReadonlyMap<string, number>): Closure | null {
  if (name === '@in') return memberOf(args, slots, constants);
  const [a, b, c] = args.map((arg) => closureOf(arg, slots, constants));
  if (!a) return null;
  switch (name) {
    case '!_':
      return () => 1 - a();
    case '-_':
      return () => 0 - a();
    case '_?_:_':
      if (!b || !c) return null;
      return () => {
        const condition = a();
        return condition === 1 ? b() : condition === 0 ? c() : Number.NaN;
      };
    default:
      return b ? binary(name, a, b, slots) : null;
  }
}

function binary(name: string, a: Closure, b: Closure, slots: Slots): Closure | null {
  switch (name) {
    // A known part may decide alone, whichever side it stands on.
    case '_&&_':
      return () => {
        const one = a();
        if (one === 0) return 0;
        const other = b();
        return other === 0 ? 0 : one * other;
      };
    case '_||_':
      return () => {
        const one = a();
        if (one === 1) return 1;
        const other = b();
        return other === 1 ? 1 : one + other;
      };
    case '_<_':
      return compare(a, b, (x, y) => x < y);
    case '_<=_':
      return compare(a, b, (x, y) => x <= y);
    case '_>_':
      return compare(a, b, (x, y) => x > y);
    case '_>=_':
      return compare(a, b, (x, y) => x >= y);
    case '_==_':
      return compare(a, b, (x, y) => x === y);
    case '_!=_':
      return compare(a, b, (x, y) => x !== y);
    case '_+_':
      return exact(slots, a, b, (x, y) => x + y);
    case '_-_':
      return exact(slots, a, b, (x, y) => x - y);
    case '_*_':
      return exact(slots, a, b, (x, y) => x * y);
    default:
      return null;
  }
}

/** One closure for each comparison, so that each stays small and of one kind. */
function compare(a: Closure, b: Closure, holds: (x: number, y: number) => boolean): Closure {
  return () => {
    const x = a();
    const y = b();
    return Number.isNaN(x) || Number.isNaN(y) ? Number.NaN : holds(x, y) ? 1 : 0;
  };
}

function exact(slots: Slots, a: Closure, b: Closure, result: (x: number, y: number) => number): Closure {
  return () => {
    const value = result(a(), b());
    if (value > Number.MAX_SAFE_INTEGER || value < Number.MIN_SAFE_INTEGER) slots.inexact = true;
    return value;
  };
}

function memberOf(args: readonly Expr[], slots: Slots, constants: ReadonlyMap<string, number>): Closure | null {
  const [element, list] = args;
  const one = element ? closureOf(element, slots, constants) : null;
  if (!one || list?.exprKind.case !== 'listExpr') return null;
  const others = list.exprKind.value.elements.map((each) => closureOf(each, slots, constants));
  if (!others.every((each) => each !== null)) return null;
  return () => {
    const wanted = one();
    let found = 0;
    for (const other of others) {
      const value = other();
      if (Number.isNaN(value)) return Number.NaN;
      if (value === wanted) found = 1;
    }
    return Number.isNaN(wanted) ? Number.NaN : found;
  };
}
