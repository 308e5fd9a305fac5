import { type GateRule, type RatingPack } from '../rule-pack/rating-pack.js';

/** Whole number or truth; null or absent = not known. Levels are ranks, grades 1 … 4. */
export type FactValue = number | boolean | null;
export type SubjectFacts = Readonly<Record<string, FactValue | undefined>>;

/** A gate made ready by whoever knows the expression language; the domain only asks. */
export interface CompiledGate {
  readonly rule: GateRule;
  /** Facts that the expression reads. */
  readonly factNames: readonly string[];
  /** Values of the pack that it compares with, as they are in use; absent: none. One object for all subjects. */
  readonly values?: Readonly<Record<string, number | null>>;
  /**
   * @returns null when unknown facts leave the expression open. A known part may decide it alone: `true || unknown` is true.
   */
  readonly evaluate: (facts: SubjectFacts) => boolean | null;
}

export interface CompiledPack {
  readonly pack: RatingPack;
  /** Gates of the pack in its order; a gate whose expression is not confirmed has `expression.value` null and never evaluates. */
  readonly gates: readonly CompiledGate[];
}
