import { type SubjectKind } from '../level/level.js';
import { type OrgRole } from '../organisation/roles.js';
import { type AwardRule, type CommendationRules, type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { chainYears, consecutiveYears, type Chain, type ChainLink, type ChainRule, type YearResult } from './consecutive-years.js';

export interface CommendationSubject {
  readonly subjectId: string;
  readonly kind: SubjectKind;
  /** Role of the organisation that is the subject or that the subject belongs to. */
  readonly orgRole: OrgRole;
  readonly history: readonly YearResult[];
}

export interface CommendationCandidate {
  readonly subjectId: string;
  readonly award: AwardRule;
  readonly chain: Chain;
}

/** One year short of an award of several years: which year, and why. */
export interface NearMiss {
  readonly subjectId: string;
  readonly award: AwardRule;
  /** Every year the award asks for, newest first. */
  readonly links: readonly ChainLink[];
  /** The one year that does not qualify. */
  readonly broken: ChainLink;
}

export interface CandidateList {
  readonly candidates: readonly CommendationCandidate[];
  readonly nearMisses: readonly NearMiss[];
  /** Awards whose years, level or awarding role is not confirmed: nobody is derived for them. */
  readonly notEvaluated: readonly string[];
}

/**
 * Who qualifies for which award of a year, and who is one year short of it; derived from results, never typed.
 * Every award stands alone: a five-year award does not take the yearly one away.
 * Source: process.md section 7
 */
export function deriveCandidates(
  subjects: readonly CommendationSubject[],
  rules: CommendationRules,
  year: number,
  equivalence: LevelEquivalence,
  nonLevelYear: ChainRule['nonLevelYear'],
): CandidateList {
  const ready = rules.awards.filter(
    ({ years, level, awardedBy }) => years.value !== null && level.value !== null && awardedBy.value !== null,
  );
  const candidates: CommendationCandidate[] = [];
  const nearMisses: NearMiss[] = [];
  for (const award of ready) {
    for (const subject of subjects.filter((one) => isEligibleKind(one, award))) {
      const rule = chainRule(award, subject.kind, rules, year, equivalence, nonLevelYear);
      const chain = consecutiveYears(subject.history, rule);
      if (chain.complete) candidates.push({ subjectId: subject.subjectId, award, chain });
      else if (rule.years > 1) {
        const links = chainYears(subject.history, rule);
        const broken = links.filter(({ status }) => status !== 'QUALIFIES');
        if (broken.length === 1 && broken[0]) nearMisses.push({ subjectId: subject.subjectId, award, links, broken: broken[0] });
      }
    }
  }
  return { candidates, nearMisses, notEvaluated: rules.awards.filter((award) => !ready.includes(award)).map(({ id }) => id) };
}

/** How the years of one award are read. @param award with years and level confirmed */
export function chainRule(
  award: AwardRule,
  subject: SubjectKind,
  rules: Pick<CommendationRules, 'cancelledYearBreaks'>,
  endYear: number,
  equivalence: LevelEquivalence,
  nonLevelYear: ChainRule['nonLevelYear'],
): ChainRule {
  return {
    subject,
    years: award.years.value!,
    level: award.level.value!,
    endYear,
    equivalence,
    // Not confirmed: a doubtful year is not counted.
    cancelledYearBreaks: rules.cancelledYearBreaks.value ?? true,
    nonLevelYear,
  };
}

function isEligibleKind(subject: CommendationSubject, award: AwardRule): boolean {
  return (
    subject.kind === award.subject && (award.subjectRoles.length === 0 || award.subjectRoles.includes(subject.orgRole))
  );
}
