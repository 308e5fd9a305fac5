import { type Level, type SubjectKind } from '../level/level.js';
import { type MemberStatus, type OrgRole } from '../organisation/roles.js';
import { type Rational, type Rounding, type Threshold } from '../shared/rational.js';
import { COUNTED_RULES, type CountedRule } from './counted-rule.js';
import { type QuotaBase, type QuotaEnforcement, type QuotaGrouping } from './rating-pack.js';
import { type Provenance, type RuleFileHead, type Sourced } from './sourced.js';

/** Labels of one pack read as levels for one purpose; a label without an entry is not comparable. */
export interface LevelEquivalence extends RuleFileHead {
  readonly kind: 'level-equivalence';
  readonly maps: readonly EquivalenceEntry[];
}

export const EQUIVALENCE_PURPOSES = ['ladderPosition', 'commendationChain', 'target'] as const;
export type EquivalencePurpose = (typeof EQUIVALENCE_PURPOSES)[number];

export interface EquivalenceEntry {
  readonly purpose: EquivalencePurpose;
  readonly subjects: readonly SubjectKind[];
  readonly packs: readonly string[];
  readonly from: { readonly level: Level; readonly title?: string };
  /** null: does not count, by default or because it is not confirmed. */
  readonly to: Sourced<Level>;
}

export { COUNTED_RULES, type CountedRule };

export const ROLL_FLAGS = ['temporarilyElsewhere', 'exempted', 'suspended', 'prosecutedOrDetained'] as const;
export type RollFlag = (typeof ROLL_FLAGS)[number];

export interface CountedExclusion extends Provenance {
  readonly flag: RollFlag;
  /** Present and voting, such a person counts after all. */
  readonly unlessVoting: boolean;
}

export interface VotingRules extends RuleFileHead {
  readonly kind: 'voting-rules';
  readonly inForceFrom: string;
  readonly adoption: Sourced<Threshold>;
  /** Majority that gives a level, by level where a text differs, else `default`. */
  readonly levelMajority: {
    readonly default: Sourced<Threshold>;
    readonly byLevel?: Readonly<Partial<Record<`${Level}`, Sourced<Threshold>>>>;
  };
  readonly quorum: Sourced<Threshold>;
  readonly countedBody: { readonly membersMeeting: Sourced<CountedRule>; readonly committee: Sourced<CountedRule> };
  readonly exclusions: readonly CountedExclusion[];
  readonly votingStatuses: Sourced<readonly MemberStatus[]>;
  readonly secret: Sourced<boolean>;
  /** Fewer voters than this vote by show of hands: a secret of two is none. */
  readonly secretFromVoters: Sourced<number>;
  readonly higherCountsForLower: Sourced<boolean>;
  readonly invalidScope: Sourced<'PER_SUBJECT' | 'WHOLE_BALLOT'>;
  readonly selfVote: Sourced<boolean>;
  /** Ballots of confidence, outside the rating; absent: nothing is confirmed and none can be held. */
  readonly confidence?: {
    /** Words of the levels, the highest first. */
    readonly levels: Sourced<readonly string[]>;
    /** Share of the counted body from which a level is the result; null: shares are shown and nothing is concluded. */
    readonly majority: Sourced<Threshold>;
  };
}

export const AWARD_FORMS = ['PRAISE', 'CERTIFICATE_OF_MERIT', 'DIPLOMA_OF_MERIT', 'BANNER'] as const;
export type AwardForm = (typeof AWARD_FORMS)[number];

export interface CommendationRules extends RuleFileHead {
  readonly kind: 'commendation-rules';
  readonly inForceFrom: string;
  /** What a body of a role may award at all, and to whom. */
  readonly powers: readonly AwardPower[];
  readonly awards: readonly AwardRule[];
  readonly cancelledYearBreaks: Sourced<boolean>;
  readonly ballotMajority: Sourced<Threshold>;
  readonly quota: Sourced<Rational>;
  readonly dossier: Sourced<readonly string[]>;
}

export interface AwardPower extends Provenance {
  readonly role: OrgRole;
  readonly form: AwardForm;
  readonly subjects: readonly SubjectKind[];
}

/** An award that follows from `years` rating years in a row at `level` or better. */
export interface AwardRule {
  readonly id: string;
  readonly label: string;
  readonly subject: SubjectKind;
  /** Roles of the organisation that is rated or that the person belongs to; empty = any. */
  readonly subjectRoles: readonly OrgRole[];
  readonly years: Sourced<number>;
  readonly level: Sourced<Level>;
  readonly form: AwardForm;
  readonly awardedBy: Sourced<OrgRole>;
}

export interface MoneyRules extends RuleFileHead {
  readonly kind: 'money-rules';
  readonly inForceFrom: string;
  readonly multiples: readonly MoneyMultiple[];
  /** Whole đồng as text, by the first day it holds. */
  readonly baseSalary: readonly (Provenance & { readonly from: string; readonly amount: string | null })[];
}

export interface MoneyMultiple {
  readonly award: string;
  readonly subject: SubjectKind;
  readonly subjectRoles: readonly OrgRole[];
  readonly form: AwardForm;
  readonly years: number;
  readonly multiple: Sourced<Rational>;
}

export interface DocumentFormat extends RuleFileHead {
  readonly kind: 'document-format';
  readonly inForceFrom: string;
  readonly elements: Readonly<Record<string, Sourced<string>>>;
  readonly order: Sourced<readonly string[]>;
}

/** Working days of one year: weekends and holidays off, `workingDays` on although they fall on a weekend. */
export interface WorkingCalendar extends RuleFileHead {
  readonly kind: 'calendar';
  readonly year: number;
  /** ISO weekdays, 1 = Monday. */
  readonly weekend: readonly number[];
  readonly holidays: readonly (Provenance & { readonly date: string; readonly name: string })[];
  readonly workingDays: readonly (Provenance & { readonly date: string; readonly name: string })[];
}

/** Choices of one superior where the texts leave one open. Keys: regulations.md section 14. */
export interface SettingsFile extends RuleFileHead {
  readonly kind: 'settings';
  readonly values: Readonly<Record<string, Sourced<SettingValue>>>;
}
export type SettingValue = string | number | boolean | Threshold | readonly number[];

export interface QuotaChoice {
  readonly base: QuotaBase;
  readonly rounding: Rounding;
  readonly groupBy: QuotaGrouping;
  readonly enforcement: QuotaEnforcement;
  readonly excludeHeads: boolean;
}
