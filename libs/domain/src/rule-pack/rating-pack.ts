import { type Level, type NonLevelState, type SubjectKind, USUAL_LEVELS } from '../level/level.js';
import { type BodyKind, type OrgRole, type PostKind } from '../organisation/roles.js';
import { type Rational, type Rounding, type Threshold } from '../shared/rational.js';
import { type CountedRule } from './counted-rule.js';
import { type Provenance, type RuleFileHead, type Sourced } from './sourced.js';

/** Rules of a span of rating years. `use: HISTORY` gives labels only and cannot open a cycle. */
export interface RatingPack extends RuleFileHead {
  readonly kind: 'rating-pack';
  readonly use: 'CYCLE' | 'HISTORY';
  /** What one rating covers; absent: a year. */
  readonly period?: RatingPeriodKind;
  /** Kinds of subjects that are rated; absent: all. */
  readonly subjects?: readonly SubjectKind[];
  /** Whose posts make a member a leader for rules about leaders; absent or null: only an imported fact can tell. */
  readonly leadership?: Sourced<LeadershipRule>;
  readonly ratingYears: { readonly from: number; readonly to: number | null };
  readonly ladder: readonly LadderEntry[];
  readonly nonLevelStates: Readonly<Record<NonLevelState, string>>;
  /** Everything below is absent in a history file. */
  readonly values?: Readonly<Record<string, PackValue>>;
  readonly facts?: Readonly<Record<SubjectKind, Readonly<Record<string, FactDeclaration>>>>;
  /** Facts computed from others by subject; gates read them like any fact. */
  readonly derived?: Readonly<Partial<Record<SubjectKind, Readonly<Record<string, DerivedFact>>>>>;
  readonly gates?: readonly GateRule[];
  readonly quotas?: readonly QuotaRule[];
  /** Where the pack itself rules how levels are voted; it wins over voting rules and settings. */
  readonly votingOverrides?: VotingOverrides;
  readonly exemptions?: readonly ExemptionRule[];
  readonly specialCases?: readonly SpecialCase[];
  readonly steps?: readonly ProcessStep[];
  /** Whose opinion on a member is asked before the own cell meets; without the list nobody's. */
  readonly opinions?: readonly OpinionRule[];
  /** How far a decision may leave what was computed. */
  readonly decision?: DecisionRules;
  readonly order?: readonly OrderRule[];
  readonly authority?: readonly AuthorityRule[];
  readonly deadlines?: readonly DeadlineRule[];
  readonly forms?: readonly FormRule[];
}

export const RATING_PERIOD_KINDS = ['YEAR', 'QUARTER'] as const;
export type RatingPeriodKind = (typeof RATING_PERIOD_KINDS)[number];

/** A post counts when its kind is named and the body that it is held in. */
export interface LeadershipRule {
  readonly posts: readonly PostKind[];
  readonly bodies: readonly BodyKind[];
}

/** Is this kind of subject rated under the pack? */
export function ratesKind({ subjects }: Pick<RatingPack, 'subjects'>, kind: SubjectKind): boolean {
  return subjects?.includes(kind) ?? true;
}

export interface LadderEntry extends Provenance {
  readonly subjects: readonly SubjectKind[];
  readonly level: Level;
  readonly label: string;
  readonly short: string;
  /** Titles that a part of the subjects of this rank carries beside the label. */
  readonly titles?: readonly string[];
}

/** Ranks of a pack's ladder; the same for every kind of subject. */
export function depthOf({ ladder }: Pick<RatingPack, 'ladder'>): number {
  return ladder.length === 0 ? USUAL_LEVELS : Math.max(...ladder.map(({ level }) => level));
}

/** Whole number that gates use by name, as `value.name`. */
export type PackValue = Sourced<number> & {
  readonly unit?: string;
  /** Key of the setting by which a superior may choose another number. */
  readonly setting?: string;
};

export const FACT_TYPES = ['bool', 'int', 'level', 'grade'] as const;
/** `level` is a rank; `grade` is 1 Xuất sắc … 4 Kém; both are whole numbers for an expression. */
export type FactType = (typeof FACT_TYPES)[number];

export interface FactDeclaration {
  readonly type: FactType;
  readonly unit?: string;
  readonly label: string;
}

/** A fact that the pack computes; unknown while a fact it rests on is unknown. Derived facts may rest on one another, never in a circle. */
export interface DerivedFact {
  readonly type: 'bool' | 'int';
  readonly label: string;
  readonly unit?: string;
  /** CEL over `fact.*` and `value.*`. */
  readonly expression: Sourced<string>;
}

/** REQUIRE: needed for the level, otherwise the ceiling is one lower. CAP: where it holds, nothing better than the level. */
export interface GateRule {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly effect: { readonly kind: 'REQUIRE' | 'CAP'; readonly level: Level };
  readonly label: string;
  /** Boolean CEL expression over `fact.*` and `value.*`. */
  readonly expression: Sourced<string>;
}

export const QUOTA_BASES = ['LOWER_ONLY', 'LOWER_PLUS_TOP'] as const;
export type QuotaBase = (typeof QUOTA_BASES)[number];
export const QUOTA_GROUPINGS = ['GRASSROOTS_ORG', 'SIMILAR_GROUP', 'WHOLE'] as const;
export type QuotaGrouping = (typeof QUOTA_GROUPINGS)[number];
export const QUOTA_ENFORCEMENTS = ['BLOCK', 'WARN_WITH_REASON'] as const;
export type QuotaEnforcement = (typeof QUOTA_ENFORCEMENTS)[number];

export interface QuotaRule {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly level: Level;
  readonly rate: Sourced<Rational>;
  readonly specialRate: Sourced<Rational>;
  readonly base: Sourced<QuotaBase>;
  readonly rounding: Sourced<Rounding>;
  readonly groupBy: Sourced<QuotaGrouping>;
  readonly excludeHeads: Sourced<boolean>;
  readonly enforcement: Sourced<QuotaEnforcement>;
}

export interface DecisionRules {
  /** Grounds on which a body may decide a better level than the gates allow; empty or null: never. */
  readonly aboveCeiling: Sourced<readonly DecisionGround[]>;
}

export interface DecisionGround {
  readonly id: string;
  readonly label: string;
  readonly subjects: readonly SubjectKind[];
}

export const BALLOT_METHODS = ['SHOW_OF_HANDS', 'SECRET_BALLOT'] as const;
export type BallotMethodRule = (typeof BALLOT_METHODS)[number];

export interface VotingOverrides {
  readonly membersMeeting?: LevelVoteOverride;
  readonly committee?: LevelVoteOverride;
}

/** A value that is absent or null leaves the voting rules as they are. */
export interface LevelVoteOverride {
  readonly countedBody?: Sourced<CountedRule>;
  /** Majority that gives a level, by rank. */
  readonly byLevel?: Readonly<Record<string, Sourced<Threshold>>>;
  /** Ways to vote that the text allows; one alone is an order, both leave the choice to the superior. */
  readonly methods?: Sourced<readonly BallotMethodRule[]>;
}

export const REVIEW_DUTIES = ['NORMAL', 'EXEMPT', 'NOT_RATED', 'NOT_YET_RATED'] as const;
/** NOT_RATED: reviewed, gets no level. NOT_YET_RATED: put off, neither reviewed nor rated in this period unless the reason falls away. EXEMPT: neither reviewed nor rated. */
export type ReviewDuty = (typeof REVIEW_DUTIES)[number];

/** Duties of who is reviewed and ends without a level; the state of the review has the same name. */
export const UNRATED_DUTIES = ['NOT_RATED', 'NOT_YET_RATED'] as const satisfies readonly ReviewDuty[];
export function isUnratedDuty(duty: string): boolean {
  return UNRATED_DUTIES.some((unrated) => unrated === duty);
}

export const DUTY_SINCE = ['admittedOn', 'establishedOn', 'appointedOn'] as const;
export type DutySince = (typeof DUTY_SINCE)[number];

/** When a rule of exemption applies: a flag, an age in months, or the total of one kind of absence in the rating year. */
export type ExemptionCondition =
  | { readonly kind: 'FLAG'; readonly flag: string }
  | { readonly kind: 'YOUNGER_THAN_MONTHS'; readonly since: DutySince; readonly months: number }
  | { readonly kind: 'ABSENT_AT_LEAST_DAYS'; readonly absence: string; readonly days: number };

export type ExemptionEffect =
  { readonly kind: 'DUTY'; readonly duty: ReviewDuty } | { readonly kind: 'LEVEL_CAP'; readonly level: Level };

export interface ExemptionRule {
  readonly id: string;
  readonly subjects: readonly SubjectKind[];
  readonly label: string;
  readonly condition: ExemptionCondition;
  readonly effect: Sourced<ExemptionEffect>;
}

/** A rule for people: shown where the case arises, not computed. Numbers it needs stand in `values`. */
export interface SpecialCase {
  readonly id: string;
  readonly subjects: readonly SubjectKind[];
  readonly label: string;
  readonly rule: Sourced<string>;
}

/** One step of the process as the text names it. */
export interface ProcessStep {
  readonly id: string;
  readonly label: Sourced<string>;
  readonly secret: Sourced<boolean>;
}

/** When another cell is asked: where the member is active for a time, or belonged before a transfer in the rating year, for at least so long. */
export type OpinionCondition = { readonly kind: 'TEMPORARILY_ELSEWHERE' } | { readonly kind: 'TRANSFERRED'; readonly atLeastMonths: number };

export interface OpinionRule {
  readonly id: string;
  readonly label: string;
  readonly when: OpinionCondition;
  readonly asked: Sourced<boolean>;
}

export const ORDER_RULES = [
  'COLLECTIVE_BEFORE_INDIVIDUAL',
  'LOWER_BEFORE_HIGHER',
  'HEAD_AFTER_UNIT',
  'CIVIL_BEFORE_PARTY',
  'LEADERS_IN_TWO_PLACES',
  'REVIEW_BEFORE_RATING',
  'RATING_BEFORE_CONFERENCE',
] as const;
export type OrderRuleKind = (typeof ORDER_RULES)[number];

export interface OrderRule {
  readonly id: OrderRuleKind;
  readonly applies: Sourced<boolean>;
}

/** Who decides a subject's level: the nearest node upward with one of the roles, and the body there. */
export interface AuthorityRule {
  readonly id: string;
  readonly subject: SubjectKind;
  /** Roles of the organisation that the subject belongs to (or is). */
  readonly subjectRoles: readonly OrgRole[];
  readonly proposes: Sourced<AuthorityPlace>;
  readonly decides: Sourced<AuthorityPlace>;
}

export interface AuthorityPlace {
  readonly roles: readonly OrgRole[];
  /** In order of preference: the first kind that the node has. */
  readonly bodies: readonly BodyKind[];
}

/** "Before" a day of the rating year or of the next, or of a month of the quarter (1 to 3): the day before it is the last. */
export interface DeadlineRule {
  readonly id: string;
  readonly label: string;
  readonly before: Sourced<DayOfYear | DayOfQuarter>;
}
export interface DayOfYear {
  readonly month: number;
  readonly day: number;
  readonly yearOffset: number;
}
export interface DayOfQuarter {
  readonly monthOfQuarter: number;
  readonly day: number;
}

export interface FormRule extends Provenance {
  readonly id: string;
  readonly subject: SubjectKind;
  readonly label: string;
  readonly holdsLeadershipPost?: boolean;
  readonly sections: readonly FormSection[];
}

export interface FormSection extends Provenance {
  readonly id: string;
  readonly heading: string;
  /** Graded 1 Xuất sắc … 4 Kém beside the text. */
  readonly graded: boolean;
}
