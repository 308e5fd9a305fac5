import { type LevelVerdict } from '../ballot/verdict.js';
import { type Level, type NonLevelState, type SubjectKind } from '../level/level.js';
import { type QuotaCheck, type ResolvedQuota } from '../quota/check-quota.js';
import { type ReviewDutyResult } from '../review/review-duty.js';
import { depthOf, type ReviewDuty } from '../rule-pack/rating-pack.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type CompiledGate, type CompiledPack, type FactValue, type SubjectFacts } from './compiled-gates.js';
import { type ProofNode } from './proof.js';

export interface ClassificationInput {
  readonly subject: SubjectKind;
  readonly facts: SubjectFacts;
  /** Absent: the normal duty. */
  readonly duty?: ReviewDutyResult;
  /** Ballots on this subject, in order. */
  readonly votes?: readonly BallotEvidence[];
  /** Quotas that the subject counts in, as the decision leaves them. */
  readonly quotas?: readonly QuotaEvidence[];
  /** The competent body's decision; a state where it leaves the subject without a level. */
  readonly decision?: Decision | null;
}

/** Verdict of one ballot on the subject, with the clause of its majority. */
export interface BallotEvidence {
  readonly ballotId: string;
  readonly verdict: LevelVerdict;
  readonly clause?: string | null;
}

/** One group held against its quota. */
export interface QuotaEvidence {
  readonly quota: Pick<ResolvedQuota, 'rate' | 'base' | 'rounding' | 'special' | 'source' | 'mark'>;
  /** `whole`, `org:…` or `group:…`; null: not recorded. */
  readonly group: string | null;
  readonly check: QuotaCheck;
}

export type Decision = { readonly decisionId: string; readonly clause: string | null } & (
  { readonly level: Level; readonly ground?: CeilingGround | null } | { readonly state: NonLevelState }
);

/** Why a decision may be better than the ceiling; the words of it stay with the decision. */
export interface CeilingGround {
  /** Id in the pack, or the setting that lets a reason through. */
  readonly id: string;
  readonly clause: string;
  readonly mark: Mark;
}

export interface NotEvaluatedGate {
  readonly gate: string;
  readonly why: 'NOT_CONFIRMED' | 'FACT_UNKNOWN';
  /** Facts that are missing. */
  readonly missing: readonly string[];
}

export interface Classification {
  /** Best level that gates and duty allow; null for a subject that gets no level. */
  readonly ceiling: Level | null;
  /** What the decision gives, within the ceiling; null without one. */
  readonly level: Level | null;
  readonly state: NonLevelState | null;
  readonly notEvaluated: readonly NotEvaluatedGate[];
  readonly proof: ProofNode;
}

/**
 * Level of one subject as a function of facts and rules; nothing else is read and nothing is written.
 * A gate that is not confirmed, or whose facts are not known, is listed and restricts nobody.
 * Source: architecture section 3, process.md section 6; every clause comes from the pack
 */
export function classify(input: ClassificationInput, { pack, gates }: CompiledPack): Classification {
  const children: ProofNode[] = [];
  const notEvaluated: NotEvaluatedGate[] = [];
  const duty = input.duty?.duty ?? 'NORMAL';
  if (input.duty) children.push(dutyNode(input.duty));

  let ceiling: Level | null = null;
  if (duty === 'NORMAL') {
    ceiling = input.duty?.cap ?? 1;
    const depth = depthOf(pack);
    const gateNodes: ProofNode[] = [];
    for (const gate of gates) {
      if (gate.rule.subject !== input.subject) continue;
      const holds = gate.rule.expression.value === null ? null : gate.evaluate(input.facts);
      gateNodes.push(gateNode(gate, holds, input.facts));
      if (holds === null) notEvaluated.push(whyNot(gate, input.facts));
      else ceiling = restrict(ceiling, gate, holds, depth);
    }
    children.push({
      rule: 'gates',
      clause: null,
      mark: null,
      inputs: { pack: pack.id, version: pack.version },
      outcome: `CEILING_${ceiling}`,
      children: gateNodes,
    });
  }
  for (const ballot of input.votes ?? []) children.push(voteNode(ballot));
  for (const evidence of input.quotas ?? []) children.push(quotaNode(evidence));

  const { level, state, node } = settle(input.decision ?? null, duty, ceiling);
  children.push(node);
  return {
    ceiling,
    level,
    state,
    notEvaluated,
    proof: {
      rule: 'classification',
      clause: null,
      mark: null,
      inputs: { subject: input.subject, pack: pack.id, version: pack.version },
      outcome: node.outcome,
      children,
    },
  };
}

/** REQUIRE not met: one below the level it guards. CAP met: not above its level. A rank grows as the level falls. */
function restrict(ceiling: Level, { rule }: CompiledGate, holds: boolean, depth: number): Level {
  const { kind, level } = rule.effect;
  if (kind === 'CAP') return holds && level > ceiling ? level : ceiling;
  const below = Math.min(level + 1, depth) as Level;
  return !holds && below > ceiling ? below : ceiling;
}

function settle(
  decision: Decision | null,
  duty: ReviewDuty,
  ceiling: Level | null,
): { level: Level | null; state: NonLevelState | null; node: ProofNode } {
  const node = (outcome: ProofNode['outcome'], inputs: ProofNode['inputs'] = {}): ProofNode => ({
    rule: 'decision',
    clause: decision?.clause ?? null,
    mark: null,
    inputs: { decisionId: decision?.decisionId ?? null, ...inputs },
    outcome,
  });
  if (duty !== 'NORMAL') return { level: null, state: duty, node: node(duty) };
  if (!decision) return { level: null, state: null, node: node('UNDECIDED') };
  if ('state' in decision) return { level: null, state: decision.state, node: node(decision.state) };
  const { level, ground } = decision;
  // A rank below the ceiling's is a better level than the gates allow: without a ground the decision cannot stand as a result.
  if (ceiling !== null && level < ceiling) {
    if (!ground) return { level: null, state: null, node: node('ABOVE_CEILING', { decided: level, ceiling }) };
    const above: ProofNode = { rule: 'above-ceiling', clause: ground.clause, mark: ground.mark, inputs: { ground: ground.id, decided: level, ceiling }, outcome: 'HOLDS' };
    return { level, state: null, node: { ...node(`LEVEL_${level}`, { ceiling }), children: [above] } };
  }
  return { level, state: null, node: node(`LEVEL_${level}`, { ceiling }) };
}

function inputsOf(gate: CompiledGate, facts: SubjectFacts): Record<string, FactValue> {
  const inputs: Record<string, FactValue> = {};
  for (const name of gate.factNames) inputs[name] = facts[name] ?? null;
  return inputs;
}

function gateNode(gate: CompiledGate, holds: boolean | null, facts: SubjectFacts): ProofNode {
  const { id, expression } = gate.rule;
  return {
    rule: id,
    clause: expression.source,
    mark: expression.mark,
    inputs: inputsOf(gate, facts),
    ...(gate.values && { values: gate.values }),
    outcome: holds === null ? 'NOT_EVALUATED' : holds ? 'HOLDS' : 'FAILS',
  };
}

function whyNot(gate: CompiledGate, facts: SubjectFacts): NotEvaluatedGate {
  if (gate.rule.expression.value === null) return { gate: gate.rule.id, why: 'NOT_CONFIRMED', missing: [] };
  return {
    gate: gate.rule.id,
    why: 'FACT_UNKNOWN',
    missing: gate.factNames.filter((name) => (facts[name] ?? null) === null),
  };
}

function dutyNode(duty: ReviewDutyResult): ProofNode {
  return {
    rule: 'duty',
    clause: null,
    mark: null,
    inputs: { cap: duty.cap },
    outcome: duty.duty,
    children: duty.because.map(({ rule, source, mark, inputs }) => ({
      rule,
      clause: source,
      mark,
      inputs,
      outcome: 'HOLDS' as const,
    })),
  };
}

function voteNode({ ballotId, verdict, clause = null }: BallotEvidence): ProofNode {
  return {
    rule: 'votes',
    clause,
    mark: null,
    inputs: { ballotId, countedBody: verdict.countedBody },
    outcome: verdict.level === null ? 'NO_MAJORITY' : `LEVEL_${verdict.level}`,
    children: verdict.tests.map(({ level, own, formula }) => ({
      rule: `votes.${level}`,
      clause: null,
      mark: null,
      inputs: { own, ...formula },
      outcome: formula.holds ? ('HOLDS' as const) : ('FAILS' as const),
    })),
  };
}

function quotaNode({ quota, group, check }: QuotaEvidence): ProofNode {
  const { quotaId, count, ceiling, used, excess, enforcement, breach } = check;
  return {
    rule: 'quota',
    clause: quota.source,
    mark: quota.mark,
    inputs: {
      quotaId,
      group,
      rateNum: quota.rate.num,
      rateDen: quota.rate.den,
      special: quota.special,
      base: quota.base,
      rounding: quota.rounding,
      ...count,
      ceilingLower: ceiling.lower,
      ceilingUpper: ceiling.upper,
      used,
      excess,
      enforcement,
    },
    outcome: breach === 'CERTAIN' ? 'BREACH' : breach === 'POSSIBLE' ? 'UNDECIDED' : 'WITHIN',
  };
}
