import { celEnv, isCelError, plan } from '@bufbuild/cel';
import {
  type CompiledGate,
  type CompiledPack,
  type FactDeclaration,
  type FactValue,
  type GateRule,
  type RatingPack,
  type SettingsFile,
  type SubjectFacts,
  type SubjectKind,
  SUBJECT_KINDS,
  settingOf,
} from '@binhxet/domain';
import { checkExpression, ExpressionRefused } from './check-expression.js';
import { closureMaker } from './compile-closure.js';
import { baseFacts, derivation, derivedOf, vocabularyOf } from './derived-facts.js';

type CelScalar = bigint | boolean;
/** Qualified name (`fact.disciplined`, `value.percent`) → value; an unknown one is absent. */
type Bindings = Readonly<Record<string, CelScalar>>;

const environment = celEnv({});

/**
 * Makes a checked pack's gates ready. Values that name a setting take the superior's choice where there is one.
 * A value that is not confirmed is absent, so an expression that depends on it stays open.
 */
export function compilePack(pack: RatingPack, settings: SettingsFile | null = null): CompiledPack {
  return compileWith(pack, settings, true);
}

/** The same through the interpreter alone: slower, and what the closures are held against. */
export function interpretPack(pack: RatingPack, settings: SettingsFile | null = null): CompiledPack {
  return compileWith(pack, settings, false);
}

function compileWith(pack: RatingPack, settings: SettingsFile | null, closures: boolean): CompiledPack {
  const values = packValues(pack, settings);
  const binders = new Map(SUBJECT_KINDS.map((subject) => [subject, factBinder(pack, subject, values)]));
  const constants = new Map(Object.entries(values).flatMap(([name, value]): [string, number][] => (typeof value === 'bigint' ? [[name.slice('value.'.length), Number(value)]] : [])));
  const makers = new Map(SUBJECT_KINDS.map((subject) => [subject, closureMaker(pack, subject, constants)]));
  const gates = (pack.gates ?? []).map((rule): CompiledGate => {
    const text = rule.expression.value;
    if (text === null) return { rule, factNames: [], evaluate: () => null };
    const checked = checkExpression(text, vocabularyOf(pack, rule.subject));
    const { expr, factNames, valueNames } = checked;
    const run = plan(environment, expr);
    const closure = closures ? makers.get(rule.subject)!.compile(checked) : null;
    const bind = binders.get(rule.subject)!;
    const reads = baseFacts(pack, rule.subject, factNames);
    const interpret = (facts: SubjectFacts): boolean | null => {
      const result = withoutStacks(() => run(bind(facts)));
      // An absent fact gives an error object, which is truthy: only the two booleans count.
      return result === true ? true : result === false ? false : null;
    };
    return { rule, factNames: reads, ...(valueNames.length > 0 && { values: valuesInUse(valueNames, values) }), evaluate: closure ? withInterpreter(closure, interpret) : interpret };
  });
  return { pack, gates };
}

/** A closure that cannot tell – whole numbers beyond a double – leaves it to the interpreter. */
function withInterpreter(closure: (facts: SubjectFacts) => boolean | null | undefined, interpret: CompiledGate['evaluate']): CompiledGate['evaluate'] {
  return (facts) => {
    const result = closure(facts);
    return result === undefined ? interpret(facts) : result;
  };
}

/**
 * The evaluator answers an unknown fact with an error object that nobody reads: collecting its stack took three fifths of a
 * classification's time.
 * @param work synchronous
 */
function withoutStacks<T>(work: () => T): T {
  const kept = Error.stackTraceLimit;
  Error.stackTraceLimit = 0;
  try {
    return work();
  } finally {
    Error.stackTraceLimit = kept;
  }
}

/**
 * Whole numbers become CEL ints; facts of one subject are bound once for all its gates. Qualified names are what the evaluator
 * tries first: with them it needs no search for a container called `fact`, which costs five times the evaluation itself.
 */
function factBinder(pack: RatingPack, subject: SubjectKind, values: Bindings): (facts: SubjectFacts) => Bindings {
  const names = Object.entries(pack.facts?.[subject] ?? {}).map(([name, { type }]) => [name, `fact.${name}`, type === 'bool'] as const);
  // One object for all subjects: evaluation is synchronous, and a fresh one a subject costs more than its gates.
  const bound: Record<string, CelScalar | undefined> = { ...values };
  for (const [, qualified] of names) bound[qualified] = undefined;
  const computed = derivedPlans(pack, subject);
  let last: SubjectFacts | null = null;
  return (facts) => {
    if (facts === last) return bound as Bindings;
    for (const [name, qualified, isBool] of names) bound[qualified] = scalarOf(facts[name], isBool);
    for (const { qualified, run } of computed) bound[qualified] = run(bound as Bindings);
    last = facts;
    return bound as Bindings;
  };
}

/** Derived facts in the order in which they can be computed; one that rests on something unknown is absent. */
function derivedPlans(
  pack: RatingPack,
  subject: SubjectKind,
): { qualified: string; run: (bound: Bindings) => CelScalar | undefined }[] {
  const found = derivation(pack, subject);
  return ('order' in found ? found.order : []).map((name) => {
    const { type, expression } = derivedOf(pack, subject)[name]!;
    const qualified = `fact.${name}`;
    if (expression.value === null) return { qualified, run: () => undefined };
    const run = plan(environment, checkExpression(expression.value, vocabularyOf(pack, subject), type).expr);
    return {
      qualified,
      run: (bound) => {
        const result = withoutStacks(() => run(bound));
        return typeof result === 'bigint' || typeof result === 'boolean' ? result : undefined;
      },
    };
  });
}

/** A fact of another type than its declaration's is as good as unknown. */
function scalarOf(fact: FactValue | undefined, isBool: boolean): CelScalar | undefined {
  if (typeof fact === 'number') return isBool ? undefined : BigInt(fact);
  return typeof fact === 'boolean' && isBool ? fact : undefined;
}

function packValues(pack: RatingPack, settings: SettingsFile | null): Bindings {
  const values: Record<string, CelScalar> = {};
  for (const [name, { value, setting }] of Object.entries(pack.values ?? {})) {
    const chosen = setting === undefined ? null : settingOf(settings, setting);
    const used = typeof chosen === 'number' ? chosen : value;
    if (used !== null) values[`value.${name}`] = BigInt(used);
  }
  return values;
}

/** Numbers behind a gate, for its proof. */
function valuesInUse(names: readonly string[], values: Bindings): Readonly<Record<string, number | null>> {
  return Object.freeze(Object.fromEntries(names.map((name) => [name, typeof values[`value.${name}`] === 'bigint' ? Number(values[`value.${name}`]) : null])));
}

/**
 * Tries a gate on samples of every declared type: with all facts known it must answer, with none it must answer or stay open.
 * @returns why the gate is refused, or null
 */
export function trialOf(rule: GateRule, pack: RatingPack): string | null {
  const text = rule.expression.value;
  if (text === null) return null;
  try {
    const { expr, factNames, valueNames } = checkExpression(text, vocabularyOf(pack, rule.subject));
    const run = plan(environment, expr);
    const values = Object.fromEntries(
      valueNames.map((name) => [`value.${name}`, BigInt(pack.values?.[name]?.value ?? 1)]),
    );
    const declarations: Readonly<Record<string, Pick<FactDeclaration, 'type'>>> = {
      ...pack.facts?.[rule.subject],
      ...derivedOf(pack, rule.subject),
    };
    for (let round = 0; round < 24; round += 1) {
      const facts = factNames.map((name, index): [string, CelScalar] => [
        `fact.${name}`,
        sample(declarations[name]!, round + index * (round % 3)),
      ]);
      const result = run({ ...values, ...Object.fromEntries(facts) });
      if (typeof result !== 'boolean')
        return `answers ${isCelError(result) ? result.message : typeof result} to facts that are all known`;
    }
    const blind = run(values);
    return typeof blind === 'boolean' || isCelError(blind) ? null : `answers ${typeof blind} to unknown facts`;
  } catch (error) {
    if (error instanceof ExpressionRefused) return error.message;
    throw error;
  }
}

function sample({ type }: Pick<FactDeclaration, 'type'>, round: number): CelScalar {
  if (type === 'bool') return round % 2 === 0;
  if (type === 'int') return [0n, 1n, 2n, 10n, 100n, 9000n][round % 6]!;
  return BigInt((round % 4) + 1);
}
