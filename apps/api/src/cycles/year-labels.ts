import { type RatingPack, SUBJECT_KINDS, type SubjectKind } from '@binhxet/domain';

export interface YearLabel {
  readonly subjectKind: SubjectKind;
  /** Rank of a level as text, or a non-level state. */
  readonly key: string;
  readonly label: string;
  /** Abbreviation of a level; null for a non-level state. */
  readonly short: string | null;
}

/** Words of the pack for levels and non-level states, by subject. */
export function yearLabels(pack: RatingPack): YearLabel[] {
  return SUBJECT_KINDS.flatMap((subjectKind) => [
    ...pack.ladder.filter((entry) => entry.subjects.includes(subjectKind)).map(({ level, label, short }) => ({ subjectKind, key: String(level), label, short })),
    ...Object.entries(pack.nonLevelStates).map(([key, label]) => ({ subjectKind, key, label, short: null })),
  ]);
}
