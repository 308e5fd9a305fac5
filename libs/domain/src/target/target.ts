import { type Level, type SubjectKind } from '../level/level.js';
import { type OrgRole } from '../organisation/roles.js';
import { type Mark } from '../rule-pack/sourced.js';
import { type Rational } from '../shared/rational.js';
import { type WorkKind } from '../work-record/work-record.js';

/** `>` trên · `=` without a word: at least, and exactly is met · `between` 15-20 % · `none` không có. Source: process.md §5 */
export const TARGET_OPERATORS = ['>', '>=', '=', '<=', 'between', 'none'] as const;
export type TargetOperator = (typeof TARGET_OPERATORS)[number];
export const TARGET_UNITS = ['PERCENT', 'COUNT'] as const;
export type TargetUnit = (typeof TARGET_UNITS)[number];
export const TARGET_PERIODS = ['YEAR', 'MID_YEAR', 'TERM'] as const;
export type TargetPeriod = (typeof TARGET_PERIODS)[number];
export const TARGET_VERDICTS = ['EXCEEDED', 'MET', 'NOT_MET', 'AT_RISK', 'NOT_COMPARABLE'] as const;
export type TargetVerdict = (typeof TARGET_VERDICTS)[number];

/** A level as the target's own pack ranks it; `title`: "tiêu biểu" and its like. `orBetter`: "trở lên", written or chosen. */
export interface TargetLevel {
  readonly rank: Level;
  readonly orBetter: boolean;
  readonly title?: string;
}

/** What is counted, explicitly: nothing follows from a word such as "trong đó". */
export type TargetSet =
  | {
      /** Grassroots organisations or members of one rating year. */
      readonly kind: 'SUBJECTS';
      readonly subject: Extract<SubjectKind, 'ORGANISATION' | 'MEMBER'>;
      /** Organisations of these roles only; absent: every grassroots organisation. */
      readonly roles?: readonly OrgRole[];
      /** RATED leaves out who has no level. */
      readonly base: 'ALL' | 'RATED';
      readonly level?: TargetLevel;
    }
  | {
      /** Work done in the period: turns (lượt) or distinct subjects. */
      readonly kind: 'WORK';
      readonly work: WorkKind;
      readonly count: 'TURNS' | 'SUBJECTS';
      readonly subject?: 'ORGANISATION' | 'MEMBER';
      /** Of the work done (default) or of the work planned. */
      readonly state?: 'DONE' | 'PLANNED';
    }
  /** A number that others report (state side, study): the newest record of kind FIGURE with this key. */
  | { readonly kind: 'FIGURE'; readonly key: string };

/** One way to read a target: which sets are divided. */
export interface TargetReading {
  readonly id: string;
  readonly numerator: TargetSet;
  /** null: a count. */
  readonly denominator: TargetSet | null;
  /** Whether the text says so or somebody chose it. */
  readonly mark: Mark;
  readonly note?: string;
}

/** One line of a resolution. Values are exact: whole numbers or quotients, percent as 95 = {95, 1}. */
export interface Target {
  readonly id: string;
  /** Short name within the resolution, `1`, `2b`. */
  readonly code: string;
  readonly ordinal: number;
  /** As written, never corrected. */
  readonly wording: string;
  readonly operator: TargetOperator;
  /** Lower bound of `between`; null for `none`. */
  readonly value: Rational | null;
  /** Upper bound of `between`, else null. */
  readonly upper: Rational | null;
  readonly unit: TargetUnit;
  /** Digits after the comma that figures are printed with. */
  readonly decimals: number;
  /** Level label as written, and the pack whose label it is; null where no level is meant. */
  readonly label: string | null;
  readonly packOfLabel: string | null;
  readonly period: TargetPeriod;
  readonly fromYear: number;
  readonly toYear: number;
  /** The first is the chosen one. */
  readonly readings: readonly [TargetReading, ...TargetReading[]];
  readonly mark: Mark;
  readonly note: string | null;
}

/** Does any reading look at a level? */
export function usesLevel(target: Pick<Target, 'readings'>): boolean {
  return target.readings.some(({ numerator, denominator }) => [numerator, denominator].some((set) => set?.kind === 'SUBJECTS' && set.level !== undefined));
}
