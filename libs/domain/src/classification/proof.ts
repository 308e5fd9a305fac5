import { type Level } from '../level/level.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type Facts } from '../shared/app-error.js';

/**
 * One step of a reason that a person can open and a program can recompute. `inputs` hold ids and numbers only.
 * `rule` is an id of the pack or of this project's own tree: classification, duty, gates, votes, votes.1 to votes.4, quota, decision,
 * above-ceiling.
 */
export interface ProofNode {
  readonly rule: string;
  readonly clause: string | null;
  readonly mark: Mark | null;
  readonly inputs: Facts;
  /** Values of the pack that a gate compares with, a superior's own choice in place of the pack's; null: not confirmed. Absent: none. */
  readonly values?: Facts;
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
