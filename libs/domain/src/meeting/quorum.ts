import { compareShare, type ShareFormula, type Threshold } from '../shared/rational.js';
import { type CountedBody } from './counted-body.js';

export interface Quorum {
  readonly met: boolean;
  /** Counted people present who are still needed; 0 when met. */
  readonly missing: number;
  readonly formula: ShareFormula;
}

/**
 * Quorum in whole numbers: `den × present >= num × counted`.
 * @param threshold from the voting rules; a quorum that is not confirmed is null there and is not checked by anybody
 * Source: ballots-and-documents.md section 3
 */
export function checkQuorum(body: Pick<CountedBody, 'counted' | 'present'>, threshold: Threshold): Quorum {
  const formula = compareShare(body.present, body.counted, threshold);
  return {
    met: formula.holds,
    missing: formula.holds ? 0 : leastVotes(body.counted, threshold) - body.present,
    formula,
  };
}

/**
 * Fewest votes that satisfy a threshold over a counted body; 7 of 12 for more than half, 8 of 12 for two thirds.
 * @returns may exceed `counted` when the threshold cannot be reached
 */
export function leastVotes(counted: number, threshold: Threshold): number {
  const product = threshold.num * counted;
  return threshold.strict ? Math.floor(product / threshold.den) + 1 : Math.max(1, Math.ceil(product / threshold.den));
}
