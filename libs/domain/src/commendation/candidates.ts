import { type SubjectKind } from '../level/level.js';
import { type OrgRole } from '../organisation/roles.js';
import { type AwardRule, type CommendationRules, type LevelEquivalence } from '../rule-pack/companion-rules.js';
import { consecutiveYears, type Chain, type ChainRule, type YearResult } from './consecutive-years.js';

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

export interface CandidateList {
  readonly candidates: readonly CommendationCandidate[];
  /** Awards whose years, level or awarding role is not confirmed: nobody is derived for them. */
  readonly notEvaluated: readonly string[];
}

/**
 * Who qualifies for which award of a year; derived from results, never typed.
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
  const candidates = ready.flatMap((award) =>
    subjects
      .filter((subject) => isEligibleKind(subject, award))
      .flatMap((subject): CommendationCandidate[] => {
        const chain = consecutiveYears(subject.history, {
          subject: subject.kind,
          years: award.years.value!,
          level: award.level.value!,
          endYear: year,
          equivalence,
          // Not confirmed: a doubtful year is not counted.
          cancelledYearBreaks: rules.cancelledYearBreaks.value ?? true,
          nonLevelYear,
        });
        return chain.complete ? [{ subjectId: subject.subjectId, award, chain }] : [];
      }),
  );
  return { candidates, notEvaluated: rules.awards.filter((award) => !ready.includes(award)).map(({ id }) => id) };
}

function isEligibleKind(subject: CommendationSubject, award: AwardRule): boolean {
  return (
    subject.kind === award.subject && (award.subjectRoles.length === 0 || award.subjectRoles.includes(subject.orgRole))
  );
}
