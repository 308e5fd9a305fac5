import { levelVerdict, type LevelMajority } from '../ballot/verdict.js';
import { type Level, type NonLevelState, ranksOf, type SubjectKind } from '../level/level.js';
import { checkQuota, type QuotaCount, type ResolvedQuota } from '../quota/check-quota.js';
import { type QuotaBase, type QuotaEnforcement } from '../rule-pack/rating-pack.js';
import { type ReviewDutyResult } from '../review/review-duty.js';
import { type Facts, type Json } from '../shared/app-error.js';
import { type Rounding, type ShareFormula, type Threshold } from '../shared/rational.js';
import { classify, type BallotEvidence, type ClassificationInput, type Decision, type QuotaEvidence } from './classify.js';
import { type CompiledPack, type FactValue, type SubjectFacts } from './compiled-gates.js';
import { type ProofNode } from './proof.js';

/** One place in which a stored proof is not what its own inputs and the rules give. */
export interface ProofDifference {
  /** RFC 6901 pointer into the proof. */
  readonly path: string;
  readonly stored: Json;
  readonly recomputed: Json;
}

/**
 * Makes a proof again from its own inputs and the rules it names, and compares the two.
 * @param compiled the pack the proof was made with
 * @returns empty when every outcome follows; a proof of another shape differs at its root
 */
export function recomputeProof(proof: ProofNode, compiled: CompiledPack): ProofDifference[] {
  return jsonDifferences(proof as unknown as Json, classify(inputOf(proof), compiled).proof as unknown as Json);
}

/** Places in which two JSON values differ, in a stable order; a member that is absent counts as null. */
export function jsonDifferences(stored: Json, recomputed: Json): ProofDifference[] {
  const differences: ProofDifference[] = [];
  compare(stored, recomputed, '', differences);
  return differences;
}

/** What the proof says went into it. Shared with whoever recomputes from other records. */
export function inputOf(proof: ProofNode): ClassificationInput {
  const of = (rule: string): readonly ProofNode[] => (proof.children ?? []).filter((node) => node.rule === rule);
  const duty = of('duty')[0];
  const decision = of('decision')[0];
  return {
    subject: proof.inputs['subject'] as SubjectKind,
    facts: factsOf(of('gates')[0]),
    ...(duty && { duty: dutyOf(duty) }),
    votes: of('votes').map(ballotOf),
    quotas: of('quota').map(quotaOf),
    decision: decision ? decisionOf(decision) : null,
  };
}

function factsOf(gates: ProofNode | undefined): SubjectFacts {
  const facts: Record<string, FactValue> = {};
  for (const gate of gates?.children ?? []) Object.assign(facts, gate.inputs);
  return facts;
}

function dutyOf({ inputs, outcome, children }: ProofNode): ReviewDutyResult {
  return {
    duty: outcome as ReviewDutyResult['duty'],
    cap: (inputs['cap'] ?? null) as Level | null,
    because: (children ?? []).map(({ rule, clause, mark, inputs: of }) => ({ rule, source: clause ?? '', mark: mark ?? 'UNKNOWN', inputs: of })),
    notEvaluated: [],
  };
}

function ballotOf({ inputs, clause, children }: ProofNode): BallotEvidence {
  const ranks = ranksOf((children ?? []).filter(({ rule }) => rule.startsWith('votes.')).length);
  const tests = ranks.map((level) => (children ?? []).find(({ rule }) => rule === `votes.${level}`)?.inputs as (Facts & ShareFormula & { readonly own: number }) | undefined);
  const thresholds = tests.map((test): Threshold => ({ num: test?.num ?? 0, den: test?.den ?? 1, strict: test?.comparator !== '>=' }));
  const majority: LevelMajority = {
    default: thresholds[0]!,
    ranks: ranks.length,
    byLevel: Object.fromEntries(ranks.map((level) => [level, thresholds[level - 1]!])) as LevelMajority['byLevel'] & object,
    // Votes for better levels were added wherever a sum is not the level's own votes.
    higherCountsForLower: tests.some((test) => test !== undefined && test.votes !== test.own),
  };
  const counts = Object.fromEntries(ranks.map((level) => [level, tests[level - 1]?.own ?? 0])) as Record<Level, number>;
  return { ballotId: String(inputs['ballotId']), clause, verdict: levelVerdict(counts, Number(inputs['countedBody']), majority) };
}

function quotaOf({ inputs, clause, mark }: ProofNode): QuotaEvidence {
  const number = (name: string): number => Number(inputs[name]);
  const count: QuotaCount = { top: number('top'), second: number('second'), outside: number('outside'), undecided: number('undecided') };
  const quota: ResolvedQuota = {
    id: String(inputs['quotaId']),
    rate: { num: number('rateNum'), den: number('rateDen') },
    specialRate: null,
    special: inputs['special'] === true,
    base: inputs['base'] as QuotaBase,
    rounding: inputs['rounding'] as Rounding,
    groupBy: 'WHOLE', // the count is made already
    excludeHeads: false,
    enforcement: inputs['enforcement'] as QuotaEnforcement,
    source: clause ?? '',
    mark: mark ?? 'UNKNOWN',
  };
  return { quota, group: (inputs['group'] ?? null) as string | null, check: checkQuota(count, quota) };
}

function decisionOf({ inputs, outcome, clause, children }: ProofNode): Decision | null {
  const decisionId = inputs['decisionId'];
  if (typeof decisionId !== 'string') return null;
  const head = { decisionId, clause };
  if (outcome === 'ABOVE_CEILING') return { ...head, level: inputs['decided'] as Level };
  if (!outcome.startsWith('LEVEL_')) return { ...head, state: outcome as NonLevelState };
  const above = (children ?? []).find(({ rule }) => rule === 'above-ceiling');
  const ground = above ? { id: String(above.inputs['ground']), clause: above.clause ?? '', mark: above.mark ?? ('UNKNOWN' as const) } : null;
  return { ...head, level: Number(outcome.slice('LEVEL_'.length)) as Level, ground };
}

function compare(stored: Json | undefined, recomputed: Json | undefined, path: string, differences: ProofDifference[]): void {
  if (isRecord(stored) && isRecord(recomputed)) {
    for (const key of [...new Set([...Object.keys(stored), ...Object.keys(recomputed)])].sort()) compare(stored[key], recomputed[key], `${path}/${escape(key)}`, differences);
    return;
  }
  if (Array.isArray(stored) && Array.isArray(recomputed)) {
    for (let index = 0; index < Math.max(stored.length, recomputed.length); index += 1) compare(stored[index] as Json, recomputed[index] as Json, `${path}/${index}`, differences);
    return;
  }
  if ((stored ?? null) !== (recomputed ?? null)) differences.push({ path, stored: stored ?? null, recomputed: recomputed ?? null });
}

const isRecord = (value: Json | undefined): value is { readonly [key: string]: Json | undefined } => typeof value === 'object' && value !== null && !Array.isArray(value);
const escape = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
