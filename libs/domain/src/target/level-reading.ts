import { equivalentLevel } from '../commendation/equivalence.js';
import { type Level, type SubjectKind } from '../level/level.js';
import { type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { type TargetLevel } from './target.js';

/** An administrator's word on how the label of an old target reads in another ladder. */
export interface TargetMapping {
  readonly subject: Extract<SubjectKind, 'ORGANISATION' | 'MEMBER'>;
  readonly packOfLabel: string;
  readonly rank: Level;
  readonly title: string | null;
  /** Ladder it is read in; null: every other one. */
  readonly resultPack: string | null;
  readonly toRank: Level;
  readonly toOrBetter: boolean;
}

export type LevelReading =
  | { readonly state: 'SAME_PACK' | 'MAPPED' | 'EQUIVALENCE'; readonly rank: Level; readonly orBetter: boolean; readonly title: string | null }
  | { readonly state: 'UNMAPPED' };

/**
 * How a level named by a target reads among results of a pack: its own pack as written; else the administrator's mapping, else the
 * equivalence file for purpose `target`. A deliberate null there stays UNMAPPED. Source: regulations.md section 2
 * @param packOfLabel null: the rank itself is meant, whatever the pack
 */
export function readTargetLevel(
  level: TargetLevel,
  subject: SubjectKind,
  packOfLabel: string | null,
  resultPack: string | null,
  mappings: readonly TargetMapping[],
  equivalence: LevelEquivalence,
): LevelReading {
  const title = level.title ?? null;
  if (packOfLabel === null || packOfLabel === resultPack) return { state: 'SAME_PACK', rank: level.rank, orBetter: level.orBetter, title };
  const fits = (one: TargetMapping) => one.subject === subject && one.packOfLabel === packOfLabel && one.rank === level.rank && one.title === title;
  const mapped = mappings.find((one) => fits(one) && one.resultPack === resultPack) ?? mappings.find((one) => fits(one) && one.resultPack === null);
  if (mapped) return { state: 'MAPPED', rank: mapped.toRank, orBetter: level.orBetter || mapped.toOrBetter, title: null };
  const entry = equivalentLevel(equivalence, 'target', subject, { packId: packOfLabel, level: level.rank, title });
  if (!entry || entry.to.value === null) return { state: 'UNMAPPED' };
  return { state: 'EQUIVALENCE', rank: entry.to.value, orBetter: level.orBetter, title: null };
}

/** Does a result count? @param reading not UNMAPPED */
export function reaches(reading: Exclude<LevelReading, { state: 'UNMAPPED' }>, result: { readonly level: Level; readonly outstanding: boolean }): boolean {
  if (reading.title !== null && result.level === reading.rank && !result.outstanding) return false;
  return reading.orBetter ? result.level <= reading.rank : result.level === reading.rank;
}
