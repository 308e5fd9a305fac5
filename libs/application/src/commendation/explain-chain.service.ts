import { AppError, chainRule, chainYears, consecutiveYears, type LinkStatus, type SubjectKind } from '@binhxet/domain';
import { type Rules } from '../ports/rules.port.js';
import { type UnitOfWork } from '../ports/unit-of-work.port.js';
import { chainChoices, commendationSubjects, linkRecord } from './subject-chains.js';

/** What became of one award for one subject: the years it asks for and, where it is not reached, the year that broke it and why. */
export interface ChainExplanation {
  readonly awardId: string;
  readonly label: string;
  /** null: years or level of the award are not confirmed, nothing is derived. */
  readonly years: number | null;
  readonly complete: boolean;
  /** Qualifying years in a row up to this one. */
  readonly length: number;
  readonly brokenBy: { readonly year: number; readonly status: LinkStatus } | null;
  readonly links: readonly ReturnType<typeof linkRecord>[];
}

/** Why a subject is or is not a candidate, from the same records the candidates are derived from. Reads only. */
export class ExplainChainService {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly rules: Rules,
  ) {}

  /**
   * @param subjectId member, or organisation (also for its collective)
   * @returns one explanation for every award open to such a subject, in the order of the rules
   * @throws AppError REVIEW.NOT_FOUND (not-found) when the subject is not under review in the cycle
   * Source: process.md section 7
   */
  explain(cycleId: string, kind: SubjectKind, subjectId: string): Promise<ChainExplanation[]> {
    return this.uow.run(async (tx) => {
      const cycle = await tx.cycles.get(cycleId);
      const book = this.rules.forCycle(cycle);
      const review = await tx.reviews.ofSubject(cycleId, kind, subjectId);
      if (!review) throw new AppError('REVIEW.NOT_FOUND', 'not-found', 'The subject is not under review in this cycle', { cycleId, subjectKind: kind });
      const { rules, nonLevelYear } = chainChoices(book);
      const awards = rules.awards.filter((award) => award.subject === kind);
      const longest = Math.max(1, ...awards.map((award) => award.years.value ?? 0));
      const [subject] = await commendationSubjects(tx, cycle, book, kind, [review], await tx.cycles.units(cycleId), longest);
      if (!subject) throw new Error('one review, one subject');
      return awards
        .filter((award) => award.subjectRoles.length === 0 || award.subjectRoles.includes(subject.orgRole))
        .map((award): ChainExplanation => {
          const head = { awardId: award.id, label: award.label, years: award.years.value };
          if (award.years.value === null || award.level.value === null) return { ...head, complete: false, length: 0, brokenBy: null, links: [] };
          const rule = chainRule(award, kind, rules, cycle.ratingYear, book.equivalence, nonLevelYear);
          const chain = consecutiveYears(subject.history, rule);
          const { brokenBy } = chain;
          return {
            ...head,
            complete: chain.complete,
            length: chain.length,
            brokenBy: brokenBy && { year: brokenBy.year, status: brokenBy.status },
            links: (chain.complete ? chain.links : chainYears(subject.history, rule)).map(linkRecord),
          };
        });
    });
  }
}
