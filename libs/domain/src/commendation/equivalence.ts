import { type Level, type SubjectKind } from '../level/level.js';
import { type EquivalenceEntry, type EquivalencePurpose, type LevelEquivalence } from '../rule-pack/companion-rules.js';

/** A result as an older pack gave it: a rank, and a title beside it where that pack had titles. */
export interface RankedResult {
  readonly packId: string;
  readonly level: Level;
  readonly title?: string | null;
}

/**
 * How a result of one pack reads in today's ladder, for one purpose.
 * An entry for the very title wins over one for the plain rank.
 * @returns undefined when the map does not cover it; an entry with `to.value` null when it deliberately does not count
 */
export function equivalentLevel(
  map: LevelEquivalence,
  purpose: EquivalencePurpose,
  subject: SubjectKind,
  result: RankedResult,
): EquivalenceEntry | undefined {
  const fitting = map.maps.filter(
    (entry) =>
      entry.purpose === purpose &&
      entry.subjects.includes(subject) &&
      entry.packs.includes(result.packId) &&
      entry.from.level === result.level,
  );
  const titled = result.title ? fitting.find((entry) => entry.from.title === result.title) : undefined;
  return titled ?? fitting.find((entry) => entry.from.title === undefined);
}
