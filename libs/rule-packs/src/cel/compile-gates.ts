import { celEnv, isCelError, plan } from '@bufbuild/cel';
import {
  type CompiledGate,
  type CompiledPack,
  type FactDeclaration,
  type GateRule,
  type RatingPack,
  type SettingsFile,
  type SubjectFacts,
  type SubjectKind,
  settingOf,
} from '@binhxet/domain';
import { checkExpression, ExpressionRefused, type Vocabulary } from './check-expression.js';

type CelScalar = bigint | boolean;
type Evaluation = (facts: ReadonlyMap<string, CelScalar>) => boolean | null;

const environment = celEnv({});

/**
 * Makes a checked pack's gates ready. Values that name a setting take the superior's choice where there is one.
 * A value that is not confirmed is absent, so an expression that depends on it stays open.
 */
export function compilePack(pack: RatingPack, settings: SettingsFile | null = null): CompiledPack {
  const values = packValues(pack, settings);
  const bind = factBinder();
  const gates = (pack.gates ?? []).map((rule): CompiledGate => {
    if (rule.expression.value === null) return { rule, factNames: [], evaluate: () => null };
    const { factNames, evaluation } = compile(rule.expression.value, vocabularyOf(pack, rule.subject), values);
    return { rule, factNames, evaluate: (facts) => evaluation(bind(facts)) };
  });
  return { pack, gates };
}

/** Whole numbers become CEL ints; facts of one subject are bound once for all its gates. */
function factBinder(): (facts: SubjectFacts) => ReadonlyMap<string, CelScalar> {
  let last: SubjectFacts | null = null;
  let bound = new Map<string, CelScalar>();
  return (facts) => {
    if (facts === last) return bound;
    bound = new Map();
    for (const [name, fact] of Object.entries(facts)) {
      if (typeof fact === 'number') bound.set(name, BigInt(fact));
      else if (typeof fact === 'boolean') bound.set(name, fact);
    }
    last = facts;
    return bound;
  };
}

function packValues(pack: RatingPack, settings: SettingsFile | null): ReadonlyMap<string, bigint> {
  const values = new Map<string, bigint>();
  for (const [name, { value, setting }] of Object.entries(pack.values ?? {})) {
    const chosen = setting === undefined ? null : settingOf(settings, setting);
    const used = typeof chosen === 'number' ? chosen : value;
    if (used !== null) values.set(name, BigInt(used));
  }
  return values;
}

export function vocabularyOf(pack: RatingPack, subject: SubjectKind): Vocabulary {
  const facts = Object.entries(pack.facts?.[subject] ?? {});
  return {
    fact: new Map(facts.map(([name, { type }]) => [name, type === 'bool' ? 'bool' : 'int'])),
    value: new Set(Object.keys(pack.values ?? {})),
  };
}

function compile(
  text: string,
  vocabulary: Vocabulary,
  values: ReadonlyMap<string, bigint>,
): { factNames: readonly string[]; evaluation: Evaluation } {
  const { expr, factNames } = checkExpression(text, vocabulary);
  const run = plan(environment, expr);
  return {
    factNames,
    evaluation: (facts) => {
      const result = run({ fact: facts, value: values });
      // An absent fact gives an error object, which is truthy: only the two booleans count.
      return result === true ? true : result === false ? false : null;
    },
  };
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
    const values = new Map(valueNames.map((name) => [name, BigInt(pack.values?.[name]?.value ?? 1)]));
    const declarations = pack.facts?.[rule.subject] ?? {};
    for (let round = 0; round < 24; round += 1) {
      const facts = new Map(
        factNames.map((name, index) => [name, sample(declarations[name]!, round + index * (round % 3))]),
      );
      const result = run({ fact: facts, value: values });
      if (typeof result !== 'boolean')
        return `answers ${isCelError(result) ? result.message : typeof result} to facts that are all known`;
    }
    const blind = run({ fact: new Map(), value: values });
    return typeof blind === 'boolean' || isCelError(blind) ? null : `answers ${typeof blind} to unknown facts`;
  } catch (error) {
    if (error instanceof ExpressionRefused) return error.message;
    throw error;
  }
}

function sample({ type }: FactDeclaration, round: number): CelScalar {
  if (type === 'bool') return round % 2 === 0;
  if (type === 'int') return [0n, 1n, 2n, 10n, 100n, 9000n][round % 6]!;
  return BigInt((round % 4) + 1);
}
