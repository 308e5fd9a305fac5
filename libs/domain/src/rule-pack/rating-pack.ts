import { type Level, type NonLevelState, type SubjectKind } from '../level/level.js';
import { type BodyKind, type OrgRole } from '../organisation/roles.js';
import { type Rational, type Rounding } from '../shared/rational.js';
import { type Provenance, type RuleFileHead, type Sourced } from './sourced.js';

/** Rules of a span of rating years. `use: HISTORY` gives labels only and cannot open a cycle. */
export interface RatingPack extends RuleFileHead {
  readonly kind: 'rating-pack';
  readonly use: 'CYCLE' | 'HISTORY';
  readonly ratingYears: { readonly from: number; readonly to: number | null };
  readonly ladder: readonly LadderEntry[];
  readonly nonLevelStates: Readonly<Record<NonLevelState, string>>;
  /** Everything below is absent in a history file. */
  readonly values?: Readonly<Record<string, PackValue>>;
  readonly facts?: Readonly<Record<SubjectKind, Readonly<Record<string, FactDeclaration>>>>;
  readonly gates?: readonly GateRule[];
  readonly quotas?: readonly QuotaRule[];
  readonly exemptions?: readonly ExemptionRule[];
  /** How far a decision may leave what was computed. */
  readonly decision?: DecisionRules;
  readonly order?: readonly OrderRule[];
  readonly authority?: readonly AuthorityRule[];
  readonly deadlines?: readonly DeadlineRule[];
  readonly forms?: readonly FormRule[];
}

export interface LadderEntry extends Provenance {
  readonly subjects: readonly SubjectKind[];
  readonly level: Level;
  readonly label: string;
  readonly short: string;
}

/** Whole number that gates use by name, as `value.name`. */
export type PackValue = Sourced<number> & {
  readonly unit?: string;
  /** Key of the setting by which a superior may choose another number. */
  readonly setting?: string;
};

export const FACT_TYPES = ['bool', 'int', 'level', 'grade'] as const;
/** `level` is 1 … 4; `grade` is 1 Xuất sắc … 4 Kém; both are whole numbers for an expression. */
export type FactType = (typeof FACT_TYPES)[number];

export interface FactDeclaration {
  readonly type: FactType;
  readonly unit?: string;
  readonly label: string;
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

export const REVIEW_DUTIES = ['NORMAL', 'EXEMPT', 'NOT_RATED'] as const;
/** NOT_RATED: reviewed, gets no level. EXEMPT: neither reviewed nor rated. */
export type ReviewDuty = (typeof REVIEW_DUTIES)[number];

/** When a rule of exemption applies: a flag, an age in months, or the total of one kind of absence in the rating year. */
export type ExemptionCondition =
  | { readonly kind: 'FLAG'; readonly flag: string }
  | { readonly kind: 'YOUNGER_THAN_MONTHS'; readonly since: 'admittedOn' | 'establishedOn'; readonly months: number }
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

/** "Before" a day of the rating year or of the next: the day before it is the last. */
export interface DeadlineRule {
  readonly id: string;
  readonly label: string;
  readonly before: Sourced<{ readonly month: number; readonly day: number; readonly yearOffset: number }>;
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
