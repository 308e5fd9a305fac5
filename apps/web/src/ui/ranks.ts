import { type Schemas } from '@binhxet/api-client';

export type Rank = Schemas['Level'];

export const ALL_RANKS: readonly Rank[] = [1, 2, 3, 4, 5, 6];
/** Ranks where nothing says how many. */
export const USUAL_RANKS: readonly Rank[] = [1, 2, 3, 4];

/** Ranks that a ballot offers, the best first, from the rule stored with it. */
export function ranksOfBallot({ rule }: { readonly rule?: unknown }): readonly Rank[] {
  return ALL_RANKS.slice(0, (rule as { readonly majority?: { readonly ranks?: number } } | null | undefined)?.majority?.ranks ?? USUAL_RANKS.length);
}
