import { type Level } from '../level/level.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type Facts } from '../shared/app-error.js';

/**
 * One step of a reason that a person can open and a program can recompute. `inputs` hold ids and numbers only.
 * `rule` is an id of the pack or of this project's own tree: classification, duty, gate, votes, quota, decision.
 */
export interface ProofNode {
  readonly rule: string;
  readonly clause: string | null;
  readonly mark: Mark | null;
  readonly inputs: Facts;
  readonly outcome: ProofOutcome;
  readonly children?: readonly ProofNode[];
}

/** CEILING_n / LEVEL_n: a level by rank; HOLDS / FAILS: a condition; the others name what is missing or refused. */
export type ProofOutcome =
  | `CEILING_${Level}`
  | `LEVEL_${Level}`
  | 'HOLDS'
  | 'FAILS'
  | 'NOT_EVALUATED'
  | 'NO_MAJORITY'
  | 'WITHIN'
  | 'BREACH'
  | 'UNDECIDED'
  | 'ABOVE_CEILING'
  | 'NORMAL'
  | 'EXEMPT'
  | 'NOT_RATED'
  | 'NOT_YET_RATED';
