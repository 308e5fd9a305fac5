import {
  type CommendationRules,
  type DocumentFormat,
  type LevelEquivalence,
  type MoneyRules,
  type RatingPack,
  type RuleFilePin,
  type SettingsFile,
  type VotingRules,
  type WorkingCalendar,
} from '@binhxet/domain';

/** Every kind of rule file; each has a JSON Schema of the same name in `schema/`. */
export interface RuleFileKinds {
  'rating-pack': RatingPack;
  'level-equivalence': LevelEquivalence;
  'voting-rules': VotingRules;
  'commendation-rules': CommendationRules;
  'money-rules': MoneyRules;
  'document-format': DocumentFormat;
  calendar: WorkingCalendar;
  settings: SettingsFile;
}
export type RuleFileKind = keyof RuleFileKinds;
export type RuleFile = RuleFileKinds[RuleFileKind];

export const RULE_FILE_KINDS = [
  'rating-pack',
  'level-equivalence',
  'voting-rules',
  'commendation-rules',
  'money-rules',
  'document-format',
  'calendar',
  'settings',
] as const satisfies readonly RuleFileKind[];

/** A checked file: content never changes after loading. */
export interface LoadedRuleFile<T extends RuleFile = RuleFile> {
  /** Path below the folder, with forward slashes. */
  readonly file: string;
  readonly content: T;
  readonly pin: RuleFilePin;
}

/** Why a file is refused. `path` is an RFC 6901 pointer into the parsed file. */
export interface RuleFileProblem {
  readonly file: string;
  readonly path: string;
  readonly code: RuleFileProblemCode;
  readonly reason: string;
}

export type RuleFileProblemCode =
  | 'PACK.UNREADABLE'
  | 'PACK.KIND_UNKNOWN'
  | 'PACK.SCHEMA'
  | 'PACK.NUMBER_NOT_WHOLE'
  | 'PACK.TEXT_NOT_NFC'
  | 'PACK.EXPRESSION'
  | 'PACK.CIRCLE'
  | 'PACK.DUPLICATE'
  | 'PACK.INCONSISTENT';
