import { type CycleReader, type Clock, type RuleBook, type Rules } from '@binhxet/application';
import { type Json, LEVELS, type SubjectKind } from '@binhxet/domain';
import { type ExplainableProof, type ExplainedNode, explainProof, type ProofWords } from '@binhxet/messages';
import { type WireOf } from '../common/schemas.js';
import { type explainedNode } from './reviews.schemas.js';

/** Proofs as sentences, with the words of the rules they were made with. */
export class ProofPages {
  constructor(
    private readonly cycles: CycleReader,
    private readonly rules: Rules,
    private readonly clock: Clock,
  ) {}

  /** @returns the tree from its root, each node before its children; empty where there is no proof */
  async explain(cycleId: string, subject: SubjectKind, proof: Json): Promise<WireOf<typeof explainedNode>[]> {
    if (!isProof(proof)) return [];
    const cycle = await this.cycles.byId(cycleId, this.clock.now());
    return cycle ? flat(explainProof(proof, proofWordsOf(this.rules.forCycle(cycle), subject)), 0) : [];
  }
}

/** Labels of the pack for one kind of subject. */
export function proofWordsOf({ rating }: Pick<RuleBook, 'rating'>, subject: SubjectKind): ProofWords {
  const ladder = rating.ladder.filter(({ subjects }) => subjects.includes(subject));
  const [first, second, third, fourth] = LEVELS.map((level) => ladder.find((entry) => entry.level === level)?.label ?? String(level));
  return {
    title: rating.title,
    levels: [first!, second!, third!, fourth!],
    states: rating.nonLevelStates,
    gates: Object.fromEntries((rating.gates ?? []).map(({ id, label, effect, expression }) => [id, { label, kind: effect.kind, level: effect.level, confirmed: expression.value !== null }])),
    facts: rating.facts?.[subject] ?? {},
    values: rating.values ?? {},
    exemptions: Object.fromEntries((rating.exemptions ?? []).map(({ id, label }) => [id, label])),
    grounds: Object.fromEntries((rating.decision?.aboveCeiling.value ?? []).map(({ id, label }) => [id, label])),
  };
}

function isProof(proof: Json): proof is Json & ExplainableProof {
  return typeof proof === 'object' && proof !== null && 'rule' in proof && 'outcome' in proof;
}

function flat({ children, ...node }: ExplainedNode, depth: number): WireOf<typeof explainedNode>[] {
  return [{ depth, ...node }, ...children.flatMap((child) => flat(child, depth + 1))];
}
