import { classify, type Classification } from '../classification/classify.js';
import { type CompiledPack, type SubjectFacts } from '../classification/compiled-gates.js';
import { type Level, LEVELS, type SubjectKind } from '../level/level.js';

/** A discipline for a violation in a past year. */
export interface LaterDiscipline {
  readonly selfDetected: boolean;
  readonly remedied: boolean;
}

export interface NewLevelInput {
  readonly subject: SubjectKind;
  /** What is known of that year. */
  readonly facts: SubjectFacts;
  readonly discipline: LaterDiscipline;
  /** Level the year had. */
  readonly old: Level;
  /** What the body wants to give; null: what follows from the text, the lowest level. */
  readonly wanted: Level | null;
  readonly decisionId: string;
}

export type NewLevelRefusal = 'ALREADY_LOWEST' | 'NOT_LOWER' | 'NOT_WEIGHED' | 'ABOVE_CEILING';

export type NewLevel =
  | { readonly level: Level; readonly classification: Classification; readonly refusal: null }
  | { readonly level: null; readonly classification: Classification | null; readonly refusal: NewLevelRefusal };

/**
 * Level of a past year after a discipline, under the pack of that year: the lowest of its ladder; a milder one only where the violation
 * was found by the subject itself and made good, inside what the pack's gates then allow, and always lower than before.
 * Source: HD 25-HD/BTCTW (2023), point 4.5; facts a pack does not declare restrict nobody
 */
export function reevaluatedLevel({ subject, facts, discipline, old, wanted, decisionId }: NewLevelInput, compiled: CompiledPack): NewLevel {
  const ranks = compiled.pack.ladder.filter((entry) => entry.subjects.includes(subject)).map(({ level }) => level);
  const lowest = (ranks.length > 0 ? Math.max(...ranks) : Math.max(...LEVELS)) as Level;
  if (old === lowest) return { level: null, classification: null, refusal: 'ALREADY_LOWEST' };
  const level = wanted ?? lowest;
  if (level <= old) return { level: null, classification: null, refusal: 'NOT_LOWER' };
  const mild = discipline.selfDetected && discipline.remedied;
  if (level !== lowest && !mild) return { level: null, classification: null, refusal: 'NOT_WEIGHED' };
  const declared = compiled.pack.facts?.[subject] ?? {};
  const added = Object.entries({ disciplined: true, selfDetectedAndRemedied: mild }).filter(([name]) => name in declared);
  const classification = classify({ subject, facts: { ...facts, ...Object.fromEntries(added) }, decision: { decisionId, clause: null, level } }, compiled);
  if (classification.level === null) return { level: null, classification, refusal: 'ABOVE_CEILING' };
  return { level, classification, refusal: null };
}
